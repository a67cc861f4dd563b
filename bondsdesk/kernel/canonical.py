# SPDX-License-Identifier: GPL-3.0-or-later
"""Canonical JSON: the one byte form of a document that is hashed, sealed or signed."""

from __future__ import annotations

import json
from typing import Any


def canonical_json(document: Any) -> bytes:
    """Return sorted keys, separators `,` and `:`, no ASCII escapes, UTF-8.

    Source: vault-format.md, "Keys". Raises ValueError for NaN and infinities, UnicodeEncodeError
    for lone surrogates (the text was not cleaned), TypeError for what JSON does not know.
    """
    text = json.dumps(
        document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode("utf-8")
