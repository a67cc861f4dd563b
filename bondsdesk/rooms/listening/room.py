# SPDX-License-Identifier: GPL-3.0-or-later
"""The doorplate of Listen: what the house may ask of this room."""

from __future__ import annotations

from datetime import date
from functools import partial

from bondsdesk.doorway import Offer, OfferOptions, Room, RoomContext
from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.ports import SearchHit, Seed, TimelineEntry
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.press.document import Document
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.page import ListeningPage
from bondsdesk.rooms.listening.report import talk_summary, talks_summary
from bondsdesk.rooms.listening.schema import MIGRATIONS
from bondsdesk.rooms.listening.service.content import content
from bondsdesk.rooms.listening.service.talks import Talks

KEY = "listening"

SEEDS = 20
"""Small steps that are lent: those of the last talks; older ones have had their time."""


class Listening:
    """The room between unlock and lock."""

    def __init__(self, context: RoomContext) -> None:
        self._context = context
        self._talks = Talks(context.vault)
        self._page: ListeningPage | None = None

    def page(self) -> ListeningPage:
        """Return the page, built on the first call."""
        if self._page is None:
            self._page = ListeningPage(self._context, self._talks, self._offer_of)
        return self._page

    def forget_page(self) -> None:
        """Keep a talk under way and let go of the page; the house deletes the widget."""
        if self._page is not None:
            self._page.let_go()
        self._page = None

    def search(self, typed: str, limit: int) -> list[SearchHit]:
        """Return talks whose kept words hold what was typed; nothing else of a talk is text."""
        return [
            SearchHit(KEY, record.uid, record.held_at, _hit_text(record))
            for record in self._talks.search(typed, limit)
        ]

    def show_hit(self, hit: SearchHit) -> None:
        """Open the talk that was found."""
        self.page().open_talk(Uid(hit.uid))

    def timeline(self, first: date, last: date) -> list[TimelineEntry]:
        """Return the talk that waits, on the day both agreed to go on."""
        running = self._talks.running()
        if running is None or running.talk.return_at is None:
            return []
        day = local_day(running.talk.return_at)
        if not first <= day <= last:
            return []
        name = content(screen_words().language).format_title(running.talk.plan.format)
        title = _("Go on with: {format}").format(format=name)
        return [TimelineEntry(KEY, running.talk.uid, day, title, "planned")]

    def seeds(self) -> list[Seed]:
        """Return the small steps that both kept at the end of talks, newest first."""
        return [
            Seed(record.small_step, local_day(record.held_at), KEY, record.uid)
            for record in self._talks.with_small_step(SEEDS)
        ]

    def offers(self) -> list[Offer]:
        """Return the list of talks on paper, once there is one."""
        if not self._talks.count():
            return []
        return [
            Offer(
                key="listening.talks",
                title=_("Our talks"),
                sentence=_("Day, kind and length of each talk, and the words you both kept."),
                file_name=_("Our talks"),
                build=self._build_talks,
                choices=frozenset({"period", "language"}),
            )
        ]

    def keep_drafts(self) -> None:
        """Write a talk under way down before the place is locked."""
        if self._page is not None:
            self._page.keep_drafts()

    def _offer_of(self, record: TalkRecord) -> Offer:
        name = content(screen_words().language).format_title(record.format)
        return Offer(
            key="listening.talk",
            title=name,
            sentence=_("One page with its day, its length, and the words you both kept."),
            file_name=_("A talk"),
            build=partial(_build_talk, record),
            choices=frozenset({"language"}),
        )

    def _build_talks(self, options: OfferOptions) -> Document:
        return talks_summary(self._talks, options.language, options.first, options.last)


def _build_talk(record: TalkRecord, options: OfferOptions) -> Document:
    return talk_summary(record, options.language)


def _hit_text(record: TalkRecord) -> str:
    return "\n".join(text for text in (record.line, record.words, record.small_step) if text)


def _title() -> str:
    return _("Listen")


ROOM = Room(key=KEY, icon="listen", title=_title, migrations=MIGRATIONS, open=Listening)
