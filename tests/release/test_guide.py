# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide says what is so: keys, places, copies, moving; the same in both languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bondsdesk.app.folders import find_folders
from bondsdesk.app.front_door.copies import copies_for, is_whole
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.shortcuts import KEYS
from bondsdesk.kernel.clock import SystemClock
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import Words
from bondsdesk.vault.backup_shelf import DAYS_KEPT, MONTHS_KEPT, WEEKS_KEPT
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import (
    NewPartner,
    finish_vault,
    open_vault,
    prepare_vault,
    unwrap_passphrase,
)
from bondsdesk.vault.restore import restore_backup
from bondsdesk.vault.threshold import read_threshold
from bondsdesk.vault.vault import Vault

DOCS = Path(__file__).resolve().parents[2] / "docs"
ENGLISH = (DOCS / "guide.md").read_text(encoding="utf-8")
URDU = (DOCS / "guide.ur.md").read_text(encoding="utf-8")
PASSPHRASE = "chai on the roof at six"
BUTTONS = (
    "Use a paper sheet", "Make a new sheet", "Safe copies", "Copy to a folder", "Test a copy",
)  # fmt: skip


def anchors(text: str) -> set[str]:
    """Return what the headings of a page can be reached by on a public forge."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings
    }


@pytest.mark.parametrize("text", [ENGLISH, URDU], ids=["en", "ur"])
def test_every_link_leads_somewhere(text: str) -> None:
    places = re.findall(r"\]\(([^)]+)\)", text)
    assert places
    for place in places:
        if place.startswith("#"):
            assert place[1:] in anchors(text), place
        elif "://" not in place:
            assert (DOCS / place).exists(), place


def test_both_languages_tell_the_same_things() -> None:
    for mark in (r"^## ", r"^### ", r"^- ", r"^\d\. ", r"^\| ", r"^    \S"):
        counts = [len(re.findall(mark, text, re.MULTILINE)) for text in (ENGLISH, URDU)]
        assert counts[0] == counts[1], mark
    code = [re.findall(r"^    (\S.*)$", text, re.MULTILINE) for text in (ENGLISH, URDU)]
    assert code[0] == code[1]


def test_the_guide_names_the_real_keys() -> None:
    keys = {key.action: key.sequences[0] for key in KEYS}
    for text in (ENGLISH, URDU):
        for action in ("lock", "hand_over", "hide", "help"):
            assert keys[action] in text, action


def test_the_guide_names_the_buttons_as_the_screen_does() -> None:
    urdu = Words("ur")
    for button in BUTTONS:
        assert button in ENGLISH
        assert urdu.gettext(button) in URDU, button


def test_minutes_and_numbers_of_copies_are_the_real_ones(tmp_path: Path) -> None:
    minutes = MachineSettings(tmp_path / "machine.json").lock_minutes
    assert f"after {minutes} minutes" in ENGLISH
    assert f"{minutes} منٹ تک" in URDU
    kept = (DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT)
    assert "It keeps those of {} days, {} weeks and {} months".format(*kept) in ENGLISH
    numbers = re.search(r"(\d+) دن، (\d+) ہفتوں اور\s(\d+) مہینوں", URDU)
    assert numbers is not None
    assert tuple(map(int, numbers.groups())) == kept


def test_the_folders_are_where_the_guide_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    folders = find_folders(None)
    for text in (ENGLISH, URDU):
        for folder in (folders.data, folders.config):
            assert f"`~/{folder.relative_to(Path.home()).as_posix()}`" in text


@pytest.fixture
def old_laptop(tmp_path: Path) -> VaultFiles:
    """Return a place with one safe copy, closed."""
    files = VaultFiles(tmp_path / "old" / "data", tmp_path / "old" / "config")
    for folder in (files.data, files.config):
        folder.mkdir(parents=True)
    first = NewPartner("Ayesha", "leaf", "leaf", PASSPHRASE)
    prepared = prepare_vault(first, KdfCost(memory_mib=64, passes=3))
    vault, _sheets = finish_vault(files, prepared, SystemClock(), ())
    vault.backup_job("asked").run()
    vault.end_backup()
    vault.close()
    return files


def unlocked(files: VaultFiles) -> Vault:
    read_threshold(files)
    secrets = unwrap_passphrase(files, "a", PASSPHRASE)
    return open_vault(files, secrets, SystemClock(), ())


def new_laptop(top: Path) -> VaultFiles:
    files = VaultFiles(top / "new" / "data", top / "new" / "config")
    files.config.mkdir(parents=True)
    return files


def test_taking_the_whole_folder_to_another_laptop_works(
    old_laptop: VaultFiles, tmp_path: Path
) -> None:
    files = new_laptop(tmp_path)
    shutil.copytree(old_laptop.data, files.data)
    vault = unlocked(files)
    assert vault.warnings == ()
    vault.close()


def test_taking_one_copy_to_another_laptop_works(old_laptop: VaultFiles, tmp_path: Path) -> None:
    files = new_laptop(tmp_path)
    files.backups.mkdir(parents=True)
    (copy,) = old_laptop.backups.glob("*.bondsdesk")
    shutil.copy(copy, files.backups)
    assert files.present(), "nothing new is begun beside it"
    with pytest.raises(ExpectedError) as told:
        read_threshold(files)
    assert told.value.code == "vault.header_missing"
    (offered,) = copies_for(files)
    assert is_whole(offered)
    restore_backup(files, offered.path, SystemClock().now())
    unlocked(files).close()
