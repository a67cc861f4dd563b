# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of Listen: talks that were held, and the one that is under way.

There is deliberately no column for pauses, refusals, heat, turns or who spoke (rules R5, R23).
"""

from __future__ import annotations

from bondsdesk.kernel.migration import Migration, MigrationSet

MIGRATIONS = MigrationSet(
    "listening",
    (
        Migration(
            "0001_talks",
            (
                """
                CREATE TABLE listening_talk (
                    id INTEGER PRIMARY KEY,
                    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
                    held_at TEXT NOT NULL,
                    format TEXT NOT NULL,
                    topic TEXT NOT NULL,
                    minutes INTEGER NOT NULL CHECK (minutes > 0),
                    line TEXT NOT NULL DEFAULT '' CHECK (instr(line, char(0)) = 0),
                    words TEXT NOT NULL DEFAULT '' CHECK (instr(words, char(0)) = 0),
                    small_step TEXT NOT NULL DEFAULT '' CHECK (instr(small_step, char(0)) = 0)
                ) STRICT
                """,
                "CREATE INDEX listening_talk_by_time ON listening_talk (held_at, id)",
                """
                CREATE VIRTUAL TABLE listening_talk_search USING fts5 (
                    shadow, tokenize="unicode61 remove_diacritics 0"
                )
                """,
                # Words that were taken back leave the index as well (rule R24).
                "INSERT INTO listening_talk_search (listening_talk_search, rank)"
                " VALUES ('secure-delete', 1)",
                """
                CREATE TABLE listening_running (
                    one INTEGER PRIMARY KEY CHECK (one = 1),
                    document TEXT NOT NULL CHECK (instr(document, char(0)) = 0)
                ) STRICT
                """,
                """
                CREATE TABLE listening_choice (
                    one INTEGER PRIMARY KEY CHECK (one = 1),
                    minutes INTEGER NOT NULL,
                    steps TEXT NOT NULL
                ) STRICT
                """,
            ),
        ),
    ),
)
