# SPDX-License-Identifier: GPL-3.0-or-later
"""What a test sees and presses on a page: controls by their words, as a person finds them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)


def visible(page: QWidget, kind: type[W]) -> list[W]:
    """Return the visible widgets of a kind."""
    return [widget for widget in page.findChildren(kind) if widget.isVisible()]


def button(page: QWidget, words: str) -> QAbstractButton:
    """Return the one visible button with these words or this accessible name."""
    found = [b for b in visible(page, QAbstractButton) if words in (b.text(), b.accessibleName())]
    assert len(found) == 1, f"{words!r} among {[b.text() for b in visible(page, QAbstractButton)]}"
    return found[0]


def press(page: QWidget, words: str) -> None:
    """Press a button that can be pressed."""
    found = button(page, words)
    assert found.isEnabled(), f"{words!r} cannot be pressed: {texts(page)}"
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def fields(page: QWidget) -> list[QLineEdit]:
    """Return the visible fields, top to bottom."""
    return visible(page, QLineEdit)


def write(field: QLineEdit, text: str) -> None:
    """Put a text into a field as if it had been typed."""
    field.setFocus()
    field.clear()
    field.insert(text)
    field.textEdited.emit(text)


def texts(page: QWidget) -> list[str]:
    """Return every visible sentence."""
    return [label.text() for label in visible(page, QLabel) if label.text()]


def says(page: QWidget, part: str) -> bool:
    """Tell whether a visible sentence holds these words."""
    return any(part in text for text in texts(page))
