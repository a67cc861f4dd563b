# SPDX-License-Identifier: GPL-3.0-or-later
"""What people type is kept letter by letter; search forgives what keyboards differ in."""

from __future__ import annotations

import json
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.kernel import text
from bondsdesk.kernel.errors import ExpectedError

anything = st.text(st.characters(codec=None), max_size=200)
typed = anything.filter(lambda t: "\0" not in t)


@given(typed)
def test_cleaned_text_can_always_be_kept_and_cleaning_twice_changes_nothing(words: str) -> None:
    clean = text.clean_text(words)
    clean.encode("utf-8")
    json.dumps(clean, ensure_ascii=False).encode("utf-8")
    assert text.clean_text(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert "\r" not in clean


@given(typed)
def test_cleaning_keeps_every_visible_letter(words: str) -> None:
    whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in words)
    kept = "".join(unicodedata.normalize("NFC", whole).split())
    assert "".join(text.clean_text(words).split()) == kept


def test_the_character_that_the_vault_cannot_hold_is_named_before_anything_is_saved() -> None:
    with pytest.raises(ExpectedError) as refused:
        text.clean_text("a\0b")
    assert refused.value.code == "text.nul"


def test_a_text_of_two_hundred_thousand_letters_is_refused_with_both_numbers() -> None:
    with pytest.raises(ExpectedError) as refused:
        text.clean_text("خ" * 200_000)
    assert refused.value.code == "text.too_long"
    assert refused.value.params == {"limit": text.TEXT_LIMIT, "length": 200_000}


def test_a_text_just_as_long_as_allowed_is_kept() -> None:
    longest = "خ" * text.TEXT_LIMIT
    assert text.clean_text(longest) == longest


@pytest.mark.parametrize("blank", ["", " ", "\n\t ", "\u200b\u200f", "\u00a0\u2003", "\ufeff"])
def test_only_spaces_and_invisible_marks_count_as_nothing(blank: str) -> None:
    assert text.is_blank(blank)


@pytest.mark.parametrize("something", ["a", " ۔ ", "😊", "\ufffd", "\u0301"])
def test_one_visible_sign_is_enough(something: str) -> None:
    assert not text.is_blank(something)


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("thank you", "ltr"),
        ("شکریہ", "rtl"),
        ("123 شکریہ tea", "rtl"),
        ("“tea” شکریہ", "ltr"),
        ("😊 … شکریہ", "rtl"),
        ("\u2068Ayesha\u2069 کی باری ہے", "rtl"),
        ("\u2068عائشہ\u2069 has the floor", "ltr"),
        ("\u2068Ayesha\u2069", "ltr"),
        ("\u2068عائشہ\u2069: 12", "rtl"),
        ("\u2069 tea \u2068 شکریہ", "ltr"),
        ("2026", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_text_runs_the_way_its_first_strong_letter_runs(words: str, direction: str) -> None:
    assert text.direction_of(words) == direction


def test_a_text_without_letters_runs_as_the_screen_does() -> None:
    assert text.direction_of("12:30", default="rtl") == "rtl"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شكريه", "شکریہ"),
        ("Café", "cafe"),
        ("زِندگی", "زندگی"),
        ("آپ", "اپ"),
        ("STRASSE", "straße"),
        ("۱۲ کپ", "12 کپ"),
        ("گھر\u200cوالے", "گھر والے"),
        ("ﷲ", "اللہ"),
    ],
)
def test_search_sees_two_spellings_of_the_same_word_alike(one: str, other: str) -> None:
    assert text.search_shadow(one) == text.search_shadow(other)


@given(typed)
def test_the_form_that_search_sees_is_settled(words: str) -> None:
    shadow = text.search_shadow(words)
    assert text.search_shadow(shadow) == shadow


@given(typed)
def test_nothing_typed_into_the_search_is_a_syntax_error(words: str) -> None:
    query = text.match_query(words)
    if query is None:
        return
    with sqlite3.connect(":memory:") as index:
        index.execute("CREATE VIRTUAL TABLE note USING fts5(body)")
        index.execute("SELECT rowid FROM note WHERE note MATCH ?", (query,)).fetchall()
    index.close()


def test_the_last_word_is_found_while_it_is_still_being_typed() -> None:
    assert text.match_query("  morning te") == '"morning" "te"*'
    assert text.match_query("…؟!") is None
