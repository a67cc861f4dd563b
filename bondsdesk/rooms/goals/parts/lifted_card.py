# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture of a card in the air, over everything else in the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from bondsdesk.rooms.goals.domain.board import Face
from bondsdesk.rooms.goals.parts.card_face import CORNER, CardFace
from bondsdesk.widgets.look import Look

_SHADOW: Final = 24
_FALL: Final = 8
_SHARE: Final = 0.18
"""A shadow of 24 pixels, 8 below, 18 % (NOTES.md, 5)."""


class LiftedCard(QWidget):
    """Drawn once; carrying it only moves it. The mouse goes through."""

    def __init__(self, cards: CardFace, face: Face, width: int, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        height = cards.height(face, width)
        edge = look.px(_SHADOW)
        self._card = QRect(edge, edge, width, height)
        self.resize(width + 2 * edge, height + 2 * edge)
        self._picture = self._drawn(cards, face)

    def carry(self, corner: QPoint) -> None:
        """Bring the card's corner to a point of the screen."""
        self.move(self._over.mapFromGlobal(corner) - self._card.topLeft())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture."""
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _drawn(self, cards: CardFace, face: Face) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_shadow(painter)
        cards.paint(painter, face, self._card, edge=self._look.colour("accent"))
        icon = self._look.px(20)
        x = self._card.x() if self._look.rtl else self._card.right() + 1 - icon
        inset = self._look.px(10)
        spot = QRectF(x + (inset if self._look.rtl else -inset), self._card.y() + inset, icon, icon)
        self._look.icons.paint(painter, "hand", spot, "ink")
        painter.end()
        return picture

    def _paint_shadow(self, painter: QPainter) -> None:
        """Lay thin rounded sheets over each other: a soft edge without a blur at run time."""
        px = self._look.px
        colour = QColor(self._look.colour("ink"))
        if self._look.scheme == "dark":
            colour = self._look.colour("paper").darker(300)
        rings = px(_SHADOW) - px(_FALL)
        colour.setAlphaF(_SHARE / rings)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for ring in range(rings):
            sheet = QRectF(self._card).adjusted(-ring, -ring, ring, ring).translated(0, px(_FALL))
            painter.drawRoundedRect(sheet, px(CORNER) + ring, px(CORNER) + ring)
