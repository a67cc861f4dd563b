# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program stands in: everything from outside that a test may want to be another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.vault.files import VaultFiles

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from bondsdesk.app.folders import Folders
    from bondsdesk.app.language import ScreenLanguage
    from bondsdesk.app.machine_settings import MachineSettings
    from bondsdesk.kernel.clock import Clock
    from bondsdesk.kernel.migration import MigrationSet
    from bondsdesk.kernel.people import PartnerId
    from bondsdesk.kernel.words import Language
    from bondsdesk.vault.kdf import KdfCost
    from bondsdesk.widgets.dialogs import Dialogs
    from bondsdesk.widgets.look import Look
    from bondsdesk.widgets.tasks import Tasks


class Surroundings(NamedTuple):
    """What the program stands in; tests give a fake clock, folders of their own, no real exec.

    `relaunch` replaces the process (or records that it would); `before_leaving` gives back the
    lock of this instance first. `cost` is None for the vault's own choice.
    """

    app: QApplication
    folders: Folders
    settings: MachineSettings
    clock: Clock
    look: Look
    language: ScreenLanguage
    relaunch: Callable[[PartnerId | None], None]
    before_leaving: Callable[[], None]
    cost: KdfCost | None = None

    @property
    def files(self) -> VaultFiles:
        """Return where the vault lies."""
        return VaultFiles(self.folders.data, self.folders.copies)

    def door_context(
        self,
        tasks: Tasks,
        dialogs: Callable[[], Dialogs],
        switch_language: Callable[[Language], None],
    ) -> DoorContext:
        """Return what the pages of the front door are given."""
        return DoorContext(
            files=self.files,
            clock=self.clock,
            look=self.look,
            tasks=tasks,
            dialogs=dialogs,
            switch_language=switch_language,
            migrations=_migrations,
            cost=self.cost,
            away_minutes=self.settings.lock_minutes,
        )

    def help_page(self) -> QWidget:
        """Return a fresh help page."""
        from bondsdesk.app.front_door.help_page import HelpPage

        return HelpPage(self.look)


def _migrations() -> Sequence[MigrationSet]:
    from bondsdesk.app.house import migration_sets

    return migration_sets()
