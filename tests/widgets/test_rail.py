# SPDX-License-Identifier: GPL-3.0-or-later
"""The rail: one list of rooms for eyes, keys and screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.kernel.people import Person
from bondsdesk.widgets.desk_chip import DeskChip
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.rail import Rail, RailEntry
from bondsdesk.widgets.side_rail import SideRail
from tests.widgets.furniture import AYESHA

ENTRIES = [RailEntry(key, key.title(), key) for key in ("today", "listen", "envelope")]

KEYS = [entry.key for entry in ENTRIES]


@pytest.fixture
def rail(look: Look, qtbot: QtBot) -> Rail:
    rail = Rail(ENTRIES, look)
    qtbot.addWidget(rail)
    rail.choose("today")
    rail.show()
    return rail


def test_a_screen_reader_meets_a_tab_list_named_rooms(rail: Rail) -> None:
    face = QAccessible.queryAccessibleInterface(rail)
    assert face.role() == QAccessible.Role.PageTabList
    assert face.text(QAccessible.Text.Name) == "Rooms"
    tabs = [face.child(number) for number in range(face.childCount())]
    assert [tab.role() for tab in tabs] == [QAccessible.Role.PageTab] * 3
    assert [tab.text(QAccessible.Text.Name) for tab in tabs] == ["Today", "Listen", "Envelope"]
    tabs[1].actionInterface().doAction("Press")
    assert rail.current == "listen"


def test_arrows_go_round_and_a_click_chooses(rail: Rail) -> None:
    told: list[str] = []
    rail.picked.connect(told.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(rail, key)
    rail.tab("listen").click()
    rail.tab("listen").click()
    assert told == ["listen", "envelope", "today", "envelope", "listen", "listen"]
    assert rail.current == "listen"


def test_tab_stops_once_in_the_rail(rail: Rail) -> None:
    stops = [key for key in KEYS if rail.tab(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["today"]
    rail.choose("")
    assert rail.current == ""
    stops = [key for key in KEYS if rail.tab(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["today"]


def test_the_chip_tells_the_three_ways_to_leave(look: Look, qtbot: QtBot) -> None:
    chip = DeskChip(AYESHA, look)
    qtbot.addWidget(chip)
    told: list[str] = []
    chip.hand_over.connect(lambda: told.append("hand over"))
    chip.lock.connect(lambda: told.append("lock"))
    chip.hide_window.connect(lambda: told.append("hide"))
    chip.menu.connect(lambda point: told.append(type(point).__name__))
    buttons = {button.accessibleName(): button for button in chip.findChildren(IconButton)}
    for name in ("Hand over", "Lock", "Hide", "Menu"):
        buttons[name].click()
    assert told == ["hand over", "lock", "hide", QPoint.__name__]


def test_a_long_name_is_whole_in_the_tooltip(look: Look, qtbot: QtBot) -> None:
    chip = DeskChip(Person("a", "Ayesha " * 5, "leaf", "leaf"), look)
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() < 260


@pytest.mark.parametrize("language", ["en", "ur"])
def test_icons_stand_at_the_leading_edge(look: Look, qtbot: QtBot, language: str) -> None:
    look.set_language("ur" if language == "ur" else "en")
    rail = Rail(ENTRIES, look)
    rail.choose("today")
    side = SideRail(rail, DeskChip(AYESHA, look), look)
    qtbot.addWidget(side)
    side.show()
    QCoreApplication.processEvents()
    tab = rail.tab("listen")
    image = tab.grab().toImage()
    ground = image.pixelColor(tab.width() // 2, 1)
    x = tab.width() - 24 if language == "ur" else 24
    column = {image.pixelColor(x, y).rgb() for y in range(tab.height())}
    assert column != {ground.rgb()}


def test_a_low_window_scrolls_the_tabs_and_keeps_the_chip(look: Look, qtbot: QtBot) -> None:
    rail = Rail([RailEntry(str(n), f"Room {n}", "flag") for n in range(8)], look)
    chip = DeskChip(AYESHA, look)
    side = SideRail(rail, chip, look)
    qtbot.addWidget(side)
    side.set_narrow(True)
    side.resize(side.width(), 500)
    side.show()
    QCoreApplication.processEvents()
    bottom = chip.mapTo(side, QPoint(0, chip.height())).y()
    assert bottom <= 500
    assert rail.height() > 300


def test_it_fits_the_smallest_screen_at_200_percent(look: Look, qtbot: QtBot) -> None:
    look.set_zoom(2.0)
    side = SideRail(Rail(ENTRIES, look), DeskChip(AYESHA, look), look)
    qtbot.addWidget(side)
    side.set_narrow(True)
    assert side.minimumSizeHint().height() <= 700
    assert side.width() <= 300
    assert isinstance(side, QWidget)
