# SPDX-License-Identifier: GPL-3.0-or-later
"""A day that may also be none: the field, and a way to take the day out again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.look import Look


class DayLine(QWidget):
    """`text` is the day in ISO form, "" for none. Signals: changed()."""

    changed = Signal()

    def __init__(self, look: Look, *, today: date, last: date | None, name: str) -> None:
        super().__init__()
        self._look = look
        self.field = DayField(look, day=None, today=today, first=today, last=last, name=name)
        self._none = IconButton("close", _("No day"), look)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.field, 1)
        self._box.addWidget(self._none)
        self.setFocusProxy(self.field)
        self.field.chosen.connect(self._on_chosen)
        self._none.clicked.connect(self._on_none)
        self._tell()

    @property
    def text(self) -> str:
        """Return the day in ISO form, "" for none."""
        return self.field.day.isoformat() if self.field.day else ""

    def set_text(self, text: str) -> None:
        """Show a day."""
        self.field.set_day(date.fromisoformat(text) if text else None)
        self._tell()

    @Slot()
    def _on_chosen(self) -> None:
        self._tell()
        self.changed.emit()

    @Slot()
    def _on_none(self) -> None:
        self.set_text("")
        self.changed.emit()

    def _tell(self) -> None:
        self._none.setVisible(self.field.day is not None)
        self._box.setSpacing(self._look.px(4))
