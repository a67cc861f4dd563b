# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the closed door: help, hide, full screen, size of text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.main_window import MainWindow
from bondsdesk.widgets.look import Look


class DoorKeys(QObject):
    """F1, F9, F11, Ctrl+Plus, Ctrl+Minus, Ctrl+0; gone with the door. Emits `hide` for F9."""

    hide = Signal()

    def __init__(self, window: MainWindow, door: FrontDoor, look: Look) -> None:
        super().__init__(window)
        self._door = door
        self._look = look
        self._bind("F1", door.show_help)
        self._bind("F9", self.hide.emit)
        self._bind("F11", window.toggle_full_screen)
        self._bind("Ctrl++", self._larger)
        self._bind("Ctrl+=", self._larger)
        self._bind("Ctrl+-", self._smaller)
        self._bind("Ctrl+0", self._normal)

    def _bind(self, keys: str, does: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._door)
        shortcut.activated.connect(does)

    @Slot()
    def _larger(self) -> None:
        self._look.zoom_in()
        self._door.rebuild()

    @Slot()
    def _smaller(self) -> None:
        self._look.zoom_out()
        self._door.rebuild()

    @Slot()
    def _normal(self) -> None:
        self._look.set_zoom(1.0)
        self._door.rebuild()
