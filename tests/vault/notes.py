# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of notes as a room would have it."""

from __future__ import annotations

from bondsdesk.kernel.migration import Migration, MigrationSet
from bondsdesk.vault.columns import search_table, text_column
from bondsdesk.vault.vault import Vault

NOTES = MigrationSet(
    "notes",
    (
        Migration(
            "notes and their search",
            (
                f"CREATE TABLE note (id INTEGER PRIMARY KEY, {text_column('body')}) STRICT",
                *search_table("note_search", "shadow"),
            ),
        ),
    ),
)


def write_note(vault: Vault, body: str) -> None:
    """Keep one note with its entry in the search index."""
    with vault.work() as work:
        work.run("INSERT INTO note (body) VALUES (?)", (body,))
        work.run("INSERT INTO note_search (rowid, shadow) VALUES (last_insert_rowid(), ?)", (body,))


def notes_in(vault: Vault) -> list[str]:
    """Return all notes, oldest first."""
    with vault.read() as reader:
        return [row[0] for row in reader.rows("SELECT body FROM note ORDER BY id")]
