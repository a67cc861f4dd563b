# SPDX-License-Identifier: GPL-3.0-or-later
"""The doorplate of Goals: what the house may ask of this room."""

from __future__ import annotations

from datetime import date
from functools import partial

from bondsdesk.doorway import Offer, OfferOptions, Room, RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ports import SearchHit, TimelineEntry
from bondsdesk.kernel.words import Words
from bondsdesk.kernel.words import gettext as _
from bondsdesk.press.document import Document
from bondsdesk.rooms.goals.domain.board import Board
from bondsdesk.rooms.goals.domain.card import Card
from bondsdesk.rooms.goals.page import GoalsPage
from bondsdesk.rooms.goals.report import board_paper, card_paper
from bondsdesk.rooms.goals.schema import MIGRATIONS
from bondsdesk.rooms.goals.service.goals import GoalsService

KEY = "goals"


class Goals:
    """The room between unlock and lock."""

    def __init__(self, context: RoomContext) -> None:
        self._context = context
        self._service = GoalsService(context.vault, context.clock)
        self._page: GoalsPage | None = None

    def page(self) -> GoalsPage:
        """Return the page, built on the first call; an unsaved card stands open again."""
        if self._page is None:
            self._page = GoalsPage(
                self._context, self._service, self._export_board, self._export_card
            )
        return self._page

    def forget_page(self) -> None:
        """Keep what was typed and let go of the page; the house deletes the widget."""
        self.keep_drafts()
        self._page = None

    def search(self, typed: str, limit: int) -> list[SearchHit]:
        """Return cards whose words hold what was typed, best first."""
        hits = []
        for face in self._service.search(typed, limit):
            text = f"{face.title}\n{face.line}".strip()
            card = self._service.card(face.uid)
            if card is not None and card.since is not None:
                hits.append(SearchHit(KEY, face.uid, card.since, text))
        return hits

    def show_hit(self, hit: SearchHit) -> None:
        """Open the card that was found."""
        self.page().show_uid(hit.uid)

    def timeline(self, first: date, last: date) -> list[TimelineEntry]:
        """Return the cards that want a second look between two days."""
        return [
            TimelineEntry(KEY, face.uid, face.review_on, face.title, "review")
            for face in self._service.reviews(first, last)
            if face.review_on is not None and face.lane not in ("done", "let_go")
        ]

    def offers(self) -> list[Offer]:
        """Return each board that has a card on it."""
        return [
            self._board_offer(board)
            for board in self._service.boards()
            if self._service.faces(board.uid)
        ]

    def keep_drafts(self) -> None:
        """Seal a card that is being written before the place is locked."""
        if self._page is not None:
            self._page.keep_drafts()

    def _board_offer(self, board: Board) -> Offer:
        return Offer(
            key=f"goals.board.{board.uid}",
            title=_("Board: {name}").format(name=board.name),
            sentence=_("Every card of the board, lane by lane, with how far it has come."),
            file_name=_("Board"),
            build=partial(self._build_board, board),
            choices=frozenset({"language"}),
        )

    def _build_board(self, board: Board, options: OfferOptions) -> Document:
        faces = self._service.faces(board.uid)
        return board_paper(board, faces, self._service.pair, Words(options.language))

    def _build_card(self, card: Card, options: OfferOptions) -> Document:
        return card_paper(card, self._service.pair, Words(options.language))

    def _export_board(self, uid: str) -> None:
        board = self._service.board(uid)
        if board is not None and self._service.faces(uid):
            self._context.export(self._board_offer(board))
        else:
            self._context.notices.tell(_("There is no card on this board yet."), "info")

    def _export_card(self, uid: str) -> None:
        card = self._service.card(uid)
        if card is None:
            self._context.notices.tell_error(ExpectedError("export.nothing"))
            return
        offer = Offer(
            key=f"goals.card.{uid}",
            title=card.title,
            sentence=_("One card with everything that stands on it."),
            file_name=_("Card"),
            build=partial(self._build_card, card),
            choices=frozenset({"language"}),
        )
        self._context.export(offer)


def _title() -> str:
    return _("Goals")


ROOM = Room(key=KEY, icon="flag", title=_title, migrations=MIGRATIONS, open=Goals)
