# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house is lent: search, the agreed time, talks on paper; and nothing else of a talk."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from bondsdesk.doorway import OfferOptions, RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import Language
from bondsdesk.press.document import Facts, Paragraph
from bondsdesk.rooms.listening import store
from bondsdesk.rooms.listening.domain.moves import agree_return, hold
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.domain.talk import Talk
from bondsdesk.rooms.listening.report import talk_summary
from bondsdesk.rooms.listening.room import ROOM, Listening
from bondsdesk.rooms.listening.service.talks import Talks
from tests.fakes import FakeClock
from tests.rooms.listening.conftest import a_record

Making = Callable[[Plan | None], Talk]


@pytest.fixture
def listening(room: RoomContext) -> Listening:
    return Listening(room)


def test_the_doorplate_names_the_room() -> None:
    assert (ROOM.key, ROOM.title()) == ("listening", "Listen")


def test_only_kept_words_are_found(
    listening: Listening, room: RoomContext, clock: FakeClock, a_talk: Making
) -> None:
    Talks(room.vault).save_running(a_talk(None), clock.awake(), "unkept walks")
    assert listening.search("walks", 5) == []
    with room.vault.work() as work:
        store.add(work, a_record(clock.now(), line="Evening walks", words="After tea"))
    (hit,) = listening.search("walk", 5)
    assert hit.text == "Evening walks\nAfter tea"
    assert not hit.private
    listening.show_hit(hit)
    assert listening.page().history._card is not None
    listening.page().deleteLater()


def test_an_agreed_time_is_planned_and_nothing_is_without_one(
    listening: Listening, room: RoomContext, clock: FakeClock, a_talk: Making
) -> None:
    today = clock.now().date()
    span = (today - timedelta(days=1), today + timedelta(days=2))
    assert listening.timeline(*span) == []
    talk = hold(a_talk(None), clock.awake())
    talks = Talks(room.vault)
    talks.save_running(talk, clock.awake())
    assert listening.timeline(*span) == []
    talk = agree_return(talk, clock.now() + timedelta(hours=1), clock.now())
    talks.save_running(talk, clock.awake())
    (entry,) = listening.timeline(*span)
    assert entry.kind == "planned"
    assert "Floor talk" in entry.title
    assert listening.timeline(date(2020, 1, 1), date(2020, 1, 2)) == []


def test_there_is_nothing_to_print_before_the_first_talk(listening: Listening) -> None:
    assert listening.offers() == []
    listening.keep_drafts()


def test_talks_on_paper_by_month(listening: Listening, room: RoomContext, clock: FakeClock) -> None:
    with room.vault.work() as work:
        for days in (0, 1, 40):
            store.add(work, a_record(clock.now() - timedelta(days=days), small_step="a walk"))
    (offer,) = listening.offers()
    whole = offer.build(OfferOptions("en"))
    assert [section.heading for section in whole.sections] == ["October 2026", "November 2026"]
    one_day = clock.now().date() - timedelta(days=1)
    some = offer.build(OfferOptions("en", first=one_day, last=one_day + timedelta(days=1)))
    assert len(some.sections) == 1
    since_ever = offer.build(OfferOptions("en", first=date.min, last=date(9998, 1, 1)))
    assert len(since_ever.sections) == 2
    with pytest.raises(ExpectedError, match="nothing"):
        offer.build(OfferOptions("en", first=date(2020, 1, 1), last=date(2020, 2, 1)))


@pytest.mark.parametrize("language", ["en", "ur"])
def test_one_talk_on_paper_has_kept_words_and_no_name(clock: FakeClock, language: Language) -> None:
    record = a_record(clock.now(), words="*kept* #words", line="چائے", small_step="a walk")
    page = talk_summary(record, language)
    blocks = page.sections[0].blocks
    assert isinstance(blocks[0], Facts)
    notes = [b.text for b in blocks if isinstance(b, Paragraph) and b.style == "note"]
    assert notes == ["چائے", "*kept* #words", "a walk"]
    assert page.language == language
    assert "16" in str(blocks[0].rows)


def test_a_page_that_is_let_go_is_freed(listening: Listening) -> None:
    page = listening.page()
    assert listening.page() is page
    gone = weakref.ref(page)
    listening.forget_page()
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
    listening.page().deleteLater()
