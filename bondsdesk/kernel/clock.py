# SPDX-License-Identifier: GPL-3.0-or-later
"""The only place that reads a clock; everything else is told the time."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Three readings that answer three different questions."""

    def now(self) -> datetime:
        """Return the wall clock, aware, in UTC. It may be set back or forward by anyone."""
        ...

    def awake(self) -> float:
        """Return seconds that never jump and stand still while the machine sleeps.

        Turns of a talk are measured with it: closing the lid does not use up a partner's time.
        """
        ...

    def elapsed(self) -> float:
        """Return seconds that never jump and go on while the machine sleeps.

        Idle time is measured with it: an hour of sleep is an hour away from the desk.
        """
        ...


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime:
        """See Clock.now. The lock screen never asks, so it does not load the calendar either."""
        from datetime import UTC, datetime

        return datetime.now(UTC)

    def awake(self) -> float:
        """See Clock.awake; on Linux and macOS the monotonic clock stops in sleep."""
        if sys.platform == "win32":
            return _windows_unbiased_seconds()
        return time.monotonic()

    def elapsed(self) -> float:
        """See Clock.elapsed."""
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        if sys.platform == "darwin":
            return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
        return time.monotonic()


def _windows_unbiased_seconds() -> float:
    """Read the clock that leaves sleep out, in 100 ns units; time.monotonic counts it."""
    import ctypes

    ticks = ctypes.c_ulonglong()
    ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))  # type: ignore[attr-defined,unused-ignore]
    return ticks.value / 10_000_000
