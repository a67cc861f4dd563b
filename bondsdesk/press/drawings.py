# SPDX-License-Identifier: GPL-3.0-or-later
"""The line drawings on paper: the partners' symbols and the arch of the title page, as SVG.

They are pictures without words and stand beside words that say the same. All strokes of one page
have one weight: the path is scaled, not the pen.
"""

from __future__ import annotations

import re

from bondsdesk.kernel.assets import read_text
from bondsdesk.kernel.people import Colour
from bondsdesk.press.document import Mark

COLOURS: dict[Colour, str] = {
    "leaf": "#2F6152",
    "clay": "#9A4526",
    "sky": "#2B5C8A",
    "plum": "#7A3B69",
    "ochre": "#7A5A0A",
    "rose": "#A03A56",
    "slate": "#4A5568",
    "teal": "#1F6470",
}
"""The partners' colours on light paper (the light column of the look)."""

ACCENT = COLOURS["leaf"]
SOFT = "#B9C9C1"
"""The accent at a third, for the second line of the arch."""

BOX = 24
PEN = 1.75
"""A symbol's box and the weight of its line, in its own units."""

_OUTER = re.compile(r"^.*?<svg[^>]*>|</svg>\s*$", re.DOTALL)
_PEN = re.compile(r'stroke-width="[^"]*"')


def mark_name(mark: Mark) -> str:
    """Return the name under which a template finds the symbol in its colour."""
    return f"{mark.symbol}-{mark.colour}"


def symbol(mark: Mark) -> str:
    """Return a partner's symbol in their colour. Raises FileNotFoundError without its drawing."""
    svg = read_text("icons", f"{mark.symbol}.svg")
    return svg.replace("currentColor", COLOURS[mark.colour])


def arch(marks: tuple[Mark, ...]) -> str:
    """Return the arch with cup, plant and sky, carrying the partners' symbols.

    A leaf is the plant, a cup is the cup; every other symbol hangs in the sky. Without any there
    is a moon.
    """
    paint = {"LINE": ACCENT, "SOFT": SOFT, "CUP": ACCENT, "PLANT": ACCENT}
    places = {"leaf": "PLANT", "cup": "CUP"}
    sky: list[Mark] = []
    for mark in marks:
        place = places.pop(mark.symbol, None)
        if place:
            paint[place] = COLOURS[mark.colour]
        else:
            sky.append(mark)
    drawing = read_text("press", "arch.svg").replace("SKY", _sky(sky or [Mark("moon", "plum")]))
    for token, colour in paint.items():
        drawing = drawing.replace(f'"{token}"', f'"{colour}"')
    return drawing


def _sky(marks: list[Mark]) -> str:
    if len(marks) == 1:
        return _hung(marks[0], centre=(12, -138), size=52)
    return _hung(marks[0], (-30, -122), 44) + _hung(marks[1], (22, -146), 44)


def _hung(mark: Mark, centre: tuple[float, float], size: float) -> str:
    scale = size / BOX
    x, y = centre[0] - size / 2, centre[1] - size / 2
    paths = _PEN.sub("", _OUTER.sub("", symbol(mark)))
    return (
        f'<g transform="translate({x:g} {y:g}) scale({scale:.4g})" '
        f'stroke="{COLOURS[mark.colour]}" stroke-width="{PEN / scale:.4g}">{paths}</g>'
    )
