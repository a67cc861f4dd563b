# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said to be saved is saved whole; what cannot be saved is told, nothing is half done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import disk, session
from bondsdesk.vault.columns import with_digest, without_digest
from bondsdesk.vault.database import Database, storage_failure
from bondsdesk.vault.opening import create_vault
from bondsdesk.vault.settings import Setting
from bondsdesk.vault.work import Work
from tests.fakes import FakeClock
from tests.people import AYESHA, Household, vault_files
from tests.vault.codes import refusal
from tests.vault.notes import notes_in, write_note


def test_an_intent_is_kept_whole_or_not_at_all(household: Household) -> None:
    vault = household.sit_down("a")
    write_note(vault, "one")
    with pytest.raises(ZeroDivisionError), vault.work() as work:
        _half_a_step(work)
    assert notes_in(vault) == ["one"]
    assert notes_in(household.sit_down("a")) == ["one"]
    assert household.sit_down("a").warnings == ()


def _half_a_step(work: Work) -> float:
    work.run("INSERT INTO note (body) VALUES ('half')")
    return 1 / 0


def test_a_mistake_in_the_program_stays_a_mistake(household: Household) -> None:
    vault = household.sit_down("a")
    with pytest.raises(sqlcipher.OperationalError), vault.work() as work:
        work.run("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(sqlcipher.OperationalError), vault.work() as work, vault.work():
        work.run("SELECT 1")
    write_note(vault, "still open")


def test_a_text_with_nul_is_refused_by_the_table(household: Household) -> None:
    vault = household.sit_down("a")
    with pytest.raises(sqlcipher.IntegrityError), vault.work() as work:
        work.run("INSERT INTO note (body) VALUES (?)", ("a\0b",))
    assert notes_in(vault) == []


def test_a_text_with_nul_that_is_there_counts_as_damage(household: Household) -> None:
    vault = household.sit_down("a")
    with vault.work() as work:
        work.run("CREATE TABLE careless (body TEXT)")
        work.run("INSERT INTO careless VALUES ('a' || char(0) || 'b')")
        work.run("INSERT INTO careless VALUES (CAST(x'ff' AS TEXT))")
    with vault.read() as reader:
        for row in (1, 2):
            code = refusal(
                lambda r=row: reader.rows("SELECT body FROM careless WHERE rowid = ?", (r,))  # type: ignore[misc]
            )
            assert code == "vault.damaged"
    write_note(vault, "the rest goes on")


def test_a_picture_that_was_changed_is_refused() -> None:
    stored = with_digest(b"picture")
    assert without_digest(stored) == b"picture"
    assert refusal(lambda: without_digest(stored[:-1])) == "vault.row_damaged"
    assert refusal(lambda: without_digest(b"")) == "vault.row_damaged"


def test_settings_of_the_couple_are_declared_and_typed(household: Household) -> None:
    minutes, words = Setting("talk.minutes", 8), Setting("talk.words", "plain")
    vault = household.sit_down("a")
    assert vault.settings.get(minutes) == 8
    with vault.work() as work:
        vault.settings.set(work, minutes, 5)
        vault.settings.set(work, words, "سادہ")
    vault = household.sit_down("b")
    assert vault.settings.get(minutes) == 5
    assert vault.settings.get(words) == "سادہ"
    assert vault.settings.get(Setting("talk.minutes", default=True)) is True


def test_a_name_is_changed_by_its_owner_only(household: Household) -> None:
    vault = household.sit_down("b")
    vault.rename("b", "بلال")
    assert refusal(lambda: vault.rename("a", "x")) == "box.not_yours"
    assert vault.pair.name_of("b") == "بلال"
    assert household.sit_down("a").pair.name_of("b") == "بلال"


def test_on_a_nearly_full_disk_new_work_is_refused_and_drafts_are_kept(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = household.sit_down("a")
    monkeypatch.setattr(disk, "free_bytes", lambda _folder: 63 * 1024**2)
    assert refusal(lambda: write_note(vault, "new")) == "vault.disk_low"
    with vault.work(essential=True) as work:
        work.box.put("note.draft", "1", {"text": "kept"})
    with vault.read() as reader:
        assert reader.box.get("1") is not None
    household.files.spare.write_bytes(b"spare")
    monkeypatch.setattr(disk, "free_bytes", lambda _folder: 1024**2)
    with vault.work(essential=True) as work:
        work.box.put("note.draft", "2", {"text": "kept too"})
    assert not household.files.spare.exists()


def test_sixteen_megabytes_are_set_aside_in_a_quiet_moment_and_given_back(
    household: Household, clock: FakeClock
) -> None:
    vault = household.sit_down("a")
    write_note(vault, "x" * 9_000)
    log = household.files.database.with_name("vault.db-wal")
    assert log.stat().st_size > 0
    vault.idle()
    assert log.stat().st_size > 0
    clock.advance(31)
    vault.idle()
    assert log.stat().st_size == 0
    assert household.files.spare.stat().st_size == 16 * 1024**2
    assert vault.give_back_spare()
    assert not vault.give_back_spare()


@pytest.mark.parametrize("statement", ["BEGIN", "INSERT", "COMMIT"])
def test_a_disk_that_is_full_at_any_step_keeps_what_was_acknowledged(
    household: Household, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    vault = household.sit_down("a")
    write_note(vault, "kept")
    original = Database.run

    def full(database: Database, sql: str, params: Sequence[Any] = ()) -> int:
        if sql.startswith(statement):
            raise ExpectedError("vault.disk_full", folder="x")
        return original(database, sql, params)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "run", full)
        assert refusal(lambda: write_note(vault, "lost")) == "vault.disk_full"
    assert notes_in(vault) == ["kept"]
    write_note(vault, "again")
    assert notes_in(household.sit_down("b")) == ["kept", "again"]


def test_an_injected_full_disk_and_a_read_only_one_have_their_own_sentences(
    household: Household,
) -> None:
    for number, code in ((13, "vault.disk_full"), (8, "vault.read_only"), (266, "vault.io")):
        error = sqlcipher.OperationalError("x")
        error.sqlite_errorcode = number
        failure = storage_failure(error, household.files.database)
        assert failure is not None
        assert failure.code == code


def test_a_folder_that_cannot_be_written_is_told_at_the_unlock(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(session, "StateFile", refuse)
    assert refusal(lambda: household.sit_down("a")) == "vault.read_only"
    monkeypatch.undo()
    assert household.sit_down("a").warnings == ()


@pytest.mark.parametrize(
    ("number", "code"), [(28, "vault.disk_full"), (13, "vault.no_rights"), (30, "vault.read_only")]
)
def test_a_folder_in_which_nothing_can_be_made_begins_no_vault(
    tmp_path: Path,
    clock: FakeClock,
    cheap_kdf: object,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    files = vault_files(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refuse)
        found = refusal(
            lambda: create_vault(files, AYESHA.as_new(), clock, (), cheap_kdf)  # type: ignore[arg-type]
        )
    assert found == code
    assert not files.present()


def test_the_commit_waits_for_the_disk(household: Household) -> None:
    vault = household.sit_down("a")
    switches = {
        "synchronous": 2,
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "temp_store": 2,
        "secure_delete": 1,
        "page_size": "4096",
        "foreign_keys": 1,
    }
    with vault.read() as reader:
        assert {name: reader.value(f"PRAGMA {name}") for name in switches} == switches
    shutil.rmtree(household.files.config)
    write_note(vault, "the copy in the config folder is a convenience")
    household.close()
    assert household.sit_down("a").warnings == ()


def test_no_word_of_a_person_lies_open_in_any_file(household: Household) -> None:
    canary = "zanzibarcanary"
    vault = household.sit_down("a")
    write_note(vault, f"{canary} shared")
    with vault.work() as work:
        work.box.put("note.draft", "1", {"text": f"{canary} private"})
        work.rows("SELECT body FROM note ORDER BY body DESC")
    vault.rename("a", canary)
    vault.backup()
    household.close()
    files = [path for path in household.folder.rglob("*") if path.is_file()]
    assert len(files) >= 6
    assert not [path for path in files if canary.encode() in path.read_bytes()]


def test_a_deleted_note_is_gone_from_the_index_as_well(household: Household) -> None:
    vault = household.sit_down("a")
    write_note(vault, "zanzibarcanary thanks")
    with vault.work() as work:
        work.run("DELETE FROM note_search WHERE rowid = 1")
        work.run("DELETE FROM note WHERE id = 1")
    with vault.read() as reader:
        blocks = reader.rows("SELECT CAST(block AS BLOB) FROM note_search_data")
    assert not [block for (block,) in blocks if b"zanzibar" in block]
