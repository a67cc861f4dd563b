# SPDX-License-Identifier: GPL-3.0-or-later
"""How a talk moves: begin, answer, hold, go on, end. One table-driven path for all formats."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PARTNERS
from bondsdesk.rooms.listening.domain.formats import STEPS, Answer, Part, StepKind
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.domain.stopwatch import Stopwatch
from bondsdesk.rooms.listening.domain.talk import (
    MORE_WORTH_SECONDS,
    Asked,
    Talk,
    answers,
    floor_left,
    stopped,
)

NOT_QUITE_LIMIT = 2
"""After two "not quite" the speaker says it again, shorter (protocols B1, S5)."""
PAUSE_LEAST = timedelta(minutes=20)
PAUSE_MOST = timedelta(hours=24)
"""Long enough to come to rest, short enough to come back (protocols B6)."""

_ASKED: dict[Answer, Asked] = {"hear": "hear", "questions": "questions", "think": "think"}


def begin(uid: Uid, plan: Plan, begun: datetime, now: float) -> Talk:
    """Return a talk at its first step, its clocks running."""
    first = Talk(uid, plan, begun, whole=Stopwatch().start(now))
    return _enter_part(first, 0, now)


def answer(talk: Talk, given: Answer, now: float) -> Talk:
    """Return the talk after an answer. Raises ValueError for one that is not offered now: a bug."""
    if given not in answers(talk):
        raise ValueError(f"{given} is no answer to {talk.step}")
    if given in _ASKED:
        return _follow(replace(talk, asked=_ASKED[given]), now)
    if given in ("again", "not_quite", "more"):
        return _back(talk, given, now)
    if given == "begin":
        return _enter_turn(talk, 0, now)
    if given == "skip" and talk.step == "offer":
        return _enter_part(talk, talk.part + 1, now)
    if given == "skip":
        talk = replace(talk, small_step="")
    if given == "yes":
        owner = talk.plan.owner(talk.turn)
        talk = replace(talk, understood=tuple(sorted({*talk.understood, owner})))
    return _follow(talk, now)


def hold(talk: Talk, now: float) -> Talk:
    """Return the talk with its clocks standing. It may be held from any state."""
    return talk if talk.over or talk.held else replace(stopped(talk, now), held=True)


def go_on(talk: Talk, now: float) -> Talk:
    """Return a held talk running again at the same step with the time it had left."""
    if talk.over or not talk.held:
        return talk
    whole = talk.whole.start(now)
    watch = talk.watch.start(now) if _timed(talk.step) else talk.watch
    return replace(talk, whole=whole, watch=watch, held=False, return_at=None)


def agree_return(talk: Talk, at: datetime, wall: datetime) -> Talk:
    """Return a held talk with the time both want to go on.

    Raises ExpectedError "talk.return_time" outside 20 minutes to 24 hours from the wall clock,
    with a minute's grace for choosing it slowly; ValueError for a talk that is not held.
    """
    if not talk.held:
        raise ValueError("only a held talk has a return time")
    grace = timedelta(minutes=1)
    if not PAUSE_LEAST - grace <= at - wall <= PAUSE_MOST + grace:
        raise ExpectedError("talk.return_time")
    return replace(talk, return_at=at)


def end(talk: Talk, now: float) -> Talk:
    """Return the talk ended for today, from any state; no reason is known."""
    return replace(stopped(talk, now), held=False, return_at=None, over=True)


def end_for_today(talk: Talk, now: float) -> Talk:
    """Return the talk ended before its time; a line that nobody has kept yet goes with it."""
    unkept = not talk.over and talk.step in ("plan", "small_step")
    return end(replace(talk, small_step="") if unkept else talk, now)


def write_small_step(talk: Talk, text: str) -> Talk:
    """Return the talk with the small step both may take; empty takes it back."""
    return replace(talk, small_step=text)


def _follow(talk: Talk, now: float) -> Talk:
    """Go to the step after this one, to the other's floor, or to the next part."""
    steps = talk.here.steps
    for kind in steps[steps.index(talk.step) + 1 :]:
        if kind != "more" or _may_ask_for_more(talk, now):
            return _enter_step(talk, kind, now)
    if talk.here.who == "each" and talk.turn == 0:
        return _enter_turn(talk, 1, now)
    return _enter_part(talk, talk.part + 1, now)


def _back(talk: Talk, given: Answer, now: float) -> Talk:
    """Go back to speaking or saying back, without using up the other's time."""
    if given == "more":
        return _enter_step(replace(talk, more=talk.more + 1, not_quite=0), "speak", now)
    if given == "not_quite" and talk.not_quite < NOT_QUITE_LIMIT:
        return _enter_step(replace(talk, not_quite=talk.not_quite + 1), "say_back", now)
    return replace(_enter_step(replace(talk, not_quite=0), "speak", now), short=True)


def _may_ask_for_more(talk: Talk, now: float) -> bool:
    most = talk.here.more_limit
    within = most is None or talk.more < most
    return within and floor_left(talk, now) >= MORE_WORTH_SECONDS


def _enter_part(talk: Talk, index: int, now: float) -> Talk:
    parts = talk.plan.parts
    if index < len(parts) and _too_early_to_solve(talk, parts[index]):
        index += 1
    if index >= len(parts):
        return end(talk, now)  # where it stands: a talk that is over has a place, too
    talk = replace(talk, part=index, turn=0)
    if talk.here.optional:
        return _enter_step(talk, "offer", now)
    return _enter_turn(talk, 0, now)


def _too_early_to_solve(talk: Talk, part: Part) -> bool:
    """After a disagreement a step is offered only once both were understood (B1, S8)."""
    solving = part.key == "small_step" and talk.plan.topic == "disagreement"
    return solving and len(talk.understood) < len(PARTNERS)


def _enter_turn(talk: Talk, turn: int, now: float) -> Talk:
    fresh = replace(talk, turn=turn, asked="hear", not_quite=0, more=0)
    # A floor begins untouched: what the other used of theirs has no part in it.
    entered = _enter_step(fresh, fresh.here.steps[0], now)
    return replace(entered, spent=0.0)


def _enter_step(talk: Talk, kind: StepKind, now: float) -> Talk:
    spent = talk.spent
    if STEPS[talk.step].time == "floor" and not talk.short:
        spent = min(talk.here.seconds, spent + talk.watch.elapsed(now))
    watch = Stopwatch(0.0, now) if _timed(kind) else Stopwatch()
    return replace(talk, step=kind, watch=watch, spent=spent, short=False)


def _timed(kind: StepKind) -> bool:
    return STEPS[kind].time != 0
