# SPDX-License-Identifier: GPL-3.0-or-later
"""A slim rail of years and months beside a long list, to jump to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from bondsdesk.kernel.dates import month_and_year, month_name
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.appreciation.models import RailStop, rail_stops
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.rows_model import RowsModel

WIDTH = 36
"""Pixels at 100 %: with the scroll bar, the gap between the list and what stands beside it."""


class MonthRail(QListView):
    """Years, and the months of the year in sight. Signals: picked(day): the first of a month."""

    picked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._months: list[date] = []
        self._here: date | None = None
        self._stops: RowsModel[RailStop] = RowsModel(_spoken)
        self.setModel(self._stops)
        self.setItemDelegate(_StopDelegate(self._stops, look, self))
        self.setAccessibleName(_("Years and months"))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setProperty("ring", 8)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_months(self, months: Sequence[date]) -> None:
        """Show the months that have notes; with fewer than two there is nowhere to jump."""
        self._months = list(months)
        self.setVisible(len(self._months) > 1)
        self._unfold()

    @Slot(object)
    def show_here(self, month: date | None) -> None:
        """Mark the month in sight and unfold its year."""
        if month != self._here:
            self._here = month
            self._unfold()

    @property
    def here(self) -> date | None:
        """Return the month in sight."""
        return self._here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Jump with Enter or the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        stop = self._stops.row(index)
        if stop is not None:
            self.picked.emit(stop.goes_to)

    def _unfold(self) -> None:
        open_year = self._here.year if self._here else None
        stops = rail_stops(self._months, open_year)
        self._stops.show(stops)
        for number, stop in enumerate(stops):
            if stop.month is not None and self._here == stop.goes_to:
                index = self._stops.index(number)
                self.setCurrentIndex(index)
                self.scrollTo(index)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedWidth(self._look.px(WIDTH))
        self.scheduleDelayedItemsLayout()


class _StopDelegate(QStyledItemDelegate):
    """Years bold, months under them; the month in sight on the chosen fill."""

    def __init__(self, stops: RowsModel[RailStop], look: Look, parent: MonthRail) -> None:
        super().__init__(parent)
        self._stops = stops
        self._look = look
        self._rail = parent

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return one row of the rail; 24 pixels is the least a finger or a shaky hand hits."""
        return QSize(self._look.px(WIDTH), self._look.px(24))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a year or the short name of a month."""
        stop = self._stops.row(index)
        if stop is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = stop.month is not None and stop.goes_to == self._rail.here
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("select"))
            box = QRectF(option.rect).adjusted(0, 1, 0, -1)
            painter.drawRoundedRect(box, self._look.px(6), self._look.px(6))
        font = self._look.font("second", bold=stop.month is None or here)
        text = _short(stop)
        font.setStretch(100 if len(text) <= 5 else 88)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink" if here else "quiet"))
        painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()


def _short(stop: RailStop) -> str:
    if stop.month is None:
        return str(stop.year)
    language = screen_words().language
    name = month_name(stop.month, language)
    return name[:3] if language == "en" else name


def _spoken(stop: RailStop) -> str:
    if stop.month is None:
        return str(stop.year)
    return month_and_year(stop.goes_to, screen_words().language)
