# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of the front door are given. Nothing in it is private."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bondsdesk.kernel.clock import Clock
    from bondsdesk.kernel.migration import MigrationSet
    from bondsdesk.kernel.words import Language
    from bondsdesk.vault.files import VaultFiles
    from bondsdesk.vault.kdf import KdfCost
    from bondsdesk.widgets.dialogs import Dialogs
    from bondsdesk.widgets.look import Look
    from bondsdesk.widgets.tasks import Tasks


class DoorContext(NamedTuple):
    """Handed to every page.

    `switch_language` changes catalogue, direction and Qt's own words; the door then builds its
    page anew. `migrations` is asked only when a vault is opened, because it loads every room.
    `dialogs` loads the file dialogs when the first one is wanted. `cost` is None for the vault's
    own choice; tests pass a cheap one. `away_minutes` without a hand on the laptop cover what
    setting up shows.
    """

    files: VaultFiles
    clock: Clock
    look: Look
    tasks: Tasks
    dialogs: Callable[[], Dialogs]
    switch_language: Callable[[Language], None]
    migrations: Callable[[], Sequence[MigrationSet]]
    cost: KdfCost | None = None
    away_minutes: int = 3
