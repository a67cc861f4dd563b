# SPDX-License-Identifier: GPL-3.0-or-later
"""Founds a small vault with the installed program's own parts, for the trial under wine.

    python household.py LIB DATA CONFIG

LIB is the installed lib folder; the passphrase is read from the standard input.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def found(data: Path, config: Path, passphrase: str) -> None:
    """Make a vault with one partner and one sealed line."""
    from bondsdesk.app.folders import Folders, make_folders
    from bondsdesk.app.house import migration_sets
    from bondsdesk.kernel.clock import SystemClock
    from bondsdesk.kernel.ids import new_uid
    from bondsdesk.vault.files import VaultFiles
    from bondsdesk.vault.kdf import KdfCost
    from bondsdesk.vault.opening import NewPartner, finish_vault, prepare_vault

    folders = Folders(data, config)
    make_folders(folders)
    files = VaultFiles(folders.data, folders.copies)
    first = NewPartner(name="عائشہ", symbol="leaf", colour="leaf", passphrase=passphrase)
    prepared = prepare_vault(first, KdfCost(memory_mib=64, passes=3))
    vault, _sheets = finish_vault(files, prepared, SystemClock(), migration_sets())
    with vault.work() as work:
        work.box.put("note.draft", new_uid(), {"text": "Chai on the roof. شام کی چائے"})
    vault.close()


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    if sys.platform == "win32":  # as the launcher does
        os.add_dll_directory(str(Path(sys.argv[1]).with_name("runtime")))
    found(Path(sys.argv[2]), Path(sys.argv[3]), sys.stdin.readline().rstrip("\n"))
