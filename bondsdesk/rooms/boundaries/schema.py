# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of Boundaries: shared limits, versions of agreements, their events, what was said.

Events carry every field that is signed, as it was written, and nothing makes a tampered row
impossible: the verdict finds it, and the screen shows it. Private limits, drafts and pinned heads
are not here: they are sealed in their owner's place.
"""

from __future__ import annotations

from bondsdesk.kernel.migration import Migration, MigrationSet

_WHO = "CHECK ({0} IN ('a', 'b'))"

MIGRATIONS = MigrationSet(
    "boundaries",
    (
        Migration(
            "0001_limits_and_agreements",
            (
                f"""
                CREATE TABLE boundaries_limit (
                    uid TEXT NOT NULL PRIMARY KEY CHECK (length(uid) = 32),
                    owner TEXT NOT NULL {_WHO.format("owner")},
                    text TEXT NOT NULL CHECK (length(text) > 0 AND instr(text, char(0)) = 0),
                    area TEXT NOT NULL,
                    resting INTEGER NOT NULL DEFAULT 0,
                    since TEXT NOT NULL,
                    acknowledged INTEGER NOT NULL DEFAULT 0
                ) STRICT, WITHOUT ROWID
                """,
                # `document` is the canonical JSON whose SHA-256 the events name.
                """
                CREATE TABLE boundaries_version (
                    agreement TEXT NOT NULL CHECK (length(agreement) = 32),
                    version INTEGER NOT NULL,
                    document TEXT NOT NULL CHECK (instr(document, char(0)) = 0),
                    PRIMARY KEY (agreement, version)
                ) STRICT, WITHOUT ROWID
                """,
                # `place` is the order of writing; `sequence` is what was signed about the order.
                """
                CREATE TABLE boundaries_event (
                    place INTEGER PRIMARY KEY AUTOINCREMENT,
                    agreement TEXT NOT NULL,
                    vault_id TEXT NOT NULL,
                    about TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    text_sha256 TEXT NOT NULL,
                    action TEXT NOT NULL,
                    signer TEXT NOT NULL,
                    sequence INTEGER NOT NULL,
                    previous_sha256 TEXT NOT NULL,
                    signature BLOB,
                    at TEXT NOT NULL
                ) STRICT
                """,
                "CREATE INDEX boundaries_event_by_agreement ON boundaries_event (agreement, place)",
                """
                CREATE TABLE boundaries_review (
                    agreement TEXT NOT NULL PRIMARY KEY,
                    version INTEGER NOT NULL,
                    review_on TEXT NOT NULL
                ) STRICT, WITHOUT ROWID
                """,
                f"""
                CREATE TABLE boundaries_comment (
                    uid TEXT NOT NULL PRIMARY KEY CHECK (length(uid) = 32),
                    agreement TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    author TEXT NOT NULL {_WHO.format("author")},
                    at TEXT NOT NULL,
                    text TEXT NOT NULL CHECK (length(text) > 0 AND instr(text, char(0)) = 0)
                ) STRICT, WITHOUT ROWID
                """,
                "CREATE INDEX boundaries_comment_by_agreement"
                " ON boundaries_comment (agreement, at)",
            ),
        ),
        Migration(
            "0002_talks",
            (
                # `after`: how many events there were, so that no clock decides the order.
                """
                CREATE TABLE boundaries_talk (
                    agreement TEXT NOT NULL CHECK (length(agreement) = 32),
                    version INTEGER NOT NULL,
                    after INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    PRIMARY KEY (agreement, version, at)
                ) STRICT, WITHOUT ROWID
                """,
            ),
        ),
    ),
)
