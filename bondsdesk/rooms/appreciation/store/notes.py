# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes in SQL: every list is read by place, newest first, never by OFFSET and never counted.

Knows no rule about who may do what; it is told whose eyes the rows are for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.text import match_query, search_shadow
from bondsdesk.rooms.appreciation.domain import (
    DAY_BITS,
    Note,
    Sieve,
    first_place,
    past_place,
    tag_key,
)

if TYPE_CHECKING:
    from bondsdesk.vault.work import Reader, Work

_NOTE = "n.place, n.uid, n.giver, n.given_at, n.opens_on, n.text, n.tags"
_READABLE = "(+n.giver = ? OR n.opens_on IS NULL OR n.opens_on <= ?)"
_PLAIN = "appreciation_note n"
_TAGGED = "appreciation_tag t CROSS JOIN appreciation_note n ON n.place = t.place"
_FOUND = "appreciation_words w CROSS JOIN appreciation_note n ON n.place = w.rowid"

HANDFUL = 256
"""So many notes one is drawn from: enough that gaps between identifiers even out."""

_LAST_DAY = date(9999, 1, 1)
_ADD = """INSERT INTO appreciation_note (place, uid, giver, given_at, opens_on, text, tags)
VALUES (?, ?, ?, ?, ?, ?, ?)"""
_ADD_TAG = "INSERT INTO appreciation_tag (key, place, name) VALUES (?, ?, ?)"
_ADD_WORDS = "INSERT INTO appreciation_words (rowid, words, marks) VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Eyes:
    """Whose eyes a list is for: the partner at the desk (None: nobody's own) and their day."""

    partner: PartnerId | None
    today: date

    def values(self) -> tuple[str, str]:
        """Return the parameters of the condition that keeps closed notes closed."""
        return self.partner or "", self.today.isoformat()


class NoteReader:
    """Reads the shared notes."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def page(
        self, sieve: Sieve, eyes: Eyes, edge: int | None, limit: int, *, newer: bool = False
    ) -> list[Note]:
        """Return up to `limit` notes next to a place, the newest first; None is an end of the list.

        `newer` takes the notes after the place, else those before it. The edge is not included.
        """
        query = _Query(sieve, eyes)
        if edge is not None:
            query.add(f"{query.place} {'>' if newer else '<'} ?", edge)
        rows = self._reader.rows(*query.statement(_NOTE, "ASC" if newer else "DESC", limit))
        return [_note(row) for row in (reversed(rows) if newer else rows)]

    def note(self, uid: str, eyes: Eyes) -> Note | None:
        """Return one note, None if it is gone or still closed for these eyes."""
        row = self._reader.row(
            f"SELECT {_NOTE} FROM {_PLAIN} WHERE n.uid = ? AND {_READABLE}",  # noqa: S608
            (uid, *eyes.values()),
        )
        return _note(row) if row else None

    def some_before(self, day: date, eyes: Eyes, *, probe: str, but: str = "") -> list[str]:
        """Return identifiers of notes of earlier days to draw one from, wherever they lie in time.

        Up to HANDFUL from a random identifier on, round the end. Identifiers are random: all notes
        are among few ones and any are among many, so one drawn from these is as likely as another.
        `but` names a note that is not wanted again.
        """
        found: list[str] = []
        for comparison in (">=", "<"):
            rows = self._reader.rows(
                f"SELECT n.uid FROM {_PLAIN} WHERE n.uid {comparison} ?"  # noqa: S608
                f" AND n.uid <> ? AND +n.place < ? AND {_READABLE} ORDER BY n.uid LIMIT ?",
                (probe, but, first_place(day), *eyes.values(), HANDFUL - len(found)),
            )
            found += [uid for (uid,) in rows]
        return found

    def opening(self, first: date, last: date) -> list[Note]:
        """Return the notes left for a day between two days, both included, in order of the day."""
        rows = self._reader.rows(
            f"SELECT {_NOTE} FROM {_PLAIN}"  # noqa: S608
            " WHERE n.opens_on BETWEEN ? AND ? ORDER BY n.opens_on, n.place",
            (first.isoformat(), last.isoformat()),
        )
        return [_note(row) for row in rows]

    def between(
        self,
        first: date | None,
        last: date | None,
        giver: PartnerId | None,
        eyes: Eyes,
        limit: int = -1,
    ) -> list[Note]:
        """Return the readable notes of a period, oldest first, for paper; -1 is no limit."""
        query = _Query(Sieve(giver=giver), eyes)
        if first is not None:
            query.add("n.place >= ?", first_place(first))
        if last is not None:
            query.add("n.place < ?", past_place(last))
        return [_note(row) for row in self._reader.rows(*query.statement(_NOTE, "ASC", limit))]

    def months(self, sieve: Sieve, eyes: Eyes) -> list[date]:
        """Return the first days of the months that have notes, newest first; one seek for each."""
        months: list[date] = []
        query = _Query(sieve, eyes)
        query.add(f"{query.place} < ?")
        sql, values = query.statement(query.place, "DESC", 1)
        edge = past_place(_LAST_DAY)
        while place := self._reader.value(sql, (*values[:-1], edge, 1)):
            months.append(date.fromordinal(int(place) >> DAY_BITS).replace(day=1))
            edge = first_place(months[-1])
        return months

    def tags(self, eyes: Eyes) -> list[tuple[str, str]]:
        """Return key and newest spelling of every tag on a readable note, in order of the key."""
        tags: list[tuple[str, str]] = []
        key = ""
        while row := self._reader.row(
            "SELECT key FROM appreciation_tag WHERE key > ? ORDER BY key LIMIT 1", (key,)
        ):
            key = str(row[0])
            query = _Query(Sieve(tag=key), eyes)
            name = self._reader.value(*query.statement("t.name", "DESC", 1))
            if name is not None:
                tags.append((key, str(name)))
        return tags

    def free_place(self, day: date) -> int:
        """Return the place after the last note of a day."""
        last = self._reader.value(
            "SELECT max(place) FROM appreciation_note WHERE place >= ? AND place < ?",
            (first_place(day), past_place(day)),
        )
        return first_place(day) if last is None else int(last) + 1

    def taken(self, place: int) -> bool:
        """Tell whether a note stands at a place."""
        return bool(self._reader.value("SELECT 1 FROM appreciation_note WHERE place = ?", (place,)))


class NoteStore(NoteReader):
    """Writes the shared notes within one piece of work."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work

    def add(self, note: Note) -> Note:
        """Write a note at its place, or at the next free one of its day if that is taken."""
        if self.taken(note.place):
            note = replace(note, place=self.free_place(note.day))
        self.add_many([note])
        return note

    def add_many(self, notes: Iterable[Note]) -> None:
        """Write many notes at their places, which are free."""
        notes = list(notes)
        self._work.run_many(_ADD, [_values(note) for note in notes])
        self._work.run_many(_ADD_TAG, [row for note in notes for row in _tag_rows(note)])
        self._work.run_many(
            _ADD_WORDS,
            [(n.place, search_shadow(" ".join((n.text, *n.tags))), _marks(n)) for n in notes],
        )

    def remove(self, uid: str) -> bool:
        """Delete a note with its tags and its words; False if it is not there."""
        place = self._work.value("SELECT place FROM appreciation_note WHERE uid = ?", (uid,))
        if place is None:
            return False
        self._work.run("DELETE FROM appreciation_words WHERE rowid = ?", (place,))
        self._work.run("DELETE FROM appreciation_tag WHERE place = ?", (place,))
        self._work.run("DELETE FROM appreciation_note WHERE place = ?", (place,))
        return True


class _Query:
    """One SELECT over notes, put together from a sieve; every text in it is ours."""

    def __init__(self, sieve: Sieve, eyes: Eyes) -> None:
        match = match_query(sieve.typed)
        self._source = _FOUND if match else _TAGGED if sieve.tag else _PLAIN
        self.place = "w.rowid" if match else "t.place" if sieve.tag else "n.place"
        self._conditions: list[str] = []
        self._values: list[Any] = []
        if match:
            self.add("w.appreciation_words MATCH ?", _match(match, sieve))
        elif sieve.tag:
            self.add("t.key = ?", sieve.tag)
        if sieve.giver:
            self.add("n.giver = ?" if self._source is _PLAIN else "+n.giver = ?", sieve.giver)
        if sieve.year is not None:
            self.add(f"{self.place} >= ?", first_place(date(sieve.year, 1, 1)))
            self.add(f"{self.place} < ?", past_place(date(sieve.year, 12, 31)))
        self.add(_READABLE, *eyes.values())

    def add(self, condition: str, *values: Any) -> None:
        """Add one more condition."""
        self._conditions.append(condition)
        self._values.extend(values)

    def statement(self, columns: str, order: str, limit: int) -> tuple[str, Sequence[Any]]:
        """Return the SQL and its parameters; a limit of -1 is none."""
        sql = (
            f"SELECT {columns} FROM {self._source} WHERE {' AND '.join(self._conditions)}"  # noqa: S608
            f" ORDER BY {self.place} {order} LIMIT ?"
        )
        return sql, (*self._values, limit)


def _match(match: str, sieve: Sieve) -> str:
    marks = [_giver_mark(sieve.giver)] if sieve.giver else []
    marks += [_tag_mark(sieve.tag)] if sieve.tag else []
    return " AND ".join([f"words : ({match})", *(f'marks : "{mark}"' for mark in marks)])


def _giver_mark(giver: PartnerId) -> str:
    return f"g{giver}"


def _tag_mark(key: str) -> str:
    return "t" + blake2b(key.encode(), digest_size=8).hexdigest()


def _marks(note: Note) -> str:
    return " ".join([_giver_mark(note.giver), *(_tag_mark(tag_key(tag)) for tag in note.tags)])


def _values(note: Note) -> tuple[int | str | None, ...]:
    return (
        note.place,
        note.uid,
        note.giver,
        note.given_at.isoformat(timespec="seconds"),
        note.opens_on.isoformat() if note.opens_on else None,
        note.text,
        "\n".join(note.tags),
    )


def _tag_rows(note: Note) -> list[tuple[str, int, str]]:
    return [(tag_key(tag), note.place, tag) for tag in note.tags]


def _note(row: Sequence[Any]) -> Note:
    place, uid, giver, given_at, opens_on, text, tags = row
    return Note(
        place,
        Uid(uid),
        giver,
        datetime.fromisoformat(given_at),
        date.fromisoformat(opens_on) if opens_on else None,
        text,
        tuple(tags.split("\n")) if tags else (),
    )
