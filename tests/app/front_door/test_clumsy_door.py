# SPDX-License-Identifier: GPL-3.0-or-later
"""In a hurry at the door: Enter again and again, Back, larger letters, another language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.word_cards import WordCards
from bondsdesk.vault import opening
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.tasks import Tasks
from tests.app.front_door.pages import button, fields, press, says, visible, write
from tests.people import AYESHA, Household, vault_files


@pytest.fixture
def first(context: DoorContext, show: Callable[[QWidget], None]) -> FrontDoor:
    """A first start, at the words of the passphrase, all typed."""
    vault_files(context.files.data.parent)
    door = FrontDoor(context)
    show(door)
    door.look_at_threshold()
    press(door, "Continue")
    press(door, "I have read it")
    write(fields(door)[0], "Ayesha")
    press(door, "Continue")
    write(fields(door)[0], words_on(door))
    return door


def words_on(door: QWidget) -> str:
    (cards,) = visible(door, WordCards)
    return " ".join(label.text() for label in visible(cards, Label) if label.text().isalpha())


def usable(door: QWidget) -> list[str]:
    return [found.text() for found in visible(door, QAbstractButton) if found.isEnabled()]


def wait(tasks: Tasks, qtbot: QtBot) -> None:
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_nothing_can_be_changed_while_the_place_is_made(
    first: FrontDoor, tasks: Tasks, qtbot: QtBot
) -> None:
    words = words_on(first)
    field = fields(first)[0]
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert usable(first) == []
    assert words_on(first) == words
    wait(tasks, qtbot)
    qtbot.waitUntil(lambda: says(first, "Your own sheet"))
    first.put_away()
    assert opening.unwrap_passphrase(first.context.files, "a", words).partner == "a"


def test_larger_letters_while_the_place_is_made_still_show_its_sheet(
    first: FrontDoor, tasks: Tasks, qtbot: QtBot
) -> None:
    words = words_on(first)
    press(first, "Continue")
    first.rebuild()
    wait(tasks, qtbot)
    qtbot.waitUntil(lambda: says(first, "Your own sheet"))
    first.put_away()
    assert opening.unwrap_passphrase(first.context.files, "a", words).partner == "a"


def test_larger_letters_leave_the_offered_words_and_what_was_typed(first: FrontDoor) -> None:
    words = words_on(first)
    write(fields(first)[0], words.split()[0])
    first.rebuild()
    assert words_on(first) == words
    assert fields(first)[0].text() == words.split()[0]
    assert says(first, "Five ordinary words")
    press(first, "Use my own")
    assert not says(first, "Five ordinary words")
    write(fields(first)[0], "a kettle sings for nine owls")
    write(fields(first)[1], "a kettle si")
    first.rebuild()
    typed = [field.text() for field in fields(first)]
    assert typed == ["a kettle sings for nine owls", "a kettle si"]
    assert says(first, "It opens your own place.")
    write(fields(first)[1], "a kettle sings for nine owls")
    assert button(first, "Continue").isEnabled()


def test_another_language_leaves_the_new_passphrase_after_a_sheet(
    door: FrontDoor, household: Household, tasks: Tasks, qtbot: QtBot
) -> None:
    press(door, "Use a paper sheet")
    write(fields(door)[0], household.own_sheets["b"])
    press(door, "Open")
    wait(tasks, qtbot)
    qtbot.waitUntil(lambda: says(door, "Your sheet is right"))
    words = words_on(door)
    write(fields(door)[0], words)
    door.rebuild()
    assert words_on(door) == words
    assert fields(door)[0].text() == words
    assert button(door, "Open with it").isEnabled()
    door.put_away()


def test_another_language_while_it_opens_does_not_open_twice(
    door: FrontDoor, tasks: Tasks, qtbot: QtBot, opened: list[Vault]
) -> None:
    press(door, "Leaf")
    write(fields(door)[0], AYESHA.passphrase)
    press(door, "Open")
    door.rebuild()
    assert not button(door, "Opening").isEnabled()
    QTest.keyClick(fields(door)[0], Qt.Key.Key_Return)
    wait(tasks, qtbot)
    qtbot.waitUntil(lambda: len(opened) == 1)


def test_larger_letters_while_a_sheet_is_tried_do_not_try_it_twice(
    door: FrontDoor, household: Household, tasks: Tasks, qtbot: QtBot, opened: list[Vault]
) -> None:
    press(door, "Use a paper sheet")
    write(fields(door)[0], household.own_sheets["b"])
    press(door, "Open")
    assert not fields(door)[0].isEnabled()
    door.rebuild()
    assert not button(door, "Opening").isEnabled()
    wait(tasks, qtbot)
    qtbot.waitUntil(lambda: says(door, "Your sheet is right"))
    write(fields(door)[0], words_on(door))
    press(door, "Open with it")
    assert not button(door, "Opening").isEnabled()
    assert not fields(door)[0].isEnabled()
    wait(tasks, qtbot)
    qtbot.waitUntil(lambda: [vault.partner for vault in opened] == ["b"])


def test_hiding_keeps_a_sheet_that_is_shown_only_once(
    first: FrontDoor, tasks: Tasks, qtbot: QtBot
) -> None:
    assert not first.cover(), "before there is a place a lock loses nothing"
    words = words_on(first)
    press(first, "Continue")
    wait(tasks, qtbot)
    qtbot.waitUntil(lambda: says(first, "Your own sheet"))
    first.show_help()
    assert first.cover()
    assert first.cover(), "pressed again, it stays covered"
    assert not says(first, "Your own sheet")
    write(fields(first)[0], words)
    press(first, "Show it again")
    wait(tasks, qtbot)
    qtbot.waitUntil(lambda: says(first, "Your own sheet"))
    first.put_away()
