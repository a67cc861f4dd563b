# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards, lanes, and what a card shows of itself on a board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import Colour
from bondsdesk.kernel.text import clean_text, is_blank
from bondsdesk.rooms.goals.domain.money import Money

Lane = Literal["dream", "plan", "doing", "done", "resting", "let_go"]
LANES: tuple[Lane, ...] = get_args(Lane)
"""In reading order. "let_go" has the same rights and the same looks as "done" (protocols B9)."""

Holder = Literal["a", "b", "both"]
HOLDERS: tuple[Holder, ...] = get_args(Holder)

BOARD_NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Board:
    """A shared board. An archived one keeps its cards and can come back."""

    uid: Uid
    name: str
    colour: Colour
    created_at: datetime
    archived_at: datetime | None = None

    @property
    def archived(self) -> bool:
        """Tell whether it has been put away."""
        return self.archived_at is not None


@dataclass(frozen=True, slots=True)
class Face:
    """A card as it stands on its board: enough to draw it, nothing to edit.

    `line` is the beginning of its best picture; `since` the day it came into its lane; `next_step`
    the first step without a tick, at `next_place` among the steps, "" for none. Money
    stands for the couple: there is no field for who put in what (rule R19).
    """

    uid: Uid
    board: Uid
    lane: Lane
    rank: str
    title: str
    line: str = ""
    holder: Holder = "both"
    steps_done: int = 0
    steps: int = 0
    next_step: str = ""
    next_place: int = -1
    saved: Money | None = None
    target: Money | None = None
    first_step_by: date | None = None
    review_on: date | None = None
    since: date | None = None

    @property
    def order(self) -> tuple[str, str]:
        """Return what the cards of a lane are ordered by."""
        return self.rank, self.uid

    @property
    def step_to_tick(self) -> str:
        """Return the step that can be ticked on the board; none where the card lies still."""
        return self.next_step if self.lane in ("dream", "plan", "doing") else ""

    @property
    def money_share(self) -> float:
        """Return the share of the target that is saved, 0 to 1; 0 without a target."""
        if self.target is None or self.saved is None or not self.target.minor:
            return 0.0
        return min(1.0, self.saved.minor / self.target.minor)


def checked_board_name(typed: str) -> str:
    """Return a board's name fit to keep.

    Raises ExpectedError "board.unnamed", "text.too_long", "text.nul".
    """
    name = " ".join(clean_text(typed, BOARD_NAME_LIMIT).split())
    if is_blank(name):
        raise ExpectedError("board.unnamed")
    return name
