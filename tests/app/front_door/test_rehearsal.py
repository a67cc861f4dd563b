# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing words and groups once: what counts as right, and how long a wrong guess waits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.app.front_door.patience import LONGEST_WAIT, Patience
from bondsdesk.app.front_door.rehearsal import choose_groups, group_matches, ticks, words_match

WORDS = ["harbour", "walnut", "drizzle", "copper", "evening"]
CODE = "AB01-CD23-EF45-GH67-JK89-MN01-PQ23-RS45-TV67"


def test_each_word_gets_its_tick_when_it_stands_at_its_place() -> None:
    assert ticks("harbour walnt drizzle", WORDS) == [True, False, True, False, False]


def test_capitals_and_blanks_do_not_matter() -> None:
    assert words_match("  Harbour WALNUT drizzle\tcopper evening ", WORDS)
    assert not words_match("harbour walnut drizzle copper", WORDS)
    assert not words_match("harbour walnut drizzle copper evening more", WORDS)


@given(st.text())
def test_no_text_breaks_the_ticks(typed: str) -> None:
    assert len(ticks(typed, WORDS)) == 5


def test_two_different_groups_are_asked_for() -> None:
    for _ in range(50):
        first, second = choose_groups(CODE)
        assert 0 <= first < second < 9


def test_lookalikes_and_small_letters_count_as_the_same() -> None:
    assert group_matches("abo1", CODE, 0)
    assert group_matches(" ABOI ", CODE, 0)
    assert group_matches("ab0l", CODE, 0)
    assert not group_matches("AB02", CODE, 0)
    assert not group_matches("", CODE, 0)


def test_the_first_wrong_passphrase_costs_nothing_then_the_wait_grows() -> None:
    patience = Patience()
    waits = []
    for _ in range(8):
        patience.missed(100.0)
        waits.append(patience.seconds_left(100.0))
    assert waits == [0, 2, 4, 8, 16, 32, 60, 60]
    assert max(waits) == LONGEST_WAIT


def test_the_wait_is_told_in_whole_seconds_until_it_is_over() -> None:
    patience = Patience()
    patience.missed(10.0)
    patience.missed(10.0)
    assert patience.seconds_left(10.5) == 2
    assert patience.seconds_left(11.5) == 1
    assert patience.seconds_left(12.0) == 0
