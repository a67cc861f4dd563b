# SPDX-License-Identifier: GPL-3.0-or-later
"""Between a row of goals_card and the domain: columns, values, and what counts as damage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.rooms.goals.domain.board import Face
from bondsdesk.rooms.goals.domain.card import Card, IfThen, Partly, Step
from bondsdesk.rooms.goals.domain.money import Money
from bondsdesk.rooms.goals.store.boards import moment

LINE_CHARACTERS: Final = 120
"""Of the best picture, on the board: one line of a card."""

FACE: Final = (
    "SELECT c.uid, b.uid, c.lane, c.rank, c.title,"  # noqa: S608 - a constant of this module
    f" substr(c.picture, 1, {LINE_CHARACTERS}), c.holder,"
    " (SELECT count(*) FROM goals_step s WHERE s.card = c.id),"
    " (SELECT count(*) FROM goals_step s WHERE s.card = c.id AND s.done),"
    " c.currency, c.target, c.saved, c.first_step_by, c.review_on, c.since,"
    " (SELECT min(s.place) FROM goals_step s WHERE s.card = c.id AND NOT s.done) AS open_at,"
    " (SELECT s.text FROM goals_step s WHERE s.card = c.id AND NOT s.done"
    "  ORDER BY s.place LIMIT 1)"
    " FROM goals_card c JOIN goals_board b ON b.id = c.board"
)
"""The beginning of every query for faces."""

CARD_COLUMNS: Final = (
    "title", "why_a", "when_a", "then_a", "why_b", "when_b", "then_b", "picture", "obstacle",
    "holder", "first_step_by", "review_on", "currency", "target", "saved", "source",
)  # fmt: skip
"""What a card says, in the order of `card_values`."""

CARD: Final = (
    "SELECT c.uid, b.uid, c.lane, c.rank, c.since, "  # noqa: S608 - a constant of this module
    + ", ".join(f"c.{name}" for name in CARD_COLUMNS)
    + " FROM goals_card c JOIN goals_board b ON b.id = c.board"
)
"""The beginning of a query for a whole card."""


def face_of(row: Sequence[Any]) -> Face:
    """Build a face from a row of FACE."""
    (uid, board, lane, rank, title, picture, holder, steps, done) = row[:9]
    (currency, target, saved, first_step_by, review_on, since, place, step) = row[9:]
    _check(title, picture, step or "")
    return Face(
        Uid(uid),
        Uid(board),
        lane,
        rank,
        title,
        line=picture.partition("\n")[0],
        holder=holder,
        steps_done=done,
        steps=steps,
        next_step=step or "",
        next_place=-1 if place is None else place,
        saved=None if target is None else Money(saved, currency),
        target=None if target is None else Money(target, currency),
        first_step_by=_day(first_step_by),
        review_on=_day(review_on),
        since=local_day(moment(since)),
    )


def card_of(row: Sequence[Any], steps: Sequence[Step]) -> Card:
    """Build a card from a row of CARD and its steps."""
    uid, board, lane, rank, since = row[:5]
    said = dict(zip(CARD_COLUMNS, row[5:], strict=True))
    texts = [said[name] for name in CARD_COLUMNS[:9]]
    _check(*texts, *(step.text for step in steps))
    return Card(
        Uid(uid),
        Uid(board),
        lane,
        said["title"],
        of_a=Partly(said["why_a"], IfThen(said["when_a"], said["then_a"])),
        of_b=Partly(said["why_b"], IfThen(said["when_b"], said["then_b"])),
        picture=said["picture"],
        obstacle=said["obstacle"],
        steps=tuple(steps),
        first_step_by=_day(said["first_step_by"]),
        review_on=_day(said["review_on"]),
        holder=said["holder"],
        currency=said["currency"],
        target=said["target"],
        saved=said["saved"],
        rank=rank,
        since=moment(since),
        source=said["source"],
    )


def card_values(card: Card) -> tuple[str | int | None, ...]:
    """Return what a card says in the order of CARD_COLUMNS."""
    a, b = card.of_a, card.of_b
    return (
        card.title,
        *(a.why, a.plan.when, a.plan.then),
        *(b.why, b.plan.when, b.plan.then),
        card.picture,
        card.obstacle,
        card.holder,
        card.first_step_by.isoformat() if card.first_step_by else None,
        card.review_on.isoformat() if card.review_on else None,
        card.currency,
        card.target,
        card.saved,
        card.source,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _check(*texts: str) -> None:
    """Refuse a text with U+0000: that is damage (vault-format.md, rule 3)."""
    if any("\0" in text for text in texts):
        raise ExpectedError("vault.row_damaged")
