# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of Appreciate: given notes, their tags, and the words to find them by.

There is deliberately no column for seen, opened or counted (rules R5, R6). Drafts and plans are
not here: they are sealed in their writer's private place.
"""

from __future__ import annotations

from bondsdesk.kernel.migration import Migration, MigrationSet

MIGRATIONS = MigrationSet(
    "appreciation",
    (
        Migration(
            "0001_notes",
            (
                # `place` orders the list and is the rowid of the index of words, so a page of
                # search results needs no sorting.
                """
                CREATE TABLE appreciation_note (
                    place INTEGER PRIMARY KEY,
                    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
                    giver TEXT NOT NULL CHECK (giver IN ('a', 'b')),
                    given_at TEXT NOT NULL,
                    opens_on TEXT,
                    text TEXT NOT NULL CHECK (length(text) > 0 AND instr(text, char(0)) = 0),
                    tags TEXT NOT NULL DEFAULT '' CHECK (instr(tags, char(0)) = 0)
                ) STRICT
                """,
                "CREATE INDEX appreciation_note_by_giver ON appreciation_note (giver)",
                """
                CREATE INDEX appreciation_note_by_opening ON appreciation_note (opens_on)
                    WHERE opens_on IS NOT NULL
                """,
                """
                CREATE TABLE appreciation_tag (
                    key TEXT NOT NULL CHECK (instr(key, char(0)) = 0),
                    place INTEGER NOT NULL REFERENCES appreciation_note (place),
                    name TEXT NOT NULL CHECK (instr(name, char(0)) = 0),
                    PRIMARY KEY (key, place)
                ) STRICT, WITHOUT ROWID
                """,
                "CREATE INDEX appreciation_tag_by_place ON appreciation_tag (place)",
                # `marks` holds giver and tags as words, so that a filter is an intersection of
                # lists and not a scan. The short prefixes keep the first letters typed quick.
                """
                CREATE VIRTUAL TABLE appreciation_words USING fts5 (
                    words, marks, columnsize=0, prefix='1 2 3',
                    tokenize="unicode61 remove_diacritics 0"
                )
                """,
                # A withdrawn note leaves the index as well (rule R24).
                "INSERT INTO appreciation_words (appreciation_words, rank)"
                " VALUES ('secure-delete', 1)",
            ),
        ),
    ),
)
