# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries secrets: the slow part in a worker, the opening on the main thread. It has no page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId

if TYPE_CHECKING:
    from bondsdesk.vault.opening import Rewrapped, Secrets
    from bondsdesk.vault.vault import Vault


class Opener(QObject):
    """Emits `opened(vault)`, `refused(error)` for an expected reason, `failed(error)` for a bug.

    `own_sheet_accepted` means: the sheet was right, a new passphrase is wanted before it opens.
    `shared_opened(vault)`: the shared sheet was right, and nobody sits at the desk yet.
    """

    opened = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    own_sheet_accepted = Signal()
    shared_opened = Signal(object)

    def __init__(self, context: DoorContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._secrets: Secrets | None = None

    @Slot(str, str)
    def try_passphrase(self, partner: PartnerId, passphrase: str) -> None:
        """Try a passphrase for one partner."""
        from bondsdesk.vault.opening import unwrap_passphrase

        work = partial(unwrap_passphrase, self._context.files, partner, passphrase)
        self._context.tasks.run(work, self, self._open, self._not_opened)

    @Slot(str)
    def try_sheet(self, code: str) -> None:
        """Try a paper sheet, an own one or the shared one."""
        from bondsdesk.vault.opening import unwrap_sheet

        work = partial(unwrap_sheet, self._context.files, code)
        self._context.tasks.run(work, self, self._sheet_was_right, self._not_opened)

    @Slot(str)
    def apply_passphrase(self, passphrase: str) -> None:
        """Give the partner of the own sheet a new passphrase and open."""
        from bondsdesk.vault.opening import rewrap

        if self._secrets is None:
            return
        work = partial(rewrap, self._secrets, passphrase, self._context.cost)
        self._context.tasks.run(work, self, self._open_rewrapped, self._not_opened)

    def forget(self) -> None:
        """Let go of what a sheet unwrapped."""
        self._secrets = None

    def _sheet_was_right(self, secrets: Secrets) -> None:
        if secrets.partner is None:
            vault = self._opened(secrets)
            if vault is not None:
                self.shared_opened.emit(vault)
            return
        self._secrets = secrets
        self.own_sheet_accepted.emit()

    def _open(self, secrets: Secrets) -> None:
        vault = self._opened(secrets)
        if vault is not None:
            self.opened.emit(vault)

    def _open_rewrapped(self, rewrapped: Rewrapped) -> None:
        vault = self._opened(cast("Secrets", self._secrets))
        if vault is None:
            return
        try:
            vault.apply_passphrase(rewrapped)
        except ExpectedError as error:
            vault.close()
            self.refused.emit(error)
            return
        self.forget()
        self.opened.emit(vault)

    def _opened(self, secrets: Secrets) -> Vault | None:
        from bondsdesk.vault.opening import open_vault

        context = self._context
        try:
            return open_vault(context.files, secrets, context.clock, context.migrations())
        except ExpectedError as error:
            self.refused.emit(error)
            return None

    def _not_opened(self, error: BaseException) -> None:
        if isinstance(error, ExpectedError):
            self.refused.emit(error)
        else:
            self.failed.emit(error)
