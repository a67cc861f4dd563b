# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person typed, made safe to keep; which way a text runs; the form that search sees."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from bondsdesk.kernel.errors import ExpectedError

Direction = Literal["ltr", "rtl"]

TEXT_LIMIT = 20_000
"""Characters in one note or field; long enough for a letter, short enough to stay quick."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_LETTERS = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ه": "ہ",
        "ة": "ہ",
        "ۃ": "ہ",
        "ۂ": "ہ",
        "ۀ": "ہ",
        "ھ": "ہ",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
        "ۓ": "ے",
        "ـ": None,
    }
)


def clean_text(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return a text fit to keep: NFC, line feeds only, no trailing blanks.

    Lone surrogates (half a character, as broken clipboards deliver) become U+FFFD; nothing else is
    changed. Raises ExpectedError "text.nul" for U+0000, which the vault treats as damage, and
    "text.too_long" with `limit` and `length`.
    """
    if "\0" in text:
        raise ExpectedError("text.nul")
    text = _SURROGATES.sub("\ufffd", text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    if len(text) > limit:
        raise ExpectedError("text.too_long", limit=limit, length=len(text))
    return text


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing: only spaces, controls and invisible format characters."""
    return all(unicodedata.category(c) in ("Zs", "Zl", "Zp", "Cc", "Cf") for c in text)


def direction_of(text: str, default: Direction = "ltr") -> Direction:
    """Return the direction of the first strong letter (rules P2 and P3 of UAX 9).

    What is isolated does not count: a sentence that begins with a name runs as the sentence does.
    A text that is one isolate runs as that does.
    """
    depth, inside = 0, ""
    for character in text:
        strong = unicodedata.bidirectional(character)
        if strong in ("LRI", "RLI", "FSI"):
            depth += 1
        elif strong == "PDI":
            depth = max(0, depth - 1)
        elif depth:
            inside = inside or (strong if strong in ("L", "R", "AL") else "")
        elif strong == "L":
            return "ltr"
        elif strong in ("R", "AL"):
            return "rtl"
    if inside:
        return "ltr" if inside == "L" else "rtl"
    return default


def isolate(text: str) -> str:
    """Wrap a name or date so that a sentence of the other direction keeps its order around it.

    U+2068 FIRST STRONG ISOLATE and U+2069; invisible on screen and on paper.
    """
    return f"\u2068{text}\u2069" if text else text


def search_shadow(text: str) -> str:
    """Return the form of a text that the search index sees; the original is what is shown.

    NFKC, one letter for the Arabic and Urdu keyboards' variants, marks and format characters
    dropped, digits to ASCII, casefold (vault-format.md, rule 8). A zero-width non-joiner parts
    words as a blank does.
    """
    text = unicodedata.normalize("NFKC", text.replace("\u200c", " ")).translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in kept)
    return unicodedata.normalize("NFC", digits).casefold()


def match_query(typed: str) -> str | None:
    """Return an FTS5 expression for what a person typed, None if there is nothing to search.

    Every word is quoted, so no text is a syntax error; the last word matches as a prefix.
    """
    words = [w.replace('"', '""') for w in re.findall(r"\w+", search_shadow(typed))]
    if not words:
        return None
    return " ".join([*(f'"{w}"' for w in words[:-1]), f'"{words[-1]}"*'])
