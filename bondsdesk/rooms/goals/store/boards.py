# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards in SQL. There are a few of them, so every list is a whole one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import Colour
from bondsdesk.rooms.goals.domain.board import Board

if TYPE_CHECKING:
    from bondsdesk.vault.work import Reader, Work

_BOARD = "SELECT uid, name, colour, created_at, archived_at FROM goals_board"


class BoardReader:
    """Reads boards."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def boards(self, *, archived: bool) -> list[Board]:
        """Return the boards in use, or those put away, in the order they were made."""
        state = "IS NOT NULL" if archived else "IS NULL"
        rows = self._reader.rows(f"{_BOARD} WHERE archived_at {state} ORDER BY id")
        return [_board(row) for row in rows]

    def board(self, uid: str) -> Board | None:
        """Return one board, None if it is gone."""
        row = self._reader.row(f"{_BOARD} WHERE uid = ?", (uid,))
        return _board(row) if row else None


class BoardStore(BoardReader):
    """Writes boards within one piece of work."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work

    def put(self, board: Board) -> None:
        """Write a board, in the place of its earlier form."""
        self._work.run(
            "INSERT INTO goals_board (uid, name, colour, created_at, archived_at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET"
            " name = excluded.name, colour = excluded.colour, archived_at = excluded.archived_at",
            (
                board.uid,
                board.name,
                board.colour,
                stamp(board.created_at),
                stamp(board.archived_at) if board.archived_at else None,
            ),
        )

    def remove(self, uid: Uid) -> None:
        """Delete a board that was just made: its cards are gone by then, or this is refused."""
        self._work.run("DELETE FROM goals_board WHERE uid = ?", (uid,))


def stamp(moment: datetime) -> str:
    """Return UTC in one fixed width, so that text order is time order."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def moment(text: str) -> datetime:
    """Return what `stamp` wrote."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _board(row: Sequence[Any]) -> Board:
    uid, name, colour, created_at, archived_at = row
    if "\0" in name:
        raise ExpectedError("vault.row_damaged")
    return Board(
        Uid(uid),
        name,
        cast("Colour", colour),
        moment(created_at),
        moment(archived_at) if archived_at else None,
    )
