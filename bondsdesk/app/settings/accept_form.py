# SPDX-License-Identifier: GPL-3.0-or-later
"""Saying that one knows why the other's keys are new; the passphrase makes it stay so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.services import Services
from bondsdesk.app.settings.card import deeds, quiet_words
from bondsdesk.app.settings.secret_work import Accepting, Unwrapping
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.password_field import PasswordField

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
        self._partner: PartnerId = partner
        self._services = services
        self._notices = notices
        self._words = quiet_words(
            _(
                "Your partner's place was set up again, with new keys. If they have told you so, "
                "type your passphrase, and you will not be asked again."
            ),
            look,
        )
        self._passphrase = PasswordField(look, name=_("Your passphrase"))
        self._row = LabeledField(_("Your passphrase"), self._passphrase, look)
        self._go = Button(_("Yes, I know about this"), look, kind="main")
        self._leave = Button(_("I will ask first"), look)
        self._build()
        self._passphrase.textChanged.connect(self._on_typed)
        self._passphrase.returnPressed.connect(self._on_go)
        self._go.clicked.connect(self._on_go)
        self._leave.clicked.connect(self.closed)
        self._on_typed()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._passphrase.setFocus()

    @Slot()
    def _on_typed(self) -> None:
        self._row.set_error(None)
        self._go.setEnabled(bool(self._passphrase.text()))

    @Slot()
    def _on_go(self) -> None:
        key = self._vault.partner_key
        if key is None or not self._go.isEnabled():
            return
        self._go.setEnabled(False)
        opening = Unwrapping(self._vault.files, self._partner, self._passphrase.take())
        work = Accepting(opening, key)
        self._services.tasks.run(work, self, self._on_done, self._on_failed)

    @Slot(object)
    def _on_done(self, rewrapped: Rewrapped) -> None:
        try:
            self._vault.apply_passphrase(rewrapped)
        except ExpectedError as error:
            self._on_failed(error)
            return
        self._notices.tell(_("Noted. The new keys count from now on."))
        self.closed.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, ExpectedError):
            raise error
        if error.code == "secret.wrong":
            self._row.set_error(_("That is not your passphrase of today."))
            self._passphrase.setFocus()
        else:
            self._notices.tell_error(error)

    def _build(self) -> None:
        px = self._services.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._words)
        column.addWidget(self._row)
        column.addLayout(deeds(self._services.look, self._go, self._leave))
