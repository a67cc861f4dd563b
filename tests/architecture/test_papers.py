# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the code is true: links lead somewhere, nothing names a maker's machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PAPERS = sorted(TOP.glob("*.md"))
FOREIGN = re.compile(r"(^|[^A-Za-z0-9_.])/(work|farm)/|registry\s=\s|://[^ ]*/simple", re.MULTILINE)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_every_link_and_picture_is_there(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    places = [p for p in re.findall(r"\]\(([^)#]+)", text) if "://" not in p]
    assert [place for place in places if not (TOP / place).exists()] == []


def test_nothing_names_the_place_where_it_was_made() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=TOP, check=True, capture_output=True, text=True
    )
    named = []
    for name in filter(None, listed.stdout.split("\0")):
        path = TOP / name
        if path.suffix in (".ttf", ".mo", ".png", ".wav") or path == Path(__file__):
            continue
        if path.is_file() and FOREIGN.search(path.read_text(encoding="utf-8", errors="replace")):
            named.append(name)
    assert named == []
