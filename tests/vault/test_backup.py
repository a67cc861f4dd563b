# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies are whole or do not exist; bringing one back loses nothing of what was there."""

from __future__ import annotations

import json
import random
import shutil
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import backup as backup_module
from bondsdesk.vault import bundle, disk, interrupted
from bondsdesk.vault.backup_shelf import shelved, thin_out
from bondsdesk.vault.backup_trial import try_backup
from bondsdesk.vault.bundle import BackupOrigin, read_bundle
from bondsdesk.vault.envelope import write_envelope
from bondsdesk.vault.header import parse_header
from bondsdesk.vault.opening import open_vault, read_threshold, unwrap_passphrase
from bondsdesk.vault.restore import restore_backup
from tests.fakes import SUNDAY_EVENING, FakeClock
from tests.people import AYESHA, Household
from tests.vault.codes import refusal
from tests.vault.notes import notes_in, write_note

SET_ASIDE = [
    "config.vault.header",
    "config.vault.state",
    "vault.db",
    "vault.header",
    "vault.header.mirror",
    "vault.state",
]


def test_a_copy_holds_everything_and_is_checked(household: Household) -> None:
    vault = household.sit_down("a")
    write_note(vault, "thank you")
    heard: list[int] = []
    made = vault.backup("daily", heard.append)
    assert heard[0] == 0
    assert heard[-1] == 100
    assert heard == sorted(heard)
    assert made.path.name == "2026-11-22T193000Z-daily.bondsdesk"
    assert read_bundle(made.path) == made.manifest
    assert made.manifest.is_authentic(household.secrets["a"].vault_key)
    assert sorted(p.name for p in household.files.backups.iterdir()) == [made.path.name]
    scratch = household.files.backups / "x"
    assert try_backup(made.path, household.secrets["b"], scratch) == made.manifest
    assert b"thank you" not in made.path.read_bytes()


def test_people_go_on_writing_while_a_copy_is_made(household: Household) -> None:
    vault = household.sit_down("a")
    write_note(vault, "before")
    job = vault.backup_job("asked")
    made: list[Any] = []
    worker = threading.Thread(target=lambda: made.append(job.run()))
    worker.start()
    for number in range(40):
        write_note(vault, f"during {number} " + "x" * 9_000)
    worker.join()
    vault.end_backup()
    write_note(vault, "after")
    assert made[0].manifest.commits == job.origin.commits
    household.close()
    restore_backup(household.files, made[0].path, household.clock.now())
    assert notes_in(household.sit_down("a")) == ["before"]


def test_a_copy_that_is_broken_off_leaves_nothing(household: Household) -> None:
    vault = household.sit_down("a")
    write_note(vault, "x")
    job = vault.backup_job()
    household.close()
    assert refusal(job.run) == "backup.cancelled"
    vault = household.sit_down("a")
    job = vault.backup_job()
    assert refusal(lambda: job.run(lambda _percent: job.stop())) == "backup.cancelled"
    vault.end_backup()
    assert list(household.files.backups.iterdir()) == []
    assert vault.backup_due()


def test_one_copy_a_day_is_due(household: Household, clock: FakeClock) -> None:
    vault = household.sit_down("a")
    assert vault.backup_due()
    vault.backup("daily")
    assert not vault.backup_due()
    clock.advance(hours=4)
    assert not vault.backup_due()
    clock.advance(hours=20)
    assert vault.backup_due()


def test_old_copies_go_but_days_weeks_and_months_stay(household: Household) -> None:
    made = household.sit_down("a").backup("daily").path
    household.close()
    content = made.read_bytes()
    made.unlink()
    rest = content.split(b"\n", 2)[2]
    for ago in range(210):
        _plant(household, rest, SUNDAY_EVENING - timedelta(days=ago))
    thin_out(household.files)
    left = [b.manifest.moment().astimezone().date() for b in shelved(household.files)]
    days = [date(2026, 11, day) for day in (23, 22, 21, 20, 19, 18, 17)]
    weeks = [date(2026, 11, 15), date(2026, 11, 8)]  # beside those of 23 and 22
    months = [date(2026, 10, 31), date(2026, 9, 30), date(2026, 8, 31)]
    months += [date(2026, 7, 31), date(2026, 6, 30)]
    assert left == [*days, *weeks, *months]


def _plant(household: Household, rest: bytes, moment: datetime) -> Path:
    """Put a sound backup of another day on the shelf."""
    size = household.files.header.stat().st_size
    key = household.secrets["a"].vault_key
    copy = household.folder / "copy.db"
    if not copy.exists():
        copy.write_bytes(rest[size:])
    header = parse_header(rest[:size])
    manifest = bundle.manifest_for(copy, header, key, BackupOrigin("daily", moment, 1), {})
    path = household.files.backups / f"{moment:%Y-%m-%dT%H%M%SZ}-daily.bondsdesk"
    bundle.write_bundle(path, manifest, rest[:size], copy)
    return path


def test_the_newest_whole_copy_is_never_thinned_out(household: Household) -> None:
    made = household.sit_down("a").backup("daily").path
    household.close()
    rest = made.read_bytes().split(b"\n", 2)[2]
    made.unlink()
    planted = [
        _plant(household, rest, SUNDAY_EVENING - timedelta(hours=hours)) for hours in range(1, 5)
    ]
    with planted[0].open("r+b") as stream:  # the newest is damaged
        stream.seek(-9, 2)
        stream.write(b"damaged")
    thin_out(household.files)
    assert planted[1].exists()
    assert not planted[2].exists()
    for path in household.files.backups.iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert thin_out(household.files) == []


def test_a_changed_byte_of_a_copy_is_found(household: Household) -> None:
    made = household.sit_down("a").backup().path
    household.close()
    good = made.read_bytes()
    chance = random.Random(3)  # noqa: S311 - places to damage
    for place in [0, 5, 200, len(good) - 1, *(chance.randrange(len(good)) for _ in range(40))]:
        broken = bytearray(good)
        broken[place] ^= 1
        made.write_bytes(bytes(broken))
        assert refusal(lambda: read_bundle(made)) in ("backup.damaged", "vault.newer")
        assert refusal(lambda: restore_backup(household.files, made, household.clock.now())) in (
            "backup.damaged",
            "vault.newer",
        )
    for broken_off in (b"", b"x", good[:100], good[:-1], good + b"x"):
        made.write_bytes(broken_off)
        assert refusal(lambda: read_bundle(made)) == "backup.damaged"
    assert household.sit_down("a").warnings == ()


def test_a_copy_made_by_somebody_else_does_not_pass_the_trial(household: Household) -> None:
    """Sound to the last byte, but the manifest was not made with our key."""
    made = household.sit_down("a").backup().path
    line, _, rest = made.read_bytes().split(b"\n", 2)
    document = json.loads(line)
    document["commits"] += 1
    made.write_bytes(write_envelope(document) + rest)
    scratch = household.files.backups / "scratch"
    code = refusal(lambda: try_backup(made, household.secrets["a"], scratch))
    assert code == "backup.damaged"
    assert list(scratch.iterdir()) == []


def test_a_copy_that_fails_its_check_is_thrown_away(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = household.sit_down("a")
    monkeypatch.setattr(backup_module, "damage_of", lambda _d: ExpectedError("vault.damaged"))
    assert refusal(vault.backup) == "backup.unsound"
    assert list(household.files.backups.iterdir()) == []
    write_note(vault, "the vault goes on")


def test_without_room_no_copy_is_begun_and_none_goes(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = household.sit_down("a")
    first = vault.backup().path
    monkeypatch.setattr(disk, "free_bytes", lambda _folder: 70 * 1024**2)
    monkeypatch.setattr(disk, "LOW_BYTES", 70 * 1024**2)
    assert refusal(vault.backup) == "vault.disk_low"
    assert first.exists()


def test_bringing_a_copy_back_sets_the_present_aside_and_tells_both(
    household: Household, clock: FakeClock
) -> None:
    vault = household.sit_down("a")
    write_note(vault, "old")
    made = vault.backup().path
    clock.advance(days=1)
    write_note(vault, "new")
    household.close()
    aside = restore_backup(household.files, made, clock.now())
    assert sorted(p.name for p in aside.iterdir()) == SET_ASIDE
    vault = household.sit_down("b")
    assert [w.code for w in vault.warnings] == ["vault.restored"]
    assert vault.warnings[0].params == {"day": "23 November 2026", "folder": str(aside)}
    assert notes_in(vault) == ["old"]
    assert household.sit_down("b").warnings == ()
    assert [w.code for w in household.sit_down("a").warnings] == ["vault.restored"]
    assert household.sit_down("a").warnings == ()


def test_a_lost_vault_comes_back_from_its_copy_alone(
    household: Household, tmp_path: Path, clock: FakeClock
) -> None:
    vault = household.sit_down("a")
    write_note(vault, "kept")
    made = shutil.copy(vault.backup().path, tmp_path / "stick.bondsdesk")
    household.close()
    shutil.rmtree(household.files.data)
    shutil.rmtree(household.files.config)
    assert not household.files.present()
    restore_backup(household.files, Path(made), clock.now())
    assert len(read_threshold(household.files).slots) == 2
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, clock, household.sets)
    assert notes_in(vault) == ["kept"]
    vault.close()


@pytest.mark.parametrize("step", range(9))
def test_a_restore_cut_short_anywhere_is_carried_on(
    household: Household, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    vault = household.sit_down("a")
    write_note(vault, "old")
    made = vault.backup().path
    write_note(vault, "new")
    household.close()
    left = {"moves": step}

    def stop_sometimes(source: Path, target: Path) -> None:
        left["moves"] -= 1
        if left["moves"] < 0:
            raise KeyboardInterrupt
        original(source, target)

    original = interrupted._move
    with monkeypatch.context() as patch:
        patch.setattr(interrupted, "_move", stop_sometimes)
        try:
            restore_backup(household.files, made, household.clock.now())
        except KeyboardInterrupt:
            assert household.files.present()
    read_threshold(household.files)
    vault = household.sit_down("a")
    assert notes_in(vault) == ["old"]
    assert [w.code for w in vault.warnings] == ["vault.restored"]
    household.close()
    aside = next(household.files.data.glob("set-aside-*"))
    assert sorted(p.name for p in aside.iterdir()) == SET_ASIDE


def test_a_restore_that_finds_no_file_changes_nothing(household: Household) -> None:
    nowhere = household.folder / "nothing.bondsdesk"
    code = refusal(lambda: restore_backup(household.files, nowhere, datetime.now(UTC)))
    assert code == "backup.unreadable"
    assert household.sit_down("a").warnings == ()
