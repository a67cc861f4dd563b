# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions we pin keep their promises."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

TOP = Path(__file__).resolve().parents[2]


def test_a_call_into_qt_keeps_the_references_to_none() -> None:
    """PySide6 6.12.0 drops one a call on Python 3.11 and aborts after some five thousand."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) - before > -5


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-dev.lock", "requirements-build.lock"]
)
def test_the_locks_name_hashes_and_no_addresses(lock: str) -> None:
    text = (TOP / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text.lower().replace("indexed", "")
    pinned = re.findall(r"(?m)^([a-z0-9-]+)==\S+", text)
    assert len(pinned) == len(re.findall(r"(?m)^[a-z0-9-]+==.*\\$", text))


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (TOP / "requirements.lock").read_text(encoding="utf-8").lower()
    for requirement in project["project"]["dependencies"]:
        name = re.match(r"[A-Za-z0-9-]+", requirement)
        assert name is not None
        assert f"\n{name[0].lower()}==" in lock
    dev = (TOP / "requirements-dev.lock").read_text(encoding="utf-8").lower()
    pins = re.findall(r"(?m)^([a-z0-9-]+==\S+)", lock)
    assert [pin for pin in pins if f"\n{pin} " not in dev and f"\n{pin}" not in dev] == []


def test_the_program_is_free_of_the_larger_half_of_qt() -> None:
    lock = (TOP / "requirements.lock").read_text(encoding="utf-8").lower()
    assert "pyside6-addons" not in lock
    assert "\npyside6==" not in lock
