# SPDX-License-Identifier: GPL-3.0-or-later
"""Verified copies of the open vault, made and tested in a worker, one at a time.

It knows no page: the settings and the quiet moment both ask it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.vault.backup import BackupJob
from bondsdesk.vault.backup_shelf import shelved, thin_out
from bondsdesk.vault.bundle import Manifest, read_bundle
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.tasks import Tasks


class Copies(QObject):
    """Signals: `made(Manifest, asked, folder)`: for a person or by itself, and where else it lies.

    `tested(Manifest)`; `failed(ExpectedError)`; `busy_changed`.
    """

    made = Signal(object, bool, object)
    tested = Signal(object)
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, vault: Vault, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._vault = vault
        self._tasks = tasks
        self._busy = False
        self._waiting: list[Callable[[], None]] = []

    @property
    def busy(self) -> bool:
        """Tell whether a copy is being made or tested."""
        return self._busy

    def newest(self) -> Manifest | None:
        """Return what the newest copy in the vault's own folder says, None without one."""
        found = shelved(self._vault.files)
        return found[0].manifest if found else None

    def make(self, reason: str, folder: Path | None = None) -> None:
        """Make a copy into the vault's own folder, and put a second one into `folder`.

        While another one is being made or tested it waits for that.
        """
        if self._busy:
            self._waiting.append(partial(self.make, reason, folder))
            return
        try:
            job = self._vault.backup_job(reason)
        except ExpectedError as error:
            self.failed.emit(error)
            return
        self._set_busy(busy=True)
        work = _Copying(job, self._vault.files, folder)
        done = partial(self._on_made, asked=reason == "asked", folder=folder)
        self._tasks.run(work, self, done, partial(self._on_failed, copying=True))

    def test(self, path: Path, partner: PartnerId, passphrase: str) -> None:
        """Open a copy with a passphrase typed just now and read all of it; nothing is changed."""
        if self._busy:
            self._waiting.append(partial(self.test, path, partner, passphrase))
            return
        self._set_busy(busy=True)
        work = _Testing(path, self._vault.files, partner, passphrase)
        self._tasks.run(work, self, self._on_tested, partial(self._on_failed, copying=False))

    def _on_made(self, manifest: Manifest, *, asked: bool, folder: Path | None) -> None:
        self._vault.end_backup()
        self._set_busy(busy=False)
        self.made.emit(manifest, asked, folder)
        self._go_on()

    @Slot(object)
    def _on_tested(self, manifest: Manifest) -> None:
        self._set_busy(busy=False)
        self.tested.emit(manifest)
        self._go_on()

    def _on_failed(self, error: BaseException, *, copying: bool) -> None:
        if copying:
            self._vault.end_backup()
        self._set_busy(busy=False)
        if not isinstance(error, ExpectedError):
            raise error
        if error.code != "backup.cancelled":
            self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self._busy:
            self._waiting.pop(0)()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit()


@dataclass(frozen=True, slots=True)
class _Copying:
    """What the worker runs: the verified copy, a second one elsewhere, then old ones go."""

    job: BackupJob
    files: VaultFiles
    folder: Path | None

    def __call__(self) -> Manifest:
        backup = self.job.run()
        if self.folder is not None:
            _put_beside(backup.path, self.folder)
        thin_out(self.files)
        return backup.manifest


@dataclass(frozen=True, slots=True)
class _Testing:
    """What the worker runs; unpacked, still locked parts lie in the vault's folder meanwhile."""

    path: Path
    files: VaultFiles
    partner: PartnerId
    passphrase: str = field(repr=False)

    def __call__(self) -> Manifest:
        from bondsdesk.vault.backup_trial import try_backup
        from bondsdesk.vault.unwrapping import unwrap_passphrase

        if not self.path.is_file():
            raise ExpectedError("backup.unreadable")
        secrets = unwrap_passphrase(self.files, self.partner, self.passphrase)
        return try_backup(self.path, secrets, self.files.backups)


def _put_beside(path: Path, folder: Path) -> None:
    """Copy a finished backup into another folder and read it again there."""
    target = folder / path.name
    part = target.with_suffix(".part")
    try:
        shutil.copyfile(path, part)
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.chmod(0o600)
        read_bundle(part)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExpectedError("backup.folder") from error
