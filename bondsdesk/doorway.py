# SPDX-License-Identifier: GPL-3.0-or-later
"""What a room shows the house and what the house gives a room.

It names no room and no part of the roof; a room is written against this module alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.migration import MigrationSet
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.ports import SearchHit, Seed, TimelineEntry
from bondsdesk.kernel.words import Language
from bondsdesk.press.document import Document
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.dialogs import Dialogs
from bondsdesk.widgets.icons import Icons
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.page import Page
from bondsdesk.widgets.tasks import Tasks
from bondsdesk.widgets.undo import Undo

OfferChoice = Literal["period", "writer", "language", "script"]
"""What a person may choose for an export beside the thing itself."""


@dataclass(frozen=True, slots=True)
class OfferOptions:
    """What was chosen on the export page.

    `first` and `last` are days, both included, None for "from the beginning" and "until now";
    `writer` is None for both partners; `language` is the language of the paper's own words.
    `most`: as many entries are enough, the first ones: a preview shows only a few pages, and a
    room that may hold thousands stops reading there. None for the paper itself.
    """

    language: Language
    first: date | None = None
    last: date | None = None
    writer: PartnerId | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Something a room can put on paper.

    `key`: stable and unique in the house ("appreciation.keepsake"); `title` and `sentence` are in
    the screen's language; `file_name` is a suggestion without a suffix and without content;
    `build` reads what it needs on the main thread, at once, and returns plain data. It raises
    ExpectedError("export.nothing") when the choices leave nothing to print.
    `choices` says which controls make sense for it.
    """

    key: str
    title: str
    sentence: str
    file_name: str
    build: Callable[[OfferOptions], Document]
    choices: frozenset[OfferChoice] = frozenset({"language", "script"})


def no_seeds() -> Sequence[Seed]:
    """Lend no small steps: what a room gets that stands alone."""
    return ()


def no_home() -> None:
    """Return no place for pages: they stand by themselves."""


@dataclass(frozen=True)
class RoomContext:
    """Everything a room may use. Handed over at unlock, gone at lock.

    `export(offer)` opens the export page with that offer chosen.
    `whole_window(widget)` gives a widget the whole window (no rail, no chip) and takes it out
    again with None; the caller keeps the widget. `hold_idle_lock(True)` stops the idle lock while
    two people talk without touching the laptop; the room lets go with False.
    `sounds_on()` tells whether the soft chime is wanted on this machine. `seeds()` are the small
    steps that the rooms lend now, newest first. `home()` is where pages will stand: a page made as
    its child is styled once, not again at each step of being put together; None is for tests.
    """

    vault: Vault
    clock: Clock
    look: Look
    icons: Icons
    notices: Notices
    dialogs: Dialogs
    tasks: Tasks
    undo: Undo
    export: Callable[[Offer], None]
    whole_window: Callable[[QWidget | None], None]
    hold_idle_lock: Callable[[bool], None]
    sounds_on: Callable[[], bool]
    seeds: Callable[[], Sequence[Seed]] = no_seeds
    home: Callable[[], QWidget | None] = no_home


class OpenRoom(Protocol):
    """A room between unlock and lock."""

    def page(self) -> Page:
        """Return the page, built on the first call and the same one afterwards.

        After `forget_page` the next call builds a new one: the language has changed.
        """
        ...

    def forget_page(self) -> None:
        """Keep what was typed and let go of the page; the house deletes the widget."""
        ...

    def search(self, typed: str, limit: int) -> list[SearchHit]:
        """Return up to `limit` things the person at the desk may read, best first."""
        ...

    def show_hit(self, hit: SearchHit) -> None:
        """Show one found thing on the page, which is the visible one by then."""
        ...

    def timeline(self, first: date, last: date) -> list[TimelineEntry]:
        """Return what has a day between two days, both included."""
        ...

    def offers(self) -> list[Offer]:
        """Return what this room can put on paper now; empty while there is nothing."""
        ...

    def keep_drafts(self) -> None:
        """Write down every unsaved text before the place is locked.

        Raises ExpectedError if one could not be written; it then stays on its page as it is.
        """
        ...


@runtime_checkable
class LendsSeeds(Protocol):
    """An open room in which small steps are said that may become something elsewhere."""

    def seeds(self) -> Sequence[Seed]:
        """Return the small steps said here, newest first; a few dozen at most."""
        ...


@dataclass(frozen=True, slots=True)
class Room:
    """The doorplate: every rooms/<room>/room.py exposes one as ROOM.

    `title()` gives the tab's name in the screen's language; `icon` is a name for Icons.
    """

    key: str
    icon: str
    title: Callable[[], str]
    migrations: MigrationSet
    open: Callable[[RoomContext], OpenRoom]
