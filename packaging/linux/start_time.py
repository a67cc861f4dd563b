# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the installed program takes to its first painted window, against the same from source.

    python3 packaging/linux/start_time.py PROGRAM PYTHON

PYTHON is an interpreter that has what the checkout needs. Both are started by turns, so that a busy
machine is busy for both. Ends with 1 if the installed one needs more than LIMIT times as long.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TURNS = 15
LIMIT = 1.25
TOP = Path(__file__).resolve().parents[2]


def milliseconds(command: list[str], home: Path) -> float:
    """Return the time from the start of the process to its end after the first paint."""
    environment = {
        **os.environ,
        "BONDSDESK_QUIT_WHEN_PAINTED": "1",
        "XDG_DATA_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled files, as in every real start
    began = time.perf_counter()
    subprocess.run(command, env=environment, cwd=TOP, check=True, stdin=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Measure, print both medians and their ratio."""
    program, python = sys.argv[1:]
    commands = ([program], [python, "-m", "bondsdesk"])
    with tempfile.TemporaryDirectory() as folder:
        turns = [
            [milliseconds(each, Path(folder) / str(number)) for number, each in enumerate(commands)]
            for _ in range(TURNS + 1)
        ][1:]
    installed, source = (statistics.median(column) for column in zip(*turns, strict=True))
    print(
        f"start to the painted window, median of {TURNS}: installed {installed:.0f} ms, "
        f"from source {source:.0f} ms, {installed / source:.2f} x (at most {LIMIT})"
    )
    return 0 if installed <= LIMIT * source else 1


if __name__ == "__main__":
    sys.exit(main())
