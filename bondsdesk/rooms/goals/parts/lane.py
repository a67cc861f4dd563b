# SPDX-License-Identifier: GPL-3.0-or-later
"""One lane of a board: its name, how many cards lie in it, and the cards."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.people import Colour
from bondsdesk.rooms.goals.models import LaneModel
from bondsdesk.rooms.goals.parts.card_face import CardFace
from bondsdesk.rooms.goals.parts.card_words import lane_name
from bondsdesk.rooms.goals.parts.lane_list import Hand, LaneList
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look

WIDTH: Final = 248
NARROW: Final = 224
LARGE: Final = 180
"""Widths at 100 %: in a wide window, in a narrow one, and from 150 % text on (NOTES.md, 5)."""

_CORNER: Final = 12
_BAND: Final = 3


class LaneColumn(QWidget):
    """Every lane looks the same, "let go" too; the band on top has the board's colour."""

    def __init__(self, model: LaneModel, cards: CardFace, hand: Hand, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._colour: Colour = "leaf"
        self._narrow = False
        self._name = Label(lane_name(model.lane), look, bold=True)
        self._count = Label("", look, role="second", tone="quiet")
        self.list = LaneList(model, cards, hand, look)
        self._head = QHBoxLayout()
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self._count)
        self._box = QVBoxLayout(self)
        self._box.addLayout(self._head)
        self._box.addWidget(self.list, 1)
        model.modelReset.connect(self._tell)
        model.rowsInserted.connect(self._tell)
        model.rowsRemoved.connect(self._tell)
        look.changed.connect(self._restyle)
        self._restyle()
        self._tell()

    def set_colour(self, colour: Colour) -> None:
        """Wear the board's colour."""
        self._colour = colour
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Take less room in a narrow window."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lane with its band; the smooth and slow way only where its corners are."""
        painter = QPainter(self)
        corner, lane = self._look.px(_CORNER), self._look.colour("lane")
        painter.fillRect(self.rect().adjusted(0, corner, 0, -corner), lane)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), corner, corner)
        for top in (0, self.height() - corner):
            strip = QRect(0, top, self.width(), corner)
            if event.region().intersects(strip):
                painter.setClipRect(strip)
                painter.fillPath(whole, lane)
        band = QRect(0, 0, self.width(), self._look.px(_BAND))
        if event.region().intersects(band):
            painter.setClipRect(band)
            painter.fillPath(whole, self._look.person(self._colour).line)

    @Slot()
    def _tell(self) -> None:
        self._count.setText(str(self._model.count) if self._model.count else "")

    @Slot()
    def _restyle(self) -> None:
        px = self._look.px
        usual = NARROW if self._narrow else WIDTH
        self.setFixedWidth(px(LARGE if self._look.zoom >= 1.5 else usual))
        pad, rtl = px(8), self._look.rtl
        far = px(4) + pad
        self._head.setContentsMargins(far if rtl else px(4), px(4), px(4) if rtl else far, 0)
        # The list reaches to the lane's edge, where its bar lies beside the cards.
        self._box.setContentsMargins(0 if rtl else pad, px(10), pad if rtl else 0, pad)
        self.list.set_card_width(self.width() - 2 * pad, pad)
        self._box.setSpacing(px(12))
