# SPDX-License-Identifier: GPL-3.0-or-later
"""The few words around a found place, with the found words marked. Plain data in and out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bondsdesk.kernel.text import search_shadow

_WORD = re.compile(r"\S+")
_WORDS_BEFORE = 5
LENGTH = 220
"""Characters; two lines at any width the page can have."""
_LOOKED_AT = 2_000
"""Characters compared letter by letter; folding a long letter costs more than typing a key."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text on one line; `marks` are (start, length) in characters."""

    text: str
    marks: tuple[tuple[int, int], ...]


def excerpt(text: str, typed: str) -> Excerpt:
    """Return the stretch of `text` around the first word that was searched for.

    A word matches as the search index matches it: letter variants folded, by its beginning.
    Without a match (a tag was found, or a word far down in other letters) the text's beginning is
    shown.
    """
    wanted = tuple(re.findall(r"\w+", search_shadow(typed)))
    begin = _near(text, wanted)
    words = [word.group() for word in _WORD.finditer(text, begin, begin + _LOOKED_AT)]
    found = (number for number, word in enumerate(words) if _matches(word, wanted))
    first = max(0, next(found, 0) - _WORDS_BEFORE)
    return _joined(words[first:], wanted, cut_before=bool(first or begin))


def _near(text: str, wanted: Sequence[str]) -> int:
    """Return where to begin to look closely: 0, or some words before a word far down."""
    if len(text) <= _LOOKED_AT or not wanted:
        return 0
    plain = re.compile("|".join(rf"\b{re.escape(word)}" for word in wanted), re.IGNORECASE)
    far = plain.search(text, _LOOKED_AT // 2)
    if far is None or plain.search(text, 0, _LOOKED_AT // 2):
        return 0
    return text.rfind(" ", 0, max(0, far.start() - LENGTH)) + 1


def _joined(words: Sequence[str], wanted: Sequence[str], *, cut_before: bool) -> Excerpt:
    pieces: list[str] = ["…"] if cut_before else []
    marks: list[tuple[int, int]] = []
    length = len(pieces)
    for word in words:
        if length > LENGTH:
            pieces.append("…")
            break
        piece = word[:LENGTH]
        length += 1 if length else 0
        if _matches(word, wanted):
            marks.append((length, len(piece)))
        pieces.append(piece)
        length += len(piece)
    return Excerpt(" ".join(pieces), tuple(marks))


def _matches(word: str, wanted: Sequence[str]) -> bool:
    parts = re.findall(r"\w+", search_shadow(word))
    return any(part.startswith(want) for part in parts for want in wanted)
