# SPDX-License-Identifier: GPL-3.0-or-later
"""The doorplate of Boundaries: what the house may ask of this room."""

from __future__ import annotations

from datetime import date
from functools import partial
from heapq import nlargest

from bondsdesk.doorway import Offer, OfferOptions, Room, RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ports import SearchHit, TimelineEntry
from bondsdesk.kernel.text import match_query
from bondsdesk.kernel.words import Words
from bondsdesk.kernel.words import gettext as _
from bondsdesk.press.document import Document
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.page import BoundariesPage
from bondsdesk.rooms.boundaries.report import agreement_document
from bondsdesk.rooms.boundaries.schema import MIGRATIONS
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.service.limits import Limits

KEY = "boundaries"


class Boundaries:
    """The room between unlock and lock."""

    def __init__(self, context: RoomContext) -> None:
        self._context = context
        self._desk = Desk(context.vault, context.clock)
        self._limits = Limits(self._desk)
        self._agreements = Agreements(self._desk)
        self._page: BoundariesPage | None = None
        self._open_uid = ""

    def page(self) -> BoundariesPage:
        """Return the page, built on the first call; what stood open stands open again."""
        if self._page is None:
            self._page = BoundariesPage(
                self._context, self._limits, self._agreements, self._print_out
            )
            if self._open_uid:
                self._page.open(self._open_uid)
                self._open_uid = ""
        return self._page

    def forget_page(self) -> None:
        """Keep what was typed and let go of the page; the house deletes the widget."""
        self.keep_drafts()
        self._open_uid = self._page.uid if self._page else ""
        self._page = None

    def search(self, typed: str, limit: int) -> list[SearchHit]:
        """Return agreements, limits and my drafts that hold what was typed, newest first."""
        if match_query(typed) is None:
            return []
        now = self._context.clock.now()
        hits = [
            SearchHit(KEY, each.uid, each.since() or now, each.title)
            for each in self._agreements.search(typed)
        ]
        hits += [
            SearchHit(KEY, each.uid, each.since, each.text, private=each.state == "private")
            for each in self._limits.search(typed)
        ]
        hits += [
            SearchHit(
                KEY, each.uid, each.kept_at or now, _draft_text(each.text.words()), private=True
            )
            for each in self._agreements.search_drafts(typed)
        ]
        return nlargest(limit, hits, key=lambda hit: hit.when)

    def show_hit(self, hit: SearchHit) -> None:
        """Show what was found."""
        self.page().open(hit.uid)

    def timeline(self, first: date, last: date) -> list[TimelineEntry]:
        """Return the days on which an agreement in force wants to be looked at again."""
        return [
            TimelineEntry(KEY, each.uid, each.review_on, each.title, "review")
            for each in self._agreements.all()
            if each.group(self._desk.today()) == "in_force"
            and each.review_on
            and first <= each.review_on <= last
        ]

    def offers(self) -> list[Offer]:
        """Return each agreement that can be put on paper, those in force first."""
        shown = [each for each in self._agreements.all() if each.kept.text]
        return [self._offer(each) for each in sorted(shown, key=lambda each: not each.in_force)]

    def keep_drafts(self) -> None:
        """Seal what is being written before the place is locked."""
        if self._page is not None:
            self._page.keep_drafts()

    def _offer(self, agreement: Agreement) -> Offer:
        return Offer(
            key=f"boundaries.agreement.{agreement.uid}",
            title=agreement.title,
            sentence=_("The agreement with its signatures and its history, on paper."),
            file_name=_("Agreement"),
            build=partial(self._build, agreement.uid),
            choices=frozenset({"language"}),
        )

    def _build(self, uid: str, options: OfferOptions) -> Document:
        return agreement_document(uid, self._agreements, Words(options.language))

    def _print_out(self, uid: str) -> None:
        agreement = self._agreements.find(uid)
        if agreement is None or agreement.kept.text is None:
            self._context.notices.tell_error(ExpectedError("export.nothing"))
        else:
            self._context.export(self._offer(agreement))


def _draft_text(words: tuple[str, ...]) -> str:
    return "\n".join(each for each in words if each.strip())


def _title() -> str:
    return _("Boundaries")


ROOM = Room(key=KEY, icon="fence", title=_title, migrations=MIGRATIONS, open=Boundaries)
