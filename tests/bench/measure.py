# SPDX-License-Identifier: GPL-3.0-or-later
"""How things are measured: many turns, medians and tails, every part in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Figure:
    """One line of the bench: what was measured, and what it is held against."""

    name: str
    value: float
    unit: str
    goal: float

    @property
    def share(self) -> float:
        """Return the part of the goal that was used; above 1 it is missed."""
        return self.value / self.goal if self.goal else (0.0 if self.value == 0 else 99.0)

    def line(self) -> str:
        """Return the figure as the bench prints it."""
        verdict = "ok" if self.share <= 1 else "MISSED"
        told = f"{self.value:9.2f} {self.unit:<12} goal {self.goal:7.2f}"
        return f"{self.name:<52}{told}  {self.share:5.2f} x goal  {verdict}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that a share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(work: Callable[[], object]) -> float:
    """Return how long something takes, in milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def child(module: str, *arguments: str, env: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Run a part of the bench in its own process and return what it printed as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, **(env or {})},
        cwd=TOP,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Yield the environment of a private X display, or of no display where Xvfb is missing."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def memory_mb(field: str = "VmRSS") -> float:
    """Return this process's memory from /proc, VmHWM for the highest it ever was."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    raise KeyError(field)


def wake_ups(process: int, seconds: float) -> float:
    """Return how often a second any thread of a process woke up by itself."""
    before, began = _switches(process), time.monotonic()
    time.sleep(seconds)
    return (_switches(process) - before) / (time.monotonic() - began)


def _switches(process: int) -> int:
    total = 0
    for status in Path(f"/proc/{process}/task").glob("*/status"):
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                total += int(line.split()[1])
    return total
