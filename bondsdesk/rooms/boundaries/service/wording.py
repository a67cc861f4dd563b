# SPDX-License-Identifier: GPL-3.0-or-later
"""How the state of an agreement is said, on screen and on paper, in the words of either."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from bondsdesk.kernel.dates import day_and_month, local_day, long_day
from bondsdesk.kernel.people import PARTNERS, Pair, PartnerId
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import Words, mark
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.domain.story import Happening
from bondsdesk.rooms.boundaries.domain.verdict import Trouble
from bondsdesk.rooms.boundaries.service.desk import Desk

REASONS: Final[dict[Trouble, str]] = {
    "history.empty": mark("Its history is missing."),
    "history.order": mark("A step of its history is missing, moved or there twice."),
    "history.link": mark("The steps of its history no longer fit together."),
    "history.foreign": mark("A step of its history belongs to another agreement."),
    "history.cut": mark("Its history was shortened or put back since you last saw it."),
    "text.changed": mark("This text is not what was signed."),
    "text.older": mark("An older text stands here than the one in its history."),
    "signature.missing": mark("A signature is missing from its history."),
    "signature.wrong": mark("A signature is not from the person whose name it bears."),
    "key.replaced": mark(
        "A signing key was replaced since. Whoever has new keys can sign once more."
    ),
}
"""Why something is not in force. Each says what was found, never who did it."""


def state_line(agreement: Agreement, desk: Desk, words: Words) -> str:
    """Return the one sentence about how it stands."""
    _ = words.gettext
    verdict = agreement.verdict
    if verdict is None:
        return _("Checking the signatures")
    if verdict.standing == "resting":
        return _("Resting. It is not in force.")
    if verdict.standing == "broken":
        return _("Not in force.")
    if agreement.over(desk.today()):
        return _("It held until its last day. It is not in force any more.")
    if verdict.in_force:
        return _("In force. Both signatures verified.")
    return _waiting(agreement, desk.pair, words)


def _waiting(agreement: Agreement, pair: Pair, words: Words) -> str:
    signed = [who for who in PARTNERS if agreement.confirmed(who)]
    if not signed:
        return words.gettext("Proposed. Nobody has signed yet.")
    name = isolate(pair.name_of(signed[0]))
    return words.gettext("{name} has signed. Not in force yet.").format(name=name)


def reasons(agreement: Agreement, words: Words) -> list[str]:
    """Return why it is not in force, a sentence each; empty while nothing is wrong."""
    if agreement.verdict is None or agreement.verdict.standing == "resting":
        return []
    return [words.gettext(REASONS[each]) for each in agreement.verdict.troubles]


def signature_line(agreement: Agreement, partner: PartnerId, today: date, words: Words) -> str:
    """Return what stands under a name: signed on a day, not verified, let rest, not signed yet."""
    _ = words.gettext
    signed_at = agreement.signed_at(partner)
    if taken_back_at := agreement.taken_back_at(partner):
        return _("Let it rest on {day}").format(day=_day(taken_back_at, today, words))
    if signed_at and agreement.signed_other_words(partner):
        return _("Signed other words than these")
    if signed_at is None:
        return _("Not signed yet")
    if agreement.verdict is None:
        return _("Checking the signature")
    if not agreement.confirmed(partner):
        return _("The signature is not valid")
    return _("Signed {day}").format(day=_day(signed_at, today, words))


def _day(at: datetime, today: date, words: Words) -> str:
    day = local_day(at)
    said = long_day if day.year != today.year else day_and_month
    return isolate(said(day, words.language))


def happening_line(happening: Happening, pair: Pair, words: Words) -> str:
    """Return one line of the history."""
    _ = words.gettext
    name = isolate(pair.name_of(happening.who)) if happening.who else ""
    day = isolate(day_and_month(local_day(happening.at), words.language))
    return {
        "proposed": _("{name} proposed it"),
        "changed": _("{name} proposed a change"),
        "signed": _("{name} signed"),
        "withdrew": _("{name} let it rest"),
        "in_force": _("In force"),
        "talked": _("Talked over together"),
        "words": _("Version {number}, of {day}"),
    }[happening.deed].format(name=name, number=happening.version, day=day)
