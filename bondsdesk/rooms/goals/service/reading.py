# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of boards and cards. Knows no screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.people import Pair, PartnerId
from bondsdesk.rooms.goals.domain.board import Board, Face
from bondsdesk.rooms.goals.domain.card import Card
from bondsdesk.rooms.goals.store.boards import BoardReader
from bondsdesk.rooms.goals.store.cards import CardReader
from bondsdesk.rooms.goals.store.drafts import DraftStore

if TYPE_CHECKING:
    from bondsdesk.kernel.clock import Clock
    from bondsdesk.vault.vault import Vault


class GoalsRead:
    """The questions of this room."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    @property
    def me(self) -> PartnerId | None:
        """Return who sits at the desk; None under the shared sheet."""
        return self._vault.partner

    @property
    def pair(self) -> Pair:
        """Return both partners."""
        return self._vault.pair

    def today(self) -> date:
        """Return the day where the laptop stands."""
        return local_day(self._clock.now())

    def boards(self, *, archived: bool = False) -> list[Board]:
        """Return the boards in use, or those put away."""
        with self._vault.read() as reader:
            return BoardReader(reader).boards(archived=archived)

    def board(self, uid: str) -> Board | None:
        """Return one board."""
        with self._vault.read() as reader:
            return BoardReader(reader).board(uid)

    def faces(self, board: str) -> list[Face]:
        """Return every card of a board, lane by lane in its order."""
        with self._vault.read() as reader:
            return CardReader(reader).faces(board)

    def face(self, uid: str) -> Face | None:
        """Return one card as it stands on its board."""
        with self._vault.read() as reader:
            return CardReader(reader).face(uid)

    def card(self, uid: str) -> Card | None:
        """Return one card in full."""
        with self._vault.read() as reader:
            return CardReader(reader).card(uid)

    def search(self, typed: str, limit: int) -> list[Face]:
        """Return cards whose words hold what was typed, best first."""
        with self._vault.read() as reader:
            return CardReader(reader).search(typed, limit)

    def reviews(self, first: date, last: date) -> list[Face]:
        """Return cards to look at again between two days, both included."""
        with self._vault.read() as reader:
            return CardReader(reader).reviews(first, last)

    def sources(self) -> frozenset[str]:
        """Return the uids of everything that has become a card."""
        with self._vault.read() as reader:
            return CardReader(reader).sources()

    def drafts(self) -> dict[str, dict[str, Any]]:
        """Return my unsaved forms by the uid of their card; none under the shared sheet."""
        if self.me is None:
            return {}
        with self._vault.read() as reader:
            return DraftStore(reader).drafts()

    def unsaved(self) -> tuple[str, str] | None:
        """Return board and card of a form I have not saved, on a board in use; None without one."""
        used = {board.uid for board in self.boards()}
        for uid, form in self.drafts().items():
            face = self.face(uid)
            board = face.board if face else str(form.get("board", ""))
            if board in used:
                return board, uid
        return None
