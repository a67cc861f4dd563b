# SPDX-License-Identifier: GPL-3.0-or-later
"""A quiet surface with round corners that holds other things."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bondsdesk.kernel.people import Colour
from bondsdesk.widgets.look import Look

Fill = Literal["card", "lane", "select", "paper"]

_CORNER: Final = 12
_BAND: Final = 4


class Card(QFrame):
    """A surface; put things into `box`.

    `person` fills it with a partner's tint; `band` draws a 4 px band of their colour on top.
    """

    def __init__(
        self,
        look: Look,
        *,
        fill: Fill = "card",
        person: Colour | None = None,
        padding: int = 16,
        edge: bool = True,
        band: Colour | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._fill: Fill = fill
        self._person = person
        self._padding = padding
        self._edge = edge and person is None and fill == "card"
        self._band = band
        self.box = QVBoxLayout(self)
        self._restyle()
        look.changed.connect(self._restyle)

    def show_person(self, colour: Colour | None) -> None:
        """Fill it with a partner's tint, or with its own fill again."""
        self._person = colour
        self._edge = colour is None and self._fill == "card"
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface, its hair edge and the band."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = self._look.px(_CORNER)
        painter.setPen(QPen(self._look.colour("hair"), 1) if self._edge else Qt.PenStyle.NoPen)
        painter.setBrush(self._colour())
        inset = 0.5 if self._edge else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, corner, corner)
        if self._band:
            self._paint_band(painter, corner)

    def _paint_band(self, painter: QPainter, corner: int) -> None:
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setClipPath(whole)
        line = self._look.person(self._band).line if self._band else QColor()
        painter.fillRect(0, 0, self.width(), self._look.px(_BAND), line)

    def _colour(self) -> QColor:
        if self._person:
            return self._look.person(self._person).tint
        return self._look.colour(self._fill)

    @Slot()
    def _restyle(self) -> None:
        side = self._look.px(self._padding)
        self.box.setContentsMargins(side, side, side, side)
        self.box.setSpacing(self._look.px(8))
        self.update()
