# SPDX-License-Identifier: GPL-3.0-or-later
"""The vault's own tables. Append-only: a released step is never edited."""

from __future__ import annotations

from bondsdesk.kernel.migration import Migration, MigrationSet
from bondsdesk.vault.columns import text_column

VAULT_MIGRATIONS = MigrationSet(
    "vault",
    (
        Migration(
            "people, settings, events and the private box",
            (
                f"CREATE TABLE person (partner TEXT PRIMARY KEY CHECK (partner IN ('a', 'b')),"
                f" {text_column('name')}, told INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID, STRICT",
                f"CREATE TABLE setting ({text_column('key')} PRIMARY KEY, {text_column('value')})"
                " WITHOUT ROWID, STRICT",
                f"CREATE TABLE vault_event (seq INTEGER PRIMARY KEY, {text_column('happened_at')},"
                f" {text_column('code')}, {text_column('params')}) STRICT",
                "CREATE TABLE sealed_item (uid TEXT PRIMARY KEY, partner TEXT NOT NULL,"
                " version INTEGER NOT NULL, nonce BLOB NOT NULL, box BLOB NOT NULL) STRICT",
                "CREATE INDEX sealed_item_by_partner ON sealed_item (partner, uid)",
            ),
        ),
    ),
)

BOOTSTRAP = (
    "CREATE TABLE vault_meta (only INTEGER PRIMARY KEY CHECK (only = 1), vault_id TEXT NOT NULL,"
    " commits INTEGER NOT NULL, epoch INTEGER NOT NULL) STRICT",
    "CREATE TABLE migration (owner TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,"
    " ran_at TEXT NOT NULL, PRIMARY KEY (owner, position)) WITHOUT ROWID, STRICT",
)
"""What a database has before any step ran; made in the create flow only."""
