# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a note in the list: a disc, a caption with tags, the words in their own direction.

A height depends only on words, width and look, so it is remembered by these; the last texts laid
out are kept as well, because scrolling draws the same few again and again. Knows no service.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bondsdesk.kernel.text import direction_of
from bondsdesk.kernel.words import Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.models import NotesModel
from bondsdesk.rooms.appreciation.parts.faces import Face, Faces
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import paint_person
from bondsdesk.widgets.text_layout import Laid, lay

PREVIEW_CHARACTERS: Final = 1600
PREVIEW_LINES: Final = 12
"""A letter shows its beginning in the list and all of itself when it is read aloud."""

_PAD: Final = 20
_DISC: Final = 40
_GAP: Final = 16
_AIR: Final = 8
_TAG: Final = 22
_WIDEST: Final = 720
_LAID: Final = 120
_HEIGHTS: Final = 4_000


class NoteDelegate(QStyledItemDelegate):
    """The delegate of NoteList, which sets `faces` and `width`, the width of its rows in pixels.

    The lengths in this module are pixels at 100 % (NOTES.md, 3).
    """

    def __init__(self, model: NotesModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self.faces: Faces | None = None
        self.width = look.px(_WIDEST)
        self._laid: OrderedDict[tuple[str, int], Laid] = OrderedDict()
        self._heights: dict[tuple[str, bool, int], int] = {}
        self._discs: dict[tuple[str, str, float], QPixmap] = {}

    def forget(self) -> None:
        """Lay everything out anew: the look has changed."""
        self._laid.clear()
        self._heights.clear()
        self._discs.clear()

    # Qt

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height a row needs in the list's width."""
        row = self._model.row(index)
        width = self.width
        if row is None:
            return QSize(width, 0)
        key = (row.text, bool(row.tags), width)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > _HEIGHTS:
                self._heights.clear()
            height = self._heights[key] = self._height(row.text, bool(row.tags), width)
        return QSize(width, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row = self._model.row(index)
        if row is None or self.faces is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face, box = self.faces.face(row), option.rect
        painter.fillRect(QRect(box.x(), box.y(), box.width(), 1), self._look.colour("hair"))
        self._paint_ring(painter, option)
        self._paint_face(painter, face, box)
        painter.restore()

    # Private

    def _paint_face(self, painter: QPainter, face: Face, box: QRect) -> None:
        px = self._look.px
        top = box.y() + 1 + px(_PAD)
        side = px(_DISC)
        x = box.right() + 1 - side if self._look.rtl else box.x()
        painter.drawPixmap(x, top, self._disc(face, side, painter.device().devicePixelRatio()))
        caption = QRect(self._column(box).x(), top, self._column(box).width(), 0)
        caption.setHeight(self._caption_height(tagged=bool(face.tags)))
        self._paint_caption(painter, face, caption)
        laid = self._lay(face.text, self._column(box).width())
        corner = QPointF(caption.x(), caption.bottom() + 1 + px(4))
        laid.draw(painter, corner, self._look.colour("ink"))
        if self._cut(face.text, laid):
            self._paint_more(painter, caption, round(corner.y()) + laid.height)

    def _disc(self, face: Face, side: int, ratio: float) -> QPixmap:
        key = (face.symbol, face.colour, ratio)
        disc = self._discs.get(key)
        if disc is None:
            disc = QPixmap(round(side * ratio), round(side * ratio))
            disc.setDevicePixelRatio(ratio)
            disc.fill(Qt.GlobalColor.transparent)
            painter = QPainter(disc)
            paint_person(painter, QRectF(0, 0, side, side), face.symbol, face.colour, self._look)
            painter.end()
            self._discs[key] = disc
        return disc

    def _paint_caption(self, painter: QPainter, face: Face, line: QRect) -> None:
        px = self._look.px
        rtl = self._look.rtl
        start = 0
        if face.sign:
            side = px(14)
            x = line.right() + 1 - side if rtl else line.x()
            box = QRectF(x, line.y() + (line.height() - side) / 2, side, side)
            self._look.icons.paint(painter, face.sign, box, "quiet")
            start = side + px(6)
        painter.setFont(self._look.font("second"))
        painter.setPen(self._look.colour("quiet"))
        room = line.adjusted(0 if rtl else start, 0, -start if rtl else 0, 0)
        words = painter.fontMetrics().elidedText(
            face.caption, Qt.TextElideMode.ElideRight, room.width()
        )
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), words)
        used = start + painter.fontMetrics().horizontalAdvance(words) + px(8)
        for tag in face.tags:
            used += self._paint_tag(painter, tag, line, used) + px(6)

    def _paint_tag(self, painter: QPainter, tag: str, line: QRect, used: int) -> int:
        px = self._look.px
        language: Language = "ur" if direction_of(tag) == "rtl" else "en"
        painter.setFont(self._look.font("second", language=language))
        width = painter.fontMetrics().horizontalAdvance(tag) + 2 * px(8)
        if used + width > line.width():
            return 0
        x = line.right() + 1 - used - width if self._look.rtl else line.x() + used
        box = QRectF(x, line.y() + (line.height() - px(_TAG)) / 2, width, px(_TAG))
        painter.setPen(QPen(self._look.colour("hair"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.setPen(self._look.colour("quiet"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), tag)
        return width

    def _paint_more(self, painter: QPainter, line: QRect, y: int) -> None:
        painter.setFont(self._look.font("second"))
        painter.setPen(self._look.colour("accent"))
        box = QRect(line.x(), y, line.width(), self._second_height())
        edge = Qt.AlignmentFlag.AlignRight if self._look.rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            box, int(edge | Qt.AlignmentFlag.AlignAbsolute), _("There is more to read")
        )

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        wanted = QStyle.StateFlag.State_HasFocus
        if not state & wanted or not state & QStyle.StateFlag.State_KeyboardFocusChange:
            return
        painter.setPen(QPen(self._look.colour("accent"), self._look.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(option.rect).adjusted(1, self._look.px(7), -1, -self._look.px(6))
        painter.drawRoundedRect(box, self._look.px(12), self._look.px(12))

    def _column(self, box: QRect) -> QRect:
        """Return where captions and words stand: beside the disc, no wider than reads well.

        Some air stays at the far side: there the list's bar is, and English begins there in Urdu.
        """
        lead = self._look.px(_DISC + _GAP)
        width = min(box.width() - lead - self._look.px(_AIR), self._look.px(_WIDEST))
        x = box.right() + 1 - lead - width if self._look.rtl else box.x() + lead
        return QRect(x, box.y(), width, box.height())

    def _height(self, text: str, tagged: bool, width: int) -> int:
        px = self._look.px
        column = self._column(QRect(0, 0, width, 0)).width()
        laid = self._lay(text, column)
        more = self._second_height() if self._cut(text, laid) else 0
        words = self._caption_height(tagged=tagged) + px(4) + laid.height + more
        return 1 + 2 * px(_PAD) + max(words, px(_DISC))

    def _lay(self, text: str, width: int) -> Laid:
        laid = self._laid.get((text, width))
        if laid is None:
            if len(self._laid) >= _LAID:
                self._laid.popitem(last=False)
            shown = text[:PREVIEW_CHARACTERS]
            laid = lay(shown, width, self._look, most_lines=PREVIEW_LINES)
            self._laid[text, width] = laid
        else:
            self._laid.move_to_end((text, width))
        return laid

    def _cut(self, text: str, laid: Laid) -> bool:
        return laid.cut or len(text) > PREVIEW_CHARACTERS

    def _caption_height(self, *, tagged: bool) -> int:
        return max(self._second_height(), self._look.px(_TAG) if tagged else 0)

    def _second_height(self) -> int:
        least = self._look.px(16)
        if self._look.rtl:
            return max(least, QFontMetrics(self._look.font("second")).height())
        return least
