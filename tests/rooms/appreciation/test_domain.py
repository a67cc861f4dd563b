# SPDX-License-Identifier: GPL-3.0-or-later
"""What a note is and who may do what with it."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.appreciation.domain import (
    TAG_LIMIT,
    Draft,
    Note,
    clean_day,
    clean_draft,
    clean_note,
    clean_plan,
    editable,
    first_place,
    found_in,
    past_place,
    split_tags,
)

TODAY = date(2026, 11, 22)


def _note(giver: PartnerId = "a", opens_on: date | None = None) -> Note:
    place = first_place(opens_on or TODAY) + 3
    return Note(place, new_uid(), giver, datetime(2026, 11, 22, tzinfo=UTC), opens_on, "words")


def test_a_note_belongs_to_the_day_it_was_given_or_left_for() -> None:
    assert _note().day == TODAY
    assert _note(opens_on=date(2026, 12, 1)).day == date(2026, 12, 1)


def test_places_grow_with_the_day_and_then_with_the_order() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert first_place(TODAY) < first_place(TODAY) + 1 < past_place(TODAY) == first_place(tomorrow)


def test_words_can_be_changed_until_the_other_has_them() -> None:
    waiting = _note(opens_on=TODAY + timedelta(days=2))
    assert editable(waiting, "a", TODAY, just_given=False)
    assert not editable(waiting, "b", TODAY, just_given=False)
    assert not editable(waiting, "a", TODAY + timedelta(days=2), just_given=False)
    assert editable(_note(), "a", TODAY, just_given=True)
    assert not editable(_note(), "a", TODAY, just_given=False)
    assert not editable(_note(), "b", TODAY, just_given=True)


def test_no_field_tells_who_read_what_or_when() -> None:
    names = {field.name for field in fields(Note)}
    assert names == {"place", "uid", "giver", "given_at", "opens_on", "text", "tags"}


@pytest.mark.parametrize("blank", ["", "   ", "\n\t ", "\u200b\u00a0"])
def test_a_note_needs_something_to_read(blank: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        clean_note(blank)
    assert caught.value.code == "note.blank"


def test_a_draft_refuses_nothing() -> None:
    assert clean_draft("a\0b\ud800c  \n") == "a\ufffdb\ufffdc  \n"
    assert len(clean_draft("x" * 200_000)) == 200_000
    assert Draft(new_uid(), "  \n").empty()
    assert not Draft(new_uid(), "", ("tea",)).empty()


def test_tags_are_parted_by_commas_of_both_languages_and_told_apart_by_sense() -> None:
    assert split_tags("home,  #tea ، گھر,TEA,") == ("home", "tea", "گھر")
    assert split_tags("") == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("x" * (TAG_LIMIT + 1), "note.tag_long"),
        ("a,b,c,d,e,f", "note.tags_many"),
        ("\0", "text.nul"),
    ],
)
def test_tags_that_do_not_fit_are_refused(typed: str, code: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        split_tags(typed)
    assert caught.value.code == code


def test_a_note_is_left_for_a_day_ahead() -> None:
    assert clean_day(None, TODAY) is None
    assert clean_day(TODAY + timedelta(days=1), TODAY) == TODAY + timedelta(days=1)
    for day in (TODAY, TODAY - timedelta(days=1), date.max):
        with pytest.raises(ExpectedError, match=r"note\.day_past"):
            clean_day(day, TODAY)


def test_a_plan_has_two_short_halves() -> None:
    assert clean_plan(new_uid(), " we  sit\n", "say it").when == "we sit"
    with pytest.raises(ExpectedError, match=r"plan\.blank"):
        clean_plan(new_uid(), "we sit", "  ")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("tea", True), ("te", True), ("the te", True), ("t he", False), ("", False), ("!", False)],
)
def test_a_draft_is_found_by_whole_words_and_the_beginning_of_the_last(
    typed: str, found: bool
) -> None:
    assert found_in(typed, "Thank you for the TEA") is found


def test_both_keyboards_of_urdu_find_the_same_draft() -> None:
    assert found_in("شكريه", "دل سے شکریہ")
