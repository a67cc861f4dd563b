# SPDX-License-Identifier: GPL-3.0-or-later
"""A short name of a public key that two people can compare aloud."""

from __future__ import annotations

import hashlib


def fingerprint(public_key: bytes) -> str:
    """Return four groups of four hex digits: 64 bits of the key's SHA-256."""
    digits = hashlib.sha256(public_key).hexdigest()[:16]
    return " ".join(digits[i : i + 4] for i in range(0, 16, 4))
