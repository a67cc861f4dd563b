# SPDX-License-Identifier: GPL-3.0-or-later
"""What is chosen on the export page, as plain data, and what follows from it. No Qt."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bondsdesk.doorway import Offer, OfferOptions
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import Language
from bondsdesk.press.manuscript import Script

Period = Literal["all", "month", "year", "own"]

_FORBIDDEN_IN_NAMES = '<>:"/\\|?*'
"""What no file system of the three takes in a file's name."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that stays as it is while a person tries one path after the other.

    `first` and `last` count only for the period "own"; either may be open. The password is part
    of it in memory and nowhere else.
    """

    offer: Offer
    language: Language
    period: Period = "all"
    first: date | None = None
    last: date | None = None
    writer: PartnerId | None = None
    script: Script = "nastaliq"
    password: str = field(default="", repr=False)

    def options(self, today: date, most: int | None = None) -> OfferOptions:
        """Return what the room is asked for; choices its offer does not have stay open."""
        first, last = self.days(today) if "period" in self.offer.choices else (None, None)
        writer = self.writer if "writer" in self.offer.choices else None
        return OfferOptions(self.language, first, last, writer, most)

    def days(self, today: date) -> tuple[date | None, date | None]:
        """Return the first and last day of the period, both included."""
        if self.period == "month":
            last = monthrange(today.year, today.month)[1]
            return today.replace(day=1), today.replace(day=last)
        if self.period == "year":
            return date(today.year, 1, 1), date(today.year, 12, 31)
        if self.period == "own":
            return self.first, self.last
        return None, None

    def days_in_order(self) -> bool:
        """Tell whether an own period runs forwards."""
        if self.period != "own" or self.first is None or self.last is None:
            return True
        return self.first <= self.last


def file_name(offer: Offer, today: date) -> str:
    """Return a name to suggest, "Keepsake 2026-11-22.pdf": a day, never what is inside."""
    stem = "".join(" " if c in _FORBIDDEN_IN_NAMES else c for c in offer.file_name).strip()
    return f"{stem or 'Bondsdesk'} {today.isoformat()}.pdf"
