# SPDX-License-Identifier: GPL-3.0-or-later
"""A running talk as a plain document and back, so that it survives a crash, a lid, a lock."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from bondsdesk.kernel.ids import Uid, is_uid
from bondsdesk.kernel.people import PARTNERS
from bondsdesk.rooms.listening.domain.formats import FORMATS, STEPS
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.domain.stopwatch import Stopwatch
from bondsdesk.rooms.listening.domain.talk import Talk, stopped

VERSION = 1


def to_document(talk: Talk, now: float) -> dict[str, Any]:
    """Return the talk with its clocks stopped now, as JSON values."""
    document = asdict(stopped(talk, now))
    document["version"] = VERSION
    document["begun"] = talk.begun.isoformat()
    document["return_at"] = talk.return_at.isoformat() if talk.return_at else None
    document["watch"] = document["watch"]["used"]
    document["whole"] = document["whole"]["used"]
    return document


def from_document(document: dict[str, Any]) -> Talk:
    """Return the talk, held, ready to go on. Raises ValueError for what this version can't read."""
    if document.get("version") != VERSION:
        raise ValueError("a talk of another version")
    values = {key: value for key, value in document.items() if key != "version"}
    try:
        plan = Plan(**{**values["plan"], "chosen": tuple(values["plan"]["chosen"])})
        at = values["return_at"]
        values |= {
            "plan": plan,
            "begun": datetime.fromisoformat(values["begun"]),
            "return_at": datetime.fromisoformat(at) if at else None,
            "watch": Stopwatch(float(values["watch"])),
            "whole": Stopwatch(float(values["whole"])),
            "understood": tuple(values["understood"]),
            "uid": Uid(values["uid"]),
            "held": True,
        }
        talk = Talk(**values)
    except (KeyError, TypeError) as unknown:
        raise ValueError("not a talk") from unknown
    _check(talk)
    return talk


def _check(talk: Talk) -> None:
    """Refuse a place that the tables of this version do not have."""
    plan = talk.plan
    known = plan.format in FORMATS and plan.first in PARTNERS and is_uid(talk.uid)
    if not known or not 0 <= talk.part < len(plan.parts) or talk.turn not in (0, 1):
        raise ValueError("no such place in a talk")
    if talk.step not in STEPS or (talk.step != "offer" and talk.step not in talk.here.steps):
        raise ValueError("no such step here")
