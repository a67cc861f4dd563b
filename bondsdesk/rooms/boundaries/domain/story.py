# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of an agreement as people read it: a line for each thing that happened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bondsdesk.kernel.people import PARTNERS, PartnerId
from bondsdesk.rooms.boundaries.domain.event import Event, History
from bondsdesk.rooms.boundaries.domain.standing import Talk

Deed = Literal["proposed", "changed", "signed", "withdrew", "in_force", "talked", "words"]


@dataclass(frozen=True, slots=True)
class Happening:
    """One line. `who` is None for what both made happen.

    "words" is a line that opens the words of an earlier `version`.
    """

    deed: Deed
    who: PartnerId | None
    at: datetime
    version: int = 0


def story(
    history: History,
    *,
    proven: bool,
    talks: Sequence[Talk] = (),
    older: Collection[int] = (),
) -> list[Happening]:
    """Return the history for reading, the newest first.

    Only where it is `proven`, with the moments at which it came into force. `older`: the earlier
    versions whose words can be read again.
    """
    told: list[Happening] = []
    last: dict[PartnerId, Event] = {}
    waiting = sorted(talks, key=_place)
    for number, entry in enumerate(history):
        told += _talks_until(waiting, number)
        event = entry.event
        last[event.signer] = event
        told.append(Happening(_deed(event), event.signer, entry.at, event.version))
        if event.action == "propose" and event.version in older:
            told.append(Happening("words", None, entry.at, event.version))
        if proven and event.action == "confirm" and _both_confirm(last, event):
            told.append(Happening("in_force", None, entry.at, event.version))
    told += _talks_until(waiting, None)
    return told[::-1]


def _place(talk: Talk) -> tuple[int, datetime]:
    return talk.after, talk.at


def _talks_until(waiting: list[Talk], events: int | None) -> list[Happening]:
    """Take the talks that came before an event; with None all that are left."""
    told = []
    while waiting and (events is None or waiting[0].after <= events):
        talk = waiting.pop(0)
        told.append(Happening("talked", None, talk.at, talk.version))
    return told


def _deed(event: Event) -> Deed:
    if event.action == "propose":
        return "proposed" if event.version <= 1 else "changed"
    return "signed" if event.action == "confirm" else "withdrew"


def _both_confirm(last: dict[PartnerId, Event], event: Event) -> bool:
    return all(
        partner in last
        and last[partner].action == "confirm"
        and last[partner].version == event.version
        and last[partner].text_sha256 == event.text_sha256
        for partner in PARTNERS
    )
