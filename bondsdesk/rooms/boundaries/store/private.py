# SPDX-License-Identifier: GPL-3.0-or-later
"""What one partner keeps for themselves: limits, drafts, what they sleep on, heads they saw."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.rooms.boundaries.domain.agreement import Draft, read_text
from bondsdesk.rooms.boundaries.domain.event import NO_HEAD, Pin
from bondsdesk.rooms.boundaries.domain.limit import Limit

if TYPE_CHECKING:
    from bondsdesk.kernel.people import PartnerId
    from bondsdesk.vault.work import Reader

LIMIT = "boundary.limit"
DRAFT = "boundary.draft"
PIN = "boundary.pin"
SLEEP = "boundary.sleep"
UNSAID = "boundary.unsaid"


class PrivateStore:
    """The sealed items of this room. Writing needs a Work; every method a partner who sits."""

    def __init__(self, reader: Reader) -> None:
        self._box = reader.box
        self._me: PartnerId | None = reader.partner

    # limits

    def limits(self) -> list[Limit]:
        """Return my private limits, the newest first."""
        found = [self._limit(item.uid, item.document) for item in self._box.list(LIMIT)]
        return sorted(found, key=_since, reverse=True)

    def limit(self, uid: str) -> Limit | None:
        """Return one of my private limits."""
        item = self._box.get(uid)
        return self._limit(item.uid, item.document) if item and item.kind == LIMIT else None

    def keep_limit(self, limit: Limit) -> None:
        """Seal a limit, in the place of its earlier form."""
        document = {"text": limit.text, "area": limit.area, "since": limit.since.isoformat()}
        self._box.put(LIMIT, limit.uid, document)

    # drafts

    def drafts(self) -> list[Draft]:
        """Return my drafts, the one kept last first."""
        found = [_draft(item.uid, item.document) for item in self._box.list(DRAFT)]
        return sorted(found, key=_kept_at, reverse=True)

    def draft(self, uid: str) -> Draft | None:
        """Return one of my drafts."""
        item = self._box.get(uid)
        return _draft(item.uid, item.document) if item and item.kind == DRAFT else None

    def keep_draft(self, draft: Draft) -> None:
        """Seal a draft, in the place of its earlier form."""
        document = {
            "text": draft.text.document(),
            "amends": draft.amends,
            "over": draft.over,
            "kept_at": draft.kept_at.isoformat() if draft.kept_at else None,
        }
        self._box.put(DRAFT, draft.uid, document)

    def drop(self, uid: str) -> None:
        """Delete one of my items; nothing happens if it is not there."""
        self._box.delete(uid)

    # heads and nights

    def pin(self, agreement: str) -> Pin | None:
        """Return the head of a history as I last saw it, None if I never looked.

        A pin that somebody changed is NO_HEAD, which no history holds.
        """
        try:
            item = self._box.get(self._uid("pin", agreement))
        except ExpectedError as error:
            if error.code != "box.damaged":
                raise
            return NO_HEAD
        return Pin(item.document["sequence"], item.document["sha256"]) if item else None

    def keep_pin(self, agreement: str, pin: Pin) -> None:
        """Seal the head I see now."""
        document = {"agreement": agreement, "sequence": pin.sequence, "sha256": pin.sha256}
        self._box.put(PIN, self._uid("pin", agreement), document)

    def sleeps_until(self, agreement: str) -> date | None:
        """Return the day on which I wanted to be asked again whether to sign."""
        item = self._box.get(self._uid("sleep", agreement))
        return date.fromisoformat(item.document["until"]) if item else None

    def sleep(self, agreement: str, until: date | None) -> None:
        """Keep that day, or with None forget it."""
        uid = self._uid("sleep", agreement)
        if until is None:
            self._box.delete(uid)
        else:
            self._box.put(SLEEP, uid, {"until": until.isoformat()})

    def unsaid(self, agreement: str) -> str:
        """Return a comment that is not said yet."""
        item = self._box.get(self._uid("unsaid", agreement))
        return str(item.document["text"]) if item else ""

    def keep_unsaid(self, agreement: str, text: str) -> None:
        """Keep a comment that is not said yet; a blank one is forgotten."""
        uid = self._uid("unsaid", agreement)
        if text.strip():
            self._box.put(UNSAID, uid, {"text": text})
        else:
            self._box.delete(uid)

    def _uid(self, what: str, agreement: str) -> str:
        """Return a name of my own: both partners have such an item about one agreement."""
        return f"{what}-{self._me}-{agreement}"

    def _limit(self, uid: str, document: dict[str, Any]) -> Limit:
        since = datetime.fromisoformat(document["since"])
        return Limit(
            Uid(uid), self._me or "a", document["text"], document["area"], "private", since
        )


def _draft(uid: str, document: dict[str, Any]) -> Draft:
    amends, kept_at = document["amends"], document["kept_at"]
    return Draft(
        Uid(uid),
        read_text(document["text"]),
        Uid(amends) if amends else None,
        int(document.get("over", 0)),
        datetime.fromisoformat(kept_at) if kept_at else None,
    )


def _since(limit: Limit) -> datetime:
    return limit.since


def _kept_at(draft: Draft) -> str:
    return draft.kept_at.isoformat() if draft.kept_at else ""
