# SPDX-License-Identifier: GPL-3.0-or-later
"""One day in a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from bondsdesk.widgets.look import Look


class DayCell(QPushButton):
    """A day's number; today has a ring, the chosen or focused day a fill."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._today = self._chosen = False
        self.day = date.min
        self.setAutoDefault(False)

    def show_day(self, day: date, name: str, *, today: bool, chosen: bool) -> None:
        """Show another day; `name` is the whole date for a screen reader."""
        self.day, self._today, self._chosen = day, today, chosen
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square of 36."""
        return QSize(self._look.px(36), self._look.px(34))

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        marked = self._chosen or self.hasFocus() or (self.isEnabled() and self.underMouse())
        painter.setBrush(self._look.colour("select") if marked else Qt.BrushStyle.NoBrush)
        ring = self._today or self.hasFocus()
        pen = QPen(self._look.colour("accent"), 2) if ring else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        if marked or ring:
            painter.drawRoundedRect(box, self._look.px(8), self._look.px(8))
        painter.setFont(self._look.font("body", bold=self._chosen, language="en"))
        painter.setPen(self._look.colour("ink" if self.isEnabled() else "line"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.day.day))
