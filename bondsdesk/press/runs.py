# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts a text into paragraphs and each paragraph into runs of one direction, for the template.

Order inside a run is left to the typesetter (UAX 9); a run of the other direction is isolated, so
that 2024-05-12 or an English name keeps its order inside an Urdu sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bondsdesk.kernel.text import Direction, direction_of

Run = str | list[str]
"""A string runs the paragraph's way; a string in a list runs the other way."""
Line = str | dict[str, Any]
"""One paragraph for the template: a string of Latin, or {"urdu": bool, "runs": [Run]}."""

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_ANY_RTL = re.compile(f"[{_RTL}]")
_ISOLATE = re.compile("([\u2066-\u2069])")
_OPENING = "\u2066\u2067\u2068"
_FOREIGN: dict[Direction, re.Pattern[str]] = {
    "rtl": re.compile(rf"(?![_{_RTL}])\w(?:[^{_RTL}]*(?![_{_RTL}])\w)?[\u0300-\u036f%+°]*"),
    "ltr": re.compile(rf"[{_RTL}](?:[^A-Za-z\u00c0-\u058f]*[{_RTL}])?"),
}
_BRACKETS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_SENTENCE = re.compile(r"[^۔؟!.?]*[۔؟!.?]*\s*")


def line(text: str, default: Direction = "ltr", base: Direction | None = None) -> Line:
    """Return one paragraph cut into runs.

    `default` is the direction of a text without any letter; `base` settles it whatever the text
    begins with (a later portion of a paragraph runs like its beginning).
    """
    pieces = list(_pieces(text))
    base = base or _base(pieces, default)
    if not pieces or (base == "ltr" and not _ANY_RTL.search(text)):
        return "".join(piece for piece, _ in pieces)
    runs: list[Run] = []
    for piece, isolated in pieces:
        if not isolated:
            runs.extend(_split(piece, base))
        elif direction_of(piece, base) == base:
            runs.append(piece)
        else:
            runs.append([piece])
    return {"urdu": base == "rtl", "runs": runs}


def changed(paragraph: Line, change: Callable[[str], str]) -> Line:
    """Return the same paragraph with `change` made to the text of every run."""
    if isinstance(paragraph, str):
        return change(paragraph)
    runs = [[change(r[0])] if isinstance(r, list) else change(r) for r in paragraph["runs"]]
    return paragraph | {"runs": runs}


def portions(text: str, limit: int) -> Iterator[str]:
    """Cut a long paragraph into portions of about `limit` characters.

    It cuts after a sentence, else at a blank, and only without either inside a word.
    """
    portion = ""
    for sentence in _short_enough(_SENTENCE.findall(text), limit):
        if portion and len(portion) + len(sentence) > limit:
            yield portion.strip()
            portion = ""
        portion += sentence
    if portion.strip():
        yield portion.strip()


def _short_enough(sentences: Iterable[str], limit: int) -> Iterator[str]:
    for sentence in sentences:
        rest = sentence
        while len(rest) > limit:
            cut = rest.rfind(" ", 1, limit) + 1 or limit
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands outside and inside of isolates; what is nested belongs to the outer one."""
    depth = 0
    for piece in _ISOLATE.split(text):
        if piece in _OPENING and piece:
            depth += 1
        elif piece == "\u2069":
            depth = max(0, depth - 1)
        elif piece:
            yield piece, depth > 0


def _base(pieces: list[tuple[str, bool]], default: Direction) -> Direction:
    """Return the direction of the first letter outside of isolates (rule P2), else inside."""
    outside = "".join(piece for piece, isolated in pieces if not isolated)
    inside = "".join(piece for piece, isolated in pieces if isolated)
    return direction_of(outside + inside, default)


def _split(text: str, base: Direction) -> Iterator[Run]:
    start = 0
    for match in _FOREIGN[base].finditer(text):
        begin, end = match.span()
        closing = text[end : end + 1]
        opening = _BRACKETS.get(closing)
        if opening and match[0].count(opening) > match[0].count(closing):
            end += 1
        if text[start:begin]:
            yield text[start:begin]
        yield [text[begin:end]]
        start = end
    if text[start:]:
        yield text[start:]
