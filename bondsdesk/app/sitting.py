# SPDX-License-Identifier: GPL-3.0-or-later
"""One person's time at the desk: the open vault, the desk over it, and how both are put away."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from bondsdesk.app.clipboard import OwnClipboard
from bondsdesk.app.session import SessionWatch
from bondsdesk.kernel.errors import ExpectedError

if TYPE_CHECKING:
    from bondsdesk.app.desk import Desk
    from bondsdesk.app.main_window import MainWindow
    from bondsdesk.app.services import Services
    from bondsdesk.vault.vault import Vault

_log = logging.getLogger("bondsdesk")


class Sitting(QObject):
    """From unlock to lock. Emits `leaving` when the laptop goes to sleep or its session locks."""

    leaving = Signal()

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self.vault = vault
        self.desk: Desk | None = None
        self._session = SessionWatch(self)
        self._session.leaving.connect(self.leaving)
        self._clipboard = OwnClipboard(QGuiApplication.clipboard(), self)

    def open_desk(self, window: MainWindow, services: Services) -> None:
        """Turn the window into the desk and begin to listen for sleep."""
        from bondsdesk.app.desk import open_desk

        self.desk = open_desk(window, self.vault, services)
        self._session.begin(window)

    def keep(self) -> bool:
        """Write every unsaved text; where there is no room, give the spare file back and retry."""
        if self.desk is None or self.desk.keep_drafts():
            return True
        return self.vault.give_back_spare() and self.desk.keep_drafts()

    def put_away(self) -> None:
        """Keep what can be kept, end what still holds private text, and close the vault.

        The vault is closed whatever a room does; a room's bug is raised after that.
        """
        from bondsdesk.press.volume import end_all

        try:
            if self.desk is not None:
                self.desk.keep_drafts()
                self.desk.close()
        finally:
            self._session.end()
            self._clipboard.end()
            end_all()
            try:
                self.vault.close()
            except ExpectedError as error:
                _log.error("close %s", error.code)
