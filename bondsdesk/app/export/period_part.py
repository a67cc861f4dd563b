# SPDX-License-Identifier: GPL-3.0-or-later
"""From when to when: everything, this month, this year, or two days of one's own."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bondsdesk.app.export.choices import Period
from bondsdesk.app.one_of import OneOf
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.check_row import CheckRow
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class PeriodPart(QWidget):
    """Signals: `changed`: another period or another day."""

    changed = Signal()

    def __init__(self, today: date, look: Look) -> None:
        super().__init__()
        self._look = look
        self._periods = OneOf(
            _("From when"),
            [
                ("all", _("Everything")),
                ("month", _("This month")),
                ("year", _("This year")),
                ("own", _("Own days")),
            ],
            look,
        )
        self._first_on = CheckRow(_("From"), look)
        self._last_on = CheckRow(_("Until"), look)
        self._first = DayField(look, day=today.replace(day=1), today=today, name=_("First day"))
        self._last = DayField(look, day=today, today=today, name=_("Last day"))
        self._build()
        self._connect()

    def period(self) -> Period:
        """Return the chosen period."""
        return cast("Period", self._periods.key())

    def first(self) -> date | None:
        """Return the first own day, None for an open beginning."""
        return self._first.day if self._first_on.isChecked() else None

    def last(self) -> date | None:
        """Return the last own day, None for an open end."""
        return self._last.day if self._last_on.isChecked() else None

    def show_wrong_order(self, *, wrong: bool) -> None:
        """Say beside the days that they run backwards, or take that back."""
        self._wrong.setVisible(wrong)

    @Slot()
    def _on_changed(self) -> None:
        self._days.setVisible(self.period() == "own")
        self._first.setEnabled(self._first_on.isChecked())
        self._last.setEnabled(self._last_on.isChecked())
        self.changed.emit()

    def _build(self) -> None:
        self._wrong = Label(
            _("The first day is after the last one."), self._look, role="second", tone="danger"
        )
        self._wrong.hide()
        self._days = QWidget()
        grid = QGridLayout(self._days)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (tick, field) in enumerate(
            ((self._first_on, self._first), (self._last_on, self._last))
        ):
            tick.setChecked(True)
            grid.addWidget(tick, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self._wrong, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self._days.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._periods)
        self._column.addWidget(self._days)
        self._periods.choose("all")
        self._measure()

    def _connect(self) -> None:
        self._periods.chosen.connect(self._on_changed)
        for tick in (self._first_on, self._last_on):
            tick.toggled.connect(self._on_changed)
        for field in (self._first, self._last):
            field.chosen.connect(self._on_changed)
        self._look.changed.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(8))
