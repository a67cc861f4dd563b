# SPDX-License-Identifier: GPL-3.0-or-later
"""The program from outside: what it loads first, a second start, a folder it cannot use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.people import Household

HEAVY = (
    "nacl",
    "sqlcipher3",
    "typst",
    "pikepdf",
    "zxcvbn",
    "PySide6.QtNetwork",
    "PySide6.QtDBus",
    "bondsdesk.rooms.listening",
    "bondsdesk.rooms.appreciation",
    "bondsdesk.press.pdf",
    "bondsdesk.vault.opening",
)
"""What may not be loaded before the lock screen is painted."""


def start(data: Path, **more: str) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": str(data.parent / "settings"),
        "PYTHONUNBUFFERED": "1",
        **more,
    }
    return subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "bondsdesk", "--data-dir", str(data)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def imported(stderr: str) -> set[str]:
    lines = (line.split("|") for line in stderr.splitlines() if line.startswith("import time:"))
    return {parts[2].strip() for parts in lines if len(parts) == 3}


def said(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if not line.startswith("import time:")]


def test_the_lock_screen_is_painted_before_anything_heavy_is_loaded(
    household: Household,
) -> None:
    process = start(household.files.data, BONDSDESK_QUIT_WHEN_PAINTED="1")
    _out, stderr = process.communicate(timeout=60)
    assert process.returncode == 0
    loaded = imported(stderr)
    assert "bondsdesk.app.front_door.unlock_page" in loaded
    assert not [name for name in HEAVY if name in loaded]


def test_a_first_start_asks_for_the_language_and_ends_cleanly(tmp_path: Path) -> None:
    process = start(tmp_path / "data", BONDSDESK_QUIT_WHEN_PAINTED="1")
    _out, stderr = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "bondsdesk.app.front_door.language_page" in imported(stderr)


def test_a_folder_that_cannot_be_made_is_one_sentence_and_code_1(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    process = start(tmp_path / "file" / "data", BONDSDESK_QUIT_WHEN_PAINTED="1")
    _out, stderr = process.communicate(timeout=60)
    assert process.returncode == 1
    (sentence,) = [line for line in said(stderr) if "plugin" not in line]
    assert sentence.startswith("bondsdesk: ")


def test_a_second_start_ends_with_0_and_the_first_goes_on(household: Household) -> None:
    first = start(household.files.data)
    try:
        lock = household.files.lock
        for _ in range(600):
            if lock.exists():
                break
            with pytest.raises(subprocess.TimeoutExpired):
                first.wait(timeout=0.05)
        second = start(household.files.data)
        second.communicate(timeout=60)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.terminate()
        first.communicate(timeout=60)
