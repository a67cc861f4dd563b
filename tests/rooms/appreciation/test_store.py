# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of notes by key, filters and search, compared with the plainest way to do the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.text import search_shadow
from bondsdesk.rooms.appreciation.domain import Note, Sieve, first_place, tag_key
from bondsdesk.rooms.appreciation.store.notes import Eyes, NoteReader, NoteStore
from bondsdesk.vault.vault import Vault
from bondsdesk.vault.work import Work

TODAY = date(2026, 11, 22)
AYESHA = Eyes("a", TODAY)

WORDS = st.sampled_from("tea teapot the Thank thanks چائے چاۓ گھر گھروں شکریہ شكريه 25 ۲۵".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
TAGS = st.lists(st.sampled_from(["tea", "گھر", "family"]), max_size=2, unique=True).map(tuple)
DAYS = st.integers(min_value=-800, max_value=5)


class UndoneError(Exception):
    """Raised to roll a test's notes back."""


@contextmanager
def _with(vault: Vault, notes: list[Note]) -> Iterator[NoteReader]:
    """Have these notes in the vault for a while."""
    try:
        with vault.work() as work:
            NoteStore(work).add_many(notes)
            yield NoteReader(work)
            raise UndoneError
    except UndoneError:
        pass


@st.composite
def _notes(draw: Callable[..., Any]) -> list[Note]:
    notes = []
    for number in range(draw(st.integers(min_value=0, max_value=14))):
        distance = draw(DAYS)
        day = TODAY + timedelta(days=distance)
        giver: PartnerId = draw(st.sampled_from(["a", "b"]))
        opens_on = day if distance > 0 else draw(st.sampled_from([None, day]))
        given_at = datetime(2024, 1, 1, tzinfo=UTC)
        text, tags = draw(TEXTS), draw(TAGS)
        place = first_place(day) + number
        notes.append(Note(place, new_uid(), giver, given_at, opens_on, text, tags))
    return sorted(notes, key=lambda note: note.place, reverse=True)


SIEVES = st.builds(
    Sieve,
    giver=st.sampled_from([None, "a", "b"]),
    year=st.sampled_from([None, 2024, 2025, 2026]),
    tag=st.sampled_from([None, "tea", tag_key("گھر")]),
    typed=st.one_of(st.just(""), st.just("t"), TEXTS, st.just('te" OR *')),
)


def _naive(notes: list[Note], sieve: Sieve, eyes: Eyes) -> list[Note]:
    """Go through everything and keep what fits."""
    return [
        note
        for note in notes
        if _may_see(note, eyes)
        and sieve.giver in (None, note.giver)
        and sieve.year in (None, note.day.year)
        and (sieve.tag is None or sieve.tag in map(tag_key, note.tags))
        and _naively_found(sieve.typed, note)
    ]


def _may_see(note: Note, eyes: Eyes) -> bool:
    mine = note.giver == eyes.partner
    return mine or note.opens_on is None or note.opens_on <= eyes.today


def _naively_found(typed: str, note: Note) -> bool:
    wanted = search_shadow(typed).replace('"', " ").replace("*", " ").split()
    words = search_shadow(" ".join((note.text, *note.tags))).split()
    if not wanted:
        return True
    return all(w in words for w in wanted[:-1]) and any(w.startswith(wanted[-1]) for w in words)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes=_notes(), sieve=SIEVES, who=st.sampled_from(["a", "b", None]))
def test_every_list_is_what_going_through_all_notes_gives(
    vault: Vault, notes: list[Note], sieve: Sieve, who: PartnerId | None
) -> None:
    eyes = Eyes(who, TODAY)
    with _with(vault, notes) as reader:
        expected = _naive(notes, sieve, eyes)
        assert reader.page(sieve, eyes, None, 100) == expected
        assert _walk(reader, sieve, eyes) == expected
        months = [note.day.replace(day=1) for note in expected]
        assert reader.months(sieve, eyes) == list(dict.fromkeys(months))
        for newer, older in pairwise(expected):
            assert reader.page(sieve, eyes, older.place, 1, newer=True) == [newer]


def _walk(reader: NoteReader, sieve: Sieve, eyes: Eyes) -> list[Note]:
    """Read a list three at a time."""
    walked: list[Note] = []
    edge = None
    while page := reader.page(sieve, eyes, edge, 3):
        walked += page
        edge = page[-1].place
    return walked


def _note(text: str, place: int = 0) -> Note:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    return Note(first_place(TODAY) + place, new_uid(), "a", at, None, text)


@pytest.mark.parametrize(
    "odd", ['"', "'", "AND", "NEAR(", "*", "a:b", "^x", "-", "\\", ";--", "()"]
)
def test_no_text_is_a_syntax_error(vault: Vault, odd: str) -> None:
    with _with(vault, [_note("words")]) as reader:
        reader.page(Sieve(typed=odd), AYESHA, None, 10)
        reader.page(Sieve(typed=f"words {odd}"), AYESHA, None, 10)


def test_a_character_that_means_damage_is_not_written(vault: Vault) -> None:
    with pytest.raises(Exception, match="CHECK"), vault.work() as work:
        NoteStore(work).add(_note("a\0b"))


def test_a_taken_place_gives_the_next_free_one_of_the_day(vault: Vault) -> None:
    with vault.work() as work:
        store = NoteStore(work)
        first, second = store.add(_note("one")), store.add(_note("two"))
        assert second.place == first.place + 1
        assert store.free_place(TODAY) == second.place + 1
        assert store.free_place(TODAY + timedelta(days=1)) == first_place(TODAY + timedelta(days=1))
        assert store.remove(first.uid)
        assert not store.remove(first.uid)


def test_no_page_of_the_list_sorts_or_scans(vault: Vault) -> None:
    """Every list reads along an index; a sort would grow with the number of notes."""
    sieves = [
        Sieve(),
        Sieve(giver="a"),
        Sieve(year=2026),
        Sieve(tag="tea", giver="b"),
        Sieve(typed="tea", giver="a", tag="tea", year=2026),
    ]
    plans: list[str] = []

    class Explaining(NoteReader):
        def __init__(self, work: Work) -> None:
            super().__init__(work)
            self._work = work
            self._reader = self  # type: ignore[assignment]

        def rows(self, sql: str, values: list[object]) -> list[tuple[object, ...]]:
            plan = self._work.rows(f"EXPLAIN QUERY PLAN {sql}", values)
            plans.extend(str(row[-1]) for row in plan)
            return []

    with vault.work() as work:
        for sieve in sieves:
            Explaining(work).page(sieve, AYESHA, 10**15, 10)
    assert plans
    assert not [plan for plan in plans if "TEMP B-TREE" in plan]
    assert not [plan for plan in plans if plan == "SCAN n"]
