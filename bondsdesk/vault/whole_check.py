# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole check of an open vault, as `bondsdesk check` runs it from a terminal."""

from __future__ import annotations

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.backup_shelf import shelved
from bondsdesk.vault.bundle import read_bundle
from bondsdesk.vault.vault import Vault


def check_vault(vault: Vault) -> list[ExpectedError]:
    """Return everything that is not as it should be; an empty list means all is well.

    Waits for the check of the file, opens every private item of the partner who sits, and reads
    every backup to its last byte.
    """
    found = list(vault.warnings)
    try:
        vault.health.require_sound()
    except ExpectedError as error:
        found.append(error)
    if vault.partner is not None:
        with vault.read() as reader:
            found += [ExpectedError("box.damaged") for _ in reader.box.unreadable()]
    for backup in shelved(vault.files):
        try:
            read_bundle(backup.path)
        except ExpectedError as error:
            found.append(error)
        except OSError:
            found.append(ExpectedError("backup.damaged", file=backup.path.name))
    return found
