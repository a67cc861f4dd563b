# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt for Python is loaded as it is, only quicker. Each load is a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LOAD = """
import builtins, sys
from bondsdesk.app import toolkit
own = builtins.__import__, builtins.compile
compiled = []
def noted(source, filename, *rest, **named):
    if source and str(filename).startswith("shibokensupport/"):
        compiled.append(filename)
    return own[1](source, filename, *rest, **named)
toolkit._compile = noted
toolkit.load_toolkit()
builtins.compile = own[1]
from PySide6.QtCore import QPoint
parser = sys.modules["shibokensupport.signature.parser"]
assert builtins.__import__ is own[0]
try:
    QPoint("x")
except TypeError as error:
    assert "Supported signatures" in str(error)  # the parts are at work
else:
    raise AssertionError
assert parser.__file__ == "shibokensupport/signature/parser.py"
writer = sys.modules["shibokensupport.signature.lib.pyi_generator"]
assert not [name for name in vars(writer) if not name.startswith("__")]
print(len(compiled))
"""


def load(cache: Path) -> int:
    """Load Qt in a process and return how many of its parts had to be compiled."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", LOAD],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return int(done.stdout)


def parts(cache: Path) -> list[Path]:
    return sorted(cache.rglob("shibokensupport.*.pyc"))


def test_its_parts_are_compiled_once_and_imports_are_pythons_own_again(tmp_path: Path) -> None:
    assert load(tmp_path) > 10
    kept = {path: path.read_bytes() for path in parts(tmp_path)}
    assert len(kept) > 10
    assert load(tmp_path) == 0
    assert {path: path.read_bytes() for path in parts(tmp_path)} == kept


def test_what_is_kept_half_or_of_another_version_is_compiled_again(tmp_path: Path) -> None:
    every = load(tmp_path)
    half, other, *_rest = parts(tmp_path)
    half.write_bytes(half.read_bytes()[:40])
    content = bytearray(other.read_bytes())
    content[10] ^= 1
    other.write_bytes(content)
    assert load(tmp_path) == 2
    assert load(tmp_path) == 0
    assert every > 10


def test_where_nothing_can_be_kept_it_is_loaded_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert load(tmp_path / "file") == load(tmp_path / "file") > 10
