# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries a backup with today's keys: it opens, and everything is in it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.backup import contents_of
from bondsdesk.vault.bundle import Manifest, contents_hash, unpack_bundle
from bondsdesk.vault.database import Database
from bondsdesk.vault.envelope import DamagedEnvelopeError, NewerFormatError
from bondsdesk.vault.files import make_private_folder, os_failure
from bondsdesk.vault.header import parse_header
from bondsdesk.vault.integrity import damage_of
from bondsdesk.vault.unwrapping import Secrets
from bondsdesk.vault.vault_key import database_key, is_authentic


def try_backup(path: Path, secrets: Secrets, scratch: Path) -> Manifest:
    """Unpack a backup into a scratch folder, open it with today's keys and check all of it.

    Changes nothing and leaves nothing behind; for a worker. Raises ExpectedError
    "backup.damaged", "backup.of_others" for another vault's, "vault.newer", and as `os_failure`.
    """
    header, database = scratch / "trial.header", scratch / "trial.db"
    try:
        make_private_folder(scratch)
        header.unlink(missing_ok=True)
        database.unlink(missing_ok=True)
        manifest = unpack_bundle(path, header, database)
        if manifest.vault_id != secrets.vault_id:
            raise ExpectedError("backup.of_others")
        if not _is_whole(manifest, secrets, header, database):
            raise ExpectedError("backup.damaged", file=path.name)
    except OSError as error:
        raise os_failure(error, scratch) from error
    finally:
        for part in (header, database):
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
    return manifest


def _is_whole(manifest: Manifest, secrets: Secrets, header: Path, database: Path) -> bool:
    try:
        slots = parse_header(header.read_bytes())
    except (DamagedEnvelopeError, NewerFormatError):
        return False
    key = secrets.vault_key
    if not (manifest.is_authentic(key) and is_authentic(slots, key)):
        return False
    copy = Database(database, database_key(key), slots.db_salt, "immutable")
    try:
        commits = copy.value("SELECT commits FROM vault_meta")
        contents = contents_hash(contents_of(copy), key)
        same = (commits, contents) == (manifest.commits, manifest.contents)
        return same and damage_of(copy) is None
    finally:
        copy.close()
