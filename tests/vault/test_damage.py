# SPDX-License-Identifier: GPL-3.0-or-later
"""Damage is found, named and never written over; a lost database is never a new start."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import opening
from bondsdesk.vault.database import Database
from bondsdesk.vault.header_copies import read_copies
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import create_vault, prepare_vault, read_threshold
from bondsdesk.vault.vault_key import database_key
from tests.people import AYESHA, Household, vault_files
from tests.vault.codes import refusal
from tests.vault.notes import NOTES, notes_in, write_note

PAGE = 4096


@pytest.fixture
def written(household: Household) -> Household:
    """The household with a few notes, one of them long, and a backup; closed."""
    vault = household.sit_down("a")
    for number in range(5):
        write_note(vault, f"note {number}")
    with vault.work() as work:
        work.run("INSERT INTO note (body) VALUES (?)", ("long words " * 3_000,))
    vault.backup()
    household.close()
    return household


def _cut(path: Path, size: int) -> None:
    with path.open("r+b") as stream:
        stream.truncate(size)


def _flip(path: Path, place: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(place)
        byte = stream.read(1)[0]
        stream.seek(place)
        stream.write(bytes([byte ^ 0x10]))


def _zero_page(path: Path, page: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(page * PAGE)
        stream.write(bytes(PAGE))


def _swap(path: Path) -> None:
    content = bytearray(path.read_bytes())
    one, two = content[PAGE : 2 * PAGE], content[2 * PAGE : 3 * PAGE]
    content[PAGE : 2 * PAGE], content[2 * PAGE : 3 * PAGE] = two, one
    path.write_bytes(bytes(content))


def _strange(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 48)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (Path.unlink, "vault.database_missing"),
        (lambda p: _cut(p, 0), "vault.database_empty"),
        (lambda p: _cut(p, 100), "vault.database_empty"),
        (lambda p: _cut(p, PAGE), "vault.damaged"),
        (lambda p: _cut(p, p.stat().st_size - 3 * PAGE), "vault.damaged"),
        (lambda p: _cut(p, p.stat().st_size - 700), "vault.damaged"),
        (lambda p: _flip(p, 5 * PAGE + 99), "vault.damaged"),
        (lambda p: _flip(p, 3000), "vault.damaged"),
        (lambda p: _zero_page(p, 4), "vault.damaged"),
        (lambda p: p.write_bytes(bytes(p.stat().st_size)), "vault.damaged"),
        (_swap, "vault.damaged"),
        (_strange, "vault.damaged"),
    ],
)
def test_damage_of_the_database_is_named_and_nothing_is_overwritten(
    written: Household, damage: Callable[[Path], None], code: str
) -> None:
    damage(written.files.database)
    after = _bytes(written.files.database)
    with pytest.raises(ExpectedError) as caught:
        written.sit_down("a")
    assert caught.value.code == code
    assert caught.value.params["backups"] == str(written.files.backups)
    assert str(caught.value.params["newest"]).endswith(".bondsdesk")
    assert _bytes(written.files.database) == after
    assert written.files.present()
    prepared = prepare_vault(AYESHA.as_new(), _cheap())
    new = refusal(lambda: opening.finish_vault(written.files, prepared, written.clock, ()))
    assert new == "vault.files_present"
    if code in ("vault.database_missing", "vault.database_empty"):
        assert refusal(lambda: read_threshold(written.files)) == code


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _cheap() -> KdfCost:
    return KdfCost(64, 3)


def test_a_new_database_under_the_right_key_is_told_as_replaced(written: Household) -> None:
    """The emptied file would open as a healthy new vault; it must not (F13)."""
    path = written.files.database
    salt = read_copies(written.files).newest.db_salt
    key = database_key(written.secrets["a"].vault_key)
    path.unlink()
    fresh = Database(path, key, salt, "create")
    fresh.run("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
    fresh.close()
    assert refusal(lambda: written.sit_down("a")) == "vault.database_replaced"


def test_the_database_of_another_vault_is_told_apart(written: Household, tmp_path: Path) -> None:
    files = vault_files(tmp_path / "other")
    vault, _ = create_vault(files, AYESHA.as_new(), written.clock, (NOTES,), _cheap())
    vault.close()
    shutil.copyfile(files.database, written.files.database)
    assert refusal(lambda: written.sit_down("a")) == "vault.damaged"


def test_destroyed_salt_bytes_do_no_harm(written: Household) -> None:
    """The first 16 bytes of the file are kept in the header as well (F15)."""
    with written.files.database.open("r+b") as stream:
        stream.write(bytes(16))
    vault = written.sit_down("a")
    assert len(notes_in(vault)) == 6


@pytest.mark.parametrize("at_once", [True, False])
def test_any_flipped_bit_is_found_before_a_write(
    written: Household, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(opening, "AT_ONCE_BYTES", 0)
    good = written.files.database.read_bytes()
    chance = random.Random(7)  # noqa: S311 - places to damage
    for _ in range(12):
        written.files.database.write_bytes(good)
        _flip(written.files.database, chance.randrange(16, len(good)))
        assert refusal(lambda: write_note(written.sit_down("a"), "new")) == "vault.damaged"
        written.close()


def test_a_long_text_with_a_silently_zeroed_end_is_never_shown(written: Household) -> None:
    """SQLCipher returns the row with NULs at its end and no error (F11); we do not."""
    good = written.files.database.read_bytes()
    seen = 0
    for page in range(1, len(good) // PAGE):
        written.files.database.write_bytes(good)
        _zero_page(written.files.database, page)
        database = Database(
            written.files.database,
            database_key(written.secrets["a"].vault_key),
            read_copies(written.files).newest.db_salt,
            "immutable",
        )
        try:
            bodies = [body for (body,) in database.rows("SELECT body FROM note")]
        except ExpectedError:
            seen += 1
        else:
            assert not any("\0" in body for body in bodies)
            assert bodies[-1] == "long words " * 3_000
        finally:
            database.close()
    assert seen >= 8


def test_a_large_file_is_checked_beside_and_the_first_write_waits(
    written: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "AT_ONCE_BYTES", 0)
    vault = written.sit_down("a")
    assert len(notes_in(vault)) == 6
    write_note(vault, "after the check")
    assert vault.health.finished
    assert vault.health.damage is None
    assert _second_process(written) == "vault.in_use"


def test_damage_found_beside_stops_the_first_write(
    written: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "AT_ONCE_BYTES", 0)
    _flip(written.files.database, 6 * PAGE + 50)
    before = written.files.database.read_bytes()
    vault = written.sit_down("a")
    assert refusal(lambda: write_note(vault, "x")) == "vault.damaged"
    assert vault.health.damage is not None
    assert refusal(vault.backup) == "vault.damaged"
    written.close()
    assert written.files.database.read_bytes() == before


def test_locking_at_once_breaks_the_check_off(
    written: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "AT_ONCE_BYTES", 0)
    for _ in range(3):
        written.sit_down("b")
    vault = written.sit_down("a")
    write_note(vault, "still fine")
    assert vault.warnings == ()


def _second_process(household: Household) -> str:
    """Try to open the same database in another process and return the code."""
    key = database_key(household.secrets["a"].vault_key).hex()
    salt = read_copies(household.files).newest.db_salt.hex()
    script = (
        "import sys; from pathlib import Path\n"
        "from bondsdesk.vault.database import Database\n"
        "from bondsdesk.kernel.errors import ExpectedError\n"
        "path, key, salt = sys.argv[1:]\n"
        "try:\n"
        "    d = Database(Path(path), bytes.fromhex(key), bytes.fromhex(salt))\n"
        "    d.empty_log(); print(d.value('SELECT count(*) FROM note'))\n"
        "except ExpectedError as e: print(e.code)\n"
    )
    arguments = [sys.executable, "-c", script, str(household.files.database), key, salt]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_second_desk_is_told_that_the_place_is_open(written: Household) -> None:
    vault = written.sit_down("a")
    assert _second_process(written) == "vault.in_use"
    vault.backup()
    assert _second_process(written) == "vault.in_use"
    again = refusal(
        lambda: opening.open_vault(written.files, written.secrets["b"], written.clock, (NOTES,))
    )
    assert again == "vault.in_use"
    write_note(vault, "the first goes on")
    written.close()
    assert _second_process(written) == "7"


def test_a_founding_that_was_cut_short_is_carried_on(household: Household, tmp_path: Path) -> None:
    files = vault_files(tmp_path / "fresh")
    vault, _ = create_vault(files, AYESHA.as_new(), household.clock, (NOTES,), _cheap())
    vault.close()
    files.config_header.unlink()
    files.config_state.unlink()
    names = ["vault.db", "vault.state", "vault.header.mirror", "vault.header"]
    for moved in range(len(names) + 1):
        files.staging.mkdir()
        for name in names[moved:]:
            (files.data / name).rename(files.staging / name)
        assert files.present()
        assert [s.partner for s in read_threshold(files).slots] == ["a"]
        assert not files.staging.exists() or moved == len(names)
        shutil.rmtree(files.staging, ignore_errors=True)


def test_founding_refuses_where_any_file_of_a_vault_is(
    tmp_path: Path, household: Household
) -> None:
    prepared = prepare_vault(AYESHA.as_new(), _cheap())
    for name in ("vault.header", "vault.header.mirror", "vault.db", "vault.state", "vault.db-wal"):
        files = vault_files(tmp_path / name)
        (files.data / name).write_bytes(b"")
        code = refusal(
            lambda f=files: opening.finish_vault(f, prepared, household.clock, ())  # type: ignore[misc]
        )
        assert code == "vault.files_present"
        assert sorted(p.name for p in files.data.iterdir()) == [name]
    files = vault_files(tmp_path / "copy")
    files.config_header.write_bytes(b"")
    assert files.present()
    assert not vault_files(tmp_path / "empty").present()
