# SPDX-License-Identifier: GPL-3.0-or-later
"""Another length for a pause than the ones offered: hours and minutes, within the agreed bounds."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.moves import PAUSE_LEAST, PAUSE_MOST
from bondsdesk.widgets.announce import announce
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.number_field import NumberField

_MOST_HOURS = int(PAUSE_MOST.total_seconds() // 3600)


class OtherSpan(QWidget):
    """Two numbers and a sentence about their bounds. Emits `changed`."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.hours = NumberField(look, least=0, most=_MOST_HOURS, value=2, name=_("Hours"))
        self.minutes = NumberField(look, least=0, most=59, value=0, step=5, name=_("Minutes"))
        self._bounds = Label(
            _("A pause lasts at least 20 minutes and at most 24 hours."),
            look,
            role="second",
            tone="quiet",
            wrap=True,
        )
        row = QHBoxLayout()
        row.setSpacing(look.px(24))
        for name, field in ((_("Hours"), self.hours), (_("Minutes"), self.minutes)):
            row.addWidget(LabeledField(name, field, look))
            field.changed.connect(self._on_changed)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(8))
        box.addLayout(row)
        box.addWidget(self._bounds)

    def span(self) -> timedelta:
        """Return what stands there, allowed or not."""
        return timedelta(hours=self.hours.value, minutes=self.minutes.value)

    def fits(self) -> bool:
        """Tell whether a pause may last so long."""
        return PAUSE_LEAST <= self.span() <= PAUSE_MOST

    @Slot()
    def _on_changed(self, *_value: int) -> None:
        self._bounds.set_tone("quiet" if self.fits() else "danger")
        if not self.fits():
            announce(self.minutes, self._bounds.text())
        self.changed.emit()
