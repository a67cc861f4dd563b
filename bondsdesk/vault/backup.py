# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one verified copy of an open vault, in a worker, while people go on writing.

The main thread empties the log and stops checkpoints; from then on new commits go to the log and
the file itself stands still, so a second connection may copy it as immutable (`VACUUM INTO`).
A file copy of an open database is never made: 160 of 160 were corrupt (section 8).
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import disk
from bondsdesk.vault.beside import Beside
from bondsdesk.vault.bundle import (
    BackupOrigin,
    Contents,
    Manifest,
    manifest_for,
    read_bundle,
    write_bundle,
)
from bondsdesk.vault.database import Database
from bondsdesk.vault.files import VaultFiles, make_private_folder, os_failure
from bondsdesk.vault.header import Header
from bondsdesk.vault.integrity import damage_of
from bondsdesk.vault.vault_key import database_key

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """One finished copy."""

    path: Path
    manifest: Manifest


class BackupJob:
    """A copy that may be made in a worker: plain data and connections of its own.

    Raises ExpectedError "backup.cancelled", "backup.unsound" for a copy that failed its check,
    "vault.disk_low", and as `os_failure` does; then no copy counts and nothing is left behind.
    """

    def __init__(
        self, files: VaultFiles, header: Header, vault_key: bytes, origin: BackupOrigin
    ) -> None:
        self.files = files
        self.origin = origin
        self._header = header
        self._vault_key = vault_key
        key = database_key(vault_key)
        self._source = Beside(key, header.db_salt)
        self._copy = Beside(key, header.db_salt)

    def run(self, progress: Progress | None = None) -> Backup:
        """Make the copy; about 2 s for 60 MB. `progress` hears 0 to 100."""
        return self._run(progress or _ignore)

    def stop(self) -> None:
        """Break off a copy that runs; return once it has let go of the vault's own file.

        One that was not begun never will be. What it has written goes when the worker notices.
        """
        self._source.stop()
        self._copy.stop()
        self._source.wait()

    def _run(self, progress: Progress) -> Backup:
        folder = self.files.backups
        make_private_folder(folder)
        self._require_room()
        copy = folder / "copy.tmp"
        try:
            copy.unlink(missing_ok=True)
            os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            progress(0)
            contents = self._copy_into(copy)
            self._step(progress, 40)
            self._require_same(copy, contents)
            self._step(progress, 70)
            return self._bundle(copy, contents, progress)
        except OSError as error:
            raise os_failure(error, folder) from error
        finally:
            with contextlib.suppress(OSError):
                copy.unlink(missing_ok=True)

    def _copy_into(self, copy: Path) -> Contents:
        with self._source.open(self.files.database) as source:
            source.run("VACUUM INTO ?", (str(copy),))
            return contents_of(source)

    def _require_same(self, copy: Path, contents: Contents) -> None:
        with self._copy.open(copy) as database:
            commits = database.value("SELECT commits FROM vault_meta")
            same = contents_of(database) == contents and commits == self.origin.commits
            if damage_of(database) is not None or not same:
                raise ExpectedError("backup.unsound")

    def _bundle(self, copy: Path, contents: Contents, progress: Progress) -> Backup:
        manifest = manifest_for(copy, self._header, self._vault_key, self.origin, contents)
        path = _free_name(self.files.backups, self.origin)
        write_bundle(path, manifest, self._header.to_bytes(), copy)
        self._step(progress, 90)
        if read_bundle(path) != manifest:
            path.unlink(missing_ok=True)
            raise ExpectedError("backup.unsound")
        progress(100)
        return Backup(path, manifest)

    def _step(self, progress: Progress, percent: int) -> None:
        if self._source.stopped:
            raise ExpectedError("backup.cancelled")
        progress(percent)

    def _require_room(self) -> None:
        """Two copies exist for a moment; old ones are not thinned out to make room."""
        size = self.files.database.stat().st_size
        free = disk.free_bytes(self.files.data)
        if free < 2 * size + disk.LOW_BYTES:
            raise ExpectedError("vault.disk_low", folder=str(self.files.data), mib=free // 1024**2)


def contents_of(database: Database) -> Contents:
    """Return the number of rows of every ordinary table."""
    names = database.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return {name: database.value(f'SELECT count(*) FROM "{name}"') for (name,) in names}  # noqa: S608


def _free_name(folder: Path, origin: BackupOrigin) -> Path:
    stem = f"{origin.now:%Y-%m-%dT%H%M%SZ}-{origin.reason}"
    path = folder / f"{stem}.bondsdesk"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.bondsdesk"
        number += 1
    return path


def _ignore(_percent: int) -> None:
    return None
