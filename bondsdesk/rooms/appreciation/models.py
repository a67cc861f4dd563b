# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of the page as models: notes or drafts in a sliding window, and the rail of months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from bondsdesk.rooms.appreciation.domain import Draft, Note, Sieve, first_place
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.widgets.keyset_model import KeysetModel

Row = Note | Draft

PAGE = 16
"""Rows read at once: two or three screens, 3 ms with their layout."""

MOST = 160
"""Rows in memory; QListView goes through all of them whenever some come or go."""


class NotesModel(KeysetModel[Row]):
    """Notes that pass a sieve, newest first; or, in the same list, my own drafts."""

    def __init__(
        self, service: AppreciationService, text: Callable[[Row], str], parent: QObject
    ) -> None:
        self._service = service
        self.sieve = Sieve()
        self.drafts = False
        super().__init__(self._read, _key, text, page=PAGE, most=MOST, parent=parent)

    def show_notes(self, sieve: Sieve) -> None:
        """Show the beginning of what a sieve lets through."""
        self.sieve, self.drafts = sieve, False
        self.begin()

    def show_drafts(self, typed: str) -> None:
        """Show my drafts, the one kept last first."""
        self.sieve, self.drafts = Sieve(typed=typed), True
        self.begin()

    def jump_to_month(self, month: date) -> None:
        """Show a month from its last note on; `month` is its first day."""
        self.jump(first_place(_next_month(month)))

    def last_of(self, month: date) -> Note | None:
        """Return the last note of a month, or the next older one, if it is in the window."""
        edge = first_place(_next_month(month))
        rows = (self.at(number) for number in range(self.rowCount()))
        return next((row for row in rows if isinstance(row, Note) and row.place < edge), None)

    def jump_to(self, note: Note) -> None:
        """Show one note with those around it."""
        self.jump(note.place + 1)

    def finish_list(self) -> None:
        """Show the oldest ones."""
        self.finish(-1)

    def _read(self, edge: object, limit: int, *, back: bool) -> Sequence[Row]:
        if self.drafts:
            return self._service.drafts(self.sieve.typed) if edge in (None, -1) else ()
        place = edge if isinstance(edge, int) else None
        return self._service.notes(self.sieve, place, limit, newer=back)


def _key(row: Row) -> object:
    return row.place if isinstance(row, Note) else row.uid


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class RailStop:
    """One stop of the rail: a year, or a month of the year that is open (`month` 1 to 12)."""

    year: int
    month: int | None
    goes_to: date


def rail_stops(months: Sequence[date], open_year: int | None) -> list[RailStop]:
    """Return the stops for months that have notes, newest first, with one year unfolded."""
    stops: list[RailStop] = []
    for month in months:
        if not stops or stops[-1].year != month.year:
            stops.append(RailStop(month.year, None, month))
        if month.year == open_year:
            stops.append(RailStop(month.year, month.month, month))
    return stops
