# SPDX-License-Identifier: GPL-3.0-or-later
"""A calm calendar of one month to choose a day from; all of it works with the keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.dates import long_day, month_and_year
from bondsdesk.kernel.words import Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.day_cell import DayCell
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look

_CELLS: Final = 42
_SHORT_DAYS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("M", "T", "W", "T", "F", "S", "S"),
    "ur": ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"),
}


class CalendarPopup(QWidget):
    """Shows a month; `picked(day)` tells a chosen day. Days outside first..last are greyed."""

    picked = Signal(date)

    def __init__(
        self,
        look: Look,
        *,
        day: date,
        today: date,
        first: date | None,
        last: date | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._look = look
        self._day, self._today = day, today
        self._first, self._last = first or date.min, last or date.max
        self._cells: list[DayCell] = []
        self.setAccessibleName(_("Choose a day"))
        card = Card(look, padding=12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self._title = Label("", look, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        card.box.addLayout(self._head())
        card.box.addLayout(self._grid())
        self._fill()

    def open_at(self, point: QPoint) -> None:
        """Show it with its corner at a place on the screen, kept inside the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(max(point.x(), screen.left()), screen.right() - self.width())
        y = min(max(point.y(), screen.top()), screen.bottom() - self.height())
        self.move(x, y)
        self.show()
        self._focus_day()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by days and weeks with the arrows, by months with Page Up and Page Down."""
        along = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Left: -along,
            Qt.Key.Key_Right: along,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._go(_shifted(self._day, steps[key]))
        elif key == Qt.Key.Key_PageUp:
            self._earlier()
        elif key == Qt.Key.Key_PageDown:
            self._later()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._day)
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        back = IconButton("chevron-back", _("Earlier month"), self._look)
        on = IconButton("chevron-forward", _("Later month"), self._look)
        back.clicked.connect(self._earlier)
        on.clicked.connect(self._later)
        head.addWidget(back)
        head.addWidget(self._title, 1)
        head.addWidget(on)
        return head

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._look.px(4))
        names = _SHORT_DAYS[self._look.language]
        middle = Qt.AlignmentFlag.AlignHCenter
        for column in range(7):
            name = names[(column + self._week_start()) % 7]
            label = Label(name, self._look, role="second", tone="quiet", align=middle)
            grid.addWidget(label, 0, column)
        for number in range(_CELLS):
            cell = DayCell(self._look)
            cell.clicked.connect(self._on_cell)
            self._cells.append(cell)
            grid.addWidget(cell, 1 + number // 7, number % 7)
        return grid

    def _fill(self) -> None:
        first = self._day.replace(day=1)
        lead = (first.weekday() - self._week_start()) % 7
        start = _shifted(first, -lead)
        self._title.setText(month_and_year(first, self._look.language))
        for number, cell in enumerate(self._cells):
            day = _shifted(start, number)
            name = long_day(day, self._look.language)
            outside = day.month != first.month
            cell.show_day(day, name, today=day == self._today, chosen=day == self._day)
            cell.setEnabled(not outside and self._first <= day <= self._last)

    def _go(self, day: date) -> None:
        self._day = min(max(day, self._first), self._last)
        self._fill()
        self._focus_day()

    def _focus_day(self) -> None:
        cell = next((c for c in self._cells if c.day == self._day and c.isEnabled()), None)
        if cell:
            cell.setFocus(Qt.FocusReason.TabFocusReason)

    def _week_start(self) -> int:
        return QLocale.system().firstDayOfWeek().value - 1

    def _choose(self, day: date) -> None:
        self.picked.emit(day)
        self.close()

    @Slot()
    def _on_cell(self) -> None:
        cell = self.sender()
        if isinstance(cell, DayCell):
            self._choose(cell.day)

    @Slot()
    def _earlier(self) -> None:
        self._go(_by_month(self._day, -1))

    @Slot()
    def _later(self) -> None:
        self._go(_by_month(self._day, 1))


def _shifted(day: date, days: int) -> date:
    """Return a day further on, the same day at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _by_month(day: date, months: int) -> date:
    """Return the same day in another month, its last day if the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    start = date(year, month + 1, 1)
    length = (_shifted(start, 31).replace(day=1) - start).days if year < date.max.year else 28
    return start.replace(day=min(day.day, length))
