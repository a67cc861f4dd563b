# SPDX-License-Identifier: GPL-3.0-or-later
"""The keepsake: given notes of a period as a booklet, months as its chapters, oldest first.

Plain data for the press. It is handed the notes, so it cannot print a draft or a closed one, and
it says of no one how many they wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from bondsdesk.kernel.dates import day_and_month, month_and_year
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import Pair, PartnerId, Person, other
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import Language, Words, mark
from bondsdesk.press.document import Document, Entry, Mark, Section, TitlePage
from bondsdesk.rooms.appreciation.domain import Note

_TITLE = mark("The small things we noticed")
_CAPTION = mark("{giver} to {reader}, {day}")


def keepsake(notes: Sequence[Note], pair: Pair, writer: PartnerId | None, words: Words) -> Document:
    """Return the booklet of some notes, which stand oldest first.

    `writer` None means both partners'. Raises ExpectedError "export.nothing" for no notes.
    """
    if not notes:
        raise ExpectedError("export.nothing")
    beside = Words("en" if words.language == "ur" else "ur")
    title = words.gettext(_TITLE)
    years = {note.day.year for note in notes}
    sections = tuple(
        _section(month, tuple(group), pair, words, beside.language, several=len(years) > 1)
        for month, group in groupby(notes, key=_first_of_month)
    )
    people = [p for p in (pair.a, pair.b) if p is not None and writer in (None, p.id)]
    return Document(
        kind="keepsake",
        title=title,
        language=words.language,
        sections=sections,
        title_page=TitlePage(
            title=title,
            beside=beside.gettext(_TITLE),
            names=tuple(person.name for person in people),
            period=_period(notes[0].day, notes[-1].day, words),
            marks=tuple(Mark(person.symbol, person.colour) for person in people),
        ),
    )


def _section(
    month: date, notes: Sequence[Note], pair: Pair, words: Words, beside: Language, *, several: bool
) -> Section:
    return Section(
        heading=month_and_year(month, words.language),
        beside=month_and_year(month, beside),
        part=str(month.year) if several else "",
        blocks=tuple(_entry(note, pair, words) for note in notes),
    )


def _entry(note: Note, pair: Pair, words: Words) -> Entry:
    giver = _person(note.giver, pair)
    caption = words.gettext(_CAPTION).format(
        giver=isolate(giver.name),
        reader=isolate(pair.name_of(other(note.giver))),
        day=isolate(day_and_month(note.day, words.language)),
    )
    return Entry(caption, note.text, giver.symbol, giver.colour)


def _person(partner: PartnerId, pair: Pair) -> Person:
    return pair.person(partner) or pair.a


def _period(first: date, last: date, words: Words) -> str:
    begin, end = (month_and_year(day, words.language) for day in (first, last))
    if begin == end:
        return begin
    sentence = words.pgettext("period of a keepsake", "{first} to {last}")
    return sentence.format(first=isolate(begin), last=isolate(end))


def _first_of_month(note: Note) -> date:
    return note.day.replace(day=1)
