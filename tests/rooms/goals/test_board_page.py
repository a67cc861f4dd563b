# SPDX-License-Identifier: GPL-3.0-or-later
"""The board on screen: by keyboard, by mouse, in both directions, with everything taken back."""

from __future__ import annotations

import gc
import weakref
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.ports import SearchHit, Seed
from bondsdesk.rooms.goals.models import PAGE
from bondsdesk.rooms.goals.room import Goals
from bondsdesk.rooms.goals.service.goals import GoalsService
from tests.rooms.goals.conftest import Desk, put

Key = Qt.Key


@pytest.fixture
def three(desk: Desk, home: Uid) -> tuple[Uid, Uid, Uid]:
    """Cards a, b, c in the lane of dreams, and one that is being done."""
    c, b, a = (put(desk.goals, home, name) for name in "cba")
    put(desk.goals, home, "x", "doing")
    desk.page.reload()
    desk.settle()
    return a, b, c


# the keyboard


def test_ctrl_and_an_arrow_move_a_card_and_say_where(
    desk: Desk, three: tuple[Uid, Uid, Uid]
) -> None:
    a, b, _ = three
    desk.press(a, Key.Key_Down)
    assert desk.shown("dream") == ["b", "a", "c"]
    assert desk.page.board.said == "Moved to Dream, second of 3"
    desk.press(a, Key.Key_Up)
    assert desk.shown("dream") == ["a", "b", "c"]
    desk.press(b, Key.Key_Right)
    assert desk.shown("plan") == ["b"]
    desk.press(b, Key.Key_Right)
    assert desk.shown("doing") == ["b", "x"]
    assert desk.page.board.said == "Moved to Doing, first of 2"
    assert desk.lane("doing").hasFocus()
    assert desk.context.undo.undo_text == "Move card"


def test_the_slot_shows_for_a_moment_where_the_card_landed(
    desk: Desk, three: tuple[Uid, Uid, Uid]
) -> None:
    desk.press(three[0], Key.Key_Right)
    assert desk.lane("plan").cards.landed == three[0]
    desk.page.board._end_flash()
    assert desk.lane("plan").cards.landed == ""


def test_at_the_edges_a_card_stays(desk: Desk, three: tuple[Uid, Uid, Uid]) -> None:
    a, _, c = three
    desk.press(a, Key.Key_Up)
    desk.press(a, Key.Key_Left)
    desk.press(c, Key.Key_Down)
    assert desk.shown("dream") == ["a", "b", "c"]
    assert not desk.context.undo.can_undo


def test_plain_arrows_go_to_the_next_lane_that_has_a_card(
    desk: Desk, three: tuple[Uid, Uid, Uid]
) -> None:
    desk.press(three[0], Key.Key_Right, control=False)
    assert desk.lane("doing").hasFocus()
    face = desk.lane("doing").current_face()
    assert face is not None
    assert face.title == "x"


def test_every_move_is_taken_back_and_done_again(desk: Desk, three: tuple[Uid, Uid, Uid]) -> None:
    a, b, _ = three
    desk.press(a, Key.Key_Right)
    desk.press(b, Key.Key_Down)
    desk.context.undo.undo()
    desk.context.undo.undo()
    assert desk.shown("dream") == ["a", "b", "c"]
    assert desk.shown("plan") == []
    desk.context.undo.redo()
    assert desk.shown("plan") == ["a"]


def test_lanes_stand_from_the_right_in_urdu(
    urdu: None, room: RoomContext, goals: GoalsService, home: Uid
) -> None:
    uid = put(goals, home, "باغ")
    room.look.set_language("ur")
    desk = Desk(room, goals)
    try:
        dream, plan = desk.lane("dream"), desk.lane("plan")
        assert dream.mapToGlobal(QPoint(0, 0)).x() > plan.mapToGlobal(QPoint(0, 0)).x()
        desk.press(uid, Key.Key_Left)
        assert desk.shown("plan") == ["باغ"]
        desk.press(uid, Key.Key_Right)
        assert desk.shown("dream") == ["باغ"]
    finally:
        desk.close()
        room.look.set_language("en")


# the mouse


def test_a_dragged_card_lands_in_the_slot(desk: Desk, three: tuple[Uid, Uid, Uid]) -> None:
    a, _, _ = three
    source = desk.lift(a)
    assert desk.page.board.carry.busy
    desk.bring(source, desk.over("doing", 0))
    assert desk.shown("doing") == ["(slot)", "x"]
    desk.window.grab()
    desk.drop(source)
    assert desk.shown("doing") == ["a", "x"]
    assert desk.shown("dream") == ["b", "c"]
    assert not desk.page.board.carry.busy


def test_a_card_dropped_below_the_last_one_lies_last(
    desk: Desk, three: tuple[Uid, Uid, Uid]
) -> None:
    source = desk.lift(three[1])
    target = desk.lane("doing")
    desk.bring(source, target.viewport().mapToGlobal(QPoint(40, target.viewport().height() - 90)))
    desk.drop(source)
    assert desk.shown("doing") == ["x", "b"]


def test_escape_puts_a_lifted_card_back(desk: Desk, three: tuple[Uid, Uid, Uid]) -> None:
    source = desk.lift(three[0])
    desk.bring(source, desk.over("doing", 0))
    QTest.keyClick(source, Key.Key_Escape)
    desk.drop(source)
    assert desk.shown("dream") == ["a", "b", "c"]
    assert desk.shown("doing") == ["x"]
    assert not desk.page.table.opened


def test_a_card_dropped_outside_is_where_it_was_and_that_is_said(
    desk: Desk, three: tuple[Uid, Uid, Uid]
) -> None:
    source = desk.lift(three[0])
    desk.bring(source, desk.window.mapToGlobal(QPoint(60, 20)))
    desk.drop(source)
    assert desk.shown("dream") == ["a", "b", "c"]
    notice = desk.context.notices.current
    assert notice is not None
    assert notice.text.startswith("The card is where it was")


def test_a_card_dropped_on_its_own_place_makes_no_step(
    desk: Desk, three: tuple[Uid, Uid, Uid]
) -> None:
    source = desk.lift(three[1])
    assert "(slot)" not in desk.shown("dream")
    desk.drop(source)
    assert desk.shown("dream") == ["a", "b", "c"]
    assert not desk.context.undo.can_undo


def test_near_the_edge_the_board_scrolls_slowly(desk: Desk, three: tuple[Uid, Uid, Uid]) -> None:
    desk.window.resize(900, 600)
    desk.settle()
    area = desk.page.board._area
    source = desk.lift(three[0])
    view = area.viewport()
    desk.bring(source, view.mapToGlobal(QPoint(view.width() - 5, 200)))
    before = area.horizontalScrollBar().value()
    desk.page.board.carry._scroll()
    assert 0 < area.horizontalScrollBar().value() - before <= 12
    desk.page.board.carry.put_back()
    desk.drop(source)


def test_a_click_opens_a_card_and_the_menu_moves_it_without_dragging(
    desk: Desk, three: tuple[Uid, Uid, Uid]
) -> None:
    a, _, _ = three
    dream = desk.lane("dream")
    spot = dream.visualRect(dream.lane.index(0)).center()
    QTest.mouseClick(
        dream.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )
    assert desk.page.editor.uid == a
    desk.page.board._on_menu(a, QPoint(0, 0))
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    next(action for action in menu.actions() if action.text() == "Move to Let go").trigger()
    menu.close()
    desk.settle()
    assert desk.shown("let_go") == ["a"]


# boards


def test_a_new_place_shows_a_drawing_and_one_button(room: RoomContext, goals: GoalsService) -> None:
    desk = Desk(room, goals)
    try:
        assert desk.page.table.empty.isVisible()
        assert not desk.page.add_button.isVisible()
        desk.page.table.begin_button.click()
        desk.page.form.name.setText("Home")
        desk.page.form.keep()
        desk.settle()
        assert desk.page.board.isVisible()
        assert [board.name for board in goals.boards()] == ["Home"]
        assert room.undo.undo_text == "New board"
    finally:
        desk.close()


def test_a_nameless_board_is_asked_for_its_name(desk: Desk) -> None:
    desk.page.begin_board()
    desk.page.form.name.setText("  ")
    desk.page.form.keep()
    assert desk.page.form.isVisible()
    assert len(desk.goals.boards()) == 1


def test_a_board_is_put_away_and_brought_back(desk: Desk, home: Uid) -> None:
    desk.page.bar.archive_wanted.emit()
    assert desk.goals.boards() == []
    assert desk.page.table.empty.isVisible()
    desk.page.bar.restore_wanted.emit(home)
    assert desk.page.board.isVisible()
    desk.page.bar.archive_wanted.emit()
    desk.context.undo.undo()
    assert desk.page.board.isVisible()


# a small step from a talk


def test_a_small_step_becomes_a_card_with_two_clicks(desk: Desk, seeds: list[Seed]) -> None:
    today = desk.goals.today()
    seeds.append(Seed("Walk after dinner & tea", today, "listening", "f" * 32))
    desk.page.hide()
    desk.page.show()
    desk.page.bar.seeds_button.click()
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    desk.settle()
    assert desk.shown("plan") == ["Walk after dinner & tea"]
    assert not any(
        button.text() == "From your talks"
        for button in desk.page.bar.findChildren(QAbstractButton)
        if button.isVisible()
    )
    desk.context.undo.undo()
    assert desk.shown("plan") == []


# many cards, the house


def test_a_long_lane_shows_its_cards_by_and_by(desk: Desk, home: Uid) -> None:
    uids = [put(desk.goals, home, str(n)) for n in range(PAGE + 20)]
    desk.page.reload()
    assert len(desk.shown("dream")) == PAGE
    assert desk.page.board.show_card(uids[0])
    assert len(desk.shown("dream")) == PAGE + 20
    desk.press(uids[0], Key.Key_Up)
    assert desk.shown("dream")[-2:] == ["0", "1"]


def test_a_found_card_is_shown_even_on_a_board_put_away(
    desk: Desk, home: Uid, three: tuple[Uid, Uid, Uid]
) -> None:
    desk.page.bar.archive_wanted.emit()
    (hit,) = desk.room.search("x", 5)
    assert isinstance(hit, SearchHit)
    desk.room.show_hit(hit)
    assert desk.page.editor.uid == hit.uid
    assert [board.uid for board in desk.goals.boards()] == [home]


def test_reviews_are_lent_to_the_days(desk: Desk, home: Uid) -> None:
    day = desk.goals.today() + timedelta(3)
    uid = put(desk.goals, home, "Paint", review_on=day)
    put(desk.goals, home, "Old stove", "done", review_on=day)
    entries = desk.room.timeline(day, day)
    assert [(entry.uid, entry.kind, entry.title) for entry in entries] == [(uid, "review", "Paint")]


def test_a_screen_reader_hears_everything_a_card_shows(desk: Desk, home: Uid) -> None:
    uid = put(desk.goals, home, "Stove", target=3_800_000, saved=1_900_000, holder="b")
    desk.page.reload()
    model = desk.lane("dream").lane
    words = model.data(model.index_of(uid), Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Stove", "PKR 19,000", "38,000", "held by", "Bilal"):
        assert part in words
    assert desk.lane("let_go").accessibleName() == "Let go"
    for button in desk.page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()


def test_nothing_keeps_the_page_after_it_was_let_go(room: RoomContext, home: Uid) -> None:
    goals = Goals(room)
    page = goals.page()
    seen = weakref.ref(page)
    page.show()
    QApplication.processEvents()
    page.hide()
    goals.forget_page()
    page.deleteLater()
    QApplication.processEvents()
    del page
    QApplication.sendPostedEvents(None, 52)
    gc.collect()
    assert seen() is None
