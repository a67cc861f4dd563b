# SPDX-License-Identifier: GPL-3.0-or-later
"""One catalogue for the screen and for paper; the screen's language never leaks onto paper."""

from __future__ import annotations

import pytest

from bondsdesk.kernel import people, sentences, words
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import is_uid, new_uid

SENTENCE = "This text holds a character that cannot be kept. Please take it out."


def test_the_screen_changes_its_language_at_once(urdu: None) -> None:
    assert words.screen_words().direction == "rtl"
    assert words.gettext(SENTENCE) != SENTENCE
    words.use_language("en")
    assert words.gettext(SENTENCE) == SENTENCE
    assert words.screen_words().direction == "ltr"


def test_paper_keeps_its_own_language(urdu: None) -> None:
    assert words.Words("en").gettext(SENTENCE) == SENTENCE
    words.use_language("en")
    assert words.Words("ur").gettext(SENTENCE) != SENTENCE


@pytest.mark.parametrize(("count", "form"), [(1, "{count} page"), (2, "{count} pages")])
def test_one_and_many_are_told_apart(count: int, form: str) -> None:
    assert words.ngettext("{count} page", "{count} pages", count) == form


def test_a_sentence_that_nobody_translated_stays_readable(urdu: None) -> None:
    assert words.gettext("no such sentence") == "no such sentence"
    assert words.pgettext("nowhere", "no such sentence") == "no such sentence"


def test_an_error_is_told_with_its_numbers() -> None:
    told = sentences.sentence(ExpectedError("text.too_long", limit=20_000, length=200_000))
    assert "200000" in told
    assert "20000" in told


def test_a_room_may_have_words_of_its_own_for_an_error() -> None:
    error = ExpectedError("room.only", room="Listen")
    assert sentences.sentence(error, {"room.only": "In {room}."}) == "In Listen."
    with pytest.raises(KeyError):
        sentences.sentence(error)


def test_the_two_partners_are_each_others_other() -> None:
    assert people.other("a") == "b"
    assert people.other("b") == "a"


def test_a_pair_is_complete_when_both_have_sat_down() -> None:
    ayesha = people.Person("a", "Ayesha", "leaf", "leaf")
    alone = people.Pair(ayesha, None)
    assert not alone.complete()
    assert alone.name_of("b") == ""
    both = people.Pair(ayesha, people.Person("b", "Bilal", "moon", "plum"))
    assert both.complete()
    assert both.name_of("b") == "Bilal"


def test_identifiers_are_fresh_and_recognised() -> None:
    assert is_uid(new_uid())
    assert new_uid() != new_uid()
    assert not is_uid("A" * 32)
