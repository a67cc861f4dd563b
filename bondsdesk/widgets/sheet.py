# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the one style sheet with the tokens of a scheme and with lengths at a zoom."""

from __future__ import annotations

import re

from bondsdesk.widgets.tokens import HOVER, PRESSED, TOKENS, Scheme, mix

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_PLACE = re.compile(r"@(\w+)(?:\+(hover|pressed))?|(\d+)u\b")


def filled_sheet(template: str, scheme: Scheme, zoom: float) -> str:
    """Return the style sheet.

    `@card` becomes a colour, `@card+hover` the same moved towards ink, `16u` sixteen pixels at
    100 % zoom. Raises KeyError for a token that does not exist.
    """
    tokens: dict[str, str] = {str(name): value for name, value in TOKENS[scheme].items()}

    def fill(match: re.Match[str]) -> str:
        if match[3]:
            return f"{round(int(match[3]) * zoom)}px"
        colour = tokens[match[1]]
        share = {"hover": HOVER, "pressed": PRESSED}.get(match[2] or "")
        return mix(colour, tokens["ink"], share) if share else colour

    return _PLACE.sub(fill, _COMMENT.sub("", template))
