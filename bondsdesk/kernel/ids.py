# SPDX-License-Identifier: GPL-3.0-or-later
"""Identifiers: random, meaningless, safe to log."""

from __future__ import annotations

import re
import secrets
from typing import NewType

Uid = NewType("Uid", str)

_UID = re.compile(r"[0-9a-f]{32}")


def new_uid() -> Uid:
    """Return a fresh 128-bit random identifier in lower-case hex."""
    return Uid(secrets.token_hex(16))


def is_uid(text: str) -> bool:
    """Tell whether a text has the form of an identifier."""
    return _UID.fullmatch(text) is not None
