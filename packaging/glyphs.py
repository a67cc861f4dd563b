# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/press/glyphs.json: every character the bundled fonts can draw, as ranges.

"letters" come from the text fonts, "pictures" only from the emoji font.

PDF/UA refuses a character without a glyph, so the press must know before it sets a text. Reading
this list takes a millisecond; reading the fonts would take a second and a library.

    python packaging/glyphs.py            write the list
    python packaging/glyphs.py --check    exit 1 if the list does not fit the fonts
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
GLYPHS = RESOURCES / "press" / "glyphs.json"
# Nastaliq is not counted: what it prints is set in Naskh as well, for searching.
LETTERS = (
    ("BondsdeskSans-Regular.ttf", "BondsdeskSans-Bold.ttf"),
    ("BondsdeskNaskh-Regular.ttf", "BondsdeskNaskh-Bold.ttf"),
)
PICTURES = (("NotoColorEmoji.ttf",),)


def covered(families: Iterable[tuple[str, ...]]) -> set[int]:
    """Return the characters that at least one family has in all of its weights."""
    union: set[int] = set()
    for family in families:
        fonts = [TTFont(RESOURCES / "fonts" / name) for name in family]
        union |= set.intersection(*(set(font.getBestCmap()) for font in fonts))
    return union


def as_ranges(characters: Iterable[int]) -> list[list[int]]:
    """Return sorted [first, last] pairs, both included."""
    ranges: list[list[int]] = []
    for character in sorted(characters):
        if ranges and character == ranges[-1][1] + 1:
            ranges[-1][1] = character
        else:
            ranges.append([character, character])
    return ranges


def as_json(letters: set[int], pictures: set[int]) -> str:
    """Return a compact file, one range a line."""
    parts = []
    for name, characters in (("letters", letters), ("pictures", pictures - letters)):
        lines = ",\n".join(json.dumps(pair) for pair in as_ranges(characters))
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> int:
    """Write or check the list."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    fresh = as_json(covered(LETTERS), covered(PICTURES))
    if parser.parse_args().check:
        if GLYPHS.read_text(encoding="utf-8") != fresh:
            print("resources/press/glyphs.json does not fit the fonts: run packaging/glyphs.py")
            return 1
        return 0
    GLYPHS.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
