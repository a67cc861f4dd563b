# SPDX-License-Identifier: GPL-3.0-or-later
"""Between two places there is always a third, and the ends of a lane stay short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.rooms.goals.domain.rank import rank_between, ranks_from

MOVES = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), max_size=120)


@given(MOVES)
def test_any_moves_keep_the_order_that_was_asked_for(moves: list[tuple[int, int]]) -> None:
    names = list(range(8))
    ranks = dict(zip(names, ranks_from(None, len(names)), strict=True))
    for which, where in moves:
        name = names.pop(which % len(names))
        place = where % (len(names) + 1)
        before = ranks[names[place - 1]] if place else None
        after = ranks[names[place]] if place < len(names) else None
        ranks[name] = rank_between(before, after)
        names.insert(place, name)
        assert sorted(names, key=ranks.__getitem__) == names
        assert not ranks[name].endswith("0")


@given(st.text("0123456789abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_there_is_room_at_both_ends_of_any_key(text: str) -> None:
    key = text + "i"
    assert rank_between(None, key) < key < rank_between(key, None)


def test_two_thousand_cards_at_either_end_have_short_keys() -> None:
    last = first = rank_between(None, None)
    for _ in range(2_000):
        last, first = rank_between(last, None), rank_between(None, first)
    assert len(last) == len(first) == 6
    assert first < last


def test_a_thousand_cards_put_at_the_same_spot_still_fit() -> None:
    low, high = ranks_from(None, 2)
    for _ in range(1_000):
        high = rank_between(low, high)
    assert low < high
    assert len(high) < 250


def test_equal_places_have_no_room_between() -> None:
    with pytest.raises(ValueError, match="no room"):
        rank_between("b", "b")
