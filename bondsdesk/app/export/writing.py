# SPDX-License-Identifier: GPL-3.0-or-later
"""Put finished bytes where a person chose. No temp folder ever sees them."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid

_OWN_ONLY = 0o600
"""Only the system account that saved it may read it, until its owner decides otherwise."""

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or, after a failure, as it was before.

    The bytes go into a new neighbour first, which is then renamed over the target; a failure
    removes it. Raises ExpectedError "export.disk_full" or "export.not_writable" with `place`.
    """
    part = path.with_name(f".{new_uid()}.part")
    try:
        _write_new(part, content)
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        code = "export.disk_full" if error.errno in _FULL else "export.not_writable"
        raise ExpectedError(code, place=str(path.parent)) from error


def _write_new(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _OWN_ONLY), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
