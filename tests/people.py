# SPDX-License-Identifier: GPL-3.0-or-later
"""Ayesha and Bilal and their vault: a real one, made once a run and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.migration import MigrationSet
from bondsdesk.kernel.people import Colour, PartnerId, Symbol
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from bondsdesk.vault.files import VaultFiles
    from bondsdesk.vault.kdf import KdfCost
    from bondsdesk.vault.opening import NewPartner, Secrets
    from bondsdesk.vault.vault import Vault


@dataclass(frozen=True)
class Actor:
    """One of the two people in the tests."""

    id: PartnerId
    name: str
    symbol: Symbol
    colour: Colour
    passphrase: str

    def as_new(self) -> NewPartner:
        """Return the person as set-up hands one to the vault."""
        from bondsdesk.vault.opening import NewPartner

        return NewPartner(self.name, self.symbol, self.colour, self.passphrase)


AYESHA = Actor("a", "Ayesha", "leaf", "leaf", "velvet harbour nine lanterns quietly")
BILAL = Actor("b", "Bilal", "moon", "plum", "copper teapot under seven mountains")
ACTORS: dict[PartnerId, Actor] = {"a": AYESHA, "b": BILAL}


@dataclass
class Household:
    """A vault on disk with everything needed to open it as either partner."""

    folder: Path
    clock: Clock
    sets: Sequence[MigrationSet]
    secrets: dict[PartnerId, Secrets]
    own_sheets: dict[PartnerId, str]
    shared_sheet: str
    _open: Vault | None = field(default=None, repr=False)

    @classmethod
    def found(cls, folder: Path, cost: KdfCost, sets: Sequence[MigrationSet]) -> Household:
        """Make the vault with both partners, closed."""
        from bondsdesk.vault import opening

        files = vault_files(folder)
        clock = FakeClock()
        first, sheets = opening.finish_vault(
            files, opening.prepare_vault(AYESHA.as_new(), cost), clock, sets
        )
        own = first.enrol_second(opening.prepare_partner(BILAL.as_new(), cost))
        first.close()
        secrets = {
            actor.id: opening.unwrap_passphrase(files, actor.id, actor.passphrase)
            for actor in (AYESHA, BILAL)
        }
        codes: dict[PartnerId, str] = {"a": sheets.own, "b": own.own}
        return cls(folder, clock, sets, secrets, codes, sheets.shared or "")

    @property
    def files(self) -> VaultFiles:
        """Return where the vault's files lie."""
        return vault_files(self.folder)

    def copied(self, folder: Path, clock: Clock) -> Household:
        """Return the same household in another folder, under another clock."""
        shutil.copytree(self.folder, folder)
        return Household(folder, clock, self.sets, self.secrets, self.own_sheets, self.shared_sheet)

    def sit_down(self, partner: PartnerId) -> Vault:
        """Close the place and open it as this partner."""
        from bondsdesk.vault.opening import open_vault

        self.close()
        self._open = open_vault(self.files, self.secrets[partner], self.clock, self.sets)
        return self._open

    def close(self) -> None:
        """Close the vault if it is open."""
        if self._open is not None:
            self._open.close()
            self._open = None


def vault_files(folder: Path) -> VaultFiles:
    """Return the two folders of a vault below one folder."""
    from bondsdesk.vault.files import VaultFiles

    files = VaultFiles(data=folder / "data", config=folder / "config")
    files.data.mkdir(parents=True, exist_ok=True)
    files.config.mkdir(parents=True, exist_ok=True)
    return files
