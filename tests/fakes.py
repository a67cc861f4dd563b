# SPDX-License-Identifier: GPL-3.0-or-later
"""Stand-ins for the world outside: a clock that moves when told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

SUNDAY_EVENING = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
"""When every test begins."""


class FakeClock:
    """A kernel.clock.Clock in the test's hand: seconds pass only when it says so."""

    def __init__(self, start: datetime = SUNDAY_EVENING) -> None:
        self._wall = start
        self._awake = 1_000.0
        self._elapsed = 5_000.0

    def now(self) -> datetime:
        """See Clock.now."""
        return self._wall

    def awake(self) -> float:
        """See Clock.awake."""
        return self._awake

    def elapsed(self) -> float:
        """See Clock.elapsed."""
        return self._elapsed

    def advance(
        self, seconds: float = 0.0, *, minutes: float = 0.0, hours: float = 0.0, days: float = 0.0
    ) -> None:
        """Let time pass at a machine that is awake."""
        span = timedelta(seconds=seconds, minutes=minutes, hours=hours, days=days)
        self._wall += span
        self._awake += span.total_seconds()
        self._elapsed += span.total_seconds()

    def sleep_machine(self, seconds: float) -> None:
        """Close the lid for a while: the wall and the elapsed time go on, the awake time stands."""
        self._wall += timedelta(seconds=seconds)
        self._elapsed += seconds

    def set_wall(self, moment: datetime) -> None:
        """Set the wall clock, as a person or a time server does; nothing else moves."""
        self._wall = moment
