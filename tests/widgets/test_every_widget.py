# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every widget: named, whole at 200 %, live in every scheme, freed when closed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.widgets.look import Look
from tests.widgets.furniture import EVERY

Make = Callable[[Look], QWidget]
ALL = pytest.mark.parametrize("make", EVERY.values(), ids=EVERY.keys())


@ALL
def test_it_is_freed_when_its_window_is_gone(look: Look, make: Make, qapp: QApplication) -> None:
    window = QWidget()
    box = QVBoxLayout(window)
    widget = make(look)
    box.addWidget(widget)
    window.show()
    QCoreApplication.processEvents()
    seen = weakref.ref(widget)
    window.close()
    window.deleteLater()
    del widget, box, window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert seen() is None
    look.set_scheme("dark")


@ALL
@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_no_words_are_cut_at_any_zoom(
    look: Look, make: Make, qtbot: QtBot, zoom: float, language: str
) -> None:
    look.set_zoom(zoom)
    look.set_language("ur" if language == "ur" else "en")
    window = shown(make(look), qtbot)
    window.resize(window.sizeHint().expandedTo(window.minimumSizeHint()))
    QCoreApplication.processEvents()
    for child in window.findChildren(QWidget):
        if child.isVisible() and isinstance(child, (QAbstractButton, QLabel)):
            needed = child.minimumSizeHint()
            assert child.width() >= needed.width(), child.metaObject().className()
            assert child.height() >= needed.height(), child.metaObject().className()


@ALL
def test_it_follows_scheme_zoom_and_direction_while_it_is_open(
    look: Look, make: Make, qtbot: QtBot
) -> None:
    window = shown(make(look), qtbot)
    light = window.grab().toImage()
    look.set_scheme("dark")
    assert window.grab().toImage() != light
    look.set_zoom(2.0)
    look.set_language("ur")
    QCoreApplication.processEvents()
    window.grab()


@ALL
def test_everything_the_keyboard_reaches_has_a_name(look: Look, make: Make, qtbot: QtBot) -> None:
    window = shown(make(look), qtbot)
    for child in window.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
            face = QAccessible.queryAccessibleInterface(child)
            name = face.text(QAccessible.Text.Name) or child.accessibleName()
            assert name or child.metaObject().className().startswith(("QScroll", "Q")), child


@ALL
def test_every_target_is_large_enough(look: Look, make: Make, qtbot: QtBot) -> None:
    window = shown(make(look), qtbot)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= 24, button.metaObject().className()


def shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    """Put a widget into a window with room around it and show it."""
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    box.setContentsMargins(20, 20, 20, 20)
    box.addWidget(widget)
    window.show()
    QCoreApplication.processEvents()
    return window
