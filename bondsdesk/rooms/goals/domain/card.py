# SPDX-License-Identifier: GPL-3.0-or-later
"""A card: a wish, what it means to each, and the small steps to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.text import clean_text, is_blank
from bondsdesk.rooms.goals.domain.board import Holder, Lane
from bondsdesk.rooms.goals.domain.money import MOST_MINOR, USUAL_CURRENCY, Currency, Money

TITLE_LIMIT = 200
TEXT_LIMIT = 2_000
STEP_LIMIT = 300
MOST_STEPS = 100
FIRST_STEP_WITHIN = timedelta(days=7)
"""A first step that is near is taken (protocols B9)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One small step towards a wish; no name stands beside a tick (rule R19)."""

    text: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class IfThen:
    """When the obstacle comes, then I do this."""

    when: str = ""
    then: str = ""

    def empty(self) -> bool:
        """Tell whether neither half is written."""
        return is_blank(self.when) and is_blank(self.then)


@dataclass(frozen=True, slots=True)
class Partly:
    """What each of the two writes for themselves; both can read both."""

    why: str = ""
    plan: IfThen = IfThen()


@dataclass(frozen=True, slots=True)
class Card:
    """A wish and the way to it. Everything but the title may stay empty.

    `target` and `saved` are in minor units of `currency`; a card without a target shows no money.
    `since`: when it came into its lane. `source`: the uid of what it was made from, "" for none.
    """

    uid: Uid
    board: Uid
    lane: Lane
    title: str
    of_a: Partly = Partly()
    of_b: Partly = Partly()
    picture: str = ""
    obstacle: str = ""
    steps: tuple[Step, ...] = ()
    first_step_by: date | None = None
    review_on: date | None = None
    holder: Holder = "both"
    currency: Currency = USUAL_CURRENCY
    target: int | None = None
    saved: int = 0
    rank: str = ""
    since: datetime | None = None
    source: str = ""

    @property
    def steps_done(self) -> int:
        """Return how many steps are ticked."""
        return sum(step.done for step in self.steps)

    def of(self, partner: PartnerId) -> Partly:
        """Return what one of the two wrote for themselves."""
        return self.of_a if partner == "a" else self.of_b

    def money(self) -> tuple[Money, Money] | None:
        """Return saved so far and the target, None where no money is meant."""
        if self.target is None:
            return None
        return Money(self.saved, self.currency), Money(self.target, self.currency)

    def ticked(self, number: int, *, done: bool) -> Card:
        """Return the card with one step ticked or not; a step that is gone changes nothing."""
        if not 0 <= number < len(self.steps):
            return self
        step = replace(self.steps[number], done=done)
        return replace(self, steps=(*self.steps[:number], step, *self.steps[number + 1 :]))


def checked_card(card: Card, today: date, before: Card | None = None) -> Card:
    """Return a card fit to keep.

    `before` is the card as it was: a date that has passed since it was chosen may stay. Raises
    ExpectedError with `field` naming the place: "card.untitled", "card.title_long",
    "card.text_long", "card.step_long", "text.nul", "card.steps" (with `limit` and `count`),
    "card.past" for a new date before today, "card.first_step" beyond a week from today,
    "money.too_much".
    """
    if card.target is not None and not 0 <= card.target <= MOST_MINOR:
        raise ExpectedError("money.too_much", field="target")
    if not 0 <= card.saved <= MOST_MINOR:
        raise ExpectedError("money.too_much", field="saved")
    _check_dates(card, today, before)
    return replace(
        card,
        title=_checked_title(card.title),
        of_a=_checked_part(card.of_a, "a"),
        of_b=_checked_part(card.of_b, "b"),
        picture=_text(card.picture, "picture"),
        obstacle=_text(card.obstacle, "obstacle"),
        steps=_checked_steps(card.steps),
        target=card.target or None,
    )


def _checked_title(typed: str) -> str:
    title = " ".join(_text(typed, "title", "card.title_long", TITLE_LIMIT).split())
    if is_blank(title):
        raise ExpectedError("card.untitled", field="title")
    return title


def _checked_part(part: Partly, who: PartnerId) -> Partly:
    plan = IfThen(_text(part.plan.when, f"when_{who}"), _text(part.plan.then, f"then_{who}"))
    return Partly(_text(part.why, f"why_{who}"), plan)


def _checked_steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    kept = [step for step in steps if not is_blank(step.text)]
    if len(kept) > MOST_STEPS:
        raise ExpectedError("card.steps", field="steps", limit=MOST_STEPS, count=len(kept))
    return tuple(
        replace(
            step, text=" ".join(_text(step.text, "steps", "card.step_long", STEP_LIMIT).split())
        )
        for step in kept
    )


def _text(typed: str, field: str, code: str = "card.text_long", limit: int = TEXT_LIMIT) -> str:
    """Return a text fit to keep; a refusal names its field."""
    try:
        return clean_text(typed, limit)
    except ExpectedError as error:
        told = "text.nul" if error.code == "text.nul" else code
        raise ExpectedError(told, **{**error.params, "field": field}) from None


def _check_dates(card: Card, today: date, before: Card | None) -> None:
    first = card.first_step_by
    if first and first != (before.first_step_by if before else None):
        if first < today:
            raise ExpectedError("card.past", field="first_step_by")
        if first > today + FIRST_STEP_WITHIN:
            raise ExpectedError("card.first_step", field="first_step_by")
    review = card.review_on
    if review and review != (before.review_on if before else None) and review < today:
        raise ExpectedError("card.past", field="review_on")
