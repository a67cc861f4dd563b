# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a day: the day in words, and a calendar to choose another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bondsdesk.kernel.dates import long_day
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.calendar_popup import CalendarPopup
from bondsdesk.widgets.enter_key import pressed_by_enter
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import Token


class DayField(QPushButton):
    """A day or none. `first` and `last` bound what can be chosen; `chosen(day)` tells a choice."""

    chosen = Signal(date)

    def __init__(
        self,
        look: Look,
        *,
        day: date | None,
        today: date,
        first: date | None = None,
        last: date | None = None,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._today, self._first, self._last = today, first, last
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_calendar)
        self.set_day(day)
        look.changed.connect(self._restyle)

    @property
    def day(self) -> date | None:
        """Return the chosen day, None before one is chosen."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day without telling `chosen`."""
        self._day = day
        said = long_day(day, self._look.language) if day else _("Choose a day")
        self.setText(said)
        self.setAccessibleName(f"{self._name}: {said}")
        self.update()

    @Slot()
    def open_calendar(self) -> None:
        """Open the calendar under the field."""
        popup = CalendarPopup(
            self._look,
            day=self._day or self._first or self._today,
            today=self._today,
            first=self._first,
            last=self._last,
            parent=self,
        )
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.picked.connect(self._on_picked)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a field of one line."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + self._look.px(64), self._look.px(44))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a date is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it like the other fields, with a small calendar at the trailing end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._look.px
        live = self.isEnabled()
        painter.setPen(QPen(self._look.colour(self._edge()), 1))
        painter.setBrush(self._look.colour("card" if live else "lane"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = px(12) if rtl else self.width() - px(32)
        icon = QRectF(x, (self.height() - px(20)) / 2, px(20), px(20))
        self._look.icons.paint(painter, "calendar", icon, "quiet")
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.colour("ink" if live and self._day else "quiet"))
        words = QRect(px(40) if rtl else px(12), 0, self.width() - px(52), self.height())
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(lead), self.text())

    def _edge(self) -> Token:
        if not self.isEnabled():
            return "hair"
        if self.property("wrong"):
            return "danger"
        return "accent" if self.hasFocus() else "line"

    @Slot(date)
    def _on_picked(self, day: date) -> None:
        self.set_day(day)
        self.chosen.emit(day)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
