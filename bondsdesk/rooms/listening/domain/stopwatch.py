# SPDX-License-Identifier: GPL-3.0-or-later
"""Time used, computed from a start; nothing is ever counted down. Knows no clock."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Seconds used so far, and since when it runs on `Clock.awake()`; None while it stands."""

    used: float = 0.0
    since: float | None = None

    def elapsed(self, now: float) -> float:
        """Return the seconds used until now; a clock that went back counts as standing still."""
        if self.since is None:
            return self.used
        return self.used + max(0.0, now - self.since)

    def start(self, now: float) -> Stopwatch:
        """Return it running from now on; a running one is left alone."""
        return self if self.since is not None else Stopwatch(self.used, now)

    def stop(self, now: float) -> Stopwatch:
        """Return it standing, with what was used until now."""
        return Stopwatch(self.elapsed(now), None)
