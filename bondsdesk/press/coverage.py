# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a text printable: a character that no bundled font has becomes a visible mark, counted.

PDF/UA refuses to print a character without a glyph; one odd letter in ten thousand notes is no
reason to refuse an export. resources/press/glyphs.json comes from packaging/glyphs.py.
"""

from __future__ import annotations

import json
import re
from functools import cache

from bondsdesk.kernel.assets import read_text

REPLACEMENT = "\ufffd"
"""The mark for a character that cannot be drawn: a black diamond with a question mark."""

LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
FORMAT_KEPT = "\u00ad\u061c\u200b-\u200f\u2060\u2066-\u2069\ufe00-\ufe0f\U000e0020-\U000e007f"
"""Shape or order the letters around them and need no glyph: joiners, direction marks, isolates,
variation selectors and the tag letters of flags."""

FORMAT_DROPPED = (
    "\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\u034f\u180b-\u180f\u202a-\u202e\u2061-\u2065"
    "\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0001"
)
"""Invisible and without use on paper: controls, overrides of direction, byte order marks."""

_BREAK = re.compile(f"\r\n|[{LINE_ENDS}]")
_SOLID = "[^\\s\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u2000-\ufffc\ufffe-\U0010ffff]"
_ENDLESS = re.compile(f"({_SOLID}{{20}})(?={_SOLID}{{20}})")
_DROPPED = re.compile(f"[{FORMAT_DROPPED}]")


@cache
def _ranges() -> dict[str, str]:
    listed = json.loads(read_text("press", "glyphs.json"))
    return {
        kind: "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
        for kind, ranges in listed.items()
    }


@cache
def _undrawable() -> re.Pattern[str]:
    return re.compile(f"[^\n{FORMAT_KEPT}{''.join(_ranges().values())}]")


@cache
def _pictures() -> re.Pattern[str]:
    return re.compile(f"[\u200d\ufe0e\ufe0f\U000e0020-\U000e007f{_ranges()['pictures']}]+")


def printable(text: str) -> tuple[str, int]:
    """Return the text with line feeds and drawable characters only, and how many became marks.

    Lone surrogates, unassigned characters and letters of other scripts become REPLACEMENT;
    invisible controls go without a trace; emoji sequences stay whole.
    """
    text = _DROPPED.sub("", _BREAK.sub("\n", text).replace("\t", " "))
    return _undrawable().subn(REPLACEMENT, text)


def with_breaks(text: str) -> str:
    """Return the text with invisible places to break in words too long for any line.

    A line holds 26 of the widest letter. Marks that sit on a letter and emoji are left alone.
    """
    return _ENDLESS.sub("\\1\u200b", text)


def without_pictures(text: str) -> str:
    """Return the text without emoji: they would show through where letters are invisible."""
    return _pictures().sub("", text)
