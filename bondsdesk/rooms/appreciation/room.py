# SPDX-License-Identifier: GPL-3.0-or-later
"""The doorplate of Appreciate: what the house may ask of this room."""

from __future__ import annotations

from datetime import date, datetime
from heapq import nlargest

from bondsdesk.doorway import Offer, OfferOptions, Room, RoomContext
from bondsdesk.kernel.ports import SearchHit, TimelineEntry
from bondsdesk.kernel.text import isolate, match_query
from bondsdesk.kernel.words import Words
from bondsdesk.kernel.words import gettext as _
from bondsdesk.press.document import Document
from bondsdesk.rooms.appreciation.domain import Note, Sieve
from bondsdesk.rooms.appreciation.page import AppreciationPage
from bondsdesk.rooms.appreciation.report import keepsake
from bondsdesk.rooms.appreciation.schema import MIGRATIONS
from bondsdesk.rooms.appreciation.service.notes import AppreciationService

KEY = "appreciation"


class Appreciation:
    """The room between unlock and lock."""

    def __init__(self, context: RoomContext) -> None:
        self._context = context
        self._service = AppreciationService(context.vault, context.clock)
        self._page: AppreciationPage | None = None
        self._open_draft = ""

    def page(self) -> AppreciationPage:
        """Return the page, built on the first call; a draft that stood open stands open again."""
        if self._page is None:
            self._page = AppreciationPage(self._context, self._service, self._print_keepsake)
            if self._open_draft:
                self._page.show_uid(self._open_draft)
                self._open_draft = ""
        return self._page

    def forget_page(self) -> None:
        """Keep what was typed and let go of the page; the house deletes the widget."""
        self.keep_drafts()
        self._open_draft = self._page.open_draft_uid if self._page else ""
        self._page = None

    def search(self, typed: str, limit: int) -> list[SearchHit]:
        """Return notes I may read and my own drafts that hold what was typed, newest first."""
        if match_query(typed) is None:
            return []
        hits = [
            SearchHit(KEY, note.uid, note.given_at, note.text)
            for note in self._service.notes(Sieve(typed=typed), None, limit)
        ]
        hits += [
            SearchHit(KEY, draft.uid, draft.kept_at or self._now(), draft.text, private=True)
            for draft in self._service.drafts(typed)
        ]
        return nlargest(limit, hits, key=_when)

    def show_hit(self, hit: SearchHit) -> None:
        """Show the note in the list, or go on with the draft."""
        self.page().show_uid(hit.uid)

    def timeline(self, first: date, last: date) -> list[TimelineEntry]:
        """Return notes left for a day: my own on theirs, the other's only on the day itself."""
        return [
            TimelineEntry(KEY, note.uid, note.day, self._opens(note), "opens")
            for note in self._service.opening(first, last)
        ]

    def offers(self) -> list[Offer]:
        """Return the keepsake, once there is a note that both can read."""
        if not self._service.any_for_paper():
            return []
        return [self._keepsake()]

    def keep_drafts(self) -> None:
        """Seal what is being written before the place is locked.

        Raises the ExpectedError that stopped it; what was typed then still stands on the page.
        """
        if self._page is not None:
            self._page.keep_drafts()

    def _keepsake(self) -> Offer:
        return Offer(
            key="appreciation.keepsake",
            title=_("A keepsake of your notes"),
            sentence=_("A small book, oldest first. Closed notes and drafts stay out of it."),
            file_name=_("Keepsake"),
            build=self._build_keepsake,
            choices=frozenset({"period", "writer", "language", "script"}),
        )

    def _build_keepsake(self, options: OfferOptions) -> Document:
        notes = self._service.period(options.first, options.last, options.writer, options.most)
        return keepsake(notes, self._service.pair, options.writer, Words(options.language))

    def _print_keepsake(self) -> None:
        if self._service.any_for_paper():
            self._context.export(self._keepsake())
        else:
            self._context.notices.tell(_("There is no open note to print yet."), "info")

    def _opens(self, note: Note) -> str:
        if note.giver != self._service.me:
            name = isolate(self._service.pair.name_of(note.giver))
            return _("A note from {name} opens today").format(name=name)
        if note.opens_on == self._service.today():
            return _("A note opens today")
        return _("A note opens")

    def _now(self) -> datetime:
        return self._context.clock.now()


def _when(hit: SearchHit) -> datetime:
    return hit.when


def _title() -> str:
    return _("Appreciate")


ROOM = Room(key=KEY, icon="envelope", title=_title, migrations=MIGRATIONS, open=Appreciation)
