# SPDX-License-Identifier: GPL-3.0-or-later
"""Full and read-only disks, really mounted: needs an administrator, so it runs with the faults."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import disk
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import finish_vault, prepare_vault
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock
from tests.people import AYESHA, Household, vault_files
from tests.vault.codes import refusal
from tests.vault.notes import NOTES, notes_in, write_note


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB; mounting it needs an administrator."""
    folder = tmp_path / "small"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.faults
def test_a_full_disk_is_told_and_what_was_kept_stays(
    household: Household, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "require_room", lambda _folder: None)
    home = household.copied(small_disk / "home", household.clock)
    vault = home.sit_down("a")
    home.files.spare.write_bytes(b"spare" * 400_000)
    kept = _fill_up(vault)
    assert notes_in(vault) == kept
    header = home.files.header.read_bytes()
    code = refusal(vault.new_shared_sheet)
    assert code == "vault.disk_full"
    assert home.files.header.read_bytes() == header
    assert refusal(vault.backup) in ("vault.disk_low", "vault.disk_full")
    home.close()
    vault = home.sit_down("b")
    assert notes_in(vault) == kept
    assert not home.files.spare.exists()
    home.close()


def _fill_up(vault: Vault) -> list[str]:
    """Write until the disk is full, then block what is left; return what was acknowledged."""
    kept: list[str] = []
    while True:
        body = f"{len(kept)} " + "x" * 30_000
        try:
            write_note(vault, body)
        except ExpectedError as error:
            code = error.code
            break
        kept.append(body)
    assert code == "vault.disk_full"
    rest = vault.files.data / "rest"
    with contextlib.suppress(OSError), rest.open("wb", buffering=0) as stream:
        while stream.write(b"x" * 512):
            pass
    return kept


@pytest.mark.faults
def test_without_any_room_no_vault_is_begun(
    small_disk: Path, clock: FakeClock, cheap_kdf: KdfCost, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = vault_files(small_disk)
    prepared = prepare_vault(AYESHA.as_new(), cheap_kdf)
    assert refusal(lambda: finish_vault(files, prepared, clock, (NOTES,))) == "vault.disk_low"
    monkeypatch.setattr(disk, "require_room", lambda _folder: None)
    (files.data / "rest").write_bytes(b"x" * (4 * 1024**2 - 40_000))
    assert refusal(lambda: finish_vault(files, prepared, clock, (NOTES,))) == "vault.disk_full"
    (files.data / "rest").unlink()
    assert not files.present()
    vault, _ = finish_vault(files, prepared, clock, (NOTES,))
    vault.close()


@pytest.mark.faults
def test_a_read_only_disk_is_told_at_the_unlock(household: Household) -> None:
    folder = household.files.data
    mounts = [["mount", "--bind", str(folder), str(folder)]]
    mounts.append(["mount", "-o", "remount,ro,bind", str(folder)])
    for command in mounts:
        subprocess.run(command, check=True)
    try:
        assert refusal(lambda: household.sit_down("a")) in ("vault.read_only", "vault.no_rights")
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
    assert household.sit_down("a").warnings == ()
