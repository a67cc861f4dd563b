# SPDX-License-Identifier: GPL-3.0-or-later
"""An agreement as it stands today: its words, its history and what that proves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText
from bondsdesk.rooms.boundaries.domain.event import History
from bondsdesk.rooms.boundaries.domain.verdict import Subject, Verdict

Group = Literal["broken", "in_force", "waiting", "resting"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the vault holds of one agreement: its newest version's words and all its events.

    `text` is None where the stored words cannot be read as an agreement; `text_sha256` is the hash
    of what is stored, whatever it is. `review_on`: a later day both may have chosen in a review.
    """

    uid: Uid
    version: int
    text: AgreementText | None
    text_sha256: str
    history: History
    review_on: date | None = None

    def subject(self, vault_id: str) -> Subject:
        """Return what is to be judged."""
        return Subject(vault_id, self.uid, self.version, self.text_sha256)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with what can be proven about it. `verdict` is None while that is checked."""

    kept: Kept
    verdict: Verdict | None

    @property
    def uid(self) -> Uid:
        """Return its identifier."""
        return self.kept.uid

    @property
    def title(self) -> str:
        """Return its title, empty where the words cannot be read."""
        return self.kept.text.title if self.kept.text else ""

    @property
    def in_force(self) -> bool:
        """Tell whether it is proven to be in force."""
        return self.verdict is not None and self.verdict.in_force

    @property
    def review_on(self) -> date | None:
        """Return the day on which both wanted to look at it again."""
        return self.kept.review_on or (self.kept.text.review_on if self.kept.text else None)

    def over(self, today: date) -> bool:
        """Tell whether the last day it was meant to hold has gone by."""
        until = self.kept.text.until if self.kept.text else None
        return until is not None and until < today

    def group(self, today: date) -> Group:
        """Return where it stands in the list; while it is checked it waits."""
        standing = self.verdict.standing if self.verdict else "proposed"
        if standing == "broken":
            return "broken"
        if standing == "resting" or self.over(today):
            return "resting"
        return "in_force" if standing == "in_force" else "waiting"

    def confirmed(self, partner: PartnerId) -> bool:
        """Tell whether a partner's valid signature stands under these words."""
        return self.verdict is not None and partner in self.verdict.confirmed

    def may_sign(self, partner: PartnerId | None, today: date) -> bool:
        """Tell whether a signature of this partner is what is missing."""
        if partner is None or self.verdict is None or self.over(today):
            return False
        return self.verdict.mendable and partner not in self.verdict.confirmed

    def may_withdraw(self) -> bool:
        """Tell whether there is anything left to withdraw from."""
        return self.verdict is None or self.verdict.standing != "resting"

    def signed_at(self, partner: PartnerId) -> datetime | None:
        """Return when a partner signed this version, by the clock of that day."""
        for entry in reversed(self.kept.history):
            event = entry.event
            if (event.signer, event.action) == (partner, "confirm"):
                return entry.at if event.version == self.kept.version else None
        return None

    def taken_back_at(self, partner: PartnerId) -> datetime | None:
        """Return when a partner let this version rest, if that is their latest word."""
        mine = [entry for entry in self.kept.history if entry.event.signer == partner]
        if not mine or mine[-1].event.action != "withdraw":
            return None
        return mine[-1].at if mine[-1].event.version >= self.kept.version else None

    def signed_other_words(self, partner: PartnerId) -> bool:
        """Tell whether their last signature under this version names another text."""
        mine = [e.event for e in self.kept.history if e.event.signer == partner]
        signed = [e for e in mine if e.action == "confirm" and e.version == self.kept.version]
        return bool(signed) and signed[-1].text_sha256 != self.kept.text_sha256

    def since(self) -> datetime | None:
        """Return when the last thing happened to it."""
        return self.kept.history[-1].at if self.kept.history else None


@dataclass(frozen=True, slots=True)
class Comment:
    """What one partner wrote beside an agreement. It can be taken back; it is never signed."""

    uid: Uid
    agreement: Uid
    version: int
    author: PartnerId
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A day on which both talked an agreement over. No name stands beside it; it proves nothing.

    `after`: how many events there were by then.
    """

    agreement: Uid
    version: int
    after: int
    at: datetime


@dataclass(frozen=True, slots=True)
class OlderWords:
    """What an earlier version says. `sound`: they are the words that were proposed then."""

    version: int
    proposed_at: datetime
    text: AgreementText | None
    sound: bool
