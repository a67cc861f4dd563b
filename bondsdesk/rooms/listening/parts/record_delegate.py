# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws one talk of the history: its format, its day and length, the first kept words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bondsdesk.kernel.text import direction_of
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.models import caption, preview
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.widgets.keyset_model import ROW
from bondsdesk.widgets.look import Look

_AIR = 12


class RecordDelegate(QStyledItemDelegate):
    """Rows of two or three lines with a hair between; the chosen one is filled."""

    def __init__(
        self,
        look: Look,
        content: Content,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._content = content
        self._today = today

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the lines this row has."""
        record = index.data(ROW)
        lines = QFontMetrics(self._look.font("body", bold=True)).height()
        lines += QFontMetrics(self._look.font("second")).height()
        if isinstance(record, TalkRecord) and preview(record):
            lines += QFontMetrics(self._look.font("body")).height() + self._look.px(4)
        return QSize(option.rect.width(), lines + self._look.px(2 * _AIR + 4))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        record = index.data(ROW)
        if not isinstance(record, TalkRecord):
            return
        px = self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("select" if chosen else "lane"))
            painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), px(8), px(8))
        painter.setPen(self._look.colour("hair"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_lines(painter, box.adjusted(px(8), px(_AIR), -px(8), 0), record)
        painter.restore()

    def _paint_lines(self, painter: QPainter, box: QRectF, record: TalkRecord) -> None:
        lines = [
            (self._content.format_title(record.format), "body", True, "ink"),
            (caption(self._content, self._today(), record), "second", False, "quiet"),
            (preview(record), "body", False, "ink"),
        ]
        rtl = self._look.rtl
        top = box.top()
        for text, role, bold, tone in lines:
            if not text:
                continue
            own_rtl = direction_of(text, "rtl" if rtl else "ltr") == "rtl"
            font = self._look.font(
                "second" if role == "second" else "body",
                bold=bold,
                language="ur" if own_rtl else "en",
            )
            metrics = QFontMetrics(font)
            painter.setFont(font)
            own = Qt.LayoutDirection.RightToLeft if own_rtl else Qt.LayoutDirection.LeftToRight
            painter.setLayoutDirection(own)  # a full stop stands at its own sentence's end
            painter.setPen(self._look.colour("quiet" if tone == "quiet" else "ink"))
            room = QRectF(box.left(), top, box.width(), metrics.height())
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute, shown)
            top += metrics.height() + self._look.px(4)
