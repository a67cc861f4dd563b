# SPDX-License-Identifier: GPL-3.0-or-later
"""A small step is ticked on the board itself, and a card that is open keeps what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.ids import Uid
from bondsdesk.rooms.goals.domain.card import Step
from bondsdesk.rooms.goals.parts.form import Form, merged
from bondsdesk.rooms.goals.parts.lane_list import LaneList
from bondsdesk.rooms.goals.service.goals import GoalsService
from tests.rooms.goals.conftest import Desk, put

Key = Qt.Key
STEPS = (Step("Ask Saima", done=True), Step("Get the permit"), Step("Ten lessons"))


@pytest.fixture
def drive(desk: Desk, home: Uid) -> Uid:
    """A card with one step done and two to do, above another one."""
    put(desk.goals, home, "Another", "doing")
    uid = put(desk.goals, home, "Learn to drive", "doing", steps=STEPS)
    desk.page.reload()
    desk.settle()
    return uid


def box_of(lane: LaneList, uid: Uid) -> QPoint:
    """Return the middle of a card's box to tick."""
    index = lane.lane.index_of(uid)
    face = lane.lane.face(index)
    assert face is not None
    return lane.cards.step_target(face, lane.visualRect(index)).center()


def click(lane: LaneList, spot: QPoint) -> None:
    QTest.mouseClick(
        lane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )


def ticks(goals: GoalsService, uid: Uid) -> list[bool]:
    card = goals.card(uid)
    assert card is not None
    return [step.done for step in card.steps]


def test_a_click_on_the_box_ticks_the_next_step_and_opens_nothing(desk: Desk, drive: Uid) -> None:
    lane = desk.lane("doing")
    click(lane, box_of(lane, drive))
    desk.settle()
    assert ticks(desk.goals, drive) == [True, True, False]
    assert desk.page.editor.isHidden()
    notice = desk.context.notices.current
    assert notice is not None
    assert notice.text == "One step is done."
    assert desk.context.undo.undo_text == "Tick step"
    desk.context.undo.undo()
    assert ticks(desk.goals, drive) == [True, False, False]
    desk.context.undo.redo()
    assert ticks(desk.goals, drive) == [True, True, False]


def test_space_ticks_the_next_step_until_all_are_done(desk: Desk, drive: Uid) -> None:
    for done in (2, 3, 3):
        desk.press(drive, Key.Key_Space, control=False)
        assert sum(ticks(desk.goals, drive)) == done
    face = desk.page.board.model.face(drive)
    assert face is not None
    assert face.step_to_tick == ""
    desk.press(drive, Key.Key_Return, control=False)
    assert not desk.page.editor.isHidden()


def test_a_screen_reader_hears_the_step_and_the_menu_names_it(desk: Desk, drive: Uid) -> None:
    lane = desk.lane("doing")
    index = lane.lane.index_of(drive)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole).replace("\u2068", "")
    assert "next step: Get the permit" in said.replace("\u2069", "")
    desk.page.board._on_menu(drive, QPoint(0, 0))
    (menu,) = desk.page.findChildren(QMenu)
    (action,) = [a for a in menu.actions() if a.text().startswith("Tick: ")]
    assert action.text() == "Tick: Get the permit"
    action.trigger()
    menu.close()
    desk.settle()
    assert ticks(desk.goals, drive) == [True, True, False]


def test_a_card_that_rests_or_is_done_shows_no_box(desk: Desk, home: Uid) -> None:
    uids = [put(desk.goals, home, lane, lane, steps=STEPS) for lane in ("resting", "let_go")]
    desk.page.reload()
    for uid, lane in zip(uids, ("resting", "let_go"), strict=True):
        face = desk.page.board.model.face(uid)
        assert face is not None
        assert face.step_to_tick == ""
        desk.press(uid, Key.Key_Space, control=False)
        assert ticks(desk.goals, uid) == [True, False, False], lane


def test_a_press_on_the_box_that_slips_away_does_nothing(desk: Desk, drive: Uid) -> None:
    lane = desk.lane("doing")
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(lane.viewport(), Qt.MouseButton.LeftButton, none, box_of(lane, drive))
    QTest.mouseRelease(lane.viewport(), Qt.MouseButton.LeftButton, none, QPoint(120, 12))
    desk.settle()
    assert ticks(desk.goals, drive) == [True, False, False]
    assert desk.page.editor.isHidden()


def test_the_box_stands_on_the_right_in_urdu(
    urdu: None, room: RoomContext, goals: GoalsService, home: Uid
) -> None:
    uid = put(goals, home, "گاڑی چلانا", "doing", steps=STEPS)
    room.look.set_language("ur")
    desk = Desk(room, goals)
    try:
        lane = desk.lane("doing")
        spot = box_of(lane, uid)
        assert spot.x() > lane.viewport().width() // 2
        click(lane, spot)
        desk.settle()
        assert ticks(goals, uid) == [True, True, False]
    finally:
        desk.close()
        room.look.set_language("en")


def test_the_same_tick_twice_is_no_step(goals: GoalsService, home: Uid) -> None:
    uid = put(goals, home, "Learn to drive", steps=STEPS)
    assert goals.tick(uid, 0, done=True) is None
    assert goals.tick(uid, 9, done=True) is None
    assert goals.tick(uid, 1, done=True) is not None


# a card that is open while the board changes it


def test_what_is_typed_stays_when_the_card_is_ticked_and_moved_on_the_board(
    desk: Desk, drive: Uid
) -> None:
    desk.page.open_card(drive)
    desk.page.editor.fields.notes["obstacle"].setPlainText("No time on weekdays")
    desk.press(drive, Key.Key_Space, control=False)
    desk.press(drive, Key.Key_Right)
    editor = desk.page.editor
    assert editor.fields.form().obstacle == "No time on weekdays"
    assert editor.dirty
    assert editor.save()
    card = desk.goals.card(drive)
    assert card is not None
    assert card.lane == "done"
    assert card.obstacle == "No time on weekdays"
    assert ticks(desk.goals, drive) == [True, True, False]


def test_an_undo_on_the_board_leaves_what_is_being_typed(desk: Desk, drive: Uid) -> None:
    desk.press(drive, Key.Key_Left)
    desk.page.open_card(drive)
    desk.page.editor.fields.notes["title"].setPlainText("Learn to drive well")
    desk.context.undo.undo()
    editor = desk.page.editor
    assert editor.fields.form().lane == "doing"
    assert editor.fields.form().title == "Learn to drive well"
    assert editor.save()
    face = desk.page.board.model.face(drive)
    assert face is not None
    assert (face.lane, face.title) == ("doing", "Learn to drive well")


def test_typed_and_fresh_are_joined_field_by_field() -> None:
    kept = Form(title="A", lane="plan", steps=(("one", False), ("two", False)))
    typed = Form(title="B", lane="plan", steps=(("two", True), ("one", False), ("three", False)))
    fresh = Form(title="A", lane="done", steps=(("one", True), ("two", False)))
    assert merged(typed, kept, fresh) == Form(
        title="B", lane="done", steps=(("two", True), ("one", True), ("three", False))
    )
