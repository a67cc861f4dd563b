# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts and thank plans in the private box: documents, sealed; no SQL of its own."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bondsdesk.kernel.ids import Uid
from bondsdesk.rooms.appreciation.domain import Draft, Plan

if TYPE_CHECKING:
    from bondsdesk.vault.work import Reader


class DraftStore:
    """Drafts and the plan of the partner at the desk, sealed in their private place."""

    DRAFT = "note.draft"
    PLAN = "note.plan"
    PLAN_DRAFT = "note.plan.draft"

    def __init__(self, reader: Reader) -> None:
        self._box = reader.box

    def drafts(self) -> list[Draft]:
        """Return my drafts, the one kept last first."""
        drafts = [_draft(item.uid, item.document) for item in self._box.list(self.DRAFT)]
        return sorted(drafts, key=_kept_at, reverse=True)

    def draft(self, uid: str) -> Draft | None:
        """Return one of my drafts."""
        item = self._box.get(uid)
        return _draft(item.uid, item.document) if item and item.kind == self.DRAFT else None

    def keep(self, draft: Draft) -> None:
        """Seal a draft, in the place of its earlier form."""
        document = {
            "text": draft.text,
            "tags": list(draft.tags),
            "opens_on": draft.opens_on.isoformat() if draft.opens_on else None,
            "edits": draft.edits,
            "kept_at": draft.kept_at.isoformat() if draft.kept_at else None,
        }
        self._box.put(self.DRAFT, draft.uid, document)

    def drop(self, uid: str) -> None:
        """Delete a draft or the plan; nothing happens if it is not there."""
        self._box.delete(uid)

    def plan(self, kind: str = PLAN) -> Plan | None:
        """Return my thank plan, or with PLAN_DRAFT what stands half written in its form."""
        for item in self._box.list(kind):
            return Plan(Uid(item.uid), item.document["when"], item.document["then"])
        return None

    def keep_plan(self, plan: Plan, kind: str = PLAN) -> None:
        """Seal my thank plan, or what stands half written in its form."""
        self._box.put(kind, plan.uid, {"when": plan.when, "then": plan.then})


def _draft(uid: str, document: dict[str, Any]) -> Draft:
    opens_on, kept_at, edits = (document[key] for key in ("opens_on", "kept_at", "edits"))
    return Draft(
        Uid(uid),
        document["text"],
        tuple(document["tags"]),
        date.fromisoformat(opens_on) if opens_on else None,
        Uid(edits) if edits else None,
        datetime.fromisoformat(kept_at) if kept_at else None,
    )


def _kept_at(draft: Draft) -> str:
    return draft.kept_at.isoformat() if draft.kept_at else ""
