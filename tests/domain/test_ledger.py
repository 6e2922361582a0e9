"""The ledger: balanced postings only, and commissions that never drift."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.ledger import (
    CASH,
    COMMISSION,
    LedgerLine,
    Posting,
    balance,
    commission_due,
    commission_posting,
    credit_deposit_posting,
    deposit_account,
    deposit_posting,
    payment_posting,
    received_account,
    referrer_account,
    refund_posting,
)
from chatbot.domain.money import Money


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


def lines_of(*postings: Posting | None) -> list[LedgerLine]:
    return [line for posting in postings if posting for line in posting.lines]


def test_a_payment_moves_money_from_the_client_to_the_cash() -> None:
    lines = lines_of(payment_posting("pay-1", 12, cny(2_000_000)))

    assert balance(lines, CASH, "CNY") == cny(2_000_000)
    assert balance(lines, received_account(12), "CNY") == cny(-2_000_000)


def test_a_deposit_is_kept_apart_until_it_is_credited_to_the_price() -> None:
    deposit = deposit_posting("dep-1", 12, cny(50_000))
    credit = credit_deposit_posting("dep-1-credit", 12, cny(50_000))

    assert balance(lines_of(deposit), deposit_account(12), "CNY") == cny(-50_000)
    assert balance(lines_of(deposit), received_account(12), "CNY") == cny(0)
    assert balance(lines_of(deposit, credit), deposit_account(12), "CNY") == cny(0)
    assert balance(lines_of(deposit, credit), received_account(12), "CNY") == cny(-50_000)
    assert balance(lines_of(deposit, credit), CASH, "CNY") == cny(50_000)


@pytest.mark.parametrize("from_deposit", [True, False])
def test_a_full_refund_leaves_every_account_empty(from_deposit: bool) -> None:
    paid = (deposit_posting if from_deposit else payment_posting)("in", 12, cny(70_000))
    lines = lines_of(paid, refund_posting("out", 12, cny(70_000), from_deposit))

    for account in (CASH, received_account(12), deposit_account(12)):
        assert balance(lines, account, "CNY") == cny(0)


def test_a_payment_earns_the_friend_their_share() -> None:
    posting = commission_posting("com-1", 12, 7, cny(0), cny(2_000_000), 500)

    assert balance(lines_of(posting), referrer_account(7), "CNY") == cny(-100_000)
    assert balance(lines_of(posting), COMMISSION, "CNY") == cny(100_000)


def test_a_refund_takes_the_friends_share_back_by_a_new_entry() -> None:
    posting = commission_posting("com-2", 12, 7, cny(2_000_000), cny(1_500_000), 500)

    assert balance(lines_of(posting), referrer_account(7), "CNY") == cny(25_000)


def test_a_payment_too_small_to_earn_anything_books_nothing() -> None:
    assert commission_posting("com-3", 12, 7, cny(0), cny(9), 500) is None
    assert commission_posting("com-4", 12, 7, cny(0), cny(9_000), 0) is None


@pytest.mark.parametrize(
    ("received", "rate", "due"), [(10, 500, 1), (9, 500, 0), (30, 500, 2), (29, 500, 1), (333, 750, 25)]
)
def test_the_commission_is_rounded_half_up_to_the_cent(received: int, rate: int, due: int) -> None:
    assert commission_due(cny(received), rate) == cny(due)


@given(st.lists(st.integers(-3_000_000, 3_000_000), max_size=30), st.integers(0, 10_000))
def test_commissions_on_any_row_of_payments_and_refunds_sum_to_the_commission_on_the_whole(
    movements: Sequence[int], rate: int
) -> None:
    received, lines = cny(0), list[LedgerLine]()
    for at, movement in enumerate(movements):
        after = cny(max(received.minor + movement, 0))  # a refund never exceeds what was paid
        lines += lines_of(commission_posting(f"com-{at}", 1, 7, received, after, rate))
        received = after

    assert -balance(lines, referrer_account(7), "CNY") == commission_due(received, rate)
    assert sum(line.amount.minor for line in lines) == 0


def test_the_smallest_payments_one_by_one_earn_what_one_large_payment_earns() -> None:
    lines = lines_of(*(commission_posting(f"c{n}", 1, 7, cny(n), cny(n + 1), 333) for n in range(1_000)))

    assert -balance(lines, referrer_account(7), "CNY") == cny(33)


def test_a_balance_counts_its_own_account_and_currency_only() -> None:
    paid = lines_of(payment_posting("a", 1, cny(100)), payment_posting("b", 2, cny(30)))
    lines = [*paid, LedgerLine(CASH, Money(5, "EUR"))]

    assert balance(lines, received_account(1), "CNY") == cny(-100)
    assert balance(lines, CASH, "CNY") == cny(130)
    assert balance(lines, CASH, "EUR") == Money(5, "EUR")
    assert balance([], CASH, "CNY") == cny(0)


@pytest.mark.parametrize(
    ("key", "lines", "reason"),
    [
        ("k", (LedgerLine("a", cny(1)), LedgerLine("b", cny(-2))), "sum to zero"),
        ("k", (LedgerLine("a", cny(1)), LedgerLine("b", Money(-1, "EUR"))), "one currency"),
        ("k", (LedgerLine("a", cny(1)),), "two lines"),
        ("k", (), "two lines"),
        ("k", (LedgerLine("a", cny(0)), LedgerLine("b", cny(0))), "other than zero"),
        ("k", (LedgerLine("", cny(1)), LedgerLine("b", cny(-1))), "account"),
        ("", (LedgerLine("a", cny(1)), LedgerLine("b", cny(-1))), "key"),
    ],
)
def test_an_unsound_posting_is_refused(key: str, lines: tuple[LedgerLine, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Posting(key, "memo", lines)


@pytest.mark.parametrize("amount", [0, -1])
def test_nothing_and_less_than_nothing_cannot_be_paid_or_refunded(amount: int) -> None:
    for make in (payment_posting, deposit_posting, credit_deposit_posting):
        with pytest.raises(ValueError, match="above zero"):
            make("k", 1, cny(amount))
    with pytest.raises(ValueError, match="above zero"):
        refund_posting("k", 1, cny(amount), from_deposit=False)


@pytest.mark.parametrize(("received", "rate"), [(-1, 500), (100, -1), (100, 10_001)])
def test_an_impossible_commission_is_refused(received: int, rate: int) -> None:
    with pytest.raises(ValueError, match=r"basis points|below zero"):
        commission_due(cny(received), rate)
