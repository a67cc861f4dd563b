# SPDX-License-Identifier: GPL-3.0-or-later
"""Before a talk: both willing, a topic, a private number; and every way out of it."""

from __future__ import annotations

import pytest

from bondsdesk.rooms.listening.domain.invitation import (
    Invitation,
    choose_topic,
    give_heat,
    go_on_anyway,
    lapses_in,
    not_now,
    plan_for,
    press_willing,
    stay_calm,
    take_outside_stress,
)


def willing() -> Invitation:
    return press_willing(press_willing(Invitation("floor"), "a", 10.0), "b", 60.0)


def at_heat() -> Invitation:
    return choose_topic(willing(), plan_for("floor", "wish", "b"))


def test_both_press_within_two_minutes() -> None:
    assert willing().stage == "topic"


def test_a_press_that_is_two_minutes_old_no_longer_counts() -> None:
    one = press_willing(Invitation("floor"), "a", 10.0)
    assert lapses_in(one, 40.0) == 90.0
    late = press_willing(one, "b", 131.0)
    assert late.stage == "consent"
    assert not late.is_willing("a", 131.0)
    assert late.is_willing("b", 131.0)
    assert press_willing(late, "a", 140.0).stage == "topic"


def test_one_person_pressing_twice_is_not_two_people() -> None:
    one = press_willing(press_willing(Invitation("floor"), "a", 1.0), "a", 2.0)
    assert one.stage == "consent"


def test_not_now_keeps_nothing_of_what_was_settled() -> None:
    assert not_now(at_heat()) == Invitation("floor", "declined")


def test_a_disagreement_goes_by_the_calm_card() -> None:
    calm = choose_topic(willing(), plan_for("floor", "disagreement", "a"))
    assert calm.stage == "calm"
    assert stay_calm(calm).stage == "heat"


@pytest.mark.parametrize(("first", "second"), [(8, 1), (1, 8), (10, None), (None, 9)])
def test_high_heat_by_either_suggests_something_else_without_saying_whose(
    first: int | None, second: int | None
) -> None:
    waiting = give_heat(at_heat(), "a", first)
    assert waiting.stage == "heat", "advice would tell whose it is before the other has answered"
    advised = give_heat(waiting, "b", second)
    assert advised.stage == "advice"
    assert advised.heat == (), "nobody knows the numbers any more"


def test_low_or_untold_heat_leads_straight_on() -> None:
    ready = give_heat(give_heat(at_heat(), "a", 7), "b", None)
    assert ready.stage == "ready"
    assert ready.heat == ()


def test_advice_may_be_taken_or_not() -> None:
    advised = give_heat(give_heat(at_heat(), "a", 9), "b", 9)
    lighter = take_outside_stress(advised)
    assert lighter.stage == "ready"
    assert lighter.plan == plan_for("stress", "stress", "b")
    assert go_on_anyway(advised).plan == advised.plan


def test_heat_outside_the_scale_is_a_bug() -> None:
    with pytest.raises(ValueError, match="heat"):
        give_heat(at_heat(), "a", 11)


def test_stages_cannot_be_jumped() -> None:
    with pytest.raises(ValueError, match="is not"):
        give_heat(willing(), "a", 1)
    with pytest.raises(ValueError, match="is not"):
        go_on_anyway(at_heat())
