# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock screen: two symbols, a passphrase, and what it says when that does not open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.front_door.unlock_page import UnlockPage
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.tasks import Tasks
from tests.app.front_door.pages import button, fields, press, says, texts, visible, write
from tests.fakes import FakeClock
from tests.people import AYESHA, BILAL


def lock_screen(door: FrontDoor) -> UnlockPage:
    assert isinstance(door.page, UnlockPage)
    return door.page


def try_passphrase(door: FrontDoor, tasks: Tasks, qtbot: QtBot, passphrase: str) -> None:
    write(fields(door)[0], passphrase)
    press(door, "Open")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)


def test_it_shows_two_symbols_and_no_name(door: FrontDoor) -> None:
    assert button(door, "Leaf").isVisible()
    assert button(door, "Moon").isVisible()
    everything = " ".join(texts(door)) + door.window().windowTitle()
    assert AYESHA.name not in everything
    assert BILAL.name not in everything


def test_before_a_symbol_is_chosen_there_is_nothing_to_type_in(door: FrontDoor) -> None:
    assert not fields(door)[0].isEnabled()
    assert not button(door, "Open").isEnabled()


def test_the_right_passphrase_opens_the_place_of_whoever_sits_down(
    door: FrontDoor, tasks: Tasks, qtbot: QtBot, opened: list[Vault]
) -> None:
    press(door, "Moon")
    try_passphrase(door, tasks, qtbot, BILAL.passphrase)
    assert [vault.partner for vault in opened] == ["b"]


def test_arrows_choose_and_enter_opens(
    door: FrontDoor, tasks: Tasks, qtbot: QtBot, opened: list[Vault]
) -> None:
    press(door, "Leaf")
    button(door, "Leaf").setFocus()
    QTest.keyClick(button(door, "Leaf"), Qt.Key.Key_Right)
    assert lock_screen(door).chosen == "b"
    assert button(door, "Moon").hasFocus()
    QTest.keyClick(button(door, "Moon"), Qt.Key.Key_Left)
    assert lock_screen(door).chosen == "a"
    write(fields(door)[0], AYESHA.passphrase)
    QTest.keyClick(fields(door)[0], Qt.Key.Key_Return)
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)
    assert [vault.partner for vault in opened] == ["a"]


def test_a_press_with_the_mouse_goes_on_to_the_passphrase(door: FrontDoor, qtbot: QtBot) -> None:
    press(door, "Leaf")
    qtbot.waitUntil(fields(door)[0].hasFocus)


def test_choosing_through_a_screen_reader_opens_the_field(door: FrontDoor) -> None:
    button(door, "Moon").toggle()
    assert lock_screen(door).chosen == "b"
    assert fields(door)[0].isEnabled()


def test_enter_on_a_symbol_goes_to_the_passphrase(door: FrontDoor, qtbot: QtBot) -> None:
    tile = button(door, "Leaf")
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)
    qtbot.waitUntil(fields(door)[0].hasFocus)


def test_a_wrong_passphrase_says_so_in_place_of_the_help_and_keeps_what_was_typed(
    door: FrontDoor, tasks: Tasks, qtbot: QtBot, opened: list[Vault]
) -> None:
    press(door, "Leaf")
    assert says(door, "It opens your own place")
    try_passphrase(door, tasks, qtbot, BILAL.passphrase)
    assert not opened
    assert says(door, "doesn't open this place")
    assert not says(door, "It opens your own place")
    assert fields(door)[0].text() == BILAL.passphrase
    assert fields(door)[0].selectedText()


def test_after_a_second_wrong_one_the_button_tells_the_seconds(
    door: FrontDoor, tasks: Tasks, qtbot: QtBot, clock: FakeClock, opened: list[Vault]
) -> None:
    press(door, "Leaf")
    try_passphrase(door, tasks, qtbot, "not this")
    try_passphrase(door, tasks, qtbot, "nor this")
    assert not button(door, "Try again in 2 seconds").isEnabled()
    clock.advance(2)
    write(fields(door)[0], AYESHA.passphrase)
    press(door, "Open")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)
    assert len(opened) == 1


def test_the_language_changes_at_once_and_what_was_typed_stays(
    door: FrontDoor, qtbot: QtBot
) -> None:
    press(door, "Leaf")
    write(fields(door)[0], "half a passph")
    press(door, "اردو")
    door.rebuild()
    assert says(door, "کون بیٹھ رہا ہے؟")
    assert door.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert fields(door)[0].text() == "half a passph"
    assert lock_screen(door).chosen == "a"


def test_hand_over_has_the_other_one_chosen(door: FrontDoor, show: object) -> None:
    other = FrontDoor(door.context, sits_down="b")
    other.look_at_threshold()
    assert lock_screen(other).chosen == "b"
    other.deleteLater()


def test_help_opens_over_it_and_closes_again(door: FrontDoor) -> None:
    press(door, "Help")
    assert says(door, "If you are afraid, if you need someone")
    assert says(door, "1043")
    press(door, "Close")
    assert says(door, "Who is sitting down?")


def test_caps_lock_is_told_on_the_same_line(door: FrontDoor) -> None:
    press(door, "Leaf")
    field = fields(door)[0]
    field.caps_lock.emit(True)  # type: ignore[attr-defined] # noqa: FBT003
    assert says(door, "Caps Lock is on")
    field.caps_lock.emit(False)  # type: ignore[attr-defined] # noqa: FBT003
    assert says(door, "It opens your own place")


def test_every_control_has_a_name(door: FrontDoor) -> None:
    for widget in visible(door, QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QLabel):
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget
