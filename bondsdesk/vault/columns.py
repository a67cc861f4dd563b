# SPDX-License-Identifier: GPL-3.0-or-later
"""Column and table text for schemas, so that every room keeps the vault's rules.

A text column refuses U+0000: together with the check on reading it makes a silently damaged long
row visible (vault-format.md, rule 3). A blob column has no such mark: keep `with_digest(content)`
in it and read it through `without_digest`.
"""

from __future__ import annotations

import hashlib

from bondsdesk.kernel.errors import ExpectedError

DIGEST_BYTES = 16


def text_column(name: str, *, optional: bool = False) -> str:
    """Return the definition of a text column that refuses U+0000."""
    required = "" if optional else " NOT NULL"
    return f"{name} TEXT{required} CHECK (instr({name}, char(0)) = 0)"


def search_table(name: str, *columns: str) -> tuple[str, ...]:
    """Return the statements that make an FTS5 table whose deletions are real.

    The columns hold kernel.text.search_shadow(...) of the text; the rowid is the row's own.
    Deleting needs the row itself (`DELETE FROM name WHERE rowid = ?`), so nothing is left behind
    (section 4.5: without the switch deleted words stay in the index).
    """
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(columns)}, tokenize = 'unicode61')",
        f"INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)",  # noqa: S608 - names of code
    )


def with_digest(content: bytes) -> bytes:
    """Return BLAKE2b-128 of a blob followed by the blob."""
    return hashlib.blake2b(content, digest_size=DIGEST_BYTES).digest() + content


def without_digest(stored: bytes) -> bytes:
    """Return the blob. Raises ExpectedError "vault.row_damaged" if it is not what was stored."""
    digest, content = stored[:DIGEST_BYTES], stored[DIGEST_BYTES:]
    if hashlib.blake2b(content, digest_size=DIGEST_BYTES).digest() != digest:
        raise ExpectedError("vault.row_damaged")
    return content
