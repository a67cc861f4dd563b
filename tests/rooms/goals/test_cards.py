# SPDX-License-Identifier: GPL-3.0-or-later
"""What a card may say, and what is refused with nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.rooms.goals.domain.card import MOST_STEPS, Card, IfThen, Partly, Step, checked_card

TODAY = date(2026, 11, 23)
CARD = Card(new_uid(), new_uid(), "dream", "Learn to drive")


def refusal(card: Card, before: Card | None = None) -> tuple[str, object]:
    with pytest.raises(ExpectedError) as refused:
        checked_card(card, TODAY, before)
    return refused.value.code, refused.value.params["field"]


def test_a_wish_alone_is_enough() -> None:
    assert checked_card(CARD, TODAY) == CARD


def test_words_are_cleaned_and_blank_steps_left_out() -> None:
    card = replace(
        CARD,
        title="  Learn\nto drive ",
        of_b=Partly("For the school run \n", IfThen("it rains", "we go anyway")),
        steps=(Step("Find a  teacher"), Step("  "), Step("First hour", done=True)),
    )
    kept = checked_card(card, TODAY)
    assert kept.title == "Learn to drive"
    assert kept.of_b.why == "For the school run"
    assert kept.steps == (Step("Find a teacher"), Step("First hour", done=True))


@pytest.mark.parametrize(
    ("card", "told"),
    [
        (replace(CARD, title=" \u200b "), ("card.untitled", "title")),
        (replace(CARD, title="x" * 10_000), ("card.title_long", "title")),
        (replace(CARD, title="x\0"), ("text.nul", "title")),
        (replace(CARD, of_a=Partly("y" * 2_001)), ("card.text_long", "why_a")),
        (replace(CARD, of_b=Partly(plan=IfThen(then="y" * 2_001))), ("card.text_long", "then_b")),
        (replace(CARD, steps=(Step("z"),) * 500), ("card.steps", "steps")),
        (replace(CARD, steps=(Step("z" * 301),)), ("card.step_long", "steps")),
        (replace(CARD, review_on=TODAY - timedelta(1)), ("card.past", "review_on")),
        (replace(CARD, first_step_by=TODAY - timedelta(1)), ("card.past", "first_step_by")),
        (replace(CARD, first_step_by=TODAY + timedelta(8)), ("card.first_step", "first_step_by")),
        (replace(CARD, target=10**14 + 1), ("money.too_much", "target")),
        (replace(CARD, saved=-1), ("money.too_much", "saved")),
    ],
)
def test_what_does_not_fit_is_refused_and_names_its_field(
    card: Card, told: tuple[str, str]
) -> None:
    assert refusal(card) == told


def test_a_day_that_has_passed_since_may_stay() -> None:
    old = replace(CARD, review_on=TODAY - timedelta(30), first_step_by=TODAY - timedelta(20))
    assert checked_card(replace(old, title="Drive"), TODAY, old).review_on == old.review_on


def test_the_last_day_of_the_week_and_today_are_fine() -> None:
    edge = replace(CARD, first_step_by=TODAY + timedelta(7), review_on=TODAY)
    assert checked_card(edge, TODAY) == edge


def test_a_hundred_steps_fit() -> None:
    assert len(checked_card(replace(CARD, steps=(Step("s"),) * MOST_STEPS), TODAY).steps) == 100


def test_a_tick_beyond_the_last_step_changes_nothing() -> None:
    card = replace(CARD, steps=(Step("one"),))
    assert card.ticked(0, done=True).steps_done == 1
    assert card.ticked(7, done=True) == card
