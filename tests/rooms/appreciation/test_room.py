# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room shows the house; its words and direction; that nothing of it stays behind."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.assets import read_text
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.sentences import SENTENCES as SHARED
from bondsdesk.kernel.words import Words
from bondsdesk.rooms.appreciation.domain import Draft
from bondsdesk.rooms.appreciation.parts.row_actions import DEEDS
from bondsdesk.rooms.appreciation.parts.sentences import SENTENCES, STEPS
from bondsdesk.rooms.appreciation.room import ROOM, Appreciation
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock
from tests.rooms.appreciation.conftest import Give


def test_the_doorplate() -> None:
    assert ROOM.key == "appreciation"
    assert ROOM.title() == "Appreciate"
    assert ROOM.migrations.owner == "appreciation"


def test_today_shows_the_giver_what_waits_and_the_reader_what_opens_now(
    room: RoomContext, as_partner: Callable[[PartnerId], Vault], clock: FakeClock
) -> None:
    from dataclasses import replace

    opened = Appreciation(room)
    service = opened._service
    day = service.today() + timedelta(days=1)
    service.give(Draft(new_uid(), "secret words", (), day))
    entries = opened.timeline(service.today(), day)
    assert [(entry.day, entry.title, entry.kind) for entry in entries] == [
        (day, "A note opens", "opens")
    ]
    bilal = Appreciation(replace(room, vault=as_partner("b")))
    assert bilal.timeline(service.today(), day) == []
    assert bilal.search("secret", 5) == []
    clock.advance(days=1)
    titles = [entry.title for entry in bilal.timeline(day, day)]
    assert titles == ["A note from \u2068Ayesha\u2069 opens today"]
    assert bilal.timeline(day + timedelta(days=1), day + timedelta(days=2)) == []
    assert [hit.text for hit in bilal.search("secret", 5)] == ["secret words"]


def test_both_languages_offer_the_same_beginnings_and_plans() -> None:
    english, urdu = (
        json.loads(read_text("content", lang, "appreciation.json")) for lang in ("en", "ur")
    )
    for kind in ("starters", "plans"):
        assert [entry["id"] for entry in english[kind]] == [entry["id"] for entry in urdu[kind]]
    assert all(entry["text"].endswith(" ") for entry in english["starters"] + urdu["starters"])


@pytest.mark.parametrize(
    "sentence", [*SENTENCES.values(), *STEPS.values(), *(face.name for face in DEEDS.values())]
)
def test_every_sentence_of_the_tables_is_there_in_urdu(sentence: str) -> None:
    assert Words("ur").gettext(sentence) != sentence


def test_the_tables_do_not_repeat_shared_codes() -> None:
    assert not SENTENCES.keys() & SHARED.keys()


def test_in_urdu_the_page_runs_from_the_right(
    urdu: None, room: RoomContext, qtbot: QtBot, service: AppreciationService, given: Give
) -> None:
    given(service, "English words", days_ago=1)
    room.look.set_language("ur")
    page = Appreciation(room).page()
    qtbot.addWidget(page)
    page.resize(1150, 768)
    with qtbot.waitExposed(page):
        page.show()
    assert page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert page.side.geometry().right() < page.column.geometry().left()
    assert page.write.text() == "رقعہ لکھیں"
    spoken = page.column.model.index(0).data()
    assert spoken == "میں، \u2068کل، اتوار\u2069\nEnglish words"
    page.hide()
    room.look.set_language("en")


def test_every_control_has_a_name(
    room: RoomContext, qtbot: QtBot, service: AppreciationService, given: Give
) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QPlainTextEdit

    given(service, "words", tags=("tea",))
    service.keep_draft(Draft(new_uid(), "draft"))
    page = Appreciation(room).page()
    qtbot.addWidget(page)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QListView)
    for widget in page.findChildren(QWidget):
        if isinstance(widget, kinds):
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or words, widget


def test_a_forgotten_page_leaves_nothing_behind(
    room: RoomContext, service: AppreciationService, given: Give
) -> None:
    given(service, "words", days_ago=2)
    opened = Appreciation(room)
    page = opened.page()
    page.begin_note()
    page._read(service.notes(page.column.model.sieve, None, 1)[0], page.column.model.sieve)
    parts = [weakref.ref(part) for part in (page, page.composer, page.column.list, page.reader)]
    opened.forget_page()
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [part() for part in parts] == [None] * len(parts)
