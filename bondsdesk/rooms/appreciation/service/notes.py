# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people do with notes: one method per intent, one transaction, one Change to take back.

Knows no screen: it returns codes, never sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.appreciation.domain import (
    Draft,
    Note,
    Plan,
    clean_day,
    clean_draft,
    clean_note,
    clean_plan,
    first_place,
    split_tags,
)
from bondsdesk.rooms.appreciation.service.reading import NotesRead
from bondsdesk.rooms.appreciation.store.drafts import DraftStore
from bondsdesk.rooms.appreciation.store.notes import NoteStore

if TYPE_CHECKING:
    from bondsdesk.vault.work import Work

NOTES = "note"
DRAFTS = "note.draft"
PLAN = "note.plan"


class AppreciationService(NotesRead):
    """The intents of this room."""

    # drafts

    def keep_draft(self, draft: Draft) -> Draft | None:
        """Seal what stands in the editor; an emptied draft is deleted and None returned.

        Not an undo step: the editor has its own. Never refuses a text.
        """
        draft = replace(draft, text=clean_draft(draft.text), kept_at=self._clock.now())
        with self._vault.work(essential=True) as work:
            if draft.empty():
                DraftStore(work).drop(draft.uid)
                return None
            DraftStore(work).keep(draft)
        return draft

    def drop_draft(self, draft: Draft) -> Change:
        """Delete a draft. It is not deleted again by redo once it was written on."""

        def keep(work: Work) -> None:
            DraftStore(work).keep(draft)

        def drop(work: Work) -> None:
            DraftStore(work).drop(draft.uid)

        again = _if_untouched(draft, drop)
        return self._do("draft.dropped", frozenset({DRAFTS}), drop, keep, again, deletes=True)

    # notes

    def obstacle(self, text: str) -> ExpectedError | None:
        """Return why a text cannot be given as it stands, None if it can."""
        try:
            self._giver()
            clean_note(text)
        except ExpectedError as error:
            return error
        return None

    def give(self, draft: Draft) -> Change:
        """Put a note where both can read it and delete the sealed draft, in one transaction.

        It is not given again by redo once its draft was written on. Raises ExpectedError
        "note.nobody_sits", "note.no_partner", "note.blank", "note.day_past", "text.nul",
        "text.too_long". Nothing is written then.
        """
        note = self._fresh(draft)
        if self.note(note.uid) is not None:  # redo gave it, and its draft was sealed once more
            note = replace(note, uid=new_uid())
        sealed = replace(draft, text=clean_draft(draft.text), kept_at=self._clock.now())

        def give(work: Work) -> None:
            NoteStore(work).add(self._placed(work, note))
            DraftStore(work).drop(draft.uid)
            self._just_given.add(note.uid)

        def take_back(work: Work) -> None:
            NoteStore(work).remove(note.uid)
            DraftStore(work).keep(sealed)

        label = "note.left" if note.opens_on else "note.given"
        again = _if_untouched(sealed, give)
        return self._do(label, frozenset({NOTES, DRAFTS}), give, take_back, again)

    def edit(self, draft: Draft) -> Change:
        """Change a note that the other does not have yet; `draft.edits` names it.

        Raises ExpectedError "note.gone", "note.already_theirs", and what `give` raises.
        """
        before = self._mine(draft.edits or "")
        if not self.may_edit(before):
            raise ExpectedError("note.already_theirs")
        after = replace(self._fresh(draft), uid=before.uid, giver=before.giver)
        same_day = after.opens_on == before.opens_on
        if same_day:
            after = replace(after, given_at=before.given_at, place=before.place)

        def change(work: Work) -> None:
            store = NoteStore(work)
            store.remove(before.uid)
            store.add(after if same_day else self._placed(work, after))
            DraftStore(work).drop(draft.uid)
            self._just_given.add(after.uid)

        def change_back(work: Work) -> None:
            store = NoteStore(work)
            store.remove(after.uid)
            store.add(before)

        return self._do("note.edited", frozenset({NOTES, DRAFTS}), change, change_back)

    def retag(self, uid: str, typed: str) -> Change:
        """Give one of my notes other tags. Raises ExpectedError "note.gone", and of split_tags."""
        before = self._mine(uid)
        after = replace(before, tags=split_tags(typed))

        def put(note: Note) -> Callable[[Work], None]:
            def swap(work: Work) -> None:
                NoteStore(work).remove(uid)
                NoteStore(work).add(note)

            return swap

        return self._do("note.tagged", frozenset({NOTES}), put(after), put(before))

    def withdraw(self, uid: str) -> Change:
        """Take one of my notes back, at any time; raises ExpectedError "note.gone".

        Its pages in the file are overwritten. Until the place is locked it can be given again by
        undo, from memory.
        """
        note = self._mine(uid)

        def remove(work: Work) -> None:
            NoteStore(work).remove(uid)

        def add(work: Work) -> None:
            NoteStore(work).add(note)

        return self._do("note.withdrawn", frozenset({NOTES}), remove, add, deletes=True)

    # the thank plan

    def keep_plan(self, when: str, then: str) -> Change:
        """Make or change my plan; raises what domain.clean_plan raises."""
        before = self.plan()
        after = clean_plan(before.uid if before else new_uid(), when, then)
        return self._do(
            "plan.kept", frozenset({PLAN}), _planned(after, before), _planned(before, after)
        )

    def keep_plan_draft(self, when: str, then: str) -> None:
        """Seal what stands in the plan's form; nothing in it deletes what was sealed before.

        Not an undo step. Never refuses a text.
        """
        when, then, before = clean_draft(when), clean_draft(then), self.plan_draft()
        if (when, then) == ((before.when, before.then) if before else ("", "")):
            return
        with self._vault.work(essential=True) as work:
            if when or then:
                draft = Plan(before.uid if before else new_uid(), when, then)
                DraftStore(work).keep_plan(draft, DraftStore.PLAN_DRAFT)
            elif before is not None:
                DraftStore(work).drop(before.uid)

    def drop_plan(self) -> Change | None:
        """Let go of my plan; None if there is none."""
        plan = self.plan()
        if plan is None:
            return None
        return self._do(
            "plan.dropped", frozenset({PLAN}), _planned(None, plan), _planned(plan, None)
        )

    # inside

    def _giver(self) -> PartnerId:
        if self.me is None:
            raise ExpectedError("note.nobody_sits")
        if self.reader() is None:
            raise ExpectedError("note.no_partner")
        return self.me

    def _mine(self, uid: str) -> Note:
        note = self.note(uid)
        if note is None or note.giver != self.me:
            raise ExpectedError("note.gone")
        return note

    def _fresh(self, draft: Draft) -> Note:
        """Build the note a draft becomes; its place is still the first one of its day."""
        opens_on = clean_day(draft.opens_on, self.today())
        place = first_place(opens_on or self.today())
        text = clean_note(draft.text)
        tags = split_tags("\n".join(draft.tags))
        return Note(place, draft.uid, self._giver(), self._clock.now(), opens_on, text, tags)

    def _placed(self, work: Work, note: Note) -> Note:
        return replace(note, place=NoteStore(work).free_place(note.day))

    def _do(
        self,
        label: str,
        touched: frozenset[str],
        deed: Callable[[Work], None],
        undo: Callable[[Work], None],
        redo: Callable[[Work], None] | None = None,
        *,
        deletes: bool = False,
    ) -> Change:
        """Do something in one transaction and return how to take it back and do it again.

        `redo` None is the deed itself. What deletes is done on a nearly full disk as well.
        """

        def run(step: Callable[[Work], None], *, essential: bool) -> Callable[[], None]:
            def in_one_piece() -> None:
                with self._vault.work(essential=essential) as work:
                    step(work)

            return in_one_piece

        run(deed, essential=deletes)()
        again, back = run(redo or deed, essential=deletes), run(undo, essential=False)
        return Change(label, touched, redo=again, undo=back)


def _if_untouched(draft: Draft, deed: Callable[[Work], None]) -> Callable[[Work], None]:
    """Do a deed only if the draft is as undo has put it back; "draft.changed" else."""

    def step(work: Work) -> None:
        if DraftStore(work).draft(draft.uid) != draft:
            raise ExpectedError("draft.changed")
        deed(work)

    return step


def _planned(plan: Plan | None, instead_of: Plan | None) -> Callable[[Work], None]:
    def step(work: Work) -> None:
        if plan is not None:
            DraftStore(work).keep_plan(plan)
        elif instead_of is not None:
            DraftStore(work).drop(instead_of.uid)

    return step
