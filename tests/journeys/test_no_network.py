# SPDX-License-Identifier: GPL-3.0-or-later
"""What the system sees: story and second start speak to local sockets and nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.bench.measure import TOP, display
from tests.journeys.hands import until

TRACE = ("strace", "-f", "-qq", "-e", "trace=network", "-s", "200")
FAMILY = re.compile(r"\b(?:PF|AF)_([A-Z0-9]+)\b")


def families(trace: Path) -> set[str]:
    """Return the kinds of address that any traced call named."""
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("socket(" in line for line in lines), "the tracer saw nothing at all"
    return {match[1] for line in lines for match in FAMILY.finditer(line)}


def traced(out: Path, env: Mapping[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    """Start Python under the tracer."""
    return subprocess.Popen(
        [*TRACE, "-o", str(out), sys.executable, *arguments],
        env=dict(env),
        cwd=TOP,
        stdin=subprocess.DEVNULL,
    )


def test_the_whole_story_speaks_to_local_sockets_only(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    with display() as screen:
        told = traced(
            trace, {**os.environ, **screen}, "-m", "tests.journeys.story", str(tmp_path / "laptop")
        )
        assert told.wait(timeout=100) == 0
    assert families(trace) <= {"UNIX", "LOCAL"}


def test_a_second_start_calls_the_first_window_through_a_local_socket(tmp_path: Path) -> None:
    app = ("-m", "bondsdesk", "--data-dir", str(tmp_path / "data"))
    with display() as screen:
        env = {**os.environ, **screen, "XDG_CONFIG_HOME": str(tmp_path / "config")}
        first = traced(tmp_path / "first", env, *app)
        until(lambda: _listens(tmp_path / "first"), "the first window's own socket", 60)
        second = traced(tmp_path / "second", env, *app)
        assert second.wait(timeout=60) == 0
    first.wait(timeout=20)  # it ends with its display
    assert families(tmp_path / "first") | families(tmp_path / "second") <= {"UNIX", "LOCAL"}


def _listens(trace: Path) -> bool:
    return trace.exists() and b"listen(" in trace.read_bytes()
