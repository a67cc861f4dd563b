# SPDX-License-Identifier: GPL-3.0-or-later
"""Another passphrase: the old one is asked for, the new one is judged, both take a moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.front_door.own_passphrase import OwnPassphrase
from bondsdesk.app.services import Services
from bondsdesk.app.settings.card import deeds
from bondsdesk.app.settings.secret_work import Rewrapping
from bondsdesk.app.settings.todays_passphrase import TodaysPassphrase
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.notices import Notices

if TYPE_CHECKING:
    from bondsdesk.vault.unwrapping import Rewrapped


class PassphraseForm(QWidget):
    """Signals: `closed`: changed, or left as it was."""

    closed = Signal()

    def __init__(
        self, vault: Vault, partner: PartnerId, services: Services, notices: Notices
    ) -> None:
        super().__init__()
        look = services.look
        self._vault = vault
        self._services = services
        self._notices = notices
        label = _("The passphrase of today")
        self._today = TodaysPassphrase(label, vault, partner, services, notices)
        pair = vault.pair
        known = tuple(filter(None, (pair.name_of("a"), pair.name_of("b"))))
        self._new = OwnPassphrase(look, known)
        self._offered = Label("", look, role="card", wrap=True)
        self._missing = Label("", look, role="second", tone="quiet", wrap=True)
        self._change = Button(_("Change it"), look, kind="main")
        self._leave = Button(_("Leave it as it is"), look)
        self._build()
        self._connect()
        self._on_edited()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._today.begin()

    @Slot()
    def _on_edited(self) -> None:
        missing = self._sentence_for_missing()
        self._change.setEnabled(missing is None)
        self._missing.setText(missing or "")

    @Slot()
    def _on_offer(self) -> None:
        from bondsdesk.vault.passphrase import offer_words

        self._offered.setText("  ".join(offer_words()))
        self._offered.show()
        self._new.first.setFocus()

    @Slot()
    def _on_change(self) -> None:
        if self._today.busy or not self._change.isEnabled():
            return
        self._missing.setText(_("One moment"))
        self._today.use(partial(Rewrapping, new=self._new.passphrase()), self._on_done)

    def _on_done(self, rewrapped: Rewrapped) -> None:
        self._vault.apply_passphrase(rewrapped)
        self._empty()
        self._notices.tell(_("Your passphrase is changed. The old one no longer opens anything."))
        self.closed.emit()

    @Slot()
    def _on_leave(self) -> None:
        self._empty()
        self.closed.emit()

    def _sentence_for_missing(self) -> str | None:
        if not self._today.text():
            return _("Type the passphrase of today first.")
        missing = self._new.missing()
        if missing is None and self._new.passphrase() == self._today.text():
            return _("This is the one you have already.")
        return missing

    def _empty(self) -> None:
        self._today.stop()
        self._new.empty()
        self._offered.clear()

    def _build(self) -> None:
        px = self._services.look.px
        self._offered.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        for part in (self._today, self._offered, self._new, self._missing):
            column.addWidget(part)
        column.addLayout(deeds(self._services.look, self._change, self._leave))

    def _connect(self) -> None:
        self._today.typed.connect(self._on_edited)
        self._today.entered.connect(self._new.first.setFocus)
        self._today.refused.connect(self._on_edited)
        self._new.edited.connect(self._on_edited)
        self._new.done.connect(self._on_change)
        self._new.offer_wanted.connect(self._on_offer)
        self._change.clicked.connect(self._on_change)
        self._leave.clicked.connect(self._on_leave)
