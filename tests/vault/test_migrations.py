# SPDX-License-Identifier: GPL-3.0-or-later
"""A new version brings the tables up to date, after a copy, each step whole or not begun."""

from __future__ import annotations

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.migration import Migration, MigrationSet
from bondsdesk.vault import backup as backup_module
from bondsdesk.vault.backup_shelf import shelved
from bondsdesk.vault.bundle import read_bundle
from bondsdesk.vault.opening import open_vault
from bondsdesk.vault.vault import Vault
from tests.people import Household
from tests.vault.codes import refusal
from tests.vault.notes import NOTES, notes_in, write_note

NEXT = MigrationSet(
    "notes",
    (
        *NOTES.migrations,
        Migration("hearts", ("ALTER TABLE note ADD COLUMN heart INTEGER NOT NULL DEFAULT 0",)),
        Migration("lists", ("CREATE TABLE list (id INTEGER PRIMARY KEY) STRICT",)),
    ),
)
OTHER_ROOM = MigrationSet("tea", (Migration("tea", ("CREATE TABLE tea (id INTEGER) STRICT",)),))


def _open(household: Household, *sets: MigrationSet) -> Vault:
    household.close()
    return open_vault(household.files, household.secrets["a"], household.clock, sets)


def test_a_new_version_adds_its_steps_after_a_checked_copy(household: Household) -> None:
    write_note(household.sit_down("a"), "old")
    vault = _open(household, NEXT, OTHER_ROOM)
    with vault.read() as reader:
        assert reader.rows("SELECT body, heart FROM note") == [("old", 0)]
        assert reader.value("SELECT count(*) FROM tea") == 0
        names = reader.rows("SELECT owner, name FROM migration ORDER BY owner, position")
    assert [n for o, n in names if o == "notes"] == ["notes and their search", "hearts", "lists"]
    (copy,) = shelved(household.files)
    assert copy.manifest.reason == "migration"
    assert read_bundle(copy.path) == copy.manifest
    vault.close()
    vault = _open(household, NEXT, OTHER_ROOM)
    assert vault.warnings == ()
    assert len(shelved(household.files)) == 1
    vault.close()


def test_an_older_version_does_not_touch_a_newer_vault(household: Household) -> None:
    _open(household, NEXT).close()
    before = household.files.database.read_bytes()
    assert refusal(lambda: _open(household, NOTES)) == "vault.newer"
    assert refusal(lambda: _open(household)) == "vault.newer"
    renamed = MigrationSet("notes", (Migration("another", ("SELECT 1",)), *NEXT.migrations[1:]))
    assert refusal(lambda: _open(household, renamed)) == "vault.newer"
    assert household.files.database.read_bytes() == before
    _open(household, NEXT).close()


def test_a_step_that_fails_is_not_begun_and_the_ones_before_stay(household: Household) -> None:
    write_note(household.sit_down("a"), "old")
    broken = Migration("broken", ("CREATE TABLE half (id INTEGER)", "CREATE TABLE half (id TEXT)"))
    sets = MigrationSet("notes", (*NEXT.migrations, broken))
    with pytest.raises(sqlcipher.OperationalError):
        _open(household, sets)
    vault = _open(household, NEXT)
    assert notes_in(vault) == ["old"]
    with vault.read() as reader:
        tables = {name for (name,) in reader.rows("SELECT name FROM sqlite_master")}
    assert "list" in tables
    assert "half" not in tables
    vault.close()


def test_without_a_checked_copy_nothing_is_changed(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(household.sit_down("a"), "old")
    household.close()
    monkeypatch.setattr(backup_module, "damage_of", lambda _d: ExpectedError("vault.damaged"))
    assert refusal(lambda: _open(household, NEXT)) == "backup.unsound"
    vault = household.sit_down("a")
    assert notes_in(vault) == ["old"]


def test_two_sets_of_one_owner_are_a_mistake(household: Household) -> None:
    with pytest.raises(ValueError, match="one owner"):
        _open(household, NOTES, NOTES)
