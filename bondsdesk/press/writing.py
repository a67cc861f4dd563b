# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a finished PDF where the person wants it: all of it or nothing."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError


def write_pdf(path: Path, data: bytes) -> None:
    """Write the bytes beside the chosen place and move them there in one step.

    The bytes are final (locked already, if a password is wanted). An older file at `path` stays
    whole until the new one is. Raises ExpectedError "pdf.cannot_write" and leaves nothing behind.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".bondsdesk-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise ExpectedError("pdf.cannot_write") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        with suppress(OSError):
            part.unlink()
        raise ExpectedError("pdf.cannot_write") from error
