# SPDX-License-Identifier: GPL-3.0-or-later
"""What a note, a draft and a thank plan are, and who may do what with them.

Knows no storage and no screen. There is nothing here that says whether anyone has read a note
(rule R5), how many anyone wrote (R6), or when a note was opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.text import clean_text, is_blank, search_shadow

TAG_LIMIT = 24
"""Characters of one tag: two or three words, what fits into a chip."""

TAGS_LIMIT = 5
"""Tags on one note; more would hide the note behind its labels."""

PLAN_LIMIT = 200
"""Characters of each half of a thank plan: one line."""

DRAFT_LIMIT = 2_000_000
"""Characters kept as a draft. Far more than a note may have, so that a text that is too long to
give is still kept and can be shortened in peace."""

DAY_BITS = 24
"""A place is the day's ordinal, shifted by this much, plus the note's turn within the day."""

_LAST_DAY = date.max
_UNFIT = re.compile("[\0\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Note:
    """One note as it stands in the place both can read.

    `place` is its position in the list (see `first_place`). The day a note belongs to is chosen
    by its giver: the day it was given, or the day it was left for.
    """

    place: int
    uid: Uid
    giver: PartnerId
    given_at: datetime
    opens_on: date | None
    text: str
    tags: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """Return the day the note belongs to."""
        return date.fromordinal(self.place >> DAY_BITS)


@dataclass(frozen=True, slots=True)
class Draft:
    """A note that only its writer can read. `edits` names the waiting or fresh note it changes."""

    uid: Uid
    text: str
    tags: tuple[str, ...] = ()
    opens_on: date | None = None
    edits: Uid | None = None
    kept_at: datetime | None = None

    def empty(self) -> bool:
        """Tell whether there is nothing worth keeping."""
        return is_blank(self.text) and not self.tags


@dataclass(frozen=True, slots=True)
class Plan:
    """An if-then plan to thank ("when we sit for tea", "I will say one thing"); its own partner's.

    Private: a plan the other can read would be a promise to be held against its writer.
    """

    uid: Uid
    when: str
    then: str


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which notes a list shows. None and an empty text let everything through."""

    giver: PartnerId | None = None
    year: int | None = None
    tag: str | None = None
    typed: str = ""

    def open(self) -> bool:
        """Tell whether nothing is held back."""
        return self == Sieve()


def first_place(day: date) -> int:
    """Return the first place of a day. Places grow with the day, then with the order of giving.

    The order of giving within a day is counted, not timed, so a clock set back cannot shuffle it.
    """
    return day.toordinal() << DAY_BITS


def past_place(day: date) -> int:
    """Return the first place after a day."""
    return (day.toordinal() + 1) << DAY_BITS


def waits(opens_on: date | None, today: date) -> bool:
    """Tell whether a note is still kept closed for its reader."""
    return opens_on is not None and opens_on > today


def editable(note: Note, partner: PartnerId | None, today: date, *, just_given: bool) -> bool:
    """Tell whether the words of a note may still be changed by the person at the desk.

    "Until the other has it" without any read receipt: a waiting note until its day; an open one in
    the same sitting in which it was given, because the desk is not handed over or locked before.
    After that it can only be withdrawn. `just_given`: given since the place was opened.
    """
    return note.giver == partner and (waits(note.opens_on, today) or just_given)


def clean_note(text: str) -> str:
    """Return the words of a note, fit to give.

    Raises ExpectedError "note.blank" for nothing visible, and what `clean_text` raises.
    """
    cleaned = clean_text(text)
    if is_blank(cleaned):
        raise ExpectedError("note.blank")
    return cleaned


def clean_draft(text: str) -> str:
    """Return a draft's text, fit to keep, without refusing what a note refuses.

    U+0000 becomes U+FFFD, so that the rest is not lost; line ends and blanks stay as typed.
    """
    return _UNFIT.sub("\ufffd", text)[:DRAFT_LIMIT]


def split_tags(typed: str) -> tuple[str, ...]:
    """Return the tags in a text, parted by commas of either language or line ends.

    Two tags that read the same in search ("Tea", "tea") are one; the first spelling stays. Raises
    ExpectedError "note.tag_long" (`limit`), "note.tags_many" (`limit`), and what `clean_text` does.
    """
    tags: dict[str, str] = {}
    for piece in re.split(r"[,،\n]", clean_text(typed, TAG_LIMIT * 100)):
        tag = " ".join(piece.replace("#", " ").split())
        if not tag or is_blank(tag):
            continue
        if len(tag) > TAG_LIMIT:
            raise ExpectedError("note.tag_long", limit=TAG_LIMIT)
        tags.setdefault(tag_key(tag), tag)
    if len(tags) > TAGS_LIMIT:
        raise ExpectedError("note.tags_many", limit=TAGS_LIMIT)
    return tuple(tags.values())


def tag_key(tag: str) -> str:
    """Return what makes two spellings of a tag the same one."""
    return search_shadow(tag).strip()


def clean_day(opens_on: date | None, today: date) -> date | None:
    """Return the day a note is left for; ExpectedError "note.day_past" unless it is ahead."""
    if opens_on is None:
        return None
    if opens_on <= today or opens_on == _LAST_DAY:
        raise ExpectedError("note.day_past")
    return opens_on


def clean_plan(uid: Uid, when: str, then: str) -> Plan:
    """Return a plan of two one-line halves; raises ExpectedError "plan.blank" if one is missing."""
    halves = [" ".join(clean_text(half, PLAN_LIMIT).split()) for half in (when, then)]
    if any(is_blank(half) for half in halves):
        raise ExpectedError("plan.blank")
    return Plan(uid, *halves)


def found_in(typed: str, text: str) -> bool:
    """Tell whether a text holds every word that was typed, the last one as a beginning.

    The same rule as the index of the shared notes follows, for drafts that are in no index.
    """
    wanted = _WORD.findall(search_shadow(typed))
    if not wanted:
        return False
    words = set(_WORD.findall(search_shadow(text)))
    return words.issuperset(wanted[:-1]) and any(word.startswith(wanted[-1]) for word in words)
