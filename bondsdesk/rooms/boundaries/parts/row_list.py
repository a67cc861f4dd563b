# SPDX-License-Identifier: GPL-3.0-or-later
"""The list at the leading side: groups of agreements and limits, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.boundaries.models import ListRow
from bondsdesk.rooms.boundaries.parts.painting import draw_line, line_height
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.rows_model import ROW, RowsModel
from bondsdesk.widgets.tokens import Token

Index = QModelIndex | QPersistentModelIndex

WIDTH: Final = 264
"""Pixels at 100 % (NOTES.md, 6)."""


class _Rows(RowsModel[ListRow]):
    """Headings cannot be chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowDelegate(QStyledItemDelegate):
    """Rows of two lines with an icon; headings bold and quiet."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line for a heading, of two for a row."""
        row, px = cast("ListRow", index.data(ROW)), self._look.px
        if row.heading:
            first = index.row() == 0
            height = line_height(row.title, self._look, "second") + px(8 if first else 24)
        else:
            height = line_height(row.title, self._look, "body") + px(16)
            height += line_height(row.sentence, self._look, "second")
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row, px = cast("ListRow", index.data(ROW)), self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if row.heading:
            top = box.bottom() - line_height(row.title, self._look, "second") - px(4)
            line = QRectF(box.left() + px(12), top, box.width() - px(24), px(20))
            draw_line(painter, line, row.title, self._look, role="second", bold=True, tone="quiet")
        else:
            self._paint_row(painter, box, row, option)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, box: QRectF, row: ListRow, option: QStyleOptionViewItem
    ) -> None:
        look, px = self._look, self._look.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("select" if chosen else "lane"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), px(12), px(12))
        side = px(20)
        left = box.right() - px(12) - side if look.rtl else box.left() + px(12)
        icon = QRectF(left, box.top() + px(9), side, side)
        look.icons.paint(painter, row.icon, icon, cast("Token", row.tone))
        before, after = (px(12), px(44)) if look.rtl else (px(44), px(12))
        words = box.adjusted(before, px(8), -after, 0)
        height = draw_line(painter, words, row.title, look, bold=chosen)
        words.adjust(0, height, 0, 0)
        draw_line(painter, words, row.sentence, look, role="second", tone="quiet")


class RowList(QListView):
    """Signals: picked(uid): another row was chosen by a person."""

    picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._showing = False
        self.rows: RowsModel[ListRow] = _Rows(ListRow.spoken, self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(look, self))
        self.setAccessibleName(_("Limits and agreements"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_clicked)
        look.changed.connect(self.doItemsLayout)

    def show_rows(self, rows: Sequence[ListRow], uid: str) -> None:
        """Show other rows with one of them chosen, without telling `picked`."""
        self._showing = True
        self.rows.show(rows)
        self.choose(uid)
        self._showing = False

    def choose(self, uid: str) -> None:
        """Choose a row by what it stands for, without telling `picked`; "" for none."""
        showing, self._showing = self._showing, True
        found = next((i for i in range(self.rows.rowCount()) if self._uid(i) == uid), None)
        flags = QItemSelectionModel.SelectionFlag
        if uid and found is not None:
            index = self.rows.index(found)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().setCurrentIndex(QModelIndex(), flags.Clear)
        self._showing = showing

    def uids(self) -> list[str]:
        """Return what stands in the list, headings left out."""
        return [uid for i in range(self.rows.rowCount()) if (uid := self._uid(i))]

    def _uid(self, number: int) -> str:
        row = self.rows.row(self.rows.index(number))
        return row.uid if row else ""

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row and row.uid and not self._showing:
            self.picked.emit(row.uid)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row and row.uid:
            self.picked.emit(row.uid)
