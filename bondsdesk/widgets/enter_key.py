# SPDX-License-Identifier: GPL-3.0-or-later
"""Enter presses the button that has the keyboard, on every system: Qt leaves it to the desktop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button for a plain Enter and tell whether the key was taken.

    A key held down presses nothing: it may have begun on the page before.
    """
    if event.key() not in _ENTER or event.modifiers() not in _PLAIN:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
