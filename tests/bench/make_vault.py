# SPDX-License-Identifier: GPL-3.0-or-later
"""A real vault with both partners and always the same notes, for the bench and for playing."""

from __future__ import annotations

from pathlib import Path

from bondsdesk.app.folders import find_folders, make_folders
from bondsdesk.app.house import migration_sets
from bondsdesk.kernel.clock import SystemClock
from bondsdesk.vault import opening
from bondsdesk.vault.files import VaultFiles
from tests.bench.make_notes import write_notes


def files_at(folder: Path) -> VaultFiles:
    """Return where the program itself would look for this vault's files."""
    folders = find_folders(folder)
    make_folders(folders)
    return VaultFiles(folders.data, folders.copies)


def make_vault(folder: Path, notes: int, passphrase: str) -> None:
    """Make the vault of Ayesha and Bilal; both open it with the same passphrase."""
    first = opening.NewPartner("Ayesha", "leaf", "leaf", passphrase)
    second = opening.NewPartner("Bilal", "moon", "plum", passphrase)
    vault, _sheets = opening.finish_vault(
        files_at(folder), opening.prepare_vault(first), SystemClock(), migration_sets()
    )
    try:
        vault.enrol_second(opening.prepare_partner(second))
        write_notes(vault, notes)
    finally:
        vault.close()
