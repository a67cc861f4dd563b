# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk behind the lock screen: lamp and books at one end, two cups and a plant at the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bondsdesk.widgets.icons import PEN
from bondsdesk.widgets.look import Look

_SIDE: Final = 96
_INNER: Final = 60
_LEAST_WIDTH: Final = 900
_GROUND: Final = 98
"""Pixels between the desk's line and the lower edge of the window (lock.png)."""

LEAST_HEIGHT: Final = 720


class DeskDrawing(QWidget):
    """Fills the window behind other things; draws nothing where there is no room for it."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._restyle)

    def fits(self) -> bool:
        """Tell whether window and zoom leave room for the drawing."""
        high = self.height() >= LEAST_HEIGHT and self.width() >= _LEAST_WIDTH
        return high and self._look.zoom < 1.5

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line of the desk and what stands on it."""
        if not self.fits():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.height() - _GROUND
        icons = self._look.icons
        for name, at_left in (("desk-left", True), ("desk-right", False)):
            size = icons.drawing_size(name)
            edge = _SIDE + _INNER
            x = edge if at_left else self.width() - edge - size.width()
            box = QRectF(x, ground - size.height() + 2, size.width(), size.height())
            icons.paint_drawing(painter, name, box, "drawing")
        painter.setPen(QPen(self._look.colour("drawing"), PEN))
        painter.drawLine(_SIDE, ground, self.width() - _SIDE, ground)

    @Slot()
    def _restyle(self) -> None:
        self.update()
