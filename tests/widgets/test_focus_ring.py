# SPDX-License-Identifier: GPL-3.0-or-later
"""The ring is where the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.widgets.button import Button
from bondsdesk.widgets.focus_ring import FocusRing
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import scrolling


class Window(QWidget):
    """Two buttons, one far down in a scroll area."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.first = Button("First", look)
        self.far = Button("Far", look)
        self.field = LineField(look, name="Field")
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.addSpacing(900)
        box.addWidget(self.far)
        self.area: QScrollArea = scrolling(inner)
        outer = QVBoxLayout(self)
        outer.addWidget(self.first)
        outer.addWidget(self.field)
        outer.addWidget(self.area)
        self.ring = FocusRing(self, look)
        self.resize(400, 400)


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> Window:
    window = Window(look)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_it_stands_two_pixels_off_the_focused_widget(window: Window) -> None:
    window.first.setFocus()
    QCoreApplication.processEvents()
    assert window.ring.isVisible()
    assert window.ring.geometry() == window.first.geometry().adjusted(-4, -4, 4, 4)
    accent = window.grab().toImage().pixelColor(window.first.geometry().center().x(), 0)
    top = window.first.y() - 3
    seen = window.grab().toImage().pixelColor(window.first.geometry().center().x(), top)
    assert seen != accent
    assert seen.name() == "#2f6152"


def test_it_moves_with_the_window_and_the_focus(window: Window) -> None:
    window.first.setFocus()
    window.resize(700, 500)
    QCoreApplication.processEvents()
    assert window.ring.geometry() == window.first.geometry().adjusted(-4, -4, 4, 4)
    window.field.setFocus()
    QCoreApplication.processEvents()
    assert window.ring.target is window.field


def test_it_is_cut_where_the_scroll_area_ends(window: Window) -> None:
    window.far.setFocus()
    QCoreApplication.processEvents()
    window.area.verticalScrollBar().setValue(0)
    QTest.qWait(1)
    port = QRect(window.area.mapTo(window, QPoint()), window.area.size())
    assert not window.ring.isVisible() or port.contains(window.ring.geometry().center())


def test_it_goes_with_the_widget(window: Window) -> None:
    window.first.setFocus()
    QCoreApplication.processEvents()
    window.first.hide()
    QCoreApplication.processEvents()
    assert window.ring.target is not window.first


def test_it_survives_the_end_of_what_it_stood_around(window: Window) -> None:
    window.field.setFocus()
    QCoreApplication.processEvents()
    window.field.deleteLater()
    QCoreApplication.processEvents()
    window.first.setFocus()
    QCoreApplication.processEvents()
    assert window.ring.target is window.first


def test_a_screen_that_has_the_keyboard_for_its_keys_shows_no_ring(window: Window) -> None:
    window.first.setFocus()
    QCoreApplication.processEvents()
    assert window.ring.isVisible()
    screen = window.area.widget()
    assert screen is not None
    screen.setFocus()
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is screen
    assert window.ring.target is None
    assert not window.ring.isVisible()
