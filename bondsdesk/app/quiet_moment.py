# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done when nobody has changed anything for a while: cut the log, make the day's copy.

One single-shot timer, started by an unlock or a change; an idle desk has none running.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from bondsdesk.app.copies import Copies
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.vault import IDLE_LOG_SECONDS, Vault
from bondsdesk.widgets.notices import Notices


class QuietMoment(QObject):
    """Waits for the vault's own idle time, then does the two things."""

    def __init__(self, vault: Vault, copies: Copies, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._vault = vault
        self._copies = copies
        self._notices = notices
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval((IDLE_LOG_SECONDS + 1) * 1000)
        self._timer.timeout.connect(self.come)
        copies.failed.connect(self._on_failed)

    def wait(self) -> None:
        """Begin to wait, or begin again because something was changed."""
        self._timer.start()

    def stop(self) -> None:
        """Wait no longer; the place is being locked."""
        self._timer.stop()

    @Slot()
    def come(self) -> None:
        """Do what waited for a quiet moment."""
        self._vault.idle()
        if self._copies.busy or self._vault.partner is None:
            return
        if self._vault.backup_due():
            self._copies.make("daily")

    @Slot(object)
    def _on_failed(self, error: ExpectedError) -> None:
        if error.code != "secret.wrong":  # said beside its field
            self._notices.tell_error(error)
