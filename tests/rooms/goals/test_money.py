# SPDX-License-Identifier: GPL-3.0-or-later
"""Money as people type it, and as it is shown in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.rooms.goals.domain.money import (
    CURRENCIES,
    MOST_MINOR,
    Money,
    amount_text,
    parse_money,
    show_money,
)


@given(st.integers(0, MOST_MINOR), st.sampled_from(CURRENCIES))
def test_what_is_shown_can_be_typed_back(minor: int, currency: str) -> None:
    money = Money(minor, currency)  # type: ignore[arg-type]
    assert parse_money(amount_text(minor), money.currency) == money
    assert parse_money(show_money(money), money.currency) == money


@given(st.text(max_size=80))
def test_any_text_is_an_amount_or_a_kind_refusal(typed: str) -> None:
    refused = ""
    minor = 0
    try:
        minor = parse_money(typed).minor
    except ExpectedError as error:
        refused = error.code
    assert refused in {"", "money.letters", "money.negative", "money.too_much"}
    assert 0 <= minor <= MOST_MINOR


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("450,000", 45_000_000),
        ("4,50,000", 45_000_000),
        ("4.5 lakh", 45_000_000),
        ("۴۵۰٬۰۰۰", 45_000_000),
        ("ساڑھے", None),
        ("4.5 لاکھ", 45_000_000),
        ("Rs. 12.50", 1_250),
        ("PKR 310,000", 31_000_000),
        ("500 روپے", 50_000),
        ("2 crore", 2_000_000_000),
        (".5", 50),
        ("1000000000000", MOST_MINOR),
    ],
)
def test_people_write_amounts_in_many_ways(typed: str, minor: int | None) -> None:
    if minor is None:
        with pytest.raises(ExpectedError, match=r"money\.letters"):
            parse_money(typed)
    else:
        assert parse_money(typed).minor == minor


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("twelve", "money.letters"),
        ("12a", "money.letters"),
        ("1.234", "money.letters"),
        ("", "money.letters"),
        ("-5", "money.negative"),
        ("Rs. -5", "money.negative"),
        ("−۵", "money.negative"),
        ("1000000000000.01", "money.too_much"),
        ("100001 crore", "money.too_much"),
        ("9" * 5_000, "money.too_much"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(typed: str, code: str) -> None:
    with pytest.raises(ExpectedError) as refused:
        parse_money(typed)
    assert refused.value.code == code


def test_money_is_shown_the_same_in_both_languages() -> None:
    assert show_money(Money(31_000_000)) == "\u2066PKR 310,000\u2069"
    assert show_money(Money(1_205, "USD")) == "\u2066USD 12.05\u2069"
