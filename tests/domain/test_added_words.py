"""What a model added of its own accord to a title, a translation or a map."""

from __future__ import annotations

import pytest
from hostile_words import COMMANDS, LINKS, MENTIONS, PRICES
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.added_words import Known, adds_contact, adds_something

SAID = "Wir wollen 50 Produkte verkaufen, siehe shop.example.com, Budget 68.000 CNY, Fragen an @marie"


@pytest.mark.parametrize("text", [*LINKS, *MENTIONS, *COMMANDS])
def test_a_link_a_contact_or_a_command_that_nobody_wrote_was_added(text: str) -> None:
    assert adds_contact(f"Thank you: {text}", Known(SAID))


@pytest.mark.parametrize("text", PRICES)
def test_an_amount_where_nobody_spoke_of_money_was_added(text: str) -> None:
    assert adds_something(text, Known("We want to sell 50 products."))


@pytest.mark.parametrize(
    "text",
    [
        "We want to sell 50 products, see shop.example.com, the budget is 68,000 CNY, questions to @marie.",
        "我们想卖50种产品，见 shop.example.com，预算6.8万元，有问题找 @marie",
        "Nothing of the kind.",
        "Version 2.0, ISO 27, in 3 steps, 50 products",
    ],
)
def test_what_people_wrote_may_be_repeated_in_other_words(text: str) -> None:
    assert not adds_something(text, Known(SAID))


@pytest.mark.parametrize(
    "text",
    [
        "The budget is 6,800 CNY.",
        "预算6.9万元",
        "See shop.example.co",
        "see shop.example.com.evil.com",
        "68,000 or 500 CNY",
        "only 99 CNY",
        "30% off",
        "five thousand euros",
        "五千元",
        "MMM euros",
        "6,8万 and one hundred bucks",
    ],
)
def test_a_number_or_an_address_that_was_changed_was_added(text: str) -> None:
    assert adds_something(text, Known(SAID))


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("大概五万块", "About 50,000 yuan"),
        ("It will be 5万", "It will be 50,000 CNY"),
        ("70 000 € environ", "about €70,000"),
        ("55-70k, no more", "55.000 a 70.000, no más"),
        ("1.5万元", "15,000 CNY"),
        ("68,000 CNY", "六万八千元"),
        ("一亿二千万元", "120,000,000 yuan"),
        ("两千五百块", "2,500 CNY"),
        ("a hundred bucks, or 500 USD", "cent dollars, ou 500 USD"),
        ("5000 $ (USD), 20% up front", "$5,000 (USD), 20 % d'avance"),
        ("500 to 600 euros", "de 500 à 600 €"),
        ("1.5M EUR", "1,5 million d'euros"),
        ("1.5M EUR", "150万欧元"),
        ("It costs five thousand euros.", "Cela coûte 5 000 euros."),
        ("It costs five thousand euros.", "Cela coûte cinq mille euros."),
        ("Das kostet fünftausend Euro", "五千欧元"),
        ("nous avons deux mille clients", "we have 2,000 customers"),
        ("le 15.03.2026", "on 15 March 2026"),
        ("لدينا خمسمائة منتج", "We have 500 products"),
    ],
)
def test_an_amount_may_be_written_as_another_language_writes_it(said: str, text: str) -> None:
    assert not adds_something(text, Known(said))


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("It costs five thousand euros.", "Cela coûte 90 000 euros."),
        ("It costs five thousand euros.", "Cela coûte neuf mille euros."),
        ("5 euros a month", "500 euros a month"),
        ("We sell tea for euros", "Tea shop, 900 all in"),
        ("We sell tea", "Tea shop for nine hundred"),
        ("We sell tea", "năm triệu đồng"),
        ("لدينا خمسمائة منتج", "We have 500 products for 500 dollars"),
    ],
)
def test_an_amount_in_other_words_is_compared_by_its_value(said: str, text: str) -> None:
    assert adds_something(text, Known(said))


BESIDE_A_CONTACT = [
    ("write to @lin_dev", "写给@lin_dev"),
    ("see example.com.", "参见example.com。谢谢"),
    ("see example.com", "参见example.com——我们的网站"),
    ("write to lin@example.com please", "请写信到lin@example.com，谢谢"),
    ("we use the /start command", "我们用/start命令"),
    ("Link: https://example.com/a?b=1", "链接：https://example.com/a?b=1"),
    ("See @lin_dev", "@lin_devに連絡してください"),
    ("See example.com", "example.com을 보세요"),
]


@pytest.mark.parametrize(("latin", "dense"), BESIDE_A_CONTACT)
def test_a_contact_may_stand_right_beside_letters_that_need_no_spaces(latin: str, dense: str) -> None:
    assert not adds_something(dense, Known(latin))
    assert not adds_something(latin, Known(dense))


@pytest.mark.parametrize(
    "text",
    [
        "联系@evil",
        "请看evil.com",
        "例子.中国",
        "发/forget",
        "链接：https://evil.com",
        "写信到x@evil.com",
        "example.com.evil.com",
        "请看example.com/pay",
        "我们的example.com的@evil",
    ],
)
def test_a_contact_that_is_added_beside_them_is_found(text: str) -> None:
    assert adds_contact(text, Known("写给@lin_dev，参见example.com。"))


@given(text=st.text(max_size=300), known=st.text(max_size=300))
def test_any_text_can_be_compared_and_none_adds_to_itself(text: str, known: str) -> None:
    assert adds_something(text, Known(known)) in {True, False}
    assert not adds_something(text, Known(text))
