# SPDX-License-Identifier: GPL-3.0-or-later
"""Room on the disk: refuse new work while there is still room to keep what is typed."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.files import flush_file

LOW_BYTES = 64 * 1024**2
SPARE_BYTES = 16 * 1024**2
_LAST_BYTES = 4 * 1024**2
_CHUNK = 1024**2


def free_bytes(folder: Path) -> int:
    """Return the free space of a folder's disk. Raises OSError."""
    return shutil.disk_usage(folder).free


def require_room(folder: Path) -> None:
    """Raise ExpectedError "vault.disk_low" (`folder`, `mib`) below 64 MB."""
    free = free_bytes(folder)
    if free < LOW_BYTES:
        raise ExpectedError("vault.disk_low", folder=str(folder), mib=free // 1024**2)


def make_spare(spare: Path) -> None:
    """Set 16 MB aside if they are not yet and the disk is far from full. Never raises OSError.

    Written with random-looking content, because file systems compress or skip zeroes.
    """
    with contextlib.suppress(OSError):
        if spare.exists() or free_bytes(spare.parent) < 2 * LOW_BYTES + SPARE_BYTES:
            return
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        handle = os.open(spare, flags, 0o600)
        try:
            for _ in range(SPARE_BYTES // _CHUNK):
                os.write(handle, os.urandom(_CHUNK))
            flush_file(handle)
        finally:
            os.close(handle)


def give_back_spare(spare: Path) -> bool:
    """Delete the spare file; tell whether there was one."""
    try:
        spare.unlink()
    except OSError:
        return False
    return True


def make_last_room(spare: Path) -> None:
    """Give the spare file back if next to nothing is free: something typed wants to be kept."""
    with contextlib.suppress(OSError):
        if free_bytes(spare.parent) < _LAST_BYTES:
            give_back_spare(spare)
