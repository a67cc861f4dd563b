# SPDX-License-Identifier: GPL-3.0-or-later
"""Widgets that became windows by accident."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class Strays(QObject):
    """Notices widgets that are shown before they have a parent; `wanted` is the one window."""

    def __init__(self, wanted: type[QWidget]) -> None:
        super().__init__()
        self._wanted = wanted
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            plain = watched.windowType() in (Qt.WindowType.Window, Qt.WindowType.Widget)
            if watched.isWindow() and plain and not isinstance(watched, self._wanted):
                self.names.append(type(watched).__name__)
        return False
