# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding words in a text, by the rule of the house: every word, the last one as a beginning."""

from __future__ import annotations

import re

from bondsdesk.kernel.text import search_shadow

_WORD = re.compile(r"\w+")


def found_in(typed: str, text: str) -> bool:
    """Tell whether a text holds every word that was typed; False where nothing was."""
    wanted = _WORD.findall(search_shadow(typed))
    if not wanted:
        return False
    words = set(_WORD.findall(search_shadow(text)))
    return words.issuperset(wanted[:-1]) and any(word.startswith(wanted[-1]) for word in words)
