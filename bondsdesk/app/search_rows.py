# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list of found things shows, row by row. Plain data, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bondsdesk.app.excerpt import Excerpt, excerpt
from bondsdesk.app.lent import RoomHits
from bondsdesk.kernel.dates import local_day, spoken_day
from bondsdesk.kernel.ports import SearchHit
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words


@dataclass(frozen=True, slots=True)
class RoomHeading:
    """The name of a room above what it found."""

    title: str
    icon: str


@dataclass(frozen=True)
class HitRow:
    """One found thing as it is drawn. The words around are cut out when they are first seen."""

    hit: SearchHit
    when: str
    typed: str

    @cached_property
    def excerpt(self) -> Excerpt:
        """Return the words around what was typed."""
        return excerpt(self.hit.text, self.typed)


Row = RoomHeading | HitRow


def rows(found: Sequence[RoomHits], typed: str, today: date) -> list[Row]:
    """Return headings and hits in the order of the rooms."""
    shown: list[Row] = []
    language = screen_words().language
    for each in found:
        shown.append(RoomHeading(each.room.title(), each.room.icon))
        shown += [
            HitRow(hit, spoken_day(local_day(hit.when), today, language), typed)
            for hit in each.hits
        ]
    return shown


def said_when(row: HitRow) -> str:
    """Return the small line of a hit: when it was, and that nobody else can read it."""
    if row.hit.private:
        return _("{when} · only you can read it").format(when=row.when)
    return row.when
