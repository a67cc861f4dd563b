# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from what was chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bondsdesk.app.export.choices import Choices, Period, file_name
from bondsdesk.doorway import Offer, OfferChoice, OfferOptions
from bondsdesk.press.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable

TODAY = date(2028, 2, 5)


def _build(options: OfferOptions) -> Document:
    return Document(kind="summary", title="t", language=options.language, sections=())


def _offer(choices: Iterable[OfferChoice], name: str = "Keepsake") -> Offer:
    return Offer("a.keepsake", "Keepsake", "A book.", name, _build, frozenset(choices))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("all", None, None),
        ("month", date(2028, 2, 1), date(2028, 2, 29)),
        ("year", date(2028, 1, 1), date(2028, 12, 31)),
        ("own", date(2027, 5, 1), None),
    ],
)
def test_a_period_becomes_days(period: Period, first: date | None, last: date | None) -> None:
    chosen = Choices(_offer(["period"]), "en", period, first=date(2027, 5, 1))
    options = chosen.options(TODAY)
    assert (options.first, options.last) == (first, last)


def test_a_choice_the_offer_does_not_have_stays_open() -> None:
    chosen = Choices(_offer([]), "ur", "year", writer="b")
    assert chosen.options(TODAY) == OfferOptions(language="ur")


def test_an_own_period_that_runs_backwards_is_noticed() -> None:
    offer = _offer(["period"])
    backwards = Choices(offer, "en", "own", first=date(2027, 5, 2), last=date(2027, 5, 1))
    assert not backwards.days_in_order()
    assert Choices(offer, "en", "own", first=date(2027, 5, 2)).days_in_order()


def test_the_suggested_name_has_a_day_and_nothing_a_disk_refuses() -> None:
    assert file_name(_offer([]), TODAY) == "Keepsake 2028-02-05.pdf"
    assert file_name(_offer([], "a/b:c"), TODAY) == "a b c 2028-02-05.pdf"
    assert file_name(_offer([], "/"), TODAY) == "Bondsdesk 2028-02-05.pdf"


def test_a_password_is_never_in_a_printed_form() -> None:
    assert "canary" not in repr(Choices(_offer([]), "en", password="canary"))
