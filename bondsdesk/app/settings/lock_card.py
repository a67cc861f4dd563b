# SPDX-License-Identifier: GPL-3.0-or-later
"""After how many quiet minutes the place locks itself."""

from __future__ import annotations

from PySide6.QtCore import Slot

from bondsdesk.app.one_of import OneOf
from bondsdesk.app.services import Services
from bondsdesk.app.settings.card import SettingsCard
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext

_MINUTES = (1, 3, 5, 10, 15, 30)
"""Choices within the machine setting's bounds; the longest is half an hour."""


class LockCard(SettingsCard):
    """Minutes without a hand on keyboard or mouse."""

    def __init__(self, services: Services) -> None:
        super().__init__(
            _("Locking"),
            services.look,
            sentence=_(
                "It locks by itself when nobody touches it, though not in the middle of a talk. "
                "When the lid is closed it always locks, and a talk waits for you."
            ),
        )
        self._services = services
        present = services.machine.lock_minutes
        minutes = sorted({*_MINUTES, present})
        self._choice = OneOf(
            _("Lock after so many minutes"),
            [(str(n), str(n)) for n in minutes],
            self.look,
            said=_spoken,
        )
        self._choice.choose(str(present))
        self._choice.chosen.connect(self._on_chosen)
        self.rows.addWidget(self._choice)

    @Slot(str)
    def _on_chosen(self, minutes: str) -> None:
        self._services.machine.lock_minutes = int(minutes)
        self._services.lock_after(int(minutes))


def _spoken(minutes: str) -> str:
    count = int(minutes)
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
