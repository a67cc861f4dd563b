# SPDX-License-Identifier: GPL-3.0-or-later
"""The few words around a found place, with the found words marked. Plain data in and out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bondsdesk.kernel.text import search_shadow

_WORD = re.compile(r"\S+")
_WORDS_BEFORE = 5
_LENGTH = 220
"""Characters; two lines at any width the page can have."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text on one line; `marks` are (start, length) in characters."""

    text: str
    marks: tuple[tuple[int, int], ...]


def excerpt(text: str, typed: str) -> Excerpt:
    """Return the stretch of `text` around the first word that was searched for.

    A word matches as the search index matches it: letter variants folded, by its beginning.
    Without a match (the index saw something else) the text's beginning is shown.
    """
    wanted = tuple(re.findall(r"\w+", search_shadow(typed)))
    words = list(_WORD.finditer(text))
    found = (n for n, word in enumerate(words) if _matches(word.group(), wanted))
    first = max(0, next(found, 0) - _WORDS_BEFORE)
    pieces: list[str] = ["…"] if first else []
    marks: list[tuple[int, int]] = []
    length = len(pieces)
    for word in words[first:]:
        if length > _LENGTH:
            pieces.append("…")
            break
        if length:
            length += 1
        if _matches(word.group(), wanted):
            marks.append((length, min(_LENGTH, len(word.group()))))
        pieces.append(word.group()[:_LENGTH])
        length += len(pieces[-1])
    return Excerpt(" ".join(pieces), tuple(marks))


def _matches(word: str, wanted: tuple[str, ...]) -> bool:
    parts = re.findall(r"\w+", search_shadow(word))
    return any(part.startswith(want) for part in parts for want in wanted)
