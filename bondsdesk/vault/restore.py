# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings a backup back. The present vault is set aside whole; nothing is overwritten or deleted.

The vault is closed meanwhile. An interruption at any step is carried on at the next start (F07):
for each file, as long as its new copy waits in the restoring folder, the one in place is the old.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from datetime import datetime
from pathlib import Path

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import disk
from bondsdesk.vault.bundle import Manifest, manifest_from, read_bundle, unpack_bundle
from bondsdesk.vault.envelope import LIMIT
from bondsdesk.vault.files import VaultFiles, make_private_folder, os_failure, write_whole
from bondsdesk.vault.interrupted import (
    READY,
    RESTORE_NOTE,
    finish_interrupted_restore,
    restoring_folder,
)


def restore_backup(files: VaultFiles, backup: Path, now: datetime) -> Path:
    """Put a backup in the place of a closed vault; return the folder of what was there before.

    Raises ExpectedError "backup.damaged", "vault.newer", "backup.unreadable", "vault.disk_low",
    and as `os_failure` does. After an error the vault is as it was.
    """
    try:
        manifest = read_bundle(backup)
    except OSError as error:
        raise ExpectedError("backup.unreadable") from error
    finish_interrupted_restore(files)
    make_private_folder(files.data)
    _require_room_for(files, backup)
    folder = restoring_folder(files)
    aside = _free_folder(files.data / f"set-aside-{now:%Y-%m-%dT%H%M%SZ}")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        make_private_folder(folder)
        new = VaultFiles(folder, folder)
        unpack_bundle(backup, new.header, new.database)
        write_whole(new.mirror, new.header.read_bytes())
        note = {
            "aside": aside.name,
            "manifest": manifest.whole_document(),
            "restored": now.isoformat(),
        }
        write_whole(folder / READY, canonical_json(note))
    except (OSError, ExpectedError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError):
            raise os_failure(error, files.data) from error
        raise
    finish_interrupted_restore(files)
    return aside


def read_restore_note(files: VaultFiles) -> tuple[Manifest, Path] | None:
    """Return which copy was brought back and the folder of what was before; None without a note.

    The note is plain: whoever reads it checks the manifest's MAC and counter.
    """
    try:
        with (files.data / RESTORE_NOTE).open("rb") as stream:
            note = json.loads(stream.read(LIMIT))
        return manifest_from(note["manifest"]), files.data / Path(str(note["aside"])).name
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def drop_restore_note(files: VaultFiles) -> None:
    """Forget the note once both partners will be told from the database."""
    with contextlib.suppress(OSError):
        (files.data / RESTORE_NOTE).unlink(missing_ok=True)


def _free_folder(wanted: Path) -> Path:
    number, path = 2, wanted
    while path.exists():
        path = wanted.with_name(f"{wanted.name}-{number}")
        number += 1
    return path


def _require_room_for(files: VaultFiles, backup: Path) -> None:
    try:
        needed = backup.stat().st_size + disk.LOW_BYTES
        free = disk.free_bytes(files.data)
    except OSError as error:
        raise os_failure(error, files.data) from error
    if free < needed:
        raise ExpectedError("vault.disk_low", folder=str(files.data), mib=free // 1024**2)
