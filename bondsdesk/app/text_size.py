# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the text size, in percent."""

from __future__ import annotations

from typing import Literal

STEPS: tuple[int, ...] = (80, 90, 100, 110, 125, 150, 175, 200)
"""From look.md: zoom 80 to 200 %. Even steps would feel slow at the large end."""

NORMAL = 100


def step(percent: int, way: Literal[-1, 1]) -> int:
    """Return the next step up or down; at an end it stays."""
    if way > 0:
        return next((s for s in STEPS if s > percent), STEPS[-1])
    return next((s for s in reversed(STEPS) if s < percent), STEPS[0])
