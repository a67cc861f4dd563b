# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of canonical JSON and its SHA-256: tells "damaged" from everything else.

Used by the header and by the manifest of a backup. Knows neither's fields.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from bondsdesk.kernel.canonical import canonical_json

LIMIT = 64 * 1024
"""Bytes; a larger file is refused unread."""

_DIGEST_LETTERS = 64


class DamagedEnvelopeError(Exception):
    """The bytes are not what was written."""


class NewerFormatError(Exception):
    """The bytes are whole, and of a format this version does not know."""


def write_envelope(document: dict[str, Any]) -> bytes:
    """Return canonical JSON, newline, the line's SHA-256 in hex, newline."""
    line = canonical_json(document)
    return line + b"\n" + hashlib.sha256(line).hexdigest().encode("ascii") + b"\n"


def read_envelope(content: bytes, app: str, newest: int) -> dict[str, Any]:
    """Return the document of an envelope whose `app` and `format` are known.

    Raises DamagedEnvelopeError, or NewerFormatError for a format above `newest`.
    """
    if len(content) > LIMIT or len(content) < _DIGEST_LETTERS + 2:
        raise DamagedEnvelopeError
    line, rest = content[: -(_DIGEST_LETTERS + 2)], content[-(_DIGEST_LETTERS + 2) :]
    expected = b"\n" + hashlib.sha256(line).hexdigest().encode("ascii") + b"\n"
    if rest != expected:
        raise DamagedEnvelopeError
    try:
        document: Any = json.loads(line)
        whole = isinstance(document, dict) and canonical_json(document) == line
    except (ValueError, RecursionError) as error:
        raise DamagedEnvelopeError from error
    if not whole or document.get("app") != app:
        raise DamagedEnvelopeError
    version = document.get("format")
    if type(version) is not int or version < 1:
        raise DamagedEnvelopeError
    if version > newest:
        raise NewerFormatError
    return dict(document)
