# SPDX-License-Identifier: GPL-3.0-or-later
"""A key is answered at once, kept when the vault has it, and painted once."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from tests.rooms.goals.conftest import Desk, put

Key = Qt.Key


class Painted(QObject):
    """Counts how often the lists of the lanes are painted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.lanes: list[str] = []
        self._names: dict[QObject, str] = {
            each.viewport(): each.lane.lane for each in desk.page.board.lists()
        }
        for view in self._names:
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.lanes.append(self._names[watched])
        return False


@pytest.fixture
def one(desk: Desk, home: Uid) -> Uid:
    """A card that is only a dream, with others in every lane."""
    for lane in ("dream", "plan", "doing"):
        put(desk.goals, home, f"beside, {lane}", lane)
    uid = put(desk.goals, home, "one")
    desk.page.reload()
    desk.settle()
    return uid


def test_the_landing_place_is_painted_before_the_vault_is_asked(
    desk: Desk, one: Uid, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.page.board.show_card(one)
    desk.settle()
    painted, seen = Painted(desk), []
    move = desk.page._service.move

    def slow_disk(*told: object) -> object:
        seen.append((desk.shown("plan"), "plan" in painted.lanes))
        return move(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.page._service, "move", slow_disk)
    desk.press(one, Key.Key_Right)
    assert seen == [(["(slot)", "beside, plan"], True)]
    assert desk.shown("plan") == ["one", "beside, plan"]


def test_a_move_that_cannot_be_kept_leaves_the_card_where_it_was(
    desk: Desk, one: Uid, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_told: object) -> None:
        raise ExpectedError("vault.disk_low", folder="here", mib=1)

    monkeypatch.setattr(desk.page._service, "move", full)
    desk.press(one, Key.Key_Right)
    assert desk.shown("dream") == ["one", "beside, dream"]
    assert desk.shown("plan") == ["beside, plan"]
    notice = desk.context.notices.current
    assert notice is not None
    assert not desk.context.undo.can_undo


def test_a_move_taken_back_paints_each_of_its_two_lanes_once(desk: Desk, one: Uid) -> None:
    desk.press(one, Key.Key_Right)
    desk.page.board._end_flash()
    desk.settle()
    painted = Painted(desk)
    desk.context.undo.undo()
    desk.settle()
    assert sorted(painted.lanes) == ["dream", "plan"]


def test_a_long_lane_shows_the_slot_where_the_card_comes(desk: Desk, home: Uid) -> None:
    for number in range(40):
        put(desk.goals, home, f"plan {number:02}", "plan")
    uids = [put(desk.goals, home, f"dream {number:02}") for number in range(30)]
    desk.page.reload()
    desk.press(uids[2], Key.Key_Right)
    plan = desk.lane("plan")
    row = plan.visualRect(plan.lane.index_of(uids[2]))
    assert plan.viewport().rect().intersects(row)


def test_at_large_text_the_lanes_get_the_room_and_paper_is_in_the_menu(
    desk: Desk, one: Uid
) -> None:
    page = desk.page
    page.look.set_zoom(2.0)
    try:
        assert page.print_button.isHidden()
        page.bar.open_menu()
        (menu,) = page.bar.findChildren(QMenu)
        asked: list[str] = []
        page.bar.print_wanted.connect(partial(asked.append, "paper"))
        next(a for a in menu.actions() if a.text() == "Print board").trigger()
        menu.close()
        assert asked == ["paper"]
    finally:
        page.look.set_zoom(1.0)
    assert not page.print_button.isHidden()


def test_tab_goes_from_the_head_over_the_boards_to_the_lanes(desk: Desk, one: Uid) -> None:
    page = desk.page
    for name in ("Trip", "Business"):
        desk.goals.make_board(name, "sky")
    page.reload()
    desk.settle()
    desk.window.activateWindow()
    page.add_button.setFocus()
    stops = []
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget() or page, Key.Key_Tab)
        held = QApplication.focusWidget()
        assert held is not None
        stops.append(held.accessibleName() or held.property("text"))
    assert stops == [
        "Home",
        "New board",
        "More about boards",
        *("Dream", "Plan", "Doing", "Done", "Resting", "Let go"),
    ]


def test_the_keyboard_is_seen_in_a_lane_without_a_card(desk: Desk, one: Uid) -> None:
    lane = desk.lane("let_go")
    before = lane.grab().toImage()
    desk.window.activateWindow()
    lane.setFocus()
    desk.settle()
    assert lane.hasFocus()
    assert lane.grab().toImage() != before


def test_at_large_text_a_new_board_is_asked_for_on_a_page_of_its_own(desk: Desk, one: Uid) -> None:
    page = desk.page
    page.look.set_zoom(2.0)
    try:
        desk.settle()
        (begin,) = [
            b for b in page.bar.findChildren(QAbstractButton) if b.accessibleName() == "New board"
        ]
        begin.click()
        desk.settle()
        form = page.form
        assert form.isVisible()
        assert page.table.isHidden()
        assert page.bar.isHidden()
        assert form.height() >= form.heightForWidth(form.width())
        QTest.keyClick(form.name, Key.Key_Escape)
        desk.settle()
        assert not form.isVisible()
        assert page.table.isVisible()
        assert page.bar.isVisible()
    finally:
        page.look.set_zoom(1.0)
