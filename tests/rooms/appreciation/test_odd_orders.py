# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps in an order nobody thought of: nothing typed is lost, nothing is given that was not meant.

`redo` and `undo` are those of the desk, outside the text field.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.appreciation.domain import Draft
from bondsdesk.rooms.appreciation.page import AppreciationPage
from bondsdesk.rooms.appreciation.room import Appreciation
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from tests.rooms.appreciation.conftest import Give

Key = Qt.Key


def _rows(page: AppreciationPage) -> list[str]:
    for _ in range(6):
        QApplication.processEvents()
    model = page.column.model
    return [row.text for n in range(model.rowCount()) if (row := model.at(n)) is not None]


def _drafts(service: AppreciationService) -> list[str]:
    return [draft.text for draft in service.drafts()]


def _give(page: AppreciationPage, text: str) -> None:
    page.begin_note()
    QTest.keyClicks(page.composer.field, text)
    QTest.mouseClick(page.composer.give, Qt.MouseButton.LeftButton)


def _press_on_first_row(page: AppreciationPage, key: Qt.Key) -> None:
    page.column.list.setFocus()
    page.column.list.setCurrentIndex(page.column.model.index(0))
    QTest.keyClick(page.column.list, key)


def test_a_note_taken_back_and_written_on_is_not_given_by_redo(
    page: AppreciationPage, service: AppreciationService, room: RoomContext
) -> None:
    _give(page, "first")
    room.undo.undo()
    page.open_draft(service.drafts()[0])
    QTest.keyClicks(page.composer.field, " and more")
    page.keep_drafts()
    room.undo.redo()
    assert _rows(page) == []
    assert _drafts(service) == ["first and more"]
    assert page.composer.field.text() == "first and more"
    assert room.notices.current is not None
    assert "written on this draft" in room.notices.current.text
    assert not room.undo.can_redo


def test_letters_typed_just_before_redo_stay_as_a_draft_that_can_be_given_too(
    page: AppreciationPage, service: AppreciationService, room: RoomContext
) -> None:
    _give(page, "first")
    room.undo.undo()
    page.open_draft(service.drafts()[0])
    QTest.keyClicks(page.composer.field, " and more")
    room.undo.redo()
    assert _rows(page) == ["first"]
    page.keep_drafts()
    assert _drafts(service) == ["first and more"]
    QTest.mouseClick(page.composer.give, Qt.MouseButton.LeftButton)
    assert sorted(_rows(page)) == ["first", "first and more"]


def test_a_draft_sealed_once_more_under_a_given_notes_name_can_be_given(
    service: AppreciationService,
) -> None:
    draft = Draft(new_uid(), "first")
    service.give(draft)
    service.keep_draft(Draft(draft.uid, "second"))
    service.give(service.drafts()[0])
    assert service.drafts() == []
    assert len({note.uid for note in service.period(None, None, "a")}) == 2


def test_redo_empties_the_form_that_still_shows_what_it_gives(
    page: AppreciationPage, service: AppreciationService, room: RoomContext
) -> None:
    _give(page, "first")
    room.undo.undo()
    page.open_draft(service.drafts()[0])
    room.undo.redo()
    assert _rows(page) == ["first"]
    assert page.side.shown == "plan"
    assert page.composer.field.text() == ""


def test_deleting_the_draft_that_stands_in_the_form_puts_the_form_away(
    page: AppreciationPage, service: AppreciationService, room: RoomContext
) -> None:
    page.begin_note()
    QTest.keyClicks(page.composer.field, "abc")
    page.keep_drafts()
    page.column.filters.choose_drafts()
    QTest.keyClicks(page.composer.field, "def")
    _press_on_first_row(page, Key.Key_Delete)
    assert _drafts(service) == []
    assert page.side.shown == "plan"
    assert page.composer.field.text() == ""
    room.undo.undo()
    assert _drafts(service) == ["abcdef"]


def test_a_draft_brought_back_and_written_on_is_not_deleted_by_redo(
    page: AppreciationPage, service: AppreciationService, room: RoomContext
) -> None:
    service.keep_draft(Draft(new_uid(), "abc"))
    page.reload()
    page.column.filters.choose_drafts()
    _press_on_first_row(page, Key.Key_Delete)
    room.undo.undo()
    page.open_draft(service.drafts()[0])
    QTest.keyClicks(page.composer.field, "def")
    page.keep_drafts()
    room.undo.redo()
    assert _drafts(service) == ["abcdef"]
    assert page.composer.field.text() == "abcdef"


@pytest.mark.parametrize("deed", ["withdraw", "undo"])
def test_a_plan_half_written_stays_while_notes_come_and_go(
    page: AppreciationPage, service: AppreciationService, room: RoomContext, given: Give, deed: str
) -> None:
    given(service, "one")
    page.column.refill()
    _press_on_first_row(page, Key.Key_Delete)
    room.undo.undo()
    QTest.mouseClick(page.plan._change, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.plan.when, "we drink tea")
    if deed == "withdraw":
        _press_on_first_row(page, Key.Key_Delete)
    else:
        room.undo.redo()
    assert _rows(page) == []
    assert not page.plan._form.isHidden()
    assert page.plan.when.text() == "we drink tea"
    QTest.keyClicks(page.plan.then, "say one thing")
    QTest.keyClick(page.plan.then, Key.Key_Return)
    assert page.plan._form.isHidden()
    assert service.plan() is not None


def test_a_plan_half_written_stands_open_again_on_a_fresh_page(
    page: AppreciationPage, opened: Appreciation, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.plan._change, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.plan.when, "we drink tea")
    opened.forget_page()
    again: AppreciationPage = opened.page()
    qtbot.addWidget(again)
    assert not again.plan._form.isHidden()
    assert again.plan.when.text() == "we drink tea"


def test_a_plan_half_written_is_kept_for_its_writer_alone(
    sits: Callable[[PartnerId], AppreciationService],
) -> None:
    sits("a").keep_plan_draft("we drink tea \ud800", "")
    assert sits("b").plan_draft() is None
    draft = sits("a").plan_draft()
    assert draft is not None
    assert draft.when == "we drink tea \ufffd"
    assert sits("a").plan() is None


def test_a_plan_that_was_kept_or_left_does_not_come_back_half_written(
    page: AppreciationPage, opened: Appreciation, service: AppreciationService
) -> None:
    for key in (Key.Key_Return, Key.Key_Escape):
        QTest.mouseClick(page.plan._change, Qt.MouseButton.LeftButton)
        page.plan.when.setText("we drink tea")
        page.plan.then.setText("say one thing")
        opened.keep_drafts()
        assert service.plan_draft() is not None
        QTest.keyClick(page.plan.then, key)
        opened.keep_drafts()
        assert service.plan_draft() is None


def test_a_double_click_on_taking_a_note_back_opens_no_other_one(
    page: AppreciationPage, given: Give
) -> None:
    for days, text in enumerate(("newest", "middle", "oldest")):
        given(page._service, text, days_ago=days)
    page.column.refill()
    assert len(_rows(page)) == 3
    rows, viewport = page.column.list, page.column.list.viewport()
    rows._hover(rows.visualRect(page.column.model.index(0)).center())
    spot = rows._actions.geometry().center()
    rows._actions._buttons["withdraw"].click()
    assert _rows(page) == ["middle", "oldest"]
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    assert page.reader.isHidden()
    spot = rows.visualRect(page.column.model.index(1)).center()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    assert page.reader.note is not None
    assert page.reader.note.text == "oldest"


def test_opening_the_draft_that_stands_in_the_form_loses_no_letter(
    page: AppreciationPage, service: AppreciationService
) -> None:
    page.begin_note()
    QTest.keyClicks(page.composer.field, "abc")
    page.keep_drafts()
    page.column.filters.choose_drafts()
    QTest.keyClicks(page.composer.field, "def")
    _press_on_first_row(page, Key.Key_Return)
    assert page.composer.field.text() == "abcdef"
    QTest.keyClicks(page.composer.field, "g")
    page.keep_drafts()
    assert _drafts(service) == ["abcdefg"]


def test_asking_twice_to_change_a_note_loses_no_letter(
    page: AppreciationPage, service: AppreciationService
) -> None:
    _give(page, "first")
    _press_on_first_row(page, Key.Key_F2)
    QTest.keyClicks(page.composer.field, " and more")
    _press_on_first_row(page, Key.Key_F2)
    assert page.composer.field.text() == "first and more"
    assert _drafts(service) == ["first and more"]
