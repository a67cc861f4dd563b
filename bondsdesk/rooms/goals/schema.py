# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of Goals: boards, cards, their steps, and the words to find cards by.

Money is one sum for the couple and a tick has no name beside it (rule R19): there is no column
for who saved what or who did which step.
"""

from __future__ import annotations

from bondsdesk.kernel.migration import Migration, MigrationSet

_TEXTS = ("why_a", "why_b", "when_a", "then_a", "when_b", "then_b", "picture", "obstacle")
_WORDS = ",\n                    ".join(
    f"{name} TEXT NOT NULL DEFAULT '' CHECK (instr({name}, char(0)) = 0)" for name in _TEXTS
)

MIGRATIONS = MigrationSet(
    "goals",
    (
        Migration(
            "0001_boards",
            (
                """
                CREATE TABLE goals_board (
                    id INTEGER PRIMARY KEY,
                    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
                    name TEXT NOT NULL CHECK (length(name) > 0 AND instr(name, char(0)) = 0),
                    colour TEXT NOT NULL,
                    created_at TEXT NOT NULL,
                    archived_at TEXT
                ) STRICT
                """,
                f"""
                CREATE TABLE goals_card (
                    id INTEGER PRIMARY KEY,
                    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
                    board INTEGER NOT NULL REFERENCES goals_board (id),
                    lane TEXT NOT NULL
                        CHECK (lane IN ('dream', 'plan', 'doing', 'done', 'resting', 'let_go')),
                    rank TEXT NOT NULL CHECK (length(rank) > 0),
                    since TEXT NOT NULL,
                    title TEXT NOT NULL CHECK (length(title) > 0 AND instr(title, char(0)) = 0),
                    {_WORDS},
                    holder TEXT NOT NULL CHECK (holder IN ('a', 'b', 'both')),
                    first_step_by TEXT,
                    review_on TEXT,
                    currency TEXT NOT NULL CHECK (length(currency) = 3),
                    target INTEGER CHECK (target > 0),
                    saved INTEGER NOT NULL DEFAULT 0 CHECK (saved >= 0),
                    source TEXT NOT NULL DEFAULT ''
                ) STRICT
                """,
                # Two cards never share a place, so an order is an order.
                "CREATE UNIQUE INDEX goals_card_by_place ON goals_card (board, lane, rank)",
                """
                CREATE INDEX goals_card_by_review ON goals_card (review_on)
                    WHERE review_on IS NOT NULL
                """,
                "CREATE INDEX goals_card_by_source ON goals_card (source) WHERE source <> ''",
                """
                CREATE TABLE goals_step (
                    card INTEGER NOT NULL REFERENCES goals_card (id),
                    place INTEGER NOT NULL,
                    text TEXT NOT NULL CHECK (length(text) > 0 AND instr(text, char(0)) = 0),
                    done INTEGER NOT NULL CHECK (done IN (0, 1)),
                    PRIMARY KEY (card, place)
                ) STRICT, WITHOUT ROWID
                """,
                """
                CREATE VIRTUAL TABLE goals_words USING fts5 (
                    words, columnsize=0, prefix='1 2 3',
                    tokenize="unicode61 remove_diacritics 0"
                )
                """,
                # A deleted card leaves the index as well (rule R24).
                "INSERT INTO goals_words (goals_words, rank) VALUES ('secure-delete', 1)",
            ),
        ),
    ),
)
