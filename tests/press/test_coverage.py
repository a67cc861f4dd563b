# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is typed can be printed: what no font can draw becomes a mark and is counted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bondsdesk.press.coverage import REPLACEMENT, printable, without_pictures
from bondsdesk.press.pdf import PdfOptions, make_pdf
from tests.press.reading import booklet, words_in

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    ("text", "shown", "replaced"),
    [
        ("Thank you, آپ کا شکریہ۔", "Thank you, آپ کا شکریہ۔", 0),
        ("日本", REPLACEMENT * 2, 2),
        ("हिन्दी", REPLACEMENT * 6, 6),
        ("a\x07b\x00c\x1bd\ufeff", "abcd", 0),
        ("half \ud83d of it", f"half {REPLACEMENT} of it", 1),
        ("one\r\ntwo\rthree\u2028four\tfive", "one\ntwo\nthree\nfour five", 0),
        ("می\u200cخواہم", "می\u200cخواہم", 0),
        ("\u202eevil\u202c", "evil", 0),
    ],
)
def test_odd_characters_are_marked_or_dropped(text: str, shown: str, replaced: int) -> None:
    assert printable(text) == (shown, replaced)


@pytest.mark.parametrize(
    "emoji", ["👨‍👩‍👧", "👍🏽", "🇵🇰", "❤️", "1️⃣", "🏴\U000e0067\U000e0062\U000e007f"]
)
def test_emoji_sequences_stay_whole(emoji: str) -> None:
    assert printable(emoji) == (emoji, 0)


def test_the_invisible_layer_has_letters_only() -> None:
    assert without_pictures("شکریہ 😀👨‍👩‍👧 2024") == "شکریہ  2024"


def test_the_list_of_glyphs_fits_the_fonts() -> None:
    command = [sys.executable, str(ROOT / "packaging" / "glyphs.py"), "--check"]
    assert subprocess.run(command, check=False, timeout=60).returncode == 0


def test_an_export_with_odd_letters_succeeds_and_tells_how_many() -> None:
    made = make_pdf(booklet("हिन्दी 日本 \x00\x07 \udc80", "plain"), PdfOptions())
    assert made.replaced == 9
    assert words_in(made.data).count(REPLACEMENT) == 9


@pytest.mark.parametrize("script", ["nastaliq", "naskh"])
def test_every_letter_of_the_arabic_script_prints_or_is_marked(script: str) -> None:
    blocks = ((0x600, 0x780), (0x8A0, 0x900), (0xFB50, 0xFE00), (0xFE70, 0xFF00))
    notes = [
        "ب" + "".join(map(chr, range(first, min(first + 32, end))))
        for begin, end in blocks
        for first in range(begin, end, 32)
    ]
    make_pdf(booklet(*notes), PdfOptions(script=script))  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=80), min_size=1, max_size=20))
def test_no_text_of_any_script_fails_an_export(notes: list[str]) -> None:
    make_pdf(booklet(*notes), PdfOptions())
