# SPDX-License-Identifier: GPL-3.0-or-later
"""The first evening without a mouse, on an old small screen: whole, in order, and soon done."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea

from bondsdesk.kernel.words import Language
from tests.journeys.hands import until
from tests.journeys.home import Laptop
from tests.journeys.keyboard import Keyboard, name_of

CONTROL = Qt.KeyboardModifier.ControlModifier
SCREENS = [
    pytest.param("en", QSize(1366, 720), id="english-1366x768"),
    pytest.param("ur", QSize(1366, 652), id="urdu-1366x768-with-a-panel"),
    pytest.param("en", QSize(1024, 552), id="english-netbook-1024x600"),
    pytest.param("ur", QSize(1024, 552), id="urdu-netbook-1024x600"),
]
"""What such screens leave to a window that has a title bar."""
THREE_MINUTES = 360
"""Keys of one person in three minutes at two keys a second, which is slow typing."""


def read_to_the_end(keyboard: Keyboard) -> None:
    """Leaf through a page that is longer than the window."""
    (area,) = [a for a in keyboard.hands.visible(QScrollArea) if a.isVisible()]
    bar = area.verticalScrollBar()
    for _ in range(10):
        if bar.value() == bar.maximum():
            break
        keyboard.press(Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()


def make_place(keyboard: Keyboard, name: str) -> str:
    """Tell name, symbol and colour, type the offered words; return them."""
    hands = keyboard.hands
    until(lambda: name_of(keyboard.focus) == hands.said("Your name"), "the field for the name")
    keyboard.look_around()
    keyboard.type(name)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Right)
    keyboard.look_around()
    keyboard.do("Continue")
    field = hands.said("Type them once, so your fingers know them")
    until(lambda: name_of(keyboard.focus) == field, "the field for the words")
    keyboard.look_around()
    words = " ".join(re.findall(r"\d: ([a-z-]+)(?:\n|$)", hands.read()))
    assert len(words.split()) == 5, hands.read()
    keyboard.type(words)
    keyboard.press(Qt.Key.Key_Return)
    return words


def confirm_sheet(keyboard: Keyboard, title: str) -> None:
    """Type the two groups that are asked for."""
    hands = keyboard.hands
    until(lambda: hands.sees(hands.said(title)), title)
    keyboard.look_around()
    groups = dict(re.findall(r"(\d): ((?:[0-9A-Z] ){3}[0-9A-Z])(?:\n|\]|$)", hands.read()))
    assert len(groups) == 9
    asked = [name_of(field) for field in hands.fields_in_order()]
    assert len(asked) == 2
    for field in asked:
        keyboard.go_to(field)
        number = re.search(r"\d", field)
        assert number is not None
        keyboard.type(groups[number[0]].replace(" ", "").lower())
    keyboard.press(Qt.Key.Key_Return)


@pytest.mark.parametrize(("language", "size"), SCREENS)
def test_two_people_set_up_lock_and_open_again_by_keyboard_alone(
    laptop: Laptop, language: Language, size: QSize
) -> None:
    laptop.size = size
    keyboard = Keyboard(laptop.wake(language))
    keyboard.look_around()
    keyboard.do("Continue")
    keyboard.look_around()
    read_to_the_end(keyboard)
    keyboard.do("I have read it")
    make_place(keyboard, "Ayesha")
    confirm_sheet(keyboard, "Your own sheet")
    confirm_sheet(keyboard, "The sheet you share")
    keyboard.look_around()
    keyboard.do("Continue")
    assert keyboard.keys < THREE_MINUTES

    first, keyboard.keys = keyboard.keys, 0
    until(lambda: keyboard.hands.sees(keyboard.hands.said("Please sit down")), "the seat")
    keyboard.look_around()
    keyboard.do("I sit here now")
    words = make_place(keyboard, "Bilal")
    confirm_sheet(keyboard, "Your own sheet")
    keyboard.hands.wait_for(keyboard.hands.said("{name} is at the desk", name="Ayesha"))
    assert first + keyboard.keys < THREE_MINUTES
    keyboard.look_around()

    keyboard.press(Qt.Key.Key_L, CONTROL)
    keyboard = Keyboard(laptop.next_process(language))
    keyboard.look_around()
    keyboard.press(Qt.Key.Key_Right if language == "en" else Qt.Key.Key_Left)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.look_around()
    keyboard.type(words)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.hands.wait_for(keyboard.hands.said("{name} is at the desk", name="Bilal"))
