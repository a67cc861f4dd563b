# SPDX-License-Identifier: GPL-3.0-or-later
"""Every room and page of the desk without a mouse: Tab reaches everything, and shows it whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt

from bondsdesk.kernel.words import Language
from tests.journeys.home import Laptop
from tests.journeys.keyboard import Keyboard
from tests.people import AYESHA

CONTROL = Qt.KeyboardModifier.ControlModifier
SCREENS = [
    pytest.param("en", QSize(1366, 720), id="english-1366x768"),
    pytest.param("ur", QSize(1024, 700), id="urdu-1024x768"),
]

pytestmark = pytest.mark.usefixtures("both_live_here")


def sit_down(laptop: Laptop, language: Language) -> Keyboard:
    """Open the desk as Ayesha."""
    keyboard = Keyboard(laptop.wake(language))
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type(AYESHA.passphrase)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.hands.wait_for(keyboard.hands.said("{name} is at the desk", name="Ayesha"))
    return keyboard


@pytest.mark.parametrize(("language", "size"), SCREENS)
def test_the_four_rooms_are_reached_and_used_by_keyboard_alone(
    laptop: Laptop, language: Language, size: QSize
) -> None:
    laptop.size = size
    keyboard = sit_down(laptop, language)
    keyboard.look_around()

    keyboard.press(Qt.Key.Key_2, CONTROL)
    keyboard.look_around()
    keyboard.do("Write a note")
    keyboard.go_to("Your note")
    keyboard.type("Thank you for the tea.")
    keyboard.look_around()
    keyboard.do("Give note")
    keyboard.hands.wait_for("Thank you for the tea.")
    keyboard.look_around()

    keyboard.press(Qt.Key.Key_3, CONTROL)
    keyboard.look_around()
    keyboard.do("Begin a board")
    keyboard.go_to("Name of the board")
    keyboard.type("Home")
    keyboard.look_around()
    keyboard.do("Keep board")
    keyboard.do("Add a wish")
    keyboard.look_around()
    keyboard.go_to("The wish")
    keyboard.type("A small garden")
    keyboard.do("Save")
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.look_around()

    keyboard.press(Qt.Key.Key_4, CONTROL)
    keyboard.look_around()
    keyboard.do("Say a limit")
    keyboard.go_to("My limit")
    keyboard.type("Half an hour alone after work")
    keyboard.look_around()
    keyboard.do("Share limit")
    keyboard.look_around()
    keyboard.do("Start an agreement")
    keyboard.look_around()


@pytest.mark.parametrize(("language", "size"), SCREENS)
def test_search_export_settings_and_help_are_reached_by_keyboard_alone(
    laptop: Laptop, language: Language, size: QSize
) -> None:
    laptop.size = size
    keyboard = sit_down(laptop, language)
    for key, modifiers in (
        (Qt.Key.Key_F, CONTROL),
        (Qt.Key.Key_P, CONTROL),
        (Qt.Key.Key_Comma, CONTROL),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    ):
        keyboard.press(key, modifiers)
        keyboard.look_around()
