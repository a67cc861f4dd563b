# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agreement says. No field for penalties, permission or access (rules R17, R18)."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.text import clean_text, is_blank

Area = Literal["time", "phone", "money_talk", "family", "privacy", "rest", "words", "work", "other"]
AREAS: tuple[Area, ...] = get_args(Area)

TITLE_LIMIT = 120
LINE_LIMIT = 500
MOST_LINES = 20
REVIEW_USUAL = timedelta(days=30)
REVIEW_MOST = timedelta(days=180)
"""Long enough to try it out, short enough to come back to it (protocols B10)."""

_UNFIT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class AgreementText:
    """One version's words. `until` is the last day it holds; None has no end."""

    title: str
    area: Area
    fine: tuple[str, ...]
    not_fine: tuple[str, ...]
    repair: str
    where: str
    until: date | None
    review_on: date

    def document(self) -> dict[str, Any]:
        """Return the JSON form that both sign."""
        return {
            "title": self.title,
            "area": self.area,
            "fine": list(self.fine),
            "not_fine": list(self.not_fine),
            "repair": self.repair,
            "where": self.where,
            "until": self.until.isoformat() if self.until else None,
            "review_on": self.review_on.isoformat(),
        }

    def words(self) -> tuple[str, ...]:
        """Return everything a person wrote in it, for search and for counting as empty."""
        return (self.title, *self.fine, *self.not_fine, self.repair, self.where)

    def sha256(self) -> str:
        """Return the hash that events name: over canonical JSON of words in NFC."""
        return hashlib.sha256(canonical_json(self.document())).hexdigest()


def read_text(document: dict[str, Any]) -> AgreementText:
    """Return the words of a stored or exported document.

    Raises KeyError, TypeError or ValueError for what is not one.
    """
    if document["area"] not in AREAS:
        raise ValueError("unknown area")
    until = document["until"]
    if not all(isinstance(document[each], list) for each in ("fine", "not_fine")):
        raise TypeError("not a list")
    return AgreementText(
        title=str(document["title"]),
        area=document["area"],
        fine=tuple(str(line) for line in document["fine"]),
        not_fine=tuple(str(line) for line in document["not_fine"]),
        repair=str(document["repair"]),
        where=str(document["where"]),
        until=date.fromisoformat(until) if until else None,
        review_on=date.fromisoformat(document["review_on"]),
    )


def checked_text(text: AgreementText, today: date) -> AgreementText:
    """Return words fit to be proposed.

    Raises ExpectedError "agreement.untitled", "agreement.empty" where it says neither what is
    fine nor what is not, "agreement.lines" (`limit`), "agreement.past" for a day before today,
    "agreement.review" (`days`) for a review later than half a year, "text.too_long", "text.nul".
    """
    title = " ".join(clean_text(text.title, TITLE_LIMIT).split())
    if is_blank(title):
        raise ExpectedError("agreement.untitled")
    fine, not_fine = _checked_lines(text.fine), _checked_lines(text.not_fine)
    if not fine and not not_fine:
        raise ExpectedError("agreement.empty")
    if text.review_on < today or (text.until and text.until < today):
        raise ExpectedError("agreement.past")
    if text.review_on > today + REVIEW_MOST:
        raise ExpectedError("agreement.review", days=REVIEW_MOST.days)
    return replace(
        text,
        title=title,
        fine=fine,
        not_fine=not_fine,
        repair=clean_text(text.repair, LINE_LIMIT),
        where=clean_text(text.where, LINE_LIMIT),
    )


def _checked_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (clean_text(line, LINE_LIMIT) for line in lines)
    kept = tuple(line for line in cleaned if not is_blank(line))
    if len(kept) > MOST_LINES:
        raise ExpectedError("agreement.lines", limit=MOST_LINES)
    return kept


def blank_text(today: date) -> AgreementText:
    """Return what a new draft begins with: no words, a review in the usual time."""
    return AgreementText("", "time", (), (), "", "", None, today + REVIEW_USUAL)


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that only their writer can read. `amends` names the agreement they would change.

    `over`: the version of it that its writer has read, 0 where that is not known.
    """

    uid: Uid
    text: AgreementText
    amends: Uid | None = None
    over: int = 0
    kept_at: datetime | None = None

    def empty(self) -> bool:
        """Tell whether there is nothing worth keeping."""
        return self.amends is None and all(is_blank(each) for each in self.text.words())


def keepable(text: AgreementText) -> AgreementText:
    """Return words fit to be kept as a draft: nothing is refused, nothing is shortened.

    U+0000 and half characters become U+FFFD, so that the rest is not lost.
    """
    return replace(
        text,
        title=kept_words(text.title),
        fine=tuple(kept_words(line) for line in text.fine),
        not_fine=tuple(kept_words(line) for line in text.not_fine),
        repair=kept_words(text.repair),
        where=kept_words(text.where),
    )


def kept_words(text: str) -> str:
    """Return one text fit to be sealed, with nothing lost but what cannot be written."""
    return _UNFIT.sub("\ufffd", text)
