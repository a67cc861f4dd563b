# SPDX-License-Identifier: GPL-3.0-or-later
"""The words around a found place."""

from __future__ import annotations

from bondsdesk.app.excerpt import excerpt


def test_a_short_text_is_shown_whole_with_the_found_word_marked() -> None:
    found = excerpt("Thank you for the tea.", "tea")
    assert found.text == "Thank you for the tea."
    assert [found.text[s : s + n] for s, n in found.marks] == ["tea."]


def test_a_late_word_brings_only_the_words_around_it() -> None:
    text = " ".join(f"word{n}" for n in range(200)) + " canary " + "after " * 80
    found = excerpt(text, "can")
    assert found.text.startswith("… word195")
    assert found.text.endswith("…")
    assert [found.text[s : s + n] for s, n in found.marks] == ["canary"]


def test_letters_of_another_keyboard_are_found_as_the_index_finds_them() -> None:
    found = excerpt("دل سے شکريہ", "شکریہ")
    assert [found.text[s : s + n] for s, n in found.marks] == ["شکريہ"]


def test_without_a_match_the_beginning_is_shown() -> None:
    assert excerpt("one\ntwo", "zebra").text == "one two"


def test_a_text_without_blanks_stays_short() -> None:
    assert len(excerpt("x" * 200_000, "x").text) < 300


def test_a_word_far_down_in_a_long_letter_is_found_quickly() -> None:
    text = "many words here " * 1_000 + "canary at the end"
    found = excerpt(text, "canary")
    assert found.text.startswith("… ")
    assert [found.text[s : s + n] for s, n in found.marks] == ["canary"]


def test_markup_is_only_letters() -> None:
    assert excerpt("<b>tea</b> #strong[tea]", "tea").text == "<b>tea</b> #strong[tea]"
