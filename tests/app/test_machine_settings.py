# SPDX-License-Identifier: GPL-3.0-or-later
"""What the machine remembers survives a restart; a spoilt file never stops a start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bondsdesk.app.machine_settings import MachineSettings


def test_defaults_before_anyone_chose_anything(tmp_path: Path) -> None:
    settings = MachineSettings(tmp_path / "machine.json")
    assert settings.language is None
    assert (settings.scheme, settings.zoom, settings.reduced_motion) == ("system", 100, "system")
    assert (settings.chime, settings.lock_minutes) == (True, 3)
    assert (settings.geometry, settings.tab) == (b"", "")


def test_what_was_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "machine.json"
    settings = MachineSettings(path)
    settings.language = "ur"
    settings.zoom = 150
    settings.chime = False
    settings.geometry = b"\x00\xffplace"
    again = MachineSettings(path)
    assert (again.language, again.zoom, again.chime) == ("ur", 150, False)
    assert again.geometry == b"\x00\xffplace"


@pytest.mark.parametrize("content", ["", "[]", "{", '"x"', "\x00\x01"])
def test_a_spoilt_file_gives_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "machine.json"
    path.write_text(content, encoding="utf-8")
    assert MachineSettings(path).zoom == 100


def test_values_out_of_bounds_are_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "machine.json"
    spoilt = {
        "zoom": 1000,
        "lock_minutes": 0,
        "language": "fr",
        "chime": "yes",
        "tab": "../x",
        "geometry": "%%",
        "scheme": ["dark"],
    }
    path.write_text(json.dumps(spoilt), encoding="utf-8")
    settings = MachineSettings(path)
    assert (settings.zoom, settings.lock_minutes, settings.language) == (100, 3, None)
    assert (settings.chime, settings.tab, settings.geometry) == (True, "", b"")
    assert settings.scheme == "system"


def test_a_folder_that_cannot_be_written_keeps_settings_until_the_end(tmp_path: Path) -> None:
    settings = MachineSettings(tmp_path / "missing" / "machine.json")
    settings.zoom = 125
    assert settings.zoom == 125
