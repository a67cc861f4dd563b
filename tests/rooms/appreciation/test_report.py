# SPDX-License-Identifier: GPL-3.0-or-later
"""The keepsake holds the open notes of a period, oldest first, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bondsdesk.doorway import OfferOptions, RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.words import Words
from bondsdesk.press.document import Document, Entry
from bondsdesk.rooms.appreciation.domain import Draft
from bondsdesk.rooms.appreciation.report import keepsake
from bondsdesk.rooms.appreciation.room import Appreciation
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from tests.rooms.appreciation.conftest import Give


def _texts(document: Document) -> list[str]:
    return [
        block.text
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Entry)
    ]


def test_months_are_chapters_and_the_oldest_comes_first(
    service: AppreciationService, given: Give
) -> None:
    for text, ago in (("new", 0), ("شکریہ", 20), ("old", 400)):
        given(service, text, days_ago=ago)
    document = keepsake(service.period(None, None, None), service.pair, None, Words("en"))
    assert [(s.part, s.heading, s.beside) for s in document.sections] == [
        ("2025", "October 2025", "اکتوبر 2025"),
        ("2026", "November 2026", "نومبر 2026"),
    ]
    assert _texts(document) == ["old", "شکریہ", "new"]
    entry = document.sections[0].blocks[0]
    assert isinstance(entry, Entry)
    assert entry.caption == "\u2068Ayesha\u2069 to \u2068Bilal\u2069, \u206819 October\u2069"
    assert (entry.symbol, entry.colour) == ("leaf", "leaf")
    page = document.title_page
    assert page is not None
    assert page.names == ("Ayesha", "Bilal")
    assert page.beside == "چھوٹی چھوٹی باتیں"


def test_it_speaks_urdu_with_western_digits(service: AppreciationService, given: Give) -> None:
    given(service, "words")
    document = keepsake(service.period(None, None, None), service.pair, "a", Words("ur"))
    assert document.sections[0].heading == "نومبر 2026"
    assert document.sections[0].part == ""
    assert document.title_page is not None
    assert document.title_page.names == ("Ayesha",)
    assert document.title_page.period == "نومبر 2026"


def test_closed_notes_and_drafts_are_never_on_paper(
    service: AppreciationService, opened: Appreciation, given: Give
) -> None:
    tomorrow = service.today() + timedelta(days=1)
    service.give(Draft(new_uid(), "closed", (), tomorrow))
    service.keep_draft(Draft(new_uid(), "draft"))
    assert opened.offers() == []
    given(service, "open")
    offer = opened.offers()[0]
    document = offer.build(OfferOptions("en", last=tomorrow))
    assert _texts(document) == ["open"]


def test_a_period_and_a_writer_narrow_it(
    opened: Appreciation, service: AppreciationService, given: Give
) -> None:
    for text, ago in (("today", 0), ("yesterday", 1), ("before", 9)):
        given(service, text, days_ago=ago)
    offer = opened.offers()[0]
    first, last = date(2026, 11, 14), date(2026, 11, 23)
    assert _texts(offer.build(OfferOptions("en", first, last))) == ["before", "yesterday", "today"]
    assert _texts(offer.build(OfferOptions("en", date(2026, 11, 22)))) == ["yesterday", "today"]
    assert _texts(offer.build(OfferOptions("en", last=first))) == ["before"]
    assert _texts(offer.build(OfferOptions("en", most=2))) == ["before", "yesterday"]
    with pytest.raises(ExpectedError, match=r"export\.nothing"):
        offer.build(OfferOptions("en", writer="b"))


def test_the_header_offers_it_or_says_why_not(
    opened: Appreciation,
    room: RoomContext,
    exported: list[object],
    service: AppreciationService,
    given: Give,
    page: Callable[[], object],
) -> None:
    del page
    opened.page()._keepsake.click()
    assert exported == []
    assert room.notices.current is not None
    given(service, "words")
    opened.page()._keepsake.click()
    assert len(exported) == 1
