# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain data that rooms may lend to the house. The house composes; rooms never meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing the person at the desk may read that matches a search.

    `room` and `uid` say where it lives; `text` is shown as plain text; `private` hits come from
    the searcher's own sealed place.
    """

    room: str
    uid: str
    when: datetime
    text: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something with a day that Today may show: planned, or wanting a second look."""

    room: str
    uid: str
    day: date
    title: str
    kind: Literal["planned", "review", "opens"]


@dataclass(frozen=True, slots=True)
class Seed:
    """A small step that was said in one room and may become something in another.

    `source_room` and `source_uid` say where it was said; whoever makes something of it keeps the
    uid, so that it is not offered twice. The house carries it; both rooms stay strangers.
    """

    text: str
    day: date
    source_room: str
    source_uid: str
