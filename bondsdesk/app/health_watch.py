# SPDX-License-Identifier: GPL-3.0-or-later
"""Waits for the check of a large vault after the unlock and says what it found."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from bondsdesk.vault.integrity import Health
from bondsdesk.widgets.notices import Notices

_EVERY = 1_000
"""Milliseconds between two looks; the check of 60 MB takes about two seconds."""


class HealthWatch(QObject):
    """Looks once a second until the check has ended, then never again."""

    def __init__(self, health: Health, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._health = health
        self._notices = notices
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Begin to look, if the check still runs."""
        if not self._health.finished:
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Say what is damaged once that is known."""
        if not self._health.finished:
            return
        self._timer.stop()
        if self._health.damage is not None:
            self._notices.tell_error(self._health.damage)
