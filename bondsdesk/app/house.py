# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of rooms, and the rooms of one unlock. A new room is one folder and one line here.

Rooms are built at unlock, each page on its first visit; `close` lets go of all of them. It knows
no room from within.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bondsdesk.app.lent import RoomHits, RoomOffers
from bondsdesk.doorway import LendsSeeds, OpenRoom, Room, RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.migration import MigrationSet
from bondsdesk.kernel.ports import SearchHit, Seed
from bondsdesk.rooms.appreciation.room import ROOM as APPRECIATION
from bondsdesk.rooms.boundaries.room import ROOM as BOUNDARIES
from bondsdesk.rooms.goals.room import ROOM as GOALS
from bondsdesk.rooms.listening.room import ROOM as LISTENING
from bondsdesk.widgets.page import Page

HOUSE: tuple[Room, ...] = (LISTENING, APPRECIATION, GOALS, BOUNDARIES)
"""The rooms in tab order."""


def migration_sets(rooms: Sequence[Room] = HOUSE) -> tuple[MigrationSet, ...]:
    """Return the schema steps of every room, for the vault to open with."""
    return tuple(room.migrations for room in rooms)


class House:
    """The open rooms between unlock and lock."""

    def __init__(self, context: RoomContext, rooms: Sequence[Room] = HOUSE) -> None:
        self.rooms = tuple(rooms)
        self._open: dict[str, OpenRoom] = {room.key: room.open(context) for room in self.rooms}
        self._visited: dict[str, Page] = {}
        self._stale: dict[str, frozenset[str]] = {}

    def page(self, key: str) -> Page:
        """Return a room's page, built now if it is the first visit."""
        page = self._visited.get(key)
        if page is None:
            page = self._visited[key] = self._open[key].page()
        return page

    def visited(self) -> Iterator[Page]:
        """Yield the pages that exist."""
        yield from self._visited.values()

    def touched(self, kinds: frozenset[str]) -> None:
        """Tell the visible page what changed; a hidden one is told when it is shown."""
        for key, page in self._visited.items():
            if page.isVisible():
                page.on_touched(kinds)
            else:
                self._stale[key] = self._stale.get(key, frozenset()) | kinds

    def freshen(self, key: str) -> None:
        """Tell a page that is about to be shown what changed while it was hidden."""
        kinds = self._stale.pop(key, None)
        if kinds:
            self._visited[key].on_touched(kinds)

    def search(self, typed: str, limit: int) -> list[RoomHits]:
        """Return up to `limit` hits a room, in tab order, rooms without one left out."""
        found = (
            RoomHits(room, tuple(self._open[room.key].search(typed, limit))) for room in self.rooms
        )
        return [each for each in found if each.hits]

    def show_hit(self, hit: SearchHit) -> None:
        """Let the hit's own room show it; its page is the visible one by then."""
        self._open[hit.room].show_hit(hit)

    def offers(self) -> list[RoomOffers]:
        """Return everything that can be put on paper now, in tab order."""
        found = (RoomOffers(room, tuple(self._open[room.key].offers())) for room in self.rooms)
        return [each for each in found if each.offers]

    def seeds(self) -> list[Seed]:
        """Return the small steps that rooms lend to each other, newest first."""
        lenders = [room for room in self._open.values() if isinstance(room, LendsSeeds)]
        return sorted((seed for room in lenders for seed in room.seeds()), key=_day, reverse=True)

    def keep_drafts(self) -> None:
        """Write every unsaved text. All rooms are asked; then the first failure is raised."""
        failed: ExpectedError | None = None
        for room in self._open.values():
            try:
                room.keep_drafts()
            except ExpectedError as error:
                failed = failed or error
        if failed is not None:
            raise failed

    def forget_pages(self) -> None:
        """Let go of the pages so that they are built anew in another language."""
        for key in self._visited:
            self._open[key].forget_page()
        self._visited.clear()
        self._stale.clear()

    def close(self) -> None:
        """Let go of everything. The house is of no use afterwards."""
        self._visited.clear()
        self._open.clear()


def _day(seed: Seed) -> date:
    return seed.day
