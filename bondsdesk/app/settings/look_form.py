# SPDX-License-Identifier: GPL-3.0-or-later
"""Another symbol or colour for one's own place; the locked screen shows them from then on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.front_door.look_choice import LookChoice
from bondsdesk.app.services import Services
from bondsdesk.app.settings.card import deeds
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId, other
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.notices import Notices


class LookForm(QWidget):
    """Signals: `closed`: kept or left; `kept`: they are others now."""

    closed = Signal()
    kept = Signal()

    def __init__(
        self, vault: Vault, partner: PartnerId, services: Services, notices: Notices
    ) -> None:
        super().__init__()
        self._vault = vault
        self._partner: PartnerId = partner
        self._notices = notices
        pair = vault.pair
        me, theirs = pair.person(partner) or pair.a, pair.person(other(partner))
        taken = (theirs.symbol, theirs.colour) if theirs else None
        self._before = (me.symbol, me.colour)
        self._choice = LookChoice(me.symbol, me.colour, taken, services.look)
        self._choice.chosen.connect(self._show_state)
        self._keep = Button(_("Keep them"), services.look, kind="main")
        self._keep.clicked.connect(self._on_keep)
        leave = Button(_("Not now"), services.look)
        leave.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(services.look.px(24))
        column.addWidget(self._choice)
        column.addLayout(deeds(services.look, self._keep, leave))
        self._show_state()

    def begin(self) -> None:
        """Put the keyboard where choosing begins."""
        self._choice.begin()

    @Slot()
    def _show_state(self) -> None:
        self._keep.setEnabled((self._choice.symbol, self._choice.colour) != self._before)

    @Slot()
    def _on_keep(self) -> None:
        try:
            self._vault.change_look(self._partner, self._choice.symbol, self._choice.colour)
        except ExpectedError as error:
            self._notices.tell_error(error)
            return
        self._notices.tell(_("Kept. The locked screen shows them too."))
        self.closed.emit()
        self.kept.emit()
