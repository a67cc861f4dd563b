# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the files of one vault lie, and how a small file is replaced whole or not at all.

Knows nothing of what is inside.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import threading
from pathlib import Path
from typing import NamedTuple

from bondsdesk.kernel.errors import ExpectedError

_REPLACE_TRIES = 12
_REPLACE_PAUSE_SECONDS = 0.025


class VaultFiles(NamedTuple):
    """The paths of one vault.

    `data`: the vault's folder. `config`: a per-user folder that belongs to this vault alone and
    holds third copies of the header and the state.
    """

    data: Path
    config: Path

    @property
    def header(self) -> Path:
        """Return the key slots."""
        return self.data / "vault.header"

    @property
    def mirror(self) -> Path:
        """Return the second copy of the key slots, written after the first."""
        return self.data / "vault.header.mirror"

    @property
    def database(self) -> Path:
        """Return the encrypted database."""
        return self.data / "vault.db"

    @property
    def state(self) -> Path:
        """Return the commit counter outside the database."""
        return self.data / "vault.state"

    @property
    def backups(self) -> Path:
        """Return the folder of verified copies."""
        return self.data / "backups"

    @property
    def lock(self) -> Path:
        """Return the file of the friendly "already open" message; it guards nothing."""
        return self.data / "vault.lock"

    @property
    def spare(self) -> Path:
        """Return the file that can be given back when the disk is full."""
        return self.data / "vault.spare"

    @property
    def staging(self) -> Path:
        """Return the folder in which a new vault is made whole before it is moved into place."""
        return self.data / "vault.new"

    @property
    def config_header(self) -> Path:
        """Return the third copy of the key slots."""
        return self.config / "vault.header"

    @property
    def config_state(self) -> Path:
        """Return the copy of the state as it was at the last close."""
        return self.config / "vault.state"

    def present(self) -> bool:
        """Tell whether any file of a vault is there: then nobody may start a new one here."""
        return self.in_data() or _any_there(self.config_header, self.config_state)

    def in_data(self) -> bool:
        """Tell whether the data folder holds anything of a vault, whole or in parts.

        What was set aside and a log count as well; a place that may not be looked at counts.
        """
        log = self.database.with_name("vault.db-wal")
        begun = (self.staging / "vault.header", self.data / "vault.restoring")
        if _any_there(self.header, self.mirror, self.database, log, self.state, *begun):
            return True
        try:
            return any(self.data.glob("set-aside-*")) or any(self.backups.glob("*.bondsdesk"))
        except OSError:
            return True


def _any_there(*paths: Path) -> bool:
    return any(_is_there(path) for path in paths)


def _is_there(path: Path) -> bool:
    """Tell whether a name is taken, also by a link to nowhere or by what may not be looked at."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def make_private_folder(folder: Path) -> None:
    """Create a folder that only its owner may enter. Raises ExpectedError as `os_failure` does."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            folder.chmod(0o700)
    except OSError as error:
        raise os_failure(error, folder) from error


def os_failure(error: OSError, folder: Path) -> ExpectedError:
    """Return what an operating system error means to a person.

    "vault.disk_full", "vault.read_only", "vault.no_rights", else "vault.io" with the error's
    number; each with `folder`.
    """
    full = {errno.ENOSPC, errno.EDQUOT}
    if error.errno in full:
        return ExpectedError("vault.disk_full", folder=str(folder))
    if error.errno == errno.EROFS:
        return ExpectedError("vault.read_only", folder=str(folder))
    if error.errno in (errno.EACCES, errno.EPERM):
        return ExpectedError("vault.no_rights", folder=str(folder))
    return ExpectedError("vault.io", folder=str(folder), number=error.errno or 0)


def keep_private(path: Path) -> None:
    """Take away what others may do with a file; its owner's rights stay. Never raises OSError."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            if path.stat().st_mode & 0o077:
                path.chmod(0o600)


def closed_to_writing(folder: Path) -> str | None:
    """Return the code of why nothing can be written in a folder, None if something can."""
    if hasattr(os, "statvfs"):
        try:
            if os.statvfs(folder).f_flag & os.ST_RDONLY:
                return "vault.read_only"
        except OSError:
            return None
    return None if os.access(folder, os.W_OK) else "vault.no_rights"


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file so that after any interruption it holds the old bytes or the new ones.

    Temp file in the same folder, fsync, replace, fsync of the folder (F05, F19). Raises OSError
    with the old file untouched.
    """
    temporary = path.with_name(path.name + ".tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o600)
    try:
        try:
            _write_all(handle, content)
            flush_file(handle)
        finally:
            os.close(handle)
        replace_file(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def _write_all(handle: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def replace_file(source: Path, target: Path) -> None:
    """Rename over a file. On Windows a scanner may hold the target: retried for about 300 ms."""
    tries = _REPLACE_TRIES if sys.platform == "win32" else 1
    for left in range(tries, 0, -1):
        try:
            source.replace(target)
        except PermissionError:
            if left == 1:
                raise
            threading.Event().wait(_REPLACE_PAUSE_SECONDS)
        else:
            return


def flush_file(handle: int) -> None:
    """Bring a file's bytes to the medium; macOS needs F_FULLFSYNC for that."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def flush_folder(folder: Path) -> None:
    """Bring a folder's names to the medium. Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
