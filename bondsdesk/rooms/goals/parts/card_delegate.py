# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the rows of a lane: cards, the landing slot, and the frame a lifted card leaves behind."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.board import Face
from bondsdesk.rooms.goals.models import LaneModel
from bondsdesk.rooms.goals.parts.card_face import CORNER, CardFace
from bondsdesk.widgets.look import Look

GAP: Final = 8
"""Pixels between two cards at 100 %."""

_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """The delegate of LaneList. Heights are remembered by card and width.

    `lifted`: the card that is being dragged; `opened`: the one in the editor; `landed`: the one
    that shows as a slot for a moment after it was moved; `slot_height`: how high the slot is.
    """

    def __init__(self, model: LaneModel, cards: CardFace, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._cards = cards
        self._look = look
        self._heights: dict[str, tuple[Face, int, int]] = {}
        self.width = 0
        self.lifted = ""
        self.landed = ""
        self.opened = ""
        self.slot_height = 0

    def forget(self) -> None:
        """Measure everything anew: the look has changed."""
        self._heights.clear()

    def card_height(self, face: Face) -> int:
        """Return a card's height without the gap below it."""
        held = self._heights.get(face.uid)
        if held is not None and held[1] == self.width and held[0] is face:
            return held[2]
        height = self._cards.height(face, self.width)
        self._heights[face.uid] = (face, self.width, height)
        return height

    def step_target(self, face: Face, row: QRect) -> QRect:
        """Return where a click in a row ticks the card's next step."""
        return self._cards.step_target(face, self._box(row))

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row with the gap below it."""
        face = self._model.face(index)
        height = self.slot_height if face is None else self.card_height(face)
        return QSize(self.width, height + self._look.px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = self._model.face(index)
        box = self._box(option.rect)
        if face is None or face.uid == self.landed:
            self._paint_slot(painter, box)
        elif face.uid == self.lifted:
            self._paint_frame(painter, box, self._look.colour("line"), 1)
        else:
            edge = self._edge(option, face)
            if edge is None:
                self._cards.show(painter, face, box)
            else:
                self._cards.paint(painter, face, box, edge=edge)
            self._paint_ring(painter, option, box)
        painter.restore()

    def _box(self, row: QRect) -> QRect:
        """Return the card's place in its row."""
        x = row.right() + 1 - self.width if self._look.rtl else row.x()
        return QRect(x, row.y(), self.width, row.height() - self._look.px(GAP))

    def _edge(self, option: QStyleOptionViewItem, face: Face) -> QColor | None:
        if face.uid == self.opened:
            return self._look.colour("accent")
        hovered = option.state & QStyle.StateFlag.State_MouseOver
        return self._look.colour("line") if hovered else None

    def _paint_slot(self, painter: QPainter, box: QRect) -> None:
        px = self._look.px
        painter.setBrush(self._look.colour("select"))
        self._paint_frame(painter, box, self._look.colour("accent"), 2)
        painter.setFont(self._look.font("second", bold=True))
        painter.setPen(self._look.colour("accent"))
        room = box.adjusted(px(14), px(10), -px(14), -px(10))
        side = Qt.AlignmentFlag.AlignLeft if self._look.rtl else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(flags), _("Lands here"))

    def _paint_frame(self, painter: QPainter, box: QRect, colour: QColor, width: int) -> None:
        px = self._look.px
        pen = QPen(colour, width)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        half = width / 2
        frame = QRectF(box).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, px(CORNER), px(CORNER))

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        if not option.state & QStyle.StateFlag.State_HasFocus:
            return
        painter.setPen(QPen(self._look.colour("accent"), self._look.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(box).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ring, self._look.px(CORNER), self._look.px(CORNER))
