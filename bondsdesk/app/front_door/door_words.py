# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of symbols and colours, for screen readers and tooltips."""

from __future__ import annotations

from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.kernel.words import gettext, mark

_SYMBOLS: dict[Symbol, str] = {
    "leaf": mark("Leaf"),
    "moon": mark("Moon"),
    "star": mark("Star"),
    "wave": mark("Wave"),
    "stone": mark("Stone"),
    "lamp": mark("Lamp"),
    "bird": mark("Bird"),
    "cup": mark("Cup"),
}
_COLOURS: dict[Colour, str] = {
    "leaf": mark("Leaf green"),
    "clay": mark("Clay red"),
    "sky": mark("Sky blue"),
    "plum": mark("Plum"),
    "ochre": mark("Ochre"),
    "rose": mark("Rose"),
    "slate": mark("Slate grey"),
    "teal": mark("Teal"),
}


def symbol_name(symbol: Symbol) -> str:
    """Return a symbol's name in the screen's language."""
    return gettext(_SYMBOLS[symbol])


def colour_name(colour: Colour) -> str:
    """Return a colour's name in the screen's language."""
    return gettext(_COLOURS[colour])
