# SPDX-License-Identifier: GPL-3.0-or-later
"""Before a talk: both are willing, a topic, how hot it is for each. None of it is ever stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bondsdesk.kernel.people import PARTNERS, PartnerId
from bondsdesk.rooms.listening.domain.formats import (
    FORMATS,
    FormatKey,
    StepKind,
    TopicKind,
    usual_minutes,
)
from bondsdesk.rooms.listening.domain.plan import Plan

Stage = Literal["consent", "topic", "calm", "heat", "advice", "ready", "declined"]

CONSENT_SECONDS = 120.0
"""Both press within two minutes (protocols B1, S0): willing *now*, not half an hour ago."""
HEAT_MOST = 10
HEAT_HIGH = 8
"""From here on by either, another topic or day is suggested (protocols B1, S1)."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What has been settled so far. `heat` holds a number, or None for "I would rather not say"."""

    format: FormatKey
    stage: Stage = "consent"
    willing: tuple[tuple[PartnerId, float], ...] = ()
    plan: Plan | None = None
    heat: tuple[tuple[PartnerId, int | None], ...] = ()

    def is_willing(self, partner: PartnerId, now: float) -> bool:
        """Tell whether a partner's press still counts."""
        return any(who == partner and now - at < CONSENT_SECONDS for who, at in self.willing)

    def has_given_heat(self, partner: PartnerId) -> bool:
        """Tell whether a partner had their turn with the number, without telling the number."""
        return any(who == partner for who, _ in self.heat)


def press_willing(invitation: Invitation, partner: PartnerId, now: float) -> Invitation:
    """Return it after one pressed their own "I am willing now"; both within 2 minutes lead on."""
    _expect(invitation, "consent")
    fresh = tuple(
        (who, at) for who, at in invitation.willing if who != partner and now - at < CONSENT_SECONDS
    )
    willing = (*fresh, (partner, now))
    stage: Stage = "topic" if len(willing) == len(PARTNERS) else "consent"
    return replace(invitation, willing=willing, stage=stage)


def lapses_in(invitation: Invitation, now: float) -> float | None:
    """Return after how many seconds the first press no longer counts, None if none does."""
    left = [CONSENT_SECONDS - (now - at) for _, at in invitation.willing]
    return max(0.0, min(left)) if left and invitation.stage == "consent" else None


def not_now(invitation: Invitation) -> Invitation:
    """Return it ended, by either, at any stage, with no reason and nothing kept."""
    return Invitation(invitation.format, "declined")


def choose_topic(invitation: Invitation, plan: Plan) -> Invitation:
    """Return it with what to talk about; a disagreement goes by the calm card first."""
    _expect(invitation, "topic")
    stage: Stage = "calm" if plan.topic == "disagreement" else "heat"
    return replace(invitation, plan=plan, stage=stage)


def stay_calm(invitation: Invitation) -> Invitation:
    """Return it after both read the calm card and wish to go on."""
    _expect(invitation, "calm")
    return replace(invitation, stage="heat")


def give_heat(invitation: Invitation, partner: PartnerId, heat: int | None) -> Invitation:
    """Return it with one partner's private number (0 to 10), or none. Advice waits for both."""
    _expect(invitation, "heat")
    if heat is not None and not 0 <= heat <= HEAT_MOST:
        raise ValueError(f"heat {heat} is not within 0 to {HEAT_MOST}")
    kept = tuple(pair for pair in invitation.heat if pair[0] != partner)
    given = (*kept, (partner, heat))
    if len(given) < len(PARTNERS):
        return replace(invitation, heat=given)
    hot = any(number is not None and number >= HEAT_HIGH for _, number in given)
    # The numbers have done their work; from here on nobody, not even this program, knows them.
    return replace(invitation, heat=(), stage="advice" if hot else "ready")


def take_outside_stress(invitation: Invitation) -> Invitation:
    """Return it with the lighter talk that was suggested, the same person starting."""
    plan = _planned(invitation)
    form = FORMATS["stress"]
    lighter = Plan("stress", usual_minutes(form), "stress", plan.first)
    return replace(invitation, format="stress", plan=lighter, stage="ready")


def go_on_anyway(invitation: Invitation) -> Invitation:
    """Return it ready as planned: a suggestion is only a suggestion."""
    _planned(invitation)
    return replace(invitation, stage="ready")


def plan_for(
    form: FormatKey,
    topic: TopicKind,
    first: PartnerId,
    *,
    line: str = "",
    minutes: int | None = None,
    chosen: tuple[StepKind, ...] = (),
) -> Plan:
    """Return a plan. Raises ValueError for minutes, topics or steps this format does not have."""
    rules = FORMATS[form]
    minutes = usual_minutes(rules) if minutes is None else minutes
    fits = minutes in (rules.floors or (minutes,)) and topic in rules.topics
    if not fits or not set(chosen) <= set(rules.choosable):
        raise ValueError(f"{form} does not know this plan")
    return Plan(form, minutes, topic, first, line, chosen)


def _planned(invitation: Invitation) -> Plan:
    _expect(invitation, "advice")
    if invitation.plan is None:
        raise ValueError("advice needs a plan")
    return invitation.plan


def _expect(invitation: Invitation, stage: Stage) -> None:
    if invitation.stage != stage:
        raise ValueError(f"{invitation.stage} is not {stage}")
