# SPDX-License-Identifier: GPL-3.0-or-later
"""A field to search with: a lens, a cross to empty it, and a pause before it tells."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look

PAUSE: Final = 120
"""Milliseconds after the last key before the search runs."""


class SearchField(LineField):
    """Tells `searched(text)` once typing pauses, and at once for Enter or an emptied field.

    A hidden field tells nothing: its page may have nothing left to search in. Shown again, it does.
    """

    searched = Signal(str)

    def __init__(self, look: Look, *, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(look, placeholder=placeholder, limit=200, name=placeholder, parent=parent)
        self._untold = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._tell)
        look.changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was not told yet."""
        super().hideEvent(event)
        self._untold = self._untold or self._pause.isActive()
        self._pause.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell it now."""
        super().showEvent(event)
        if self._untold:
            self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lens before the words."""
        super().paintEvent(event)
        side = self._look.px(20)
        x = self._look.px(12)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - side
        box = QRectF(x, (self.height() - side) / 2, side, side)
        self._look.icons.paint(QPainter(self), "search", box, "quiet")

    @Slot()
    def _on_edited(self) -> None:
        if self.text():
            self._pause.start()
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self._untold = False
        self.searched.emit(self.text())

    @Slot()
    def _restyle(self) -> None:
        room = self._look.px(28)
        rtl = self._look.rtl
        self.setTextMargins(0 if rtl else room, 0, room if rtl else 0, 0)
