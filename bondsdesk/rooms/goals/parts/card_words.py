# SPDX-License-Identifier: GPL-3.0-or-later
"""What a card says of itself, in words: for the board, for a screen reader, and for paper."""

from __future__ import annotations

from datetime import date
from typing import Final

from bondsdesk.kernel.dates import day_and_month, long_day, month_and_year, month_name
from bondsdesk.kernel.people import Pair
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import Language, pgettext, screen_words
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.board import Face, Holder, Lane
from bondsdesk.rooms.goals.domain.money import amount_text, show_money
from bondsdesk.rooms.goals.report import lane_title, money_words, steps_words

_ORDINALS: Final = 10
_NEAR: Final = 300
"""Days ahead within which "1 January" is the next one."""


def lane_name(lane: Lane) -> str:
    """Return a lane's name in the screen's language."""
    return lane_title(lane, screen_words())


def steps_text(face: Face) -> str:
    """Return "2 of 6 steps"."""
    return steps_words(face.steps_done, face.steps, screen_words())


def money_text(face: Face) -> tuple[str, str]:
    """Return "PKR 85,000 of 240,000" and, of it, what is saved; both empty without money."""
    if face.saved is None or face.target is None:
        return "", ""
    return money_words(face.saved, face.target, screen_words()), show_money(face.saved)


def foot_text(face: Face, today: date, language: Language) -> str:
    """Return the one small line at a card's foot; empty where there is nothing to say."""
    first, review = face.first_step_by, face.review_on
    if face.lane in ("done", "let_go") and face.since is not None:
        return _("Since {month}").format(month=isolate(_month(face.since, today, language)))
    waiting = face.lane in ("dream", "plan", "doing") and not face.steps_done
    if first is not None and first >= today and waiting:
        return _("First step by {day}").format(day=isolate(_day(first, today, language)))
    if review is None:
        return ""
    told = _("Back after {day}") if face.lane == "resting" else _("Review {day}")
    return told.format(day=isolate(_day(review, today, language)))


def holder_text(holder: Holder, pair: Pair) -> str:
    """Return who holds a card: a name, or both."""
    return _("both of us") if holder == "both" else pair.name_of(holder)


def spoken(face: Face, pair: Pair, today: date) -> str:
    """Return everything a card shows, for a screen reader."""
    parts = [face.title, face.line if not face.steps else ""]
    if face.step_to_tick:
        parts.append(_("next step: {step}").format(step=isolate(face.step_to_tick)))
    parts += [steps_text(face) if face.steps else "", money_text(face)[0]]
    parts.append(foot_text(face, today, screen_words().language))
    parts.append(_("held by {name}").format(name=isolate(holder_text(face.holder, pair))))
    return ", ".join(part for part in parts if part)


def landed(lane: Lane, place: int, count: int) -> str:
    """Return "Moved to Doing, second of 3"; `place` counts from 1."""
    return _("Moved to {lane}, {place} of {count}").format(
        lane=lane_name(lane), place=_ordinal(place), count=count
    )


def amount_field(minor: int | None) -> str:
    """Return an amount as it stands in a field, "" for none."""
    return "" if minor is None else amount_text(minor)


def _ordinal(place: int) -> str:
    names = (
        pgettext("place in a list", "first"),
        pgettext("place in a list", "second"),
        pgettext("place in a list", "third"),
        pgettext("place in a list", "fourth"),
        pgettext("place in a list", "fifth"),
        pgettext("place in a list", "sixth"),
        pgettext("place in a list", "seventh"),
        pgettext("place in a list", "eighth"),
        pgettext("place in a list", "ninth"),
        pgettext("place in a list", "tenth"),
    )
    return names[place - 1] if place <= _ORDINALS else str(place)


def _day(day: date, today: date, language: Language) -> str:
    """Return a day; the year is said where the month could be another year's."""
    near = day.year == today.year or 0 <= (day - today).days <= _NEAR
    return day_and_month(day, language) if near else long_day(day, language)


def _month(day: date, today: date, language: Language) -> str:
    if day.year == today.year:
        return month_name(day.month, language)
    return month_and_year(day, language)
