# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards in SQL: a board is read in one go as faces, a card in full only when it is opened.

A move writes one row. Knows no rule about what a card may say.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.text import match_query, search_shadow
from bondsdesk.rooms.goals.domain.board import Face, Lane
from bondsdesk.rooms.goals.domain.card import Card, Step
from bondsdesk.rooms.goals.domain.rank import rank_between
from bondsdesk.rooms.goals.store.boards import stamp
from bondsdesk.rooms.goals.store.rows import CARD, CARD_COLUMNS, FACE, card_of, card_values, face_of

if TYPE_CHECKING:
    from bondsdesk.vault.work import Reader, Work

_FOUND = (
    f"{FACE} JOIN (SELECT rowid AS found, rank AS match FROM goals_words"  # noqa: S608
    " WHERE goals_words MATCH ? ORDER BY rank LIMIT ?) ON found = c.id ORDER BY match"
)
_NAMES = ", ".join(CARD_COLUMNS)
_PLACES = ", ".join("?" for _ in CARD_COLUMNS)
_SETS = ", ".join(f"{name} = ?" for name in CARD_COLUMNS)


class CardReader:
    """Reads cards."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def faces(self, board: str) -> list[Face]:
        """Return every card of a board, lane by lane in its order."""
        rows = self._reader.rows(
            f"{FACE} WHERE b.uid = ? ORDER BY c.lane, c.rank",
            (board,),
        )
        return [face_of(row) for row in rows]

    def face(self, uid: str) -> Face | None:
        """Return one card as it stands on its board, None if it is gone."""
        row = self._reader.row(f"{FACE} WHERE c.uid = ?", (uid,))
        return face_of(row) if row else None

    def card(self, uid: str) -> Card | None:
        """Return one card in full, None if it is gone."""
        row = self._reader.row(f"{CARD} WHERE c.uid = ?", (uid,))
        return card_of(row, self._steps(uid)) if row else None

    def first_rank(self, board: str, lane: Lane) -> str | None:
        """Return the rank of the first card of a lane, None for an empty lane."""
        return self._edge_rank(board, lane, "min")

    def last_rank(self, board: str, lane: Lane) -> str | None:
        """Return the rank of the last card of a lane, None for an empty lane."""
        return self._edge_rank(board, lane, "max")

    def rank_before(self, board: str, lane: Lane, rank: str, but: str) -> str | None:
        """Return the rank of the card above a place, not counting the one that moves."""
        found = self._reader.value(
            "SELECT max(rank) FROM goals_card WHERE lane = ? AND rank < ? AND uid <> ?"
            " AND board = (SELECT id FROM goals_board WHERE uid = ?)",
            (lane, rank, but, board),
        )
        return None if found is None else str(found)

    def rank_after(self, board: str, lane: Lane, rank: str, but: str) -> str | None:
        """Return the rank of the card below a place, not counting the one that moves."""
        found = self._reader.value(
            "SELECT min(rank) FROM goals_card WHERE lane = ? AND rank > ? AND uid <> ?"
            " AND board = (SELECT id FROM goals_board WHERE uid = ?)",
            (lane, rank, but, board),
        )
        return None if found is None else str(found)

    def search(self, typed: str, limit: int) -> list[Face]:
        """Return cards whose words hold what was typed, best first."""
        query = match_query(typed)
        if query is None:
            return []
        return [face_of(row) for row in self._reader.rows(_FOUND, (query, limit))]

    def reviews(self, first: date, last: date) -> list[Face]:
        """Return cards to look at again between two days, both included; archived boards rest."""
        rows = self._reader.rows(
            f"{FACE} WHERE c.review_on BETWEEN ? AND ? AND b.archived_at IS NULL"
            " ORDER BY c.review_on, c.id",
            (first.isoformat(), last.isoformat()),
        )
        return [face_of(row) for row in rows]

    def sources(self) -> frozenset[str]:
        """Return the uids of everything that has become a card."""
        rows = self._reader.rows("SELECT source FROM goals_card WHERE source <> ''")
        return frozenset(str(row[0]) for row in rows)

    def _steps(self, uid: str) -> list[Step]:
        rows = self._reader.rows(
            "SELECT s.text, s.done FROM goals_step s JOIN goals_card c ON c.id = s.card"
            " WHERE c.uid = ? ORDER BY s.place",
            (uid,),
        )
        return [Step(str(text), bool(done)) for text, done in rows]

    def _edge_rank(self, board: str, lane: Lane, edge: str) -> str | None:
        found = self._reader.value(
            f"SELECT {edge}(rank) FROM goals_card WHERE lane = ?"  # noqa: S608 - min or max
            " AND board = (SELECT id FROM goals_board WHERE uid = ?)",
            (lane, board),
        )
        return None if found is None else str(found)


class CardStore(CardReader):
    """Writes cards within one piece of work."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work

    def add(self, card: Card) -> None:
        """Write a new card at its place, or right below it where another one stands there now."""
        rank = self.free_rank(card.board, card.lane, card.rank, card.uid)
        self._work.run(
            f"INSERT INTO goals_card (uid, rank, board, lane, since, {_NAMES}) VALUES"  # noqa: S608
            f" (?, ?, (SELECT id FROM goals_board WHERE uid = ?), ?, ?, {_PLACES})",
            (card.uid, rank, card.board, card.lane, _since(card), *card_values(card)),
        )
        self._write_steps(card)
        self._index(card)

    def change(self, card: Card) -> None:
        """Write what a card says; where it stands is left."""
        self._work.run(
            f"UPDATE goals_card SET {_SETS} WHERE uid = ?",  # noqa: S608
            (*card_values(card), card.uid),
        )
        self._write_steps(card)
        self._index(card)

    def place(self, uid: Uid, board: Uid, lane: Lane, rank: str, since: datetime) -> None:
        """Put a card at a place, or right below it where another one stands there now."""
        rank = self.free_rank(board, lane, rank, uid)
        self._work.run(
            "UPDATE goals_card SET lane = ?, rank = ?, since = ? WHERE uid = ?",
            (lane, rank, stamp(since), uid),
        )

    def tick(self, uid: Uid, number: int, *, done: bool) -> None:
        """Tick a step or take the tick away."""
        self._work.run(
            "UPDATE goals_step SET done = ? WHERE place = ?"
            " AND card = (SELECT id FROM goals_card WHERE uid = ?)",
            (int(done), number, uid),
        )

    def remove(self, uid: Uid) -> None:
        """Delete a card with its steps and its words."""
        number = self._number(uid)
        self._work.run("DELETE FROM goals_words WHERE rowid = ?", (number,))
        self._work.run("DELETE FROM goals_step WHERE card = ?", (number,))
        self._work.run("DELETE FROM goals_card WHERE id = ?", (number,))

    def free_rank(self, board: str, lane: Lane, rank: str, uid: str) -> str:
        """Return a rank, or the next free one below where another card has it."""
        taken = self._work.value(
            "SELECT 1 FROM goals_card WHERE lane = ? AND rank = ? AND uid <> ?"
            " AND board = (SELECT id FROM goals_board WHERE uid = ?)",
            (lane, rank, uid, board),
        )
        if not taken:
            return rank
        return rank_between(rank, self.rank_after(board, lane, rank, uid))

    def _write_steps(self, card: Card) -> None:
        number = self._number(card.uid)
        self._work.run("DELETE FROM goals_step WHERE card = ?", (number,))
        self._work.run_many(
            "INSERT INTO goals_step (card, place, text, done) VALUES (?, ?, ?, ?)",
            [(number, i, step.text, int(step.done)) for i, step in enumerate(card.steps)],
        )

    def _index(self, card: Card) -> None:
        number = self._number(card.uid)
        parts = [card.of_a, card.of_b]
        texts = [card.title, card.picture, card.obstacle, *(step.text for step in card.steps)]
        texts += [text for part in parts for text in (part.why, part.plan.when, part.plan.then)]
        self._work.run("DELETE FROM goals_words WHERE rowid = ?", (number,))
        self._work.run(
            "INSERT INTO goals_words (rowid, words) VALUES (?, ?)",
            (number, search_shadow("\n".join(texts))),
        )

    def _number(self, uid: str) -> int | None:
        number = self._work.value("SELECT id FROM goals_card WHERE uid = ?", (uid,))
        return None if number is None else int(number)


def _since(card: Card) -> str:
    if card.since is None:
        raise ValueError("a card is kept with the time it came into its lane")
    return stamp(card.since)
