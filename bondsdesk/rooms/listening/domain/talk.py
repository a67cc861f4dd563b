# SPDX-License-Identifier: GPL-3.0-or-later
"""A talk under way: where it stands and what time is left. Moves are in moves.py."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId, other
from bondsdesk.rooms.listening.domain.formats import (
    SHORT_SAY_SECONDS,
    STEPS,
    Answer,
    Part,
    StepKind,
)
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.domain.stopwatch import Stopwatch

Asked = Literal["hear", "questions", "think"]

MORE_WORTH_SECONDS = 10.0
"""With less than this left of a floor, "there is more" would promise time that is not there."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One moment of a talk; every move returns a new one. Times are seconds of Clock.awake().

    `part`, `turn`, `step`: the place. `watch`: time in this step; `whole`: time in the talk,
    without pauses. `spent`: floor used in earlier bouts of this turn; `short`: this bout is a
    shorter say that does not use the floor. `held`: the clocks stand. `return_at`: agreed time to
    go on (wall clock, UTC). Who asked for a pause is not known here, so it cannot be kept.
    """

    uid: Uid
    plan: Plan
    begun: datetime
    part: int = 0
    turn: int = 0
    step: StepKind = "ask"
    watch: Stopwatch = field(default_factory=Stopwatch)
    whole: Stopwatch = field(default_factory=Stopwatch)
    spent: float = 0.0
    short: bool = False
    asked: Asked = "hear"
    not_quite: int = 0
    more: int = 0
    understood: tuple[PartnerId, ...] = ()
    small_step: str = ""
    held: bool = False
    return_at: datetime | None = None
    over: bool = False

    @property
    def here(self) -> Part:
        """Return the part the talk is in."""
        return self.plan.parts[self.part]

    @property
    def floor(self) -> PartnerId | None:
        """Return whose floor it is; it stays theirs through the say-back. None if both share."""
        if self.here.who == "both" or self.step == "offer":
            return None
        return self.plan.owner(self.turn)

    @property
    def actor(self) -> PartnerId | None:
        """Return who acts now, None for both."""
        owner, role = self.floor, STEPS[self.step].actor
        if owner is None or role == "both":
            return None
        return owner if role == "speaker" else other(owner)


def limit(talk: Talk) -> float:
    """Return the seconds this step has in all, 0 for an untimed one."""
    time = STEPS[talk.step].time
    if time != "floor":
        return time
    if talk.short:
        return SHORT_SAY_SECONDS
    return max(0.0, talk.here.seconds - talk.spent)


def remaining(talk: Talk, now: float) -> float:
    """Return the seconds left in this step, never below 0."""
    return max(0.0, limit(talk) - talk.watch.elapsed(now))


def floor_left(talk: Talk, now: float) -> float:
    """Return the seconds left of the floor of this turn, whatever the step."""
    running = 0.0
    if STEPS[talk.step].time == "floor" and not talk.short:
        running = talk.watch.elapsed(now)
    return max(0.0, talk.here.seconds - talk.spent - running)


def answers(talk: Talk) -> tuple[Answer, ...]:
    """Return the answers this step takes now, the usual one first; none while the clocks stand."""
    if talk.over or talk.held:
        return ()
    offered = STEPS[talk.step].answers
    if talk.step == "check" and not _more_may_follow(talk):
        return tuple(answer for answer in offered if answer != "more")
    if talk.step == "small_step" and talk.plan.topic == "disagreement":
        # Understanding first; what to do about it is for another day unless both want it now.
        return tuple(reversed(offered))
    return offered


def _more_may_follow(talk: Talk) -> bool:
    own_step = "more" in talk.here.steps
    return not own_step and talk.here.seconds - talk.spent >= MORE_WORTH_SECONDS


def next_bell(talk: Talk, heard: float) -> float | None:
    """Return at which elapsed second of this step the next soft chime is due, None if no more.

    `heard`: elapsed seconds up to which chimes have been given. The last one is the end of the
    time; nothing rings after it. There is no hard stop: "Finish your sentence."
    """
    whole = limit(talk)
    if talk.held or talk.over or whole <= 0 or heard >= whole:
        return None
    if talk.step != "speak" or talk.short or not talk.here.chunk:
        return whole
    chunk = talk.here.chunk
    following = (heard // chunk + 1) * chunk
    return min(following, whole)


def stopped(talk: Talk, now: float) -> Talk:
    """Return the talk with its clocks standing, exact to the moment; used to save it."""
    return replace(talk, watch=talk.watch.stop(now), whole=talk.whole.stop(now))
