# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever two people press, and whenever: no illegal state, equal floors, no lost time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bondsdesk.kernel.ids import new_uid
from bondsdesk.rooms.listening.domain.formats import (
    FORMAT_KEYS,
    FORMATS,
    SHORT_SAY_SECONDS,
    STEPS,
    FormatKey,
)
from bondsdesk.rooms.listening.domain.invitation import plan_for
from bondsdesk.rooms.listening.domain.moves import agree_return, answer, begin, go_on, hold
from bondsdesk.rooms.listening.domain.saved import from_document, to_document
from bondsdesk.rooms.listening.domain.talk import (
    Talk,
    answers,
    floor_left,
    limit,
    next_bell,
    remaining,
)


class AnyTalk(RuleBasedStateMachine):
    """Two people, a clock that only counts waking time, and a wall clock anyone may set."""

    talk: Talk

    @initialize(
        data=st.data(), form=st.sampled_from(FORMAT_KEYS), first=st.sampled_from(["a", "b"])
    )
    def start(self, data: st.DataObject, form: FormatKey, first: str) -> None:
        rules = FORMATS[form]
        topic = data.draw(st.sampled_from(rules.topics))
        minutes = data.draw(st.sampled_from(rules.floors)) if rules.floors else None
        kinds = st.sets(st.sampled_from(rules.choosable)) if rules.choosable else st.just(set())
        chosen = tuple(sorted(data.draw(kinds)))
        plan = plan_for(form, topic, "a" if first == "a" else "b", minutes=minutes, chosen=chosen)
        self.now = data.draw(st.floats(0, 1e6))
        self.wall = datetime(2026, 11, 22, tzinfo=UTC)
        self.talk = begin(new_uid(), plan, self.wall, self.now)
        self.talked = 0.0
        self.spoke: set[str] = set()
        self.budgets: dict[tuple[int, int], float] = {}
        self.used: dict[tuple[int, int], float] = {}

    @rule(seconds=st.floats(0, 400))
    def time_passes(self, seconds: float) -> None:
        if not self.talk.held and not self.talk.over:
            self.talked += seconds
        self.now += seconds

    @rule(hours=st.integers(-48, 48))
    def somebody_sets_the_wall_clock(self, hours: int) -> None:
        before = remaining(self.talk, self.now)
        self.wall += timedelta(hours=hours)
        assert remaining(self.talk, self.now) == before

    @precondition(lambda self: bool(answers(self.talk)))
    @rule(data=st.data())
    def somebody_answers(self, data: st.DataObject) -> None:
        given = data.draw(st.sampled_from(answers(self.talk)))
        place = (self.talk.part, self.talk.turn)
        if self.talk.step == "speak" and not self.talk.short:
            assert self.talk.actor is not None
            self.spoke.add(self.talk.actor)
            used = self.used.get(place, 0.0)
            self.used[place] = used + min(limit(self.talk), self.talk.watch.elapsed(self.now))
        self.talk = answer(self.talk, given, self.now)

    @rule()
    def somebody_needs_a_moment(self) -> None:
        left = remaining(self.talk, self.now)
        floor = floor_left(self.talk, self.now)
        self.talk = hold(self.talk, self.now)
        self.now += 4_000.0
        assert abs(remaining(self.talk, self.now) - left) < 0.001
        assert abs(floor_left(self.talk, self.now) - floor) < 0.001

    @rule()
    def they_go_on(self) -> None:
        left = remaining(self.talk, self.now)
        self.talk = go_on(self.talk, self.now)
        assert abs(remaining(self.talk, self.now) - left) < 0.001

    @precondition(lambda self: self.talk.held)
    @rule(minutes=st.integers(20, 24 * 60))
    def they_agree_on_a_time(self, minutes: int) -> None:
        self.talk = agree_return(self.talk, self.wall + timedelta(minutes=minutes), self.wall)

    @precondition(lambda self: not self.talk.over)
    @rule(boot=st.floats(0, 1e6))
    def the_program_dies_and_comes_back(self, boot: float) -> None:
        left = remaining(self.talk, self.now)
        before = self.talk
        back = from_document(to_document(before, self.now))
        assert (back.part, back.turn, back.step) == (before.part, before.turn, before.step)
        self.now = boot
        self.talk = go_on(back, self.now)
        assert abs(remaining(self.talk, self.now) - left) < 0.001

    @invariant()
    def the_place_exists(self) -> None:
        talk = self.talk
        assert talk.step == "offer" or talk.step in talk.here.steps
        assert talk.turn in (0, 1)
        assert talk.over or talk.held or answers(talk)
        assert 0.0 <= remaining(talk, self.now) <= limit(talk)
        assert 0.0 <= talk.spent <= talk.here.seconds + 1e-6

    @invariant()
    def whose_turn_is_clear(self) -> None:
        talk = self.talk
        shared = talk.here.who == "both" or talk.step == "offer"
        assert (talk.floor is None) == shared
        if talk.floor is not None and STEPS[talk.step].actor == "listener":
            assert talk.actor != talk.floor

    @invariant()
    def both_have_the_same_floor(self) -> None:
        for (part, turn), used in self.used.items():
            budget = self.talk.plan.parts[part].seconds
            assert used <= budget + 1e-6, "nobody gets more of the floor than the other"
            self.budgets[(part, turn)] = budget
            assert self.budgets.get((part, 1 - turn), budget) == budget

    @invariant()
    def bells_move_on(self) -> None:
        elapsed = self.talk.watch.elapsed(self.now)
        bell = next_bell(self.talk, elapsed)
        assert bell is None or elapsed < bell <= max(limit(self.talk), SHORT_SAY_SECONDS)

    @invariant()
    def the_whole_is_the_time_without_pauses(self) -> None:
        assert abs(self.talk.whole.elapsed(self.now) - self.talked) < 0.01

    def teardown(self) -> None:
        if getattr(self, "talk", None) is None or not self.talk.over:
            return
        keys = [part.key for part in self.talk.plan.parts]
        if "floor" in keys:
            assert self.spoke == {"a", "b"}, "both had the floor before the talk was over"


AnyTalk.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyTalk = AnyTalk.TestCase
