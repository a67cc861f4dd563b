# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the found things: a room's name, then when, whether it is private, and the words around.

Each text runs in its own direction. It keeps nothing between two rows.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bondsdesk.app.excerpt import LENGTH, Excerpt
from bondsdesk.app.search_rows import HitRow, RoomHeading, said_when
from bondsdesk.kernel.text import direction_of
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.rows_model import ROW

_HEADING_ICON = 20
_LOCK_ICON = 16
_LINES = 2
_SURE = 0.8
"""Share of the width that an average line of as many letters may take to be sure of one line."""


class SearchDelegate(QStyledItemDelegate):
    """Paints rows of search_rows.Row."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, RoomHeading):
            self._paint_heading(painter, option, row)
        elif isinstance(row, HitRow):
            self._paint_hit(painter, option, row)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of one row at the list's width."""
        px = self._look.px
        row = index.data(ROW)
        if isinstance(row, RoomHeading):
            return QSize(0, px(48))
        width = max(px(80), option.rect.width() - px(24))
        line = QFontMetrics(self._look.font("body")).lineSpacing()
        return QSize(0, px(8) + px(20) + self._lines(row, width) * line + px(10))

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, row: RoomHeading
    ) -> None:
        px = self._look.px
        area = option.rect.adjusted(px(12), px(16), -px(12), 0)
        side = px(_HEADING_ICON)
        place = QStyle.alignedRect(
            option.direction,
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
            QSize(side, side),
            area,
        )
        icon = self._look.icons.pixmap(row.icon, "quiet", side)
        painter.drawPixmap(place, icon)
        words = _after(area, side + px(8), option.direction)
        painter.setFont(self._look.font("second", bold=True))
        painter.setPen(self._look.colour("quiet"))
        painter.drawText(words, _leading(option.direction), row.title)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow) -> None:
        px = self._look.px
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("select"))
            painter.drawRoundedRect(option.rect, px(12), px(12))
        area = option.rect.adjusted(px(12), px(8), -px(12), -px(10))
        line = QRect(area.left(), area.top(), area.width(), px(20))
        painter.setFont(self._look.font("second"))
        painter.setPen(self._look.colour("quiet"))
        if row.hit.private:
            side = px(_LOCK_ICON)
            place = QStyle.alignedRect(
                option.direction,
                Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter,
                QSize(side, side),
                line,
            )
            lock = self._look.icons.pixmap("lock", "quiet", side)
            painter.drawPixmap(place, lock)
            line = _after(line, side + px(6), option.direction)
        painter.drawText(line, _leading(option.direction), said_when(row))
        words = self._lay_out(row.excerpt, area.width(), self._lines(row, area.width()))
        painter.setPen(self._look.colour("ink"))
        words.draw(painter, QPointF(area.left(), area.top() + px(20)))

    def _lines(self, row: HitRow, width: int) -> int:
        """Guess from the length alone, on the safe side: shaping every row costs a frame."""
        letters = min(len(row.hit.text), LENGTH)
        wide = QFontMetrics(self._look.font("body")).averageCharWidth() * letters
        return 1 if wide < width * _SURE else _LINES

    def _lay_out(self, found: Excerpt, width: int, lines: int) -> QTextLayout:
        layout = QTextLayout(found.text, self._look.font("body"))
        how = QTextOption()
        if direction_of(found.text) == "rtl":
            how.setTextDirection(Qt.LayoutDirection.RightToLeft)
            how.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            how.setTextDirection(Qt.LayoutDirection.LeftToRight)
        how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(how)
        layout.setFormats([_marked(start, length) for start, length in found.marks])
        layout.beginLayout()
        height = 0.0
        for _line in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout


def _marked(start: int, length: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, length
    bold = QTextCharFormat()
    bold.setFontWeight(700)
    marked.format = bold
    return marked


def _after(area: QRect, taken: int, direction: Qt.LayoutDirection) -> QRect:
    if direction == Qt.LayoutDirection.RightToLeft:
        return area.adjusted(0, 0, -taken, 0)
    return area.adjusted(taken, 0, 0, 0)


def _leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    edge = (
        Qt.AlignmentFlag.AlignRight
        if direction == Qt.LayoutDirection.RightToLeft
        else Qt.AlignmentFlag.AlignLeft
    )
    return edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
