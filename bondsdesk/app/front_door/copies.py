# SPDX-License-Identifier: GPL-3.0-or-later
"""Which backups may be offered at a door that does not open. No Qt, no secret."""

from __future__ import annotations

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.backup_shelf import Shelved, shelved
from bondsdesk.vault.bundle import read_bundle
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.header_copies import read_copies


def copies_for(files: VaultFiles) -> list[Shelved]:
    """Return the backups of this vault, newest first by the date they name.

    Where no header is readable the vault's id is not known, and every backup is offered.
    """
    try:
        vault_id = read_copies(files).newest.vault_id
    except ExpectedError:
        vault_id = None
    return [copy for copy in shelved(files) if vault_id in (None, copy.manifest.vault_id)]


def is_whole(copy: Shelved) -> bool:
    """Read a backup to its last byte and tell whether it is what its manifest says."""
    try:
        read_bundle(copy.path)
    except (ExpectedError, OSError):
        return False
    return True
