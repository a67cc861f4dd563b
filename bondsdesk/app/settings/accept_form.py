# SPDX-License-Identifier: GPL-3.0-or-later
"""Saying that one knows why the other's keys are new; the passphrase makes it stay so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.services import Services
from bondsdesk.app.settings.card import deeds, quiet_words
from bondsdesk.app.settings.secret_work import Accepting
from bondsdesk.app.settings.todays_passphrase import TodaysPassphrase
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.notices import Notices

if TYPE_CHECKING:
    from bondsdesk.vault.unwrapping import Rewrapped


class AcceptForm(QWidget):
    """Signals: `closed`: accepted, or left for another day."""

    closed = Signal()

    def __init__(
        self, vault: Vault, partner: PartnerId, services: Services, notices: Notices
    ) -> None:
        super().__init__()
        look = services.look
        self._vault = vault
        self._services = services
        self._notices = notices
        self._words = quiet_words(
            _(
                "Your partner's place was set up again, with new keys. If they have told you so, "
                "type your passphrase, and you will not be asked again."
            ),
            look,
        )
        label = _("Your passphrase")
        self._today = TodaysPassphrase(label, vault, partner, services, notices)
        self._go = Button(_("Yes, I know about this"), look, kind="main")
        self._leave = Button(_("I will ask first"), look)
        self._build()
        self._today.typed.connect(self._on_typed)
        self._today.entered.connect(self._on_go)
        self._go.clicked.connect(self._on_go)
        self._leave.clicked.connect(self._on_leave)
        self._on_typed()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._today.begin()

    @Slot()
    def _on_typed(self) -> None:
        self._go.setEnabled(bool(self._today.text()))

    @Slot()
    def _on_go(self) -> None:
        key = self._vault.partner_key
        if key is None or self._today.busy or not self._go.isEnabled():
            return
        self._today.use(partial(Accepting, partner_key=key), self._on_done)

    def _on_done(self, rewrapped: Rewrapped) -> None:
        self._vault.apply_passphrase(rewrapped)
        self._notices.tell(_("Noted. The new keys count from now on."))
        self.closed.emit()

    @Slot()
    def _on_leave(self) -> None:
        self._today.stop()
        self.closed.emit()

    def _build(self) -> None:
        px = self._services.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._words)
        column.addWidget(self._today)
        column.addLayout(deeds(self._services.look, self._go, self._leave))
