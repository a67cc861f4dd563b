# SPDX-License-Identifier: GPL-3.0-or-later
"""What one partner does alone around agreements: drafts, words not said yet, the head they saw."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.rooms.boundaries.domain.agreement import (
    REVIEW_USUAL,
    Draft,
    blank_text,
    keepable,
    kept_words,
)
from bondsdesk.rooms.boundaries.domain.event import head_of
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.domain.verdict import MENDABLE
from bondsdesk.rooms.boundaries.service.desk import DRAFTS
from bondsdesk.rooms.boundaries.service.reading import AgreementsRead
from bondsdesk.rooms.boundaries.store.private import PrivateStore

if TYPE_CHECKING:
    from bondsdesk.vault.work import Work


class Drafting(AgreementsRead):
    """Everything here stays in the private place of whoever sits."""

    def new_draft(self) -> Draft:
        """Return an empty draft, not kept yet."""
        return Draft(new_uid(), blank_text(self.desk.today()))

    def amending_draft(self, uid: str) -> Draft:
        """Return a draft that begins with an agreement's words; mine if I had begun one.

        Where the history is broken it begins another agreement: a broken one cannot be signed.
        Raises ExpectedError "agreement.gone".
        """
        agreement = self.known(uid)
        for draft in self.drafts():
            if draft.amends == uid:
                return draft
        text = agreement.kept.text or blank_text(self.desk.today())
        until = text.until if text.until and text.until >= self.desk.today() else None
        text = replace(text, until=until, review_on=self.desk.today() + REVIEW_USUAL)
        verdict = agreement.verdict
        sound = verdict is not None and MENDABLE.issuperset(verdict.troubles)
        if not sound:
            return Draft(new_uid(), text)
        return Draft(new_uid(), text, agreement.uid, agreement.kept.version)

    def keep_draft(self, draft: Draft) -> Draft | None:
        """Seal what stands in the form; an emptied draft is deleted and None returned.

        Not an undo step: the form has its own. Never refuses a text.
        """
        self.desk.sitting()
        draft = replace(draft, text=keepable(draft.text), kept_at=self.desk.now())
        with self.desk.vault.work(essential=True) as work:
            if draft.empty():
                PrivateStore(work).drop(draft.uid)
                return None
            PrivateStore(work).keep_draft(draft)
        return draft

    def drop_draft(self, draft: Draft) -> Change:
        """Delete a draft."""

        def drop(work: Work) -> None:
            PrivateStore(work).drop(draft.uid)

        def keep(work: Work) -> None:
            PrivateStore(work).keep_draft(draft)

        return self.desk.do("agreement.draft_dropped", frozenset({DRAFTS}), drop, keep)

    def keep_unsaid(self, uid: str, text: str) -> None:
        """Seal a comment that is being written. Never refuses a text."""
        if self.desk.me is not None and text != self.unsaid(uid):
            with self.desk.vault.work(essential=True) as work:
                PrivateStore(work).keep_unsaid(uid, kept_words(text))

    def look_at(self, agreement: Agreement) -> None:
        """Pin the head of a history that is being looked at, unless it contradicts the pin."""
        kept = agreement.kept
        head = head_of(kept.history)
        if self.desk.me is None or head is None or agreement.verdict is None:
            return
        with self.desk.vault.read() as reader:
            seen = PrivateStore(reader).pin(kept.uid)
        if seen != head and "history.cut" not in agreement.verdict.troubles:
            with self.desk.vault.work(essential=True) as work:
                PrivateStore(work).keep_pin(kept.uid, head)

    def known(self, uid: str) -> Agreement:
        """Return an agreement. Raises ExpectedError "agreement.gone"."""
        agreement = self.find(uid)
        if agreement is None:
            raise ExpectedError("agreement.gone")
        return agreement
