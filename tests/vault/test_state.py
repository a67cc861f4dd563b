# SPDX-License-Identifier: GPL-3.0-or-later
"""Lost commits, older folders and sudden ends are told; a clock set wrong harms nothing."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.vault import state as state_module
from bondsdesk.vault.state import RECORD_BYTES, State, copy_state, read_state
from bondsdesk.vault.vault import Vault
from tests.fakes import SUNDAY_EVENING, FakeClock
from tests.people import Household
from tests.vault.notes import notes_in, write_note


def _codes(vault: Vault) -> list[str]:
    return [w.code for w in vault.warnings]


def _crash(household: Household, folder: Path) -> Household:
    """Return the household as the disk holds it at this moment, as after a pulled plug."""
    return household.copied(folder, household.clock)


def test_a_sudden_end_loses_nothing_and_is_told_calmly(
    household: Household, tmp_path: Path
) -> None:
    vault = household.sit_down("a")
    write_note(vault, "kept")
    crashed = _crash(household, tmp_path / "crashed")
    vault = crashed.sit_down("a")
    assert _codes(vault) == ["vault.unclean"]
    assert notes_in(vault) == ["kept"]
    assert _codes(crashed.sit_down("b")) == []
    crashed.close()


def test_a_commit_whose_record_was_not_written_is_no_loss(
    household: Household, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = household.sit_down("a")
    with monkeypatch.context() as patch:
        patch.setattr(state_module.StateFile, "write", lambda *_args: None)
        write_note(vault, "between commit and record")
        crashed = _crash(household, tmp_path / "crashed")
    assert _codes(crashed.sit_down("a")) == ["vault.unclean"]
    crashed.close()


@pytest.mark.parametrize("damage", ["removed", "cut", "flipped"])
def test_commits_that_the_disk_lost_are_counted_and_told_to_both(
    household: Household, tmp_path: Path, damage: str
) -> None:
    vault = household.sit_down("a")
    for number in range(6):
        write_note(vault, f"{number}")
    crashed = _crash(household, tmp_path / "crashed")
    log = crashed.files.database.with_name("vault.db-wal")
    if damage == "removed":
        log.unlink()
    elif damage == "cut":
        log.write_bytes(log.read_bytes()[: log.stat().st_size // 2])
    else:
        content = bytearray(log.read_bytes())
        content[len(content) // 2] ^= 1
        log.write_bytes(bytes(content))
    vault = crashed.sit_down("a")
    (warning,) = vault.warnings
    assert warning.code == "vault.commits_missing"
    assert warning.params["count"] == 6 - len(notes_in(vault))
    assert warning.params["day"] == "23 November 2026"
    assert _codes(crashed.sit_down("b")) == ["vault.commits_missing"]
    assert _codes(crashed.sit_down("b")) == []
    assert _codes(crashed.sit_down("a")) == []
    crashed.close()


def test_an_older_folder_put_in_place_is_told_before_any_edit(
    household: Household, tmp_path: Path, clock: FakeClock
) -> None:
    household.sit_down("a")
    household.close()
    shutil.copytree(household.files.data, tmp_path / "old")
    clock.advance(days=2)
    vault = household.sit_down("b")
    write_note(vault, "lost by the older folder")
    household.close()
    shutil.rmtree(household.files.data)
    shutil.copytree(tmp_path / "old", household.files.data, dirs_exist_ok=True)
    vault = household.sit_down("a")
    (warning,) = vault.warnings
    assert warning.code == "vault.older_copy"
    assert warning.params == {"count": 1, "day": "25 November 2026"}
    assert _codes(household.sit_down("b")) == ["vault.older_copy"]


def test_an_older_database_alone_is_told_as_well(household: Household, tmp_path: Path) -> None:
    household.sit_down("a")
    household.close()
    old = shutil.copy(household.files.database, tmp_path / "old.db")
    write_note(household.sit_down("a"), "newer")
    household.close()
    shutil.copy(old, household.files.database)
    assert _codes(household.sit_down("a")) == ["vault.older_copy"]


def test_a_lost_state_file_costs_a_warning_and_no_more(household: Household) -> None:
    household.sit_down("a")
    household.close()
    household.files.state.unlink()
    household.files.config_state.unlink()
    assert _codes(household.sit_down("a")) == ["vault.state_lost"]
    assert _codes(household.sit_down("a")) == []


def test_one_spoilt_record_leaves_the_other(household: Household) -> None:
    household.sit_down("a")
    household.close()
    content = bytearray(household.files.state.read_bytes())
    assert len(content) == 2 * RECORD_BYTES
    for place in (0, RECORD_BYTES):
        broken = bytearray(content)
        broken[place + 30] ^= 1
        household.files.state.write_bytes(bytes(broken))
        assert _codes(household.sit_down("a")) in ([], ["vault.unclean"])
        household.close()


def test_my_last_session_is_told_to_me_alone(household: Household, clock: FakeClock) -> None:
    assert household.sit_down("b").last_session is None
    household.close()
    clock.advance(days=3)
    vault = household.sit_down("a")
    assert vault.last_session is not None
    clock.advance(minutes=10)
    write_note(vault, "x")
    household.close()
    clock.advance(days=1)
    vault = household.sit_down("b")
    assert vault.last_session == SUNDAY_EVENING
    vault = household.sit_down("a")
    assert vault.last_session == SUNDAY_EVENING + timedelta(days=3, minutes=10)


@pytest.mark.parametrize("days", [-365, 365])
def test_a_clock_set_wrong_by_a_year_locks_nobody_out(
    household: Household, clock: FakeClock, days: int
) -> None:
    write_note(household.sit_down("a"), "one")
    household.close()
    clock.set_wall(SUNDAY_EVENING + timedelta(days=days))
    vault = household.sit_down("b")
    assert _codes(vault) == []
    write_note(vault, "two")
    vault.backup()
    clock.set_wall(SUNDAY_EVENING)
    vault = household.sit_down("a")
    assert _codes(vault) == []
    assert notes_in(vault) == ["one", "two"]


states = st.builds(
    State,
    sequence=st.integers(0, 2**64 - 1),
    commits=st.integers(0, 2**64 - 1),
    epoch=st.integers(0, 2**64 - 1),
    moment=st.integers(-(2**63), 2**63 - 1),
    sessions=st.tuples(st.integers(0, 2**62), st.integers(0, 2**62)),
    clean=st.booleans(),
)


@given(states, st.binary(min_size=32, max_size=32))
def test_a_record_reads_back_under_its_key_only(
    tmp_path_factory: pytest.TempPathFactory, state: State, key: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "state"
    copy_state(path, folder, key, "00" * 16, state)
    assert read_state(path, key, "00" * 16) == state
    assert read_state(path, bytes(31) + b"x", "00" * 16) is None
    assert read_state(path, key, "01" * 16) is None
