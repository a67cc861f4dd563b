# SPDX-License-Identifier: GPL-3.0-or-later
"""A surface in one colour that moves slowly to another one when the floor moves."""

from __future__ import annotations

from PySide6.QtCore import QVariantAnimation, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bondsdesk.widgets.look import Look

WASH_MS = 400


class Wash(QWidget):
    """The whole window's ground. `wash_to` takes 400 ms, or no time under reduced motion."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._colour = look.colour("paper")
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._show_colour)

    @property
    def wash(self) -> QColor:
        """Return the colour that shows now."""
        return QColor(self._colour)

    def wash_to(self, colour: QColor, *, slowly: bool = True) -> None:
        """Move to a colour."""
        self._motion.stop()
        duration = self._look.duration(WASH_MS) if slowly and self.isVisible() else 0
        if not duration or colour == self._colour:
            self._show_colour(colour)
            return
        self._motion.setDuration(duration)
        self._motion.setStartValue(self._colour)
        self._motion.setEndValue(colour)
        self._motion.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(self.rect(), self._colour)

    @Slot("QVariant")
    def _show_colour(self, colour: QColor) -> None:
        self._colour = QColor(colour)
        self.update()
