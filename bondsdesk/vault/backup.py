# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one verified copy of an open vault, in a worker, while people go on writing.

The main thread empties the log and stops checkpoints; from then on new commits go to the log and
the file itself stands still, so a second connection may copy it as immutable (`VACUUM INTO`).
A file copy of an open database is never made: 160 of 160 were corrupt (section 8).
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import disk
from bondsdesk.vault.bundle import Contents, Manifest, manifest_for, read_bundle, write_bundle
from bondsdesk.vault.database import Database
from bondsdesk.vault.files import VaultFiles, make_private_folder, os_failure
from bondsdesk.vault.header import Header
from bondsdesk.vault.integrity import damage_of
from bondsdesk.vault.vault_key import database_key

Progress = Callable[[int], None]
REASONS = ("daily", "migration", "asked")


@dataclass(frozen=True, slots=True)
class Backup:
    """One finished copy."""

    path: Path
    manifest: Manifest


@dataclass(slots=True)
class BackupJob:
    """A copy that may be made in a worker: plain data and connections of its own.

    Raises ExpectedError "backup.cancelled", "backup.unsound" for a copy that failed its check,
    "vault.disk_low", and as `os_failure` does; then no copy counts and nothing is left behind.
    """

    files: VaultFiles
    header: Header
    vault_key: bytes = field(repr=False)
    reason: str
    now: datetime
    commits: int
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _resting: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._resting.set()

    def run(self, progress: Progress | None = None) -> Backup:
        """Make the copy; about 2 s for 60 MB. `progress` hears 0 to 100."""
        self._resting.clear()
        try:
            return self._run(progress or _ignore)
        finally:
            self._resting.set()

    def cancel(self) -> None:
        """Ask a running copy to stop; it does at its next step."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait until nothing runs any more."""
        self._resting.wait()

    def _run(self, progress: Progress) -> Backup:
        folder = self.files.backups
        make_private_folder(folder)
        self._require_room()
        copy = folder / "copy.tmp"
        with contextlib.suppress(FileNotFoundError):
            copy.unlink()
        try:
            progress(0)
            contents = self._copy_into(copy)
            self._step(progress, 40)
            self._require_same(copy, contents)
            self._step(progress, 70)
            return self._bundle(copy, contents, progress)
        except OSError as error:
            raise os_failure(error, folder) from error
        finally:
            copy.unlink(missing_ok=True)

    def _copy_into(self, copy: Path) -> Contents:
        source = self._open(self.files.database)
        try:
            source.run("VACUUM INTO ?", (str(copy),))
            return contents_of(source)
        finally:
            source.close()

    def _require_same(self, copy: Path, contents: Contents) -> None:
        database = self._open(copy)
        try:
            commits = database.value("SELECT commits FROM vault_meta")
            same = contents_of(database) == contents and commits == self.commits
            if damage_of(database) is not None or not same:
                raise ExpectedError("backup.unsound")
        finally:
            database.close()

    def _bundle(self, copy: Path, contents: Contents, progress: Progress) -> Backup:
        manifest = manifest_for(
            copy,
            self.header,
            self.vault_key,
            reason=self.reason,
            now=self.now,
            commits=self.commits,
            contents=contents,
        )
        path = _free_name(self.files.backups, self.now, self.reason)
        write_bundle(path, manifest, self.header.to_bytes(), copy)
        self._step(progress, 90)
        if read_bundle(path) != manifest:
            path.unlink(missing_ok=True)
            raise ExpectedError("backup.unsound")
        progress(100)
        return Backup(path, manifest)

    def _open(self, path: Path) -> Database:
        return Database(path, database_key(self.vault_key), self.header.db_salt, "immutable")

    def _step(self, progress: Progress, percent: int) -> None:
        if self._cancelled.is_set():
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


def _free_name(folder: Path, now: datetime, reason: str) -> Path:
    stem = f"{now:%Y-%m-%dT%H%M%SZ}-{reason}"
    path = folder / f"{stem}.bondsdesk"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.bondsdesk"
        number += 1
    return path


def _ignore(_percent: int) -> None:
    return None
