# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs.

python -m tests.bench                    every figure, in one run, against its goal
python -m tests.bench vault --notes N --data-dir DIR --passphrase P
                                         a real vault with both partners, always the same notes
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Figure, child, display

FRAME = 16.7
"""Milliseconds between two pictures at 60 a second."""
PASSPHRASE = "bench of velvet harbour lanterns"
FEW, MANY = 1_000, 100_000


def figures(folder: Path) -> Iterator[Figure]:
    """Yield every figure; each part that could disturb another has a process of its own."""
    from tests.bench import agreements, start

    few, many = _vault(folder / "few", FEW), _vault(folder / "many", MANY)
    yield from start.figures(many)
    with display() as screen:
        desk = child("tests.bench.desk", str(many), PASSPHRASE, "everything", env=screen)
        print(f"  Argon2id alone {desk['key']:.0f} ms")
        yield Figure("unlock beyond Argon2id, 100,000 notes", desk["unlock"], "ms", 250)
        yield Figure("save a note, p95", desk["save"], "ms", FRAME)
        yield Figure("search, a keystroke, p95", desk["search"], "ms", FRAME)
        yield Figure("switch the page, p95", desk["switch"], "ms", FRAME)
        yield Figure("scroll 100,000 notes, p99", desk["scroll"], "ms", 33)
        yield Figure("end of a turn on a busy machine, late by", desk["turn"], "ms", 50)
        small = child("tests.bench.desk", str(few), PASSPHRASE, "memory", env=screen)["memory"]
        large = child("tests.bench.desk", str(many), PASSPHRASE, "memory", env=screen)["memory"]
        print(f"  memory at the desk {small:.0f} MB with 1,000 notes, {large:.0f} MB with 100,000")
        yield Figure("memory, 100,000 notes beside 1,000", large - small, "MB more", 10)
        board = child("tests.bench.boards", env=screen)
        yield Figure("answer a key on a board of 2,000, p95", board["answer"], "ms", FRAME)
        yield Figure("move a card on it and keep that, p95", board["move"], "ms", FRAME)
        yield Figure("take it back, p95", board["undo"], "ms", FRAME)
        idle = child("tests.bench.desk", str(many), PASSPHRASE, "idle", env=screen)
        yield Figure("wake-ups at the open desk", idle["idle"], "a second", 1)
    yield from agreements.figures()
    paper = child("tests.bench.paper", str(few), PASSPHRASE)
    yield Figure("keepsake of 1,000 notes", paper["seconds"], "s", 4)
    yield Figure("keepsake of 1,000 notes, memory", paper["mb"], "MB", 250)


def _vault(folder: Path, notes: int) -> Path:
    from tests.bench.make_vault import make_vault

    make_vault(folder, notes, PASSPHRASE)
    return folder


def main() -> int:
    """Print every figure, or make a vault. Exit 0 even where a goal is missed: it is a report."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    tasks = parser.add_subparsers(dest="task")
    vault = tasks.add_parser("vault", help="make a vault with both partners")
    vault.add_argument("--notes", type=int, required=True)
    vault.add_argument("--data-dir", type=Path, required=True)
    vault.add_argument("--passphrase", required=True)
    told = parser.parse_args()
    if told.task == "vault":
        from tests.bench.make_vault import make_vault

        make_vault(told.data_dir, told.notes, told.passphrase)
        print(f"{told.notes} notes in {told.data_dir}; both open with the same passphrase")
        return 0
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as home:
        # Its own home, so that third copies of the bench's vaults never meet real ones.
        os.environ.update(XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for figure in figures(Path(home)):
            print(figure.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
