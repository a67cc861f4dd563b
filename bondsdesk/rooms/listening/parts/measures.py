# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes of the running screen for a window and a zoom. Source: mockups, section 4."""

from __future__ import annotations

from dataclasses import dataclass

DIGITS_LEAST = 96
"""Pixels; about 17 mm on a 15.6 inch panel, still readable at three metres."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Ring, digits, name, gap and column in pixels; rule and starter at 100 % (they scale).

    `pinned`: the words scroll and the buttons stay at the foot; name and clock never scroll away.
    """

    ring: int
    digits: int
    name: int
    rule: int
    starter: int
    gap: int
    column: int
    margin: int
    pinned: bool = False


def measures(width: int, height: int, zoom: float) -> Measures:
    """Return the largest form that a window has room for."""
    if width >= 1264 * zoom and height >= 720 * zoom:
        return Measures(
            ring=round(440 * zoom),
            digits=round(144 * zoom),
            name=round(48 * zoom),
            rule=28,
            starter=20,
            gap=round(104 * zoom),
            column=round(624 * zoom),
            margin=round(48 * zoom),
        )
    if width >= 948 * zoom and height >= 640 * zoom:
        ring, margin, gap = round(336 * zoom), round(40 * zoom), round(48 * zoom)
        return Measures(
            ring=ring,
            digits=round(112 * zoom),
            name=round(36 * zoom),
            rule=22,
            starter=18,
            gap=gap,
            column=min(round(624 * zoom), width - 2 * margin - gap - ring),
            margin=margin,
        )
    return _pinned(width, height, zoom)


def _pinned(width: int, height: int, zoom: float) -> Measures:
    ring = max(288, min(round(336 * zoom), round(height * 0.42), round(width * 0.36)))
    margin, gap = 32, 32
    return Measures(
        ring=ring,
        digits=max(DIGITS_LEAST, round(ring / 3)),
        name=min(round(36 * zoom), 44),
        rule=18,
        starter=15,
        gap=gap,
        column=max(200, width - 2 * margin - gap - ring),
        margin=margin,
        pinned=True,
    )
