# SPDX-License-Identifier: GPL-3.0-or-later
"""The growing wait after wrong passphrases. It counts in memory only, so it leaves no list (R15).

It is courtesy against trying in passing; what makes guessing dear is the key derivation itself.
"""

from __future__ import annotations

LONGEST_WAIT = 60
"""Seconds; long enough to stop guessing at a party, short enough for tired fingers."""


class Patience:
    """How long to wait now; times are readings of Clock.elapsed(), in seconds."""

    def __init__(self) -> None:
        self.wrong = 0
        self.until = 0.0

    def missed(self, now: float) -> None:
        """Count one wrong passphrase: no wait at first, then 2, 4, 8 seconds and so on."""
        self.wrong += 1
        wait = min(LONGEST_WAIT, 2 ** (self.wrong - 1)) if self.wrong > 1 else 0
        self.until = now + wait

    def seconds_left(self, now: float) -> int:
        """Return whole seconds still to wait, rounded up; 0 when one may try."""
        left = self.until - now
        return max(0, int(left) + (left > int(left)))
