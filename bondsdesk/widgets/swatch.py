# SPDX-License-Identifier: GPL-3.0-or-later
"""A disc in one of the eight colours, to be chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.people import Colour
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tile import Tile

_SIDE: Final = 44
_TAKEN: Final = 0.3


class Swatch(Tile):
    """The chosen one has a ring and a tick; `name` is the colour's name in words."""

    def __init__(
        self, colour: Colour, look: Look, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name=name, size=QSize(_SIDE, _SIDE), kind="swatch", parent=parent)
        self.colour: Colour = colour
        self.setToolTip(name)
        self.setProperty("ring", _SIDE // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc; one that is taken is pale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_TAKEN)
        line = self._look.person(self.colour).line
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(line, 2))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        gap = self._look.px(6)
        painter.drawEllipse(box.adjusted(gap, gap, -gap, -gap))
        if self.isChecked():
            gap = self._look.px(13)
            tick = box.adjusted(gap, gap, -gap, -gap)
            self._look.icons.paint(painter, "check", tick, "on_accent")
