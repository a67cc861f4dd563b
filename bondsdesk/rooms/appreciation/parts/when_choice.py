# SPDX-License-Identifier: GPL-3.0-or-later
"""When the other gets a note: now, or on a day until which the app keeps it closed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.radio_row import RadioRow

_FAR = timedelta(days=5 * 366)


class WhenChoice(QWidget):
    """Two rows and, under the second, a day. Signals: changed()."""

    changed = Signal()

    def __init__(self, question: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._question = Label(question, look, bold=True, wrap=True)
        self._now = RadioRow(_("Now"), look)
        self._later = RadioRow(
            _("Leave it closed until a day"),
            look,
            help=_("The app simply waits until then. It is not a lock."),
        )
        self._day: DayField | None = None
        self._now.setChecked(True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for widget in (self._question, self._now, self._later):
            self._box.addWidget(widget)
        self._later.toggled.connect(self._on_toggled)
        look.changed.connect(self._restyle)
        self._restyle()

    def begin(self, today: date, opens_on: date | None) -> None:
        """Show a choice as it stands; the day field knows the days from tomorrow on."""
        tomorrow = today + timedelta(days=1)
        if self._day is not None:
            self._box.removeWidget(self._day)
            self._day.deleteLater()
        self._day = DayField(
            self._look,
            day=opens_on or tomorrow,
            today=today,
            first=tomorrow,
            last=today + _FAR,
            name=_("Opens on"),
        )
        self._day.chosen.connect(self._on_day)
        self._box.addWidget(self._day)
        with QSignalBlocker(self._later):
            (self._later if opens_on else self._now).setChecked(True)
        self._day.setVisible(opens_on is not None)

    @property
    def opens_on(self) -> date | None:
        """Return the day the note is left for, None for now."""
        return self._day.day if self._later.isChecked() and self._day else None

    def choose(self, opens_on: date | None) -> None:
        """Choose as a person would."""
        if opens_on and self._day:
            self._day.set_day(opens_on)
        (self._later if opens_on else self._now).setChecked(True)

    @Slot(bool)
    def _on_toggled(self, later: bool) -> None:
        if self._day:
            self._day.setVisible(later)
        self.changed.emit()

    @Slot(object)
    def _on_day(self, _day: date) -> None:
        self.changed.emit()

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(4))
