# SPDX-License-Identifier: GPL-3.0-or-later
"""What a row of the list says about itself: whose it is, from when, and for a screen reader all.

Uses the words of the screen; knows no painter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bondsdesk.kernel.dates import local_day, spoken_day
from bondsdesk.kernel.people import Colour, Pair, PartnerId, Symbol
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import pgettext, screen_words
from bondsdesk.rooms.appreciation.domain import Draft, Note, waits
from bondsdesk.rooms.appreciation.models import Row


@dataclass(frozen=True, slots=True)
class Face:
    """How a row looks. `sign` is the icon before the caption, "" for none."""

    symbol: Symbol
    colour: Colour
    caption: str
    sign: str
    text: str
    tags: tuple[str, ...]


class Faces:
    """Makes faces with the eyes of whoever sits at the desk, on one day."""

    def __init__(self, pair: Pair, me: PartnerId | None, today: date) -> None:
        self._pair = pair
        self._me = me
        self._today = today

    def face(self, row: Row) -> Face:
        """Return how a note or draft looks in the list."""
        writer = row.giver if isinstance(row, Note) else self._me
        person = self._pair.person(writer or "a") or self._pair.a
        sign = self._sign(row)
        return Face(person.symbol, person.colour, self.caption(row), sign, row.text, row.tags)

    def caption(self, row: Row) -> str:
        """Return "Bilal · yesterday", or what kind of closed note it is."""
        language = screen_words().language
        if isinstance(row, Draft):
            kept = row.kept_at
            day = spoken_day(local_day(kept), self._today, language) if kept else ""
            return _("Draft, only you can read it · {day}").format(day=isolate(day))
        who = (
            pgettext("who wrote a note", "Me")
            if row.giver == self._me
            else isolate(self._pair.name_of(row.giver))
        )
        day = spoken_day(row.day, self._today, language)
        if waits(row.opens_on, self._today):
            return _("{who} · closed until {day}").format(who=who, day=isolate(day))
        return _("{who} · {day}").format(who=who, day=isolate(day))

    def spoken(self, row: Row) -> str:
        """Return all of a row as one text for a screen reader."""
        comma = "، " if screen_words().language == "ur" else ", "
        parts = [self.caption(row).replace(" · ", comma), row.text]
        if row.tags:
            parts.append(_("Tags: {tags}").format(tags=comma.join(row.tags)))
        return "\n".join(parts)

    def _sign(self, row: Row) -> str:
        if isinstance(row, Draft):
            return "lock"
        return "clock" if waits(row.opens_on, self._today) else ""
