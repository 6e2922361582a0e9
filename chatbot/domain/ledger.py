"""Double-entry bookkeeping of what clients paid and friends earned. Entries are values; nothing is ever changed.

A debit is positive, a credit negative; the lines of a posting sum to zero. Five kinds of account:

    cash               what the shop holds                        grows by debit
    received:<lead>    what a lead has paid for its project       grows by credit
    deposit:<lead>     a trial deposit, not yet the price         grows by credit
    commission         what referrals cost the shop               grows by debit
    referrer:<contact> what a friend has earned                   grows by credit

The key of a posting is its business key: whoever stores it refuses a second one of the same key.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from chatbot.domain.money import Money, rounded

CASH = "cash"
COMMISSION = "commission"
WHOLE_BP = 10_000


def received_account(lead_id: int) -> str:
    """The account of what a lead has paid for its project."""
    return f"received:{lead_id}"


def deposit_account(lead_id: int) -> str:
    """The account of a lead's trial deposit."""
    return f"deposit:{lead_id}"


def referrer_account(contact_id: int) -> str:
    """The account of what a friend has earned."""
    return f"referrer:{contact_id}"


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One side of a posting: a debit (above zero) or a credit (below) on an account."""

    account: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Posting:
    """Lines that belong together: at least two, none of zero, one currency, sum zero; else `ValueError`."""

    key: str
    memo: str = field(repr=False)
    lines: tuple[LedgerLine, ...]

    def __post_init__(self) -> None:
        if not self.key:
            raise ValueError("a posting needs its business key")
        if len(self.lines) < 2:
            raise ValueError("a posting needs at least two lines")
        if len({line.amount.currency for line in self.lines}) > 1:
            raise ValueError("a posting has one currency")
        if not all(line.account and line.amount for line in self.lines):
            raise ValueError("a line needs an account and an amount other than zero")
        if sum(line.amount.minor for line in self.lines):
            raise ValueError("the lines of a posting sum to zero")


def payment_posting(key: str, lead_id: int, amount: Money) -> Posting:
    """A client paid towards the price of their project."""
    return _transfer(key, f"payment for lead {lead_id}", CASH, received_account(lead_id), _positive(amount))


def deposit_posting(key: str, lead_id: int, amount: Money) -> Posting:
    """A client paid the deposit of a trial; it earns nobody a commission yet."""
    return _transfer(key, f"trial deposit of lead {lead_id}", CASH, deposit_account(lead_id), _positive(amount))


def credit_deposit_posting(key: str, lead_id: int, amount: Money) -> Posting:
    """A trial was feasible: its deposit now counts towards the price."""
    memo = f"trial deposit of lead {lead_id} credited to the price"
    return _transfer(key, memo, deposit_account(lead_id), received_account(lead_id), _positive(amount))


def refund_posting(key: str, lead_id: int, amount: Money, from_deposit: bool) -> Posting:
    """Money went back to a client, out of the trial deposit or out of what was paid for the project.

    That it is no more than was paid is the caller's to check: only the caller sees the balance.
    """
    source = deposit_account(lead_id) if from_deposit else received_account(lead_id)
    memo = f"refund of the trial deposit of lead {lead_id}" if from_deposit else f"refund to lead {lead_id}"
    return _transfer(key, memo, source, CASH, _positive(amount))


def commission_due(received: Money, rate_bp: int) -> Money:
    """The commission on all that a lead has paid so far, rounded half up to the minor unit.

    `rate_bp` is in basis points (500 is 5 %), 0 to 10 000; `received` at least zero; else `ValueError`.
    """
    if not 0 <= rate_bp <= WHOLE_BP:
        raise ValueError("a commission rate lies between 0 and 10 000 basis points")
    if received.minor < 0:
        raise ValueError("what a lead has paid is never below zero")
    return Money(rounded(Fraction(received.minor * rate_bp, WHOLE_BP)), received.currency)


def commission_posting(
    key: str, lead_id: int, contact_id: int, received_before: Money, received_after: Money, rate_bp: int
) -> Posting | None:
    """What a payment earns a friend, or a refund takes back; None where that is nothing.

    It is the difference of two cumulative commissions, so the parts always sum to the commission on the whole
    and rounding never drifts.
    """
    change = commission_due(received_after, rate_bp) - commission_due(received_before, rate_bp)
    if not change:
        return None
    return _transfer(key, f"commission on lead {lead_id}", COMMISSION, referrer_account(contact_id), change)


def balance(lines: Iterable[LedgerLine], account: str, currency: str) -> Money:
    """Debits minus credits of one account in one currency: below zero for what is owed or was received."""
    minor = sum(line.amount.minor for line in lines if line.account == account and line.amount.currency == currency)
    return Money(minor, currency)


def _positive(amount: Money) -> Money:
    if amount.minor <= 0:
        raise ValueError("an amount of money that moves is above zero")
    return amount


def _transfer(key: str, memo: str, debit: str, credit: str, amount: Money) -> Posting:
    return Posting(key, memo, (LedgerLine(debit, amount), LedgerLine(credit, -amount)))
