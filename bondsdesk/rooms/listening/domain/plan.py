# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people settled before a talk begins."""

from __future__ import annotations

from dataclasses import dataclass

from bondsdesk.kernel.people import PartnerId, other
from bondsdesk.rooms.listening.domain.formats import (
    FORMATS,
    FormatKey,
    Part,
    StepKind,
    TopicKind,
    parts_of,
)

LINE_LIMIT = 200
"""Characters in the one line that names a topic."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Format, minutes of each floor, chosen steps (only "Our own"), topic and who starts.

    `line` is the topic in one line; it is kept after the talk only with the kept words.
    """

    format: FormatKey
    minutes: int
    topic: TopicKind
    first: PartnerId
    line: str = ""
    chosen: tuple[StepKind, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts of this talk, in order."""
        return parts_of(FORMATS[self.format], self.minutes, self.chosen)

    def owner(self, turn: int) -> PartnerId:
        """Return whose floor it is in the first (0) or second (1) turn of a part."""
        return self.first if turn == 0 else other(self.first)
