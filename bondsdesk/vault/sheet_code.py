# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes on the two kinds of paper: 160 random bits that people can copy by hand.

Nine groups of four in Crockford's base 32; the last 20 bits are a checksum that also tells the
kinds apart. Entropy is full, so no slow derivation is needed. Knows no vault.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Literal, get_args

from bondsdesk.kernel.errors import ExpectedError

SheetKind = Literal["own", "shared"]

SECRET_BYTES = 20
CODE_LETTERS = 36
_GROUP = 4
_CHECK_BITS = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_LOOKALIKES = str.maketrans("OIL", "011")


def new_secret() -> bytes:
    """Return the 20 random bytes of a fresh sheet."""
    return secrets.token_bytes(SECRET_BYTES)


def write_code(kind: SheetKind, secret: bytes) -> str:
    """Return the code of a sheet, nine groups of four joined by "-"."""
    number = (int.from_bytes(secret, "big") << _CHECK_BITS) | _checksum(kind, secret)
    letters = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(175, -1, -5))
    return "-".join(letters[i : i + _GROUP] for i in range(0, CODE_LETTERS, _GROUP))


def read_code(kind: SheetKind, typed: str) -> bytes:
    """Return the 20 bytes behind a code as a person typed it.

    Case, blanks and dashes do not matter; O is 0, I and L are 1. Raises ExpectedError
    "sheet.length" (`count`, `wanted`), "sheet.letter" (`letter`), "sheet.other_kind" for a sound
    code of the other paper, "sheet.mistyped" where the checksum does not fit.
    """
    letters = [c for c in typed.upper().translate(_LOOKALIKES) if not _is_gap(c)]
    strange = [c for c in letters if c not in _VALUES]
    if strange:
        shown = strange[0] if strange[0].isprintable() else "?"
        raise ExpectedError("sheet.letter", letter=shown)
    if len(letters) != CODE_LETTERS:
        raise ExpectedError("sheet.length", count=len(letters), wanted=CODE_LETTERS)
    number = 0
    for letter in letters:
        number = (number << 5) | _VALUES[letter]
    secret = (number >> _CHECK_BITS).to_bytes(SECRET_BYTES, "big")
    check = number & ((1 << _CHECK_BITS) - 1)
    if check == _checksum(kind, secret):
        return secret
    if any(check == _checksum(other, secret) for other in get_args(SheetKind)):
        raise ExpectedError("sheet.other_kind")
    raise ExpectedError("sheet.mistyped")


def _is_gap(character: str) -> bool:
    return character.isspace() or character in "-‐‑–—_.·\u200b\u200e\u200f\u2066\u2069"


def _checksum(kind: SheetKind, secret: bytes) -> int:
    """Return the first 20 bits of BLAKE2b-256("bondsdesk KIND sheet check v1" ‖ secret)."""
    digest = hashlib.blake2b(
        f"bondsdesk {kind} sheet check v1".encode() + secret, digest_size=32
    ).digest()
    return int.from_bytes(digest[:3], "big") >> 4
