# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of a release: artefact, size, SHA-256, where it was tried, with what result.

    python3 packaging/release/table.py OUTDIR

Reads OUTDIR/results.txt (rows "artefact|tried where|result") and the files beside it; writes
Markdown to standard output.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from papers import our_version
from parts import TOP


def table(out: Path) -> str:
    """Return the rows of everything made, and of what was tried without being made here."""
    tried: dict[str, list[tuple[str, str]]] = defaultdict(list)
    results = out / "results.txt"
    for line in results.read_text(encoding="utf-8").splitlines() if results.is_file() else []:
        name, where, result = line.split("|", 2)
        tried[name].append((where.strip(), result.strip()))
    made = sorted(out.glob("[Bb]ondsdesk*"))
    rows = ["| artefact | MB | SHA-256 | tried where | result |", "|---|---|---|---|---|"]
    for path in made:
        data = path.read_bytes()
        name, size = path.name, f"{len(data) / 1e6:.1f}"
        sum_ = f"`{hashlib.sha256(data).hexdigest()}`"
        for where, result in tried.pop(path.name, [("-", "made, its sum checked")]):
            rows.append(f"| {name} | {size} | {sum_} | {where} | {result} |")
            name = size = sum_ = ""
    for name, each in tried.items():
        rows += [f"| {name} | - | - | {where} | {result} |" for where, result in each]
    return "\n".join(rows) + "\n"


def sources() -> str:
    """Return the commit and its day, as far as git knows them here."""
    told = subprocess.run(
        ["git", "-c", "safe.directory=*", "log", "-1", "--format=commit %h of %cs"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.strip() or "sources without a history"


def main() -> int:
    """Print a heading and the table."""
    print(f"# Bondsdesk {our_version()}\n\nBuilt and tried on Debian 12 from {sources()}.\n")
    print(table(Path(sys.argv[1])), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
