# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a mouse: Tab, arrows, Space, Enter and letters, nothing else.

Everything is asked of whatever has the keyboard; no widget is ever called.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from tests.journeys.hands import Hands, MissingError, plain, settle, until
from tests.languages.fit import faults

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
_MOST = 80


class Keyboard:
    """Keys for the window that some hands belong to. `keys` counts what was pressed on the way."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.window = hands.window
        self.keys = 0

    @property
    def focus(self) -> QWidget:
        """Return what has the keyboard; something always has."""
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        return focus

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        QTest.keyClick(self.focus, key, modifiers)
        self.keys += 1
        settle()

    def type(self, text: str) -> None:
        """Type letters."""
        QTest.keyClicks(self.focus, text)
        self.keys += len(text)
        settle()

    def go_to(self, sentence: str, /, **places: object) -> None:
        """Press Tab until something of this name has the keyboard, and see that it shows so."""
        wanted = self.hands.said(sentence, **places)
        until(lambda: wanted in self.hands.read(), lambda: f"{wanted!r} on the screen")
        met = []
        for _ in range(_MOST):
            if name_of(self.focus) == wanted:
                assert_in_sight(self.window, self.focus)
                return
            met.append(name_of(self.focus))
            self.press(Qt.Key.Key_Tab)
        raise MissingError(f"Tab never comes to {wanted!r}, only to {met}")

    def do(self, sentence: str, /, **places: object) -> None:
        """Go to a button and press Enter, once it may be pressed."""
        self.go_to(sentence, **places)
        until(self.focus.isEnabled, sentence)
        self.press(Qt.Key.Key_Return)

    def look_around(self) -> None:
        """Walk round the page with Tab: everything is whole, in sight when reached, and reached."""
        counted = self.keys
        if not self.focus.focusPolicy() & Qt.FocusPolicy.TabFocus:  # a screen, for its keys
            self.press(Qt.Key.Key_Tab)
        cut = faults(self.window)
        assert not cut, "\n".join(cut)
        start = self.focus
        reached = [start]
        for _ in range(_MOST):
            self.press(Qt.Key.Key_Tab)
            if self.focus is start:
                break
            assert_in_sight(self.window, self.focus)
            reached.append(self.focus)
        assert self.focus is start, f"Tab does not come round: {[name_of(w) for w in reached]}"
        missed = unreached(self.window, reached)
        assert not missed, f"Tab never comes to {missed}"
        self.keys = counted


def name_of(widget: QWidget) -> str:
    """Return the name a widget bears, spoken or written."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return plain(widget.accessibleName() or text)


def unreached(window: QWidget, reached: list[QWidget]) -> list[str]:
    """Return the names of what can be pressed or written in and was never met.

    Of things of which one is chosen, one is enough: arrows go to the others.
    """
    met = set(map(id, reached))
    missed = []
    for widget in window.findChildren(QWidget):
        usable = isinstance(widget, CONTROLS) and widget.isVisible() and widget.isEnabled()
        if not usable or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if met.isdisjoint(map(id, [widget, *_siblings(widget)])):
            missed.append(f"{type(widget).__name__} {name_of(widget)!r}")
    return missed


def _siblings(widget: QWidget) -> list[QWidget]:
    """Return what arrow keys reach from a widget."""
    if not isinstance(widget, QAbstractButton):
        return []
    parent = widget.parentWidget()
    if isinstance(widget, QRadioButton) and parent is not None:
        return list(parent.findChildren(QRadioButton))
    groups = [g for g in widget.window().findChildren(QButtonGroup) if g.exclusive()]
    return [b for group in groups if widget in group.buttons() for b in group.buttons()]


def assert_in_sight(window: QWidget, widget: QWidget) -> None:
    """See that the whole widget is in the window and in every scroll area around it."""
    frames = [window]
    around = widget.parentWidget()
    while around is not None and around is not window:
        parent = around.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is around:
            frames.append(around)
        around = parent
    for frame in frames:
        place = QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())
        room = frame.rect().adjusted(-1, -1, 1, 1)
        assert room.contains(place), f"{name_of(widget)!r} at {place} is not within {room}"
