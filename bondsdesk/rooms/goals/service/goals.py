# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people do with boards and cards: one method per intent, one transaction, one Change.

A Change names the card it touched ("goal.card" and the uid), so that a board of two thousand
cards reads one of them again and not all. Knows no screen: it returns codes, never sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.people import Colour
from bondsdesk.rooms.goals.domain.board import Board, Lane, checked_board_name
from bondsdesk.rooms.goals.domain.card import Card, checked_card
from bondsdesk.rooms.goals.domain.rank import rank_between
from bondsdesk.rooms.goals.service.reading import GoalsRead
from bondsdesk.rooms.goals.store.boards import BoardStore
from bondsdesk.rooms.goals.store.cards import CardReader, CardStore
from bondsdesk.rooms.goals.store.drafts import DraftStore

if TYPE_CHECKING:
    from bondsdesk.vault.work import Work

BOARDS = "goal.board"
CARD = "goal.card"


def card_kind(uid: str) -> str:
    """Return the kind that says which card was touched."""
    return f"{CARD} {uid}"


def touched_card(kind: str) -> str:
    """Return the uid of the card that a kind names, "" for any other kind."""
    head, _, uid = kind.partition(" ")
    return uid if head == CARD else ""


class GoalsService(GoalsRead):
    """The intents of this room."""

    # boards

    def make_board(self, name: str, colour: Colour, uid: Uid | None = None) -> Change:
        """Begin a board. Raises ExpectedError "board.unnamed", "text.too_long", "text.nul"."""
        now = self._clock.now()
        board = Board(uid or new_uid(), checked_board_name(name), colour, now)

        def take_back(work: Work) -> None:
            BoardStore(work).remove(board.uid)

        return self._do("board.made", frozenset({BOARDS}), _boarded(board), take_back)

    def change_board(self, uid: str, name: str, colour: Colour) -> Change | None:
        """Give a board another name or colour; None if it is the same. Raises "board.gone" too."""
        before = self._board(uid)
        after = replace(before, name=checked_board_name(name), colour=colour)
        if after == before:
            return None
        return self._do("board.changed", frozenset({BOARDS}), _boarded(after), _boarded(before))

    def archive(self, uid: str) -> Change:
        """Put a board away with everything on it. Raises ExpectedError "board.gone"."""
        before = self._board(uid)
        after = replace(before, archived_at=self._clock.now())
        return self._do("board.archived", frozenset({BOARDS}), _boarded(after), _boarded(before))

    def restore(self, uid: str) -> Change:
        """Bring a board back. Raises ExpectedError "board.gone"."""
        before = self._board(uid)
        after = replace(before, archived_at=None)
        return self._do("board.restored", frozenset({BOARDS}), _boarded(after), _boarded(before))

    # cards

    def add(self, card: Card) -> Change:
        """Put a new card first in its lane.

        Raises ExpectedError "board.gone" and what domain.checked_card raises.
        """
        self._board(card.board)
        now = self._clock.now()
        checked = replace(checked_card(card, self.today()), since=now)
        with self._vault.read() as reader:
            first = CardReader(reader).first_rank(card.board, card.lane)
        placed = replace(checked, rank=rank_between(None, first))

        def add(work: Work) -> None:
            CardStore(work).add(placed)
            self._drop_draft(work, placed.uid)

        def take_back(work: Work) -> None:
            CardStore(work).remove(placed.uid)

        return self._do("card.added", frozenset({card_kind(card.uid)}), add, take_back)

    def save(self, card: Card) -> Change | None:
        """Keep what was changed on a card; None if nothing was.

        Another lane puts the card first there. Raises ExpectedError "card.gone" and what
        domain.checked_card raises; nothing is written then.
        """
        before = self._card(card.uid)
        after = checked_card(card, self.today(), before)
        after = replace(after, rank=before.rank, since=before.since)
        if after == before:
            self.drop_draft(card.uid)
            return None
        if after.lane != before.lane:
            with self._vault.read() as reader:
                first = CardReader(reader).first_rank(after.board, after.lane)
            after = replace(after, rank=rank_between(None, first), since=self._clock.now())

        def put(version: Card) -> Callable[[Work], None]:
            def step(work: Work) -> None:
                store = CardStore(work)
                store.change(version)
                if after.lane != before.lane:
                    _place(store, version)
                self._drop_draft(work, version.uid)

            return step

        kinds = frozenset({card_kind(card.uid)})
        return self._do("card.saved", kinds, put(after), put(before))

    def move(self, uid: str, lane: Lane, before: str | None) -> Change | None:
        """Put a card above another one, or with None last in a lane; None if it stands there.

        Raises ExpectedError "card.gone" if one of the two is gone.
        """
        card = self._card(uid)
        with self._vault.read() as reader:
            reads = CardReader(reader)
            if before is None:
                low, high = reads.last_rank(card.board, lane), None
                if low == card.rank and lane == card.lane:
                    return None
            else:
                target = reads.face(before)
                if target is None or target.lane != lane or target.board != card.board:
                    raise ExpectedError("card.gone")
                high = target.rank
                low = reads.rank_before(card.board, lane, high, uid)
        if lane == card.lane and (low or "") < card.rank and (high is None or card.rank < high):
            return None
        if before == uid:
            return None
        since = card.since if lane == card.lane else self._clock.now()
        after = replace(card, lane=lane, rank=rank_between(low, high), since=since)
        kinds = frozenset({card_kind(uid)})
        return self._do("card.moved", kinds, _placed(after), _placed(card))

    def tick(self, uid: str, number: int, *, done: bool) -> Change | None:
        """Tick a step of a card or take the tick away; None if it is so, or no such step.

        Raises ExpectedError "card.gone".
        """
        card = self._card(uid)
        if card.ticked(number, done=done) == card:
            return None

        def put(state: bool) -> Callable[[Work], None]:
            def step(work: Work) -> None:
                CardStore(work).tick(card.uid, number, done=state)

            return step

        label = "card.ticked" if done else "card.unticked"
        return self._do(label, frozenset({card_kind(uid)}), put(done), put(not done))

    def delete(self, uid: str) -> Change:
        """Delete a card that was written by mistake. Raises ExpectedError "card.gone".

        Until the place is locked undo brings it back, from memory.
        """
        card = self._card(uid)

        def remove(work: Work) -> None:
            CardStore(work).remove(card.uid)
            self._drop_draft(work, card.uid)

        def add(work: Work) -> None:
            CardStore(work).add(card)

        return self._do("card.deleted", frozenset({card_kind(uid)}), remove, add)

    # what was typed and is not saved

    def keep_draft(self, card: str, form: dict[str, Any]) -> None:
        """Seal an unsaved form as it stands. Under the shared sheet there is no private place."""
        if self.me is None:
            return
        with self._vault.work() as work:
            DraftStore(work).keep(card, form)

    def drop_draft(self, card: str) -> None:
        """Forget the unsaved form of a card."""
        if card not in self.drafts():
            return
        with self._vault.work() as work:
            DraftStore(work).drop(card)

    # inside

    def _board(self, uid: str) -> Board:
        board = self.board(uid)
        if board is None:
            raise ExpectedError("board.gone")
        return board

    def _card(self, uid: str) -> Card:
        card = self.card(uid)
        if card is None:
            raise ExpectedError("card.gone")
        return card

    def _drop_draft(self, work: Work, card: str) -> None:
        if self.me is not None:
            DraftStore(work).drop(card)

    def _do(
        self,
        label: str,
        touched: frozenset[str],
        redo: Callable[[Work], None],
        undo: Callable[[Work], None],
    ) -> Change:
        """Do something in one transaction and return how to take it back and do it again."""

        def run(step: Callable[[Work], None]) -> Callable[[], None]:
            def in_one_piece() -> None:
                with self._vault.work() as work:
                    step(work)

            return in_one_piece

        change = Change(label, touched, redo=run(redo), undo=run(undo))
        run(redo)()
        return change


def _boarded(board: Board) -> Callable[[Work], None]:
    def step(work: Work) -> None:
        BoardStore(work).put(board)

    return step


def _placed(card: Card) -> Callable[[Work], None]:
    def step(work: Work) -> None:
        _place(CardStore(work), card)

    return step


def _place(store: CardStore, card: Card) -> None:
    if card.since is not None:
        store.place(card.uid, card.board, card.lane, card.rank, card.since)
