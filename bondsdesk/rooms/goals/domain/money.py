# SPDX-License-Identifier: GPL-3.0-or-later
"""Money as people write it: whole minor units, one currency, never per person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from bondsdesk.kernel.errors import ExpectedError

Currency = Literal["PKR", "USD", "GBP", "EUR", "AED", "SAR", "INR", "CAD", "AUD"]
CURRENCIES: tuple[Currency, ...] = get_args(Currency)
USUAL_CURRENCY: Currency = "PKR"

MINOR_DIGITS = 2
"""Every currency above has two (ISO 4217)."""
MOST_MAJOR = 10**12
"""More than this is a slip of the finger."""
MOST_MINOR = MOST_MAJOR * 10**MINOR_DIGITS

_LONGEST = 60
"""Characters of an amount with its grouping and words; anything longer is no amount."""
_GROUPING = re.compile(r"[\s,'٬،\u2066-\u2069\u200e\u200f\u00a0\u202f]")
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")} | {ord("٫"): "."}
_UNITS: dict[str, int] = {
    "k": 10**3,
    "thousand": 10**3,
    "ہزار": 10**3,
    "lakh": 10**5,
    "lac": 10**5,
    "لاکھ": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "کروڑ": 10**7,
}
_SIGNS = ("rs.", "rs", "روپے", "روپیہ")
_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]{1,2})?|\.[0-9]{1,2})([^0-9.]*)")
_NUMBER = re.compile(r"[-−]\.?[0-9]")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (paisa, cents)."""

    minor: int
    currency: Currency = USUAL_CURRENCY


def parse_money(typed: str, currency: Currency = USUAL_CURRENCY) -> Money:
    """Return the amount somebody typed: "450,000", "4.5 lakh", "۴۵۰۰۰۰", "Rs. 12.50".

    Raises ExpectedError "money.letters" for what is no number, "money.negative" below zero and
    "money.too_much" beyond 10^12.
    """
    text = _GROUPING.sub("", typed.translate(_DIGITS)).casefold()
    text = text.removeprefix(currency.casefold())
    for sign in _SIGNS:
        text = text.removeprefix(sign).removesuffix(sign)
    if _NUMBER.match(text):
        raise ExpectedError("money.negative")
    found = _AMOUNT.fullmatch(text)
    if not found or (found[2] and found[2] not in _UNITS):
        raise ExpectedError("money.letters")
    whole = found[1].partition(".")[0].lstrip("0")
    if len(whole) > _LONGEST:
        raise ExpectedError("money.too_much")
    major = Decimal(found[1]) * _UNITS.get(found[2], 1)
    if major > MOST_MAJOR:
        raise ExpectedError("money.too_much")
    return Money(int(major * 10**MINOR_DIGITS), currency)


def amount_text(minor: int) -> str:
    """Return "310,000" or "12.50": Western digits, paisa only where there are any."""
    major, rest = divmod(minor, 10**MINOR_DIGITS)
    return f"{major:,}" + (f".{rest:02d}" if rest else "")


def show_money(money: Money) -> str:
    """Return "PKR 310,000": the ISO code and the amount, the same in both languages.

    The whole is a left-to-right isolate (U+2066, U+2069), so it reads the same within Urdu.
    """
    return f"\u2066{money.currency} {amount_text(money.minor)}\u2069"
