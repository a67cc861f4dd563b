# SPDX-License-Identifier: GPL-3.0-or-later
"""The page as a person uses it: real widgets, a real vault, a mouse and a keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.rooms.appreciation.domain import Draft, Sieve
from bondsdesk.rooms.appreciation.page import AppreciationPage
from bondsdesk.rooms.appreciation.parts.composer import KEEP_AFTER
from bondsdesk.rooms.appreciation.room import Appreciation
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from tests.fakes import FakeClock
from tests.people import Household
from tests.rooms.appreciation.conftest import Give

Key = Qt.Key


def _settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def _rows(page: AppreciationPage) -> list[str]:
    _settle()
    model = page.column.model
    return [row.text for n in range(model.rowCount()) if (row := model.at(n)) is not None]


def _write(page: AppreciationPage, text: str) -> None:
    page.begin_note()
    QTest.keyClicks(page.composer.field, text)


def _current(page: AppreciationPage, number: int = 0) -> QWidget:
    page.column.list.setFocus()
    page.column.list.setCurrentIndex(page.column.model.index(number))
    _settle()
    return page.column.list


# --- writing -------------------------------------------------------------------------------------


def test_a_note_is_written_given_and_shown(page: AppreciationPage, room: RoomContext) -> None:
    QTest.mouseClick(page.write, Qt.MouseButton.LeftButton)
    assert not page.composer.give.isEnabled()
    assert page.composer.status.text == "One line is enough."
    QTest.keyClicks(page.composer.field, "Thank you for the tea")
    QTest.mouseClick(page.composer.give, Qt.MouseButton.LeftButton)
    assert _rows(page) == ["Thank you for the tea"]
    assert page.side.shown == "plan"
    assert room.notices.current is not None
    assert "Bilal" in room.notices.current.text


def test_a_screen_reader_opens_and_closes_the_form_by_toggling_its_button(
    page: AppreciationPage,
) -> None:
    seen = []
    for _ in range(2):
        page.write.toggle()
        seen.append((page.side.shown, page.write.isChecked()))
    assert seen == [("compose", True), ("plan", False)]


def test_a_screen_reader_opens_the_years_by_toggling_their_chip(page: AppreciationPage) -> None:
    _write(page, "for the year")
    QTest.mouseClick(page.composer.give, Qt.MouseButton.LeftButton)
    page.column.filters._years.toggle()
    _settle()
    assert page.column.filters._years._list.isVisible()
    page.column.filters._years._list.hide()
    assert not page.column.filters._years.isChecked()


def test_kept_is_said_after_it_is_kept_and_never_before(
    page: AppreciationPage, service: AppreciationService
) -> None:
    _write(page, "half a thought")
    assert "kept" not in page.composer.status.text
    assert service.drafts() == []
    assert page.composer._timer.interval() == KEEP_AFTER
    page.composer._timer.timeout.emit()
    assert page.composer.status.text == "Draft kept. Only you can read it."
    assert [draft.text for draft in service.drafts()] == ["half a thought"]
    QTest.keyClicks(page.composer.field, "!")
    assert "kept" not in page.composer.status.text


def test_escape_closes_and_keeps(page: AppreciationPage, service: AppreciationService) -> None:
    _write(page, "later")
    QTest.keyClick(page.composer.field, Key.Key_Escape)
    assert page.side.shown == "plan"
    assert [draft.text for draft in service.drafts()] == ["later"]


def test_a_lock_keeps_what_is_being_written(
    page: AppreciationPage, opened: Appreciation, service: AppreciationService
) -> None:
    _write(page, "not finished")
    opened.keep_drafts()
    assert [draft.text for draft in service.drafts()] == ["not finished"]


def test_a_change_of_language_keeps_the_open_note_open(
    page: AppreciationPage, opened: Appreciation, qtbot: QtBot
) -> None:
    _write(page, "in the middle")
    opened.forget_page()
    again: AppreciationPage = opened.page()
    qtbot.addWidget(again)
    assert again is not page
    assert again.side.shown == "compose"
    assert again.composer.field.text() == "in the middle"


def test_drafts_are_reached_opened_and_deleted(
    page: AppreciationPage, service: AppreciationService, room: RoomContext
) -> None:
    service.keep_draft(Draft(new_uid(), "one"))
    page.reload()
    page.column.filters.choose_drafts()
    assert _rows(page) == ["one"]
    QTest.keyClick(_current(page), Key.Key_Return)
    assert page.composer.field.text() == "one"
    QTest.keyClick(page.composer.field, Key.Key_Escape)
    QTest.keyClick(_current(page), Key.Key_Delete)
    assert _rows(page) == []
    assert service.drafts() == []
    room.undo.undo()
    assert _rows(page) == ["one"]


def test_starters_begin_a_note_in_either_language(page: AppreciationPage) -> None:
    page.begin_note()
    first, urdu = page.composer._starters.texts[0], page.composer._starters.texts[-8]
    page.composer._starters.picked.emit(first)
    assert page.composer.field.text() == first == "Thank you for "
    page.composer._starters.picked.emit(urdu)
    assert page.composer.field.text() == urdu
    QTest.keyClicks(page.composer.field, "x")
    page.composer._starters.picked.emit(first)
    assert page.composer.field.text() == f"{urdu}x{first}"


def test_a_note_is_left_closed_until_a_day(
    page: AppreciationPage, service: AppreciationService
) -> None:
    _write(page, "wait for it")
    day = service.today() + timedelta(days=3)
    page.composer.when.choose(day)
    QTest.mouseClick(page.composer.give, Qt.MouseButton.LeftButton)
    assert _rows(page) == ["wait for it"]
    row = page.column.model.index(0)
    spoken = page.column.model.data(row, Qt.ItemDataRole.AccessibleTextRole)
    assert "closed until" in spoken


def test_tags_are_added_and_wrong_ones_named_beside_the_field(
    page: AppreciationPage, service: AppreciationService
) -> None:
    _write(page, "words")
    QTest.mouseClick(page.composer.tags.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.composer.tags.field, "x" * 30)
    QTest.mouseClick(page.composer.give, Qt.MouseButton.LeftButton)
    assert "24" in page.composer.tags._line.text()
    assert page.composer.field.text() == "words"
    page.composer.tags.field.setText("tea, گھر")
    QTest.mouseClick(page.composer.give, Qt.MouseButton.LeftButton)
    assert service.notes(Sieve(), None, 1)[0].tags == ("tea", "گھر")


# --- bad input -----------------------------------------------------------------------------------


def _paste(page: AppreciationPage, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    page.composer.field.insertFromMimeData(data)


def test_two_hundred_thousand_letters_are_kept_and_the_limit_is_said(
    page: AppreciationPage, service: AppreciationService
) -> None:
    page.begin_note()
    _paste(page, "بہت " * 50_000)
    assert not page.composer.give.isEnabled()
    assert "20000" in page.composer.status.text
    page.keep_drafts()
    assert len(service.drafts()[0].text) == 200_000
    assert "20000" in page.composer.status.text


@pytest.mark.parametrize("text", ["   \n ", "\u200b"])
def test_only_blanks_cannot_be_given(page: AppreciationPage, text: str) -> None:
    page.begin_note()
    _paste(page, text)
    assert not page.composer.give.isEnabled()
    assert page.composer.status.text == "One line is enough."
    assert page.composer.give.accessibleDescription() == "One line is enough."


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("a\0b", "ab"),
        ("half \ud83d", "half"),
        ("<b>not bold</b> #set x", "<b>not bold</b> #set x"),
    ],
)
def test_odd_clipboards_do_no_harm(
    page: AppreciationPage, service: AppreciationService, pasted: str, kept: str
) -> None:
    page.begin_note()
    _paste(page, pasted)
    QTest.mouseClick(page.composer.give, Qt.MouseButton.LeftButton)
    assert service.notes(Sieve(), None, 1)[0].text.rstrip("?\ufffd ") == kept


def _refuse(*_: object) -> None:
    raise ExpectedError("vault.row_damaged")


def test_what_cannot_be_kept_is_said_and_stays_where_it_is(
    page: AppreciationPage, service: AppreciationService, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = service.keep_draft(Draft(new_uid(), "another draft"))
    assert other is not None
    _write(page, "precious")
    with monkeypatch.context() as patched:
        patched.setattr(AppreciationService, "keep_draft", _refuse)
        QTest.keyClick(page.composer.field, Key.Key_Escape)
        assert page.side.shown == "compose"
        page.open_draft(other)
        page.begin_note()
        assert page.composer.field.text() == "precious"
        assert "damaged" in page.composer.status.text
        with pytest.raises(ExpectedError, match="vault"):
            page.keep_drafts()
        assert page.composer.field.text() == "precious"
    page.open_draft(other)
    assert page.composer.field.text() == "another draft"
    assert {draft.text for draft in service.drafts()} == {"precious", "another draft"}


def test_without_a_partner_the_form_says_that_drafts_wait(
    opened: Appreciation, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AppreciationService, "reader", lambda _self: None)
    page: AppreciationPage = opened.page()
    qtbot.addWidget(page)
    page.begin_note()
    QTest.keyClicks(page.composer.field, "for you, later")
    assert not page.composer.give.isEnabled()
    assert "no one here yet" in page.composer.status.text


# --- the list ------------------------------------------------------------------------------------


def test_filters_and_search_narrow_the_list(
    page: AppreciationPage, service: AppreciationService, given: Give
) -> None:
    given(service, "tea in the rain", days_ago=2, tags=("home",))
    given(service, "a long walk", days_ago=400)
    page.column.forget_choices()
    page.reload()
    assert _rows(page) == ["tea in the rain", "a long walk"]
    page.column.filters.search_for("te")
    assert _rows(page) == ["tea in the rain"]
    page.column.filters.search_for("nothing like it")
    assert _rows(page) == []
    assert page.column._stack.currentWidget() is page.column._nothing_place
    page.column.filters.show_all()
    page.column.filters._years.choose("2025")
    page.column.filters._years.picked.emit("2025")
    assert _rows(page) == ["a long walk"]
    page.column.filters.show_all()
    page.column.filters._tags.choose("home")
    page.column.filters._tags.picked.emit("home")
    assert _rows(page) == ["tea in the rain"]
    page.column.filters.show_all()
    page.column.filters._chips.choose("b")
    page.column.refill()
    assert _rows(page) == []


def test_a_row_is_withdrawn_by_key_and_comes_back_by_undo(
    page: AppreciationPage, service: AppreciationService, given: Give, room: RoomContext
) -> None:
    given(service, "words")
    page.column.refill()
    QTest.keyClick(_current(page), Key.Key_Delete)
    assert _rows(page) == []
    assert room.notices.current is not None
    room.notices.act()
    assert _rows(page) == ["words"]
    room.undo.redo()
    assert _rows(page) == []


def test_own_fresh_words_are_changed_in_the_form(page: AppreciationPage, room: RoomContext) -> None:
    _write(page, "first")
    page.composer.give.click()
    QTest.keyClick(_current(page), Key.Key_F2)
    assert page.composer.editing
    assert page.composer.field.text() == "first"
    QTest.keyClicks(page.composer.field, " and more")
    page.composer.give.click()
    assert _rows(page) == ["first and more"]
    room.undo.undo()
    assert _rows(page) == ["first"]


def test_a_change_that_is_not_wanted_leaves_note_and_no_draft(
    page: AppreciationPage, service: AppreciationService
) -> None:
    _write(page, "first")
    page.composer.give.click()
    QTest.keyClick(_current(page), Key.Key_F2)
    QTest.keyClicks(page.composer.field, "xyz")
    page.keep_drafts()
    page.composer.keep_button.click()
    assert _rows(page) == ["first"]
    assert service.drafts() == []


def test_tags_of_an_old_note_change_beside_the_list(
    page: AppreciationPage, service: AppreciationService, given: Give
) -> None:
    given(service, "words", days_ago=30)
    page.column.refill()
    QTest.keyClick(_current(page), Key.Key_T)
    assert page.tag_card.isVisible()
    page.tag_card.field.setText("tea")
    QTest.keyClick(page.tag_card.field, Key.Key_Return)
    assert service.tags() == [("tea", "tea")]
    assert not page.tag_card.isVisible()


def test_the_others_notes_offer_only_to_be_read(
    opened: Appreciation, qtbot: QtBot, household: Household, clock: FakeClock, given: Give
) -> None:
    del opened, qtbot
    bilal = AppreciationService(household.sit_down("b"), clock)
    note = given(bilal, "his")
    from bondsdesk.rooms.appreciation.parts.list_column import ListColumn

    ayesha = AppreciationService(household.sit_down("a"), clock)
    column = ListColumn.__new__(ListColumn)
    column._service = ayesha
    assert column.deeds(note) == ("read",)


def test_buttons_come_to_the_row_under_the_pointer(page: AppreciationPage, given: Give) -> None:
    given(page._service, "words")
    page.column.refill()
    _settle()
    view = page.column.list
    centre = view.visualRect(page.column.model.index(0)).center()
    QTest.mouseMove(view.viewport(), centre - QPoint(3, 0))
    view._hover(centre)
    assert view._actions.isVisible()
    assert view._actions.geometry().right() == view.visualRect(page.column.model.index(0)).right()
    names = [b.accessibleName() for b in view._actions._buttons.values() if b.isVisible()]
    assert names == ["Read aloud", "Change note", "Change tags", "Take note back"]


def test_a_screen_reader_meets_each_note_whole(
    page: AppreciationPage, service: AppreciationService, given: Give
) -> None:
    given(service, "دل سے شکریہ", days_ago=1, tags=("گھر",))
    page.column.refill()
    _settle()
    view = QAccessible.queryAccessibleInterface(page.column.list)
    assert view.text(QAccessible.Text.Name) == "Notes"
    row = view.child(0)
    assert row.text(QAccessible.Text.Name) == "Me, \u2068yesterday\u2069\nدل سے شکریہ\nTags: گھر"


# --- reading aloud -------------------------------------------------------------------------------


def test_a_note_is_read_aloud_and_arrows_turn(
    page: AppreciationPage, service: AppreciationService, given: Give
) -> None:
    given(service, "older", days_ago=2)
    given(service, "newer")
    page.column.refill()
    QTest.keyClick(_current(page), Key.Key_Return)
    assert page.reader.isVisible()
    assert not page.column.isVisible()
    QTest.keyClick(page.reader, Key.Key_Right)
    assert page.reader.note is not None
    assert page.reader.note.text == "older"
    assert not page.reader._older.isEnabled()
    QTest.keyClick(page.reader, Key.Key_Right)
    QTest.keyClick(page.reader, Key.Key_Left)
    assert page.reader.note.text == "newer"
    QTest.keyClick(page.reader, Key.Key_Escape)
    assert page.column.isVisible()


def test_a_note_from_before_comes_by_chance(
    page: AppreciationPage, service: AppreciationService, given: Give, room: RoomContext
) -> None:
    page.column.filters.before_wanted.emit()
    assert not page.reader.isVisible()
    assert room.notices.current is not None
    given(service, "long ago", days_ago=90)
    page.column.filters.before_wanted.emit()
    assert page.reader.isVisible()
    assert page.reader.note is not None
    assert page.reader.note.text == "long ago"


# --- the plan ------------------------------------------------------------------------------------


def test_a_plan_is_made_from_an_idea_and_let_go(
    page: AppreciationPage, service: AppreciationService, room: RoomContext
) -> None:
    page.plan._change.click()
    page.plan._on_keep()
    assert page.plan.status.text == "Both halves need a few words."
    page.plan.ideas[0].click()
    QTest.keyClick(page.plan.then, Key.Key_Return)
    assert service.plan() is not None
    assert "tea" in page.plan._words.text()
    page.plan._drop.click()
    assert service.plan() is None
    room.undo.undo()
    assert "tea" in page.plan._words.text()


# --- one column ----------------------------------------------------------------------------------


def test_in_a_narrow_window_the_form_takes_the_place_of_the_list(page: AppreciationPage) -> None:
    page.resize(928, 700)
    _settle()
    assert page.column.isVisible()
    assert not page.side.isVisible()
    page.begin_note()
    _settle()
    assert not page.column.isVisible()
    assert page.side.isVisible()
    page.side.back.emit()
    _settle()
    assert page.column.isVisible()


@pytest.mark.parametrize("zoom", [1.5, 2.0])
def test_large_text_leaves_every_control_inside(page: AppreciationPage, zoom: float) -> None:
    page.look.set_zoom(zoom)
    page.resize(928, 700)
    _settle()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.accessibleName():
            left = widget.mapTo(page, QPoint(0, 0)).x()
            assert left >= 0, widget.accessibleName()
            assert left + widget.width() <= page.width(), widget.accessibleName()
    page.look.set_zoom(1.0)


def test_a_found_note_or_draft_is_shown(
    page: AppreciationPage, opened: Appreciation, service: AppreciationService, given: Give
) -> None:
    note = given(service, "canary in the kitchen", days_ago=40)
    given(service, "something newer")
    draft = service.keep_draft(Draft(new_uid(), "canary in a draft"))
    hits = opened.search("canary", 10)
    assert [(hit.text, hit.private) for hit in hits] == [
        ("canary in a draft", True),
        ("canary in the kitchen", False),
    ]
    opened.show_hit(hits[1])
    current = page.column.model.row(page.column.list.currentIndex())
    assert current is not None
    assert current.uid == note.uid
    opened.show_hit(hits[0])
    assert draft is not None
    assert page.composer.draft.uid == draft.uid
    assert opened.search("?!", 10) == []
