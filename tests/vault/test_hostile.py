# SPDX-License-Identifier: GPL-3.0-or-later
"""Files planted, put back or closed off: the right secret still opens, and it is told."""

from __future__ import annotations

import json
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bondsdesk.vault import files as files_module
from bondsdesk.vault import opening
from bondsdesk.vault.envelope import write_envelope
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import (
    NewPartner,
    open_vault,
    prepare_partner,
    read_threshold,
    rewrap,
    unwrap_own_sheet,
    unwrap_passphrase,
)
from bondsdesk.vault.restore import restore_backup
from tests.people import AYESHA, BILAL, Household
from tests.vault.codes import refusal
from tests.vault.notes import notes_in, write_note

NEW = "six other words nobody says aloud"
CHEAP = KdfCost(64, 3)


def _plant(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    document = json.loads(path.read_bytes().split(b"\n")[0])
    change(document)
    path.write_bytes(write_envelope(document))


def _with_slot_of_somebody(document: dict[str, Any]) -> None:
    document["epoch"] += 1000
    document["partners"]["a"]["ring"] = "ab" * 300


def _of_another_vault(document: dict[str, Any]) -> None:
    document.update(epoch=document["epoch"] + 1000, vault_id="00" * 16)


def _with_an_absurd_price(document: dict[str, Any]) -> None:
    document["epoch"] += 1000
    document["partners"]["a"]["kdf"]["m"] = 1


@pytest.mark.parametrize(
    "change",
    [
        _with_slot_of_somebody,
        _of_another_vault,
        _with_an_absurd_price,
        lambda d: d.update(format=2),
    ],
)
@pytest.mark.parametrize("copies", [("header",), ("mirror",), ("header", "config_header")])
def test_a_planted_header_keeps_nobody_out(
    household: Household, copies: tuple[str, ...], change: Callable[[dict[str, Any]], None]
) -> None:
    household.sit_down("a")
    household.close()
    good = household.files.header.read_bytes()
    for copy in copies:
        _plant(getattr(household.files, copy), change)
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert [w.code for w in vault.warnings] == ["vault.header_healed"]
    vault.close()
    for path in (household.files.header, household.files.mirror, household.files.config_header):
        assert path.read_bytes() == good
    assert household.sit_down("b").warnings == ()


@pytest.mark.parametrize("stale", ["mirror", "config_header"])
def test_an_old_passphrase_does_not_open_through_a_stale_copy(
    household: Household, stale: str
) -> None:
    path: Path = getattr(household.files, stale)
    vault = household.sit_down("a")
    old = path.read_bytes()
    vault.apply_passphrase(rewrap(household.secrets["a"], NEW, CHEAP))
    household.close()
    path.write_bytes(old)
    code = refusal(lambda: unwrap_passphrase(household.files, "a", AYESHA.passphrase))
    assert code == "secret.wrong"
    assert unwrap_passphrase(household.files, "a", NEW).partner == "a"


def test_headers_put_back_from_before_are_told_once_to_each(household: Household) -> None:
    vault = household.sit_down("a")
    old = household.files.header.read_bytes()
    vault.apply_passphrase(rewrap(household.secrets["a"], NEW, CHEAP))
    household.close()
    for path in (household.files.header, household.files.mirror, household.files.config_header):
        path.write_bytes(old)
    assert [w.code for w in household.sit_down("b").warnings] == ["vault.header_older"]
    assert [w.code for w in household.sit_down("b").warnings] == []
    assert [w.code for w in household.sit_down("a").warnings] == ["vault.header_older"]
    household.close()
    for path in (household.files.state, household.files.config_state):
        path.unlink()
    for path in (household.files.header, household.files.mirror, household.files.config_header):
        path.write_bytes(old)
    codes = [w.code for w in household.sit_down("a").warnings]
    assert codes == ["vault.state_lost", "vault.header_older"]


def _make_a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()
    (path / "inside").touch()


@pytest.mark.parametrize("copy", ["header", "mirror", "config_header"])
def test_one_copy_that_cannot_be_read_stops_nobody(household: Household, copy: str) -> None:
    _make_a_folder(getattr(household.files, copy))
    assert len(read_threshold(household.files).slots) == 2
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    write_note(vault, "fine")
    vault.close()


def test_a_planted_founding_beside_a_vault_is_left_alone(household: Household) -> None:
    household.files.staging.mkdir()
    shutil.copy(household.files.header, household.files.staging / "vault.header")
    assert len(read_threshold(household.files).slots) == 2
    assert household.sit_down("a").warnings == ()


def test_with_no_copy_that_can_be_read_the_reason_is_told(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert refusal(lambda: read_threshold(household.files)) == "vault.no_rights"
        patch.setattr(Path, "lstat", refuse)
        assert household.files.present()


def test_a_save_that_failed_after_its_file_was_in_place_counts(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    vault = household.sit_down("a")
    rewrapped = rewrap(household.secrets["a"], NEW, CHEAP)
    with monkeypatch.context() as patch:
        patch.setattr(files_module, "flush_folder", fail)
        vault.apply_passphrase(rewrapped)
    vault.new_shared_sheet()
    household.close()
    assert unwrap_passphrase(household.files, "a", NEW).partner == "a"
    code = refusal(lambda: unwrap_passphrase(household.files, "a", AYESHA.passphrase))
    assert code == "secret.wrong"


def test_what_lies_in_the_folder_in_any_form_is_never_a_new_start(tmp_path: Path) -> None:
    def fresh(name: str) -> VaultFiles:
        files = VaultFiles(tmp_path / name, tmp_path / f"{name}-config")
        files.data.mkdir()
        return files

    files = fresh("empty")
    assert not files.present()
    files = fresh("log")
    (files.data / "vault.db-wal").touch()
    assert files.in_data()
    files = fresh("aside")
    (files.data / "set-aside-2026-11-22T193000Z").mkdir()
    assert files.in_data()
    files = fresh("restoring")
    (files.data / "vault.restoring").mkdir()
    assert files.in_data()
    files = fresh("link")
    files.database.symlink_to("/nowhere/at/all")
    assert files.in_data()
    files = fresh("config")
    files.config.mkdir()
    files.config_header.touch()
    assert files.present()
    assert not files.in_data()


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"garbage",
        b"[]",
        b'{"aside":7}',
        b'{"aside":"../../elsewhere"}',
        b'{"aside":"/elsewhere"}',
        b'{"aside":"set-aside-2026/../../x"}',
        b"[" * 5_000,
    ],
)
def test_a_senseless_note_of_a_restore_is_told_and_moves_nothing(
    household: Household, note: bytes
) -> None:
    folder = household.files.data / "vault.restoring"
    folder.mkdir()
    (folder / "ready").write_bytes(note)
    before = household.files.database.read_bytes()
    assert refusal(lambda: read_threshold(household.files)) == "vault.restore_damaged"
    assert household.files.database.read_bytes() == before
    shutil.rmtree(folder)
    assert household.sit_down("a").warnings == ()


def test_a_forged_note_does_not_explain_an_older_vault(
    household: Household, tmp_path: Path
) -> None:
    made = household.sit_down("a").backup()
    write_note(household.sit_down("a"), "one")
    household.close()
    shutil.copytree(household.files.data, tmp_path / "old")
    write_note(household.sit_down("a"), "two")
    household.close()
    shutil.rmtree(household.files.data)
    shutil.copytree(tmp_path / "old", household.files.data, dirs_exist_ok=True)
    note = {"aside": "set-aside-1", "manifest": made.manifest.whole_document(), "restored": "x"}
    (household.files.data / "vault.restored").write_text(json.dumps(note))
    assert [w.code for w in household.sit_down("b").warnings] == ["vault.older_copy"]
    assert not (household.files.data / "vault.restored").exists()


def test_a_restored_vault_opens_with_the_secrets_of_its_copy(household: Household) -> None:
    vault = household.sit_down("a")
    write_note(vault, "old")
    made = vault.backup().path
    vault.apply_passphrase(rewrap(household.secrets["a"], NEW, CHEAP))
    write_note(vault, "new")
    household.close()
    restore_backup(household.files, made, household.clock.now())
    assert refusal(lambda: unwrap_passphrase(household.files, "a", NEW)) == "secret.wrong"
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert [w.code for w in vault.warnings] == ["vault.restored"]
    assert notes_in(vault) == ["old"]
    vault.close()


def test_the_own_sheet_knows_the_partners_key_as_the_passphrase_does(
    household: Household,
) -> None:
    household.sit_down("a")  # the first unlock after Bilal sat down
    household.close()
    theirs = unwrap_passphrase(household.files, "b", BILAL.passphrase)
    by_sheet = unwrap_own_sheet(household.files, household.own_sheets["a"])
    assert by_sheet.keyring is not None
    assert theirs.keyring is not None
    assert by_sheet.keyring.pin == theirs.keyring.public_sig()
    vault = household.sit_down("a")
    vault.enrol_again("b", prepare_partner(NewPartner("Bilal", "cup", "teal", NEW), CHEAP))
    household.close()
    by_sheet = unwrap_own_sheet(household.files, household.own_sheets["a"])
    vault = open_vault(household.files, by_sheet, household.clock, household.sets)
    assert [w.code for w in vault.warnings] == ["vault.partner_key_replaced"]
    vault.apply_passphrase(rewrap(by_sheet, AYESHA.passphrase, CHEAP))
    vault.close()
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert [w.code for w in vault.warnings] == ["vault.partner_key_replaced"]
    code = vault.new_own_sheet(secrets)
    vault.close()
    again = unwrap_own_sheet(household.files, code)
    assert again.keyring is not None
    assert secrets.keyring is not None
    assert again.keyring.pin == secrets.keyring.pin


def test_every_file_is_its_owners_alone(household: Household) -> None:
    household.files.database.chmod(0o644)
    vault = household.sit_down("a")
    write_note(vault, "x")
    vault.backup()
    vault.idle()
    paths = [p for p in household.files.data.rglob("*") if p.is_file()]
    assert {"vault.db", "vault.db-wal", "vault.header"} <= {p.name for p in paths}
    assert {stat.S_IMODE(p.stat().st_mode) for p in paths} == {0o600}
    household.close()


def test_a_process_that_ends_waits_for_the_check(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "AT_ONCE_BYTES", 0)
    vault = household.sit_down("a")
    thread = vault.health._thread
    assert thread is not None
    assert not thread.daemon
    household.close()
    thread.join(10)
    assert not thread.is_alive()
