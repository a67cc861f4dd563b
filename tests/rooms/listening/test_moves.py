# SPDX-License-Identifier: GPL-3.0-or-later
"""A talk step by step: who acts, what is left, what comes next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.rooms.listening.domain.formats import (
    FORMAT_KEYS,
    FORMATS,
    STEPS,
    Answer,
    FormatKey,
    StepKind,
    TopicKind,
    about_minutes,
    parts_of,
    topics_offered,
    usual_minutes,
)
from bondsdesk.rooms.listening.domain.invitation import plan_for
from bondsdesk.rooms.listening.domain.moves import agree_return, answer, begin, end, go_on, hold
from bondsdesk.rooms.listening.domain.saved import from_document, to_document
from bondsdesk.rooms.listening.domain.talk import Talk, answers, floor_left, next_bell, remaining

EVENING = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)


def talk_of(
    form: FormatKey = "floor",
    topic: TopicKind = "wish",
    chosen: tuple[StepKind, ...] = (),
    minutes: int | None = None,
) -> Talk:
    plan = plan_for(form, topic, "b", minutes=minutes, chosen=chosen)
    return begin(new_uid(), plan, EVENING, 0.0)


def walk(talk: Talk, *given: Answer, now: float = 0.0) -> Talk:
    for each in given:
        talk = answer(talk, each, now)
    return talk


def test_a_floor_talk_goes_through_its_steps_and_swaps() -> None:
    talk = talk_of()
    assert (talk.floor, talk.actor, talk.step) == ("b", "b", "ask")
    talk = walk(talk, "hear")
    assert (talk.step, talk.actor) == ("speak", "b")
    talk = walk(talk, "done", now=40.0)
    assert (talk.step, talk.actor, talk.floor) == ("say_back", "a", "b")
    talk = walk(talk, "done", now=60.0)
    assert (talk.step, talk.actor) == ("check", "b")
    talk = walk(talk, "yes", "skip", now=61.0)
    assert (talk.step, talk.floor, talk.turn) == ("ask", "a", 1)
    talk = walk(talk, "think", "done", "done", "yes", "done", now=80.0)
    assert talk.here.key == "close"
    assert (talk.step, talk.actor) == ("thanks", "b")
    talk = walk(talk, "done", "skip", "skip", now=90.0)
    assert talk.over
    assert talk.whole.elapsed(1000.0) == 90.0


def test_not_quite_leads_back_twice_and_then_to_a_shorter_say() -> None:
    talk = walk(talk_of(), "hear", "done", "done")
    talk = walk(talk, "not_quite")
    assert talk.step == "say_back"
    talk = walk(talk, "done", "not_quite")
    assert talk.step == "say_back"
    talk = walk(talk, "done", "not_quite", now=100.0)
    assert talk.step == "speak"
    assert talk.short
    assert remaining(talk, 100.0) == 30.0
    assert floor_left(talk, 130.0) == 300.0 - 0.0


def test_please_say_it_again_gives_the_speaker_a_short_bout_beside_the_floor() -> None:
    talk = walk(talk_of(), "hear")
    talk = walk(talk, "done", now=50.0)
    talk = walk(talk, "again", now=60.0)
    assert (talk.step, talk.short, talk.actor) == ("speak", True, "b")
    talk = walk(talk, "done", now=85.0)
    assert talk.step == "say_back"
    assert floor_left(talk, 85.0) == 250.0


def test_there_is_more_goes_on_with_the_time_that_is_left() -> None:
    talk = walk(talk_of(), "hear")
    talk = walk(talk, "done", now=70.0)
    talk = walk(talk, "done", "more", now=100.0)
    assert talk.step == "speak"
    assert remaining(talk, 100.0) == 230.0
    assert remaining(talk, 110.0) == 220.0


def test_there_is_more_is_not_offered_without_time_for_it() -> None:
    talk = walk(talk_of(), "hear")
    talk = walk(talk, "done", now=295.0)
    talk = walk(talk, "done", now=300.0)
    assert answers(talk) == ("yes", "not_quite")


def test_slow_talk_asks_for_more_at_most_three_times() -> None:
    talk = walk(talk_of("slow"), "hear")
    for _ in range(3):
        talk = walk(talk, "done", "done", "yes")
        assert talk.step == "more"
        talk = walk(talk, "more")
    talk = walk(talk, "done", "done", "yes")
    assert talk.step == "sense"
    talk = walk(talk, "done")
    assert talk.step == "feeling"


def test_outside_stress_is_two_turns_of_eight_minutes_and_a_close() -> None:
    talk = walk(talk_of("stress", "stress"), "hear")
    assert remaining(talk, 0.0) == 480.0
    talk = walk(talk, "done")
    assert (talk.step, talk.floor) == ("ask", "a")
    talk = walk(talk, "questions", "done")
    assert talk.here.key == "close"


def test_weekly_tea_can_pass_over_the_issue() -> None:
    talk = walk(talk_of("tea", "week"), "done", "skip", "done", "done")
    assert talk.step == "offer"
    assert talk.floor is None
    passed = walk(talk, "skip")
    assert passed.step == "plan"
    taken = walk(talk, "begin")
    assert (taken.step, taken.here.key) == ("ask", "issue")


def test_our_own_has_the_chosen_steps_only() -> None:
    talk = walk(talk_of("own", "good", chosen=("say_back",), minutes=2))
    assert [part.steps for part in talk.plan.parts] == [("speak", "say_back", "check")]
    talk = walk(talk, "done", "done", "yes", "done", "done", "yes")
    assert talk.over


def test_own_plan_refuses_what_a_format_does_not_have() -> None:
    with pytest.raises(ValueError, match="does not know"):
        plan_for("floor", "wish", "a", minutes=7)
    with pytest.raises(ValueError, match="does not know"):
        plan_for("stress", "disagreement", "a")


def test_a_step_after_a_disagreement_waits_for_both_to_be_understood() -> None:
    heard = talk_of("floor", "disagreement")
    heard = walk(heard, "hear", "done", "done", "yes", "skip")
    heard = walk(heard, "hear", "done", "done", "yes", "skip", "skip", "skip")
    assert heard.step == "small_step"
    unheard = talk_of("own", "disagreement", chosen=("thanks", "small_step"), minutes=2)
    unheard = walk(unheard, "done", "done", "skip", "skip")
    assert unheard.over


def test_a_talk_that_ends_without_a_small_step_comes_back_after_a_lock() -> None:
    ended = talk_of("own", "disagreement", chosen=("thanks", "small_step"), minutes=2)
    ended = walk(ended, "done", "done", "skip", "skip")
    assert ended.over
    again = from_document(to_document(ended, 60.0))
    assert again.over
    assert (again.part, again.step) == (ended.part, ended.step)


def test_the_first_three_talks_leave_disagreements_out() -> None:
    assert "disagreement" not in topics_offered(FORMATS["floor"], 2)
    assert "disagreement" in topics_offered(FORMATS["floor"], 3)


def test_holding_keeps_what_is_left_and_ends_an_agreed_time() -> None:
    talk = walk(talk_of(), "hear")
    held = hold(talk, 12.345)
    assert answers(held) == ()
    assert remaining(held, 9_999.0) == pytest.approx(287.655, abs=1e-9)
    with pytest.raises(ExpectedError, match="return_time"):
        agree_return(held, EVENING + timedelta(minutes=5), EVENING)
    with pytest.raises(ExpectedError, match="return_time"):
        agree_return(held, EVENING + timedelta(hours=25), EVENING)
    agreed = agree_return(held, EVENING + timedelta(minutes=20), EVENING)
    again = go_on(agreed, 20_000.0)
    assert again.return_at is None
    assert remaining(again, 20_001.0) == pytest.approx(286.655, abs=1e-9)


def test_only_a_held_talk_has_a_return_time() -> None:
    with pytest.raises(ValueError, match="held"):
        agree_return(talk_of(), EVENING, EVENING)


def test_ending_for_today_works_from_a_pause_and_leaves_no_mark_of_it() -> None:
    talk = hold(walk(talk_of(), "hear"), 30.0)
    ended = end(talk, 5_000.0)
    assert ended.over
    assert not ended.held
    assert ended.whole.elapsed(9_000.0) == 30.0


def test_an_answer_that_is_not_offered_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no answer"):
        answer(talk_of(), "yes", 0.0)


def test_chimes_come_each_minute_and_at_the_end_and_then_never() -> None:
    talk = walk(talk_of(minutes=3), "hear")
    assert next_bell(talk, 0.0) == 60.0
    assert next_bell(talk, 60.0) == 120.0
    assert next_bell(talk, 120.0) == 180.0
    assert next_bell(talk, 180.0) is None
    said = walk(talk, "done")
    assert next_bell(said, 0.0) == 60.0
    assert next_bell(hold(said, 1.0), 0.0) is None


def test_a_saved_talk_comes_back_held_at_the_same_step_and_time() -> None:
    talk = walk(talk_of(), "hear")
    talk = walk(talk, "done", now=33.25)
    back = from_document(to_document(talk, 40.5))
    assert back.held
    assert (back.step, back.spent, back.plan) == ("say_back", 33.25, talk.plan)
    assert remaining(go_on(back, 7.0), 7.0) == 60.0 - 7.25


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"version": 2},
        {"version": 1, "plan": {}},
        {"part": 9},
        {"turn": 5},
        {"step": "feelings"},
        {"step": "sense"},
        {"uid": "x"},
        {"unknown": 1},
    ],
)
def test_a_document_of_something_else_is_refused(broken: dict[str, object]) -> None:
    whole = to_document(walk(talk_of(), "hear"), 0.0)
    document = {**whole, **broken} if broken and "plan" not in broken else broken
    with pytest.raises(ValueError, match=r"talk|place|step|version"):
        from_document(document)


def test_the_lengths_on_the_cards_are_the_lengths_of_the_protocols() -> None:
    lengths = {
        key: about_minutes(parts_of(FORMATS[key], usual_minutes(FORMATS[key]), ()))
        for key in FORMAT_KEYS
        if key != "own"
    }
    assert lengths == {"stress": 18, "floor": 16, "slow": 28, "tea": 30}


def test_every_step_of_every_format_has_an_actor_and_answers() -> None:
    for form in FORMATS.values():
        for part in form.parts:
            assert all(STEPS[kind].answers for kind in part.steps)
