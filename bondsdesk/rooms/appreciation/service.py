# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people do with notes: one method per intent, one transaction, one Change to take back.

Knows no screen: it returns notes, drafts and codes. It remembers only which notes were given since
the place was opened, because those may still be changed before the desk is handed over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.people import Pair, PartnerId, Person, other
from bondsdesk.rooms.appreciation.domain import (
    Draft,
    Note,
    Plan,
    Sieve,
    clean_day,
    clean_draft,
    clean_note,
    clean_plan,
    editable,
    first_place,
    found_in,
    split_tags,
)
from bondsdesk.rooms.appreciation.store import DraftStore, Eyes, NoteReader, NoteStore

if TYPE_CHECKING:
    from bondsdesk.kernel.clock import Clock
    from bondsdesk.vault.vault import Vault
    from bondsdesk.vault.work import Work

NOTES = "note"
DRAFTS = "note.draft"
PLAN = "note.plan"


class AppreciationService:
    """Notes of an open vault, seen with the eyes of whoever sits at the desk."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._just_given: set[Uid] = set()

    # who and when

    @property
    def me(self) -> PartnerId | None:
        """Return who sits at the desk; None with the shared sheet, which has no private place."""
        return self._vault.partner

    @property
    def pair(self) -> Pair:
        """Return both people."""
        return self._vault.pair

    def today(self) -> date:
        """Return the day at the desk."""
        return local_day(self._clock.now())

    def reader(self) -> Person | None:
        """Return who gets my notes, None while that partner has no place yet."""
        return self.pair.person(other(self.me)) if self.me else None

    # reading

    def notes(
        self, sieve: Sieve, edge: int | None, limit: int, *, newer: bool = False
    ) -> list[Note]:
        """Return readable notes next to a place, newest first; see NoteReader.page."""
        with self._vault.read() as reader:
            return NoteReader(reader).page(sieve, self._eyes(), edge, limit, newer=newer)

    def note(self, uid: str) -> Note | None:
        """Return one readable note."""
        with self._vault.read() as reader:
            return NoteReader(reader).note(uid, self._eyes())

    def note_from_before(self, but: str = "") -> Note | None:
        """Return some readable note of an earlier day, not the one named; None if there is none."""
        with self._vault.read() as reader:
            return NoteReader(reader).any_before(
                self.today(), self._eyes(), probe=new_uid(), but=but
            )

    def period(self, first: date | None, last: date | None, giver: PartnerId | None) -> list[Note]:
        """Return the notes of a period that are open for both, oldest first, for paper.

        My own waiting notes stay out as well: a page that lies about would open them early.
        """
        today = self.today()
        last = today if last is None else min(last, today)
        with self._vault.read() as reader:
            return NoteReader(reader).between(first, last, giver, Eyes(None, today))

    def months(self, sieve: Sieve) -> list[date]:
        """Return the months that have readable notes, newest first."""
        with self._vault.read() as reader:
            return NoteReader(reader).months(sieve, self._eyes())

    def tags(self) -> list[tuple[str, str]]:
        """Return key and name of the tags on readable notes."""
        with self._vault.read() as reader:
            return NoteReader(reader).tags(self._eyes())

    def opening(self, first: date, last: date) -> list[Note]:
        """Return notes left for a day between two days, as the person at the desk may know them."""
        with self._vault.read() as reader:
            notes = NoteReader(reader).opening(first, last)
        today = self.today()
        return [n for n in notes if n.giver == self.me or n.opens_on == today]

    def may_edit(self, note: Note) -> bool:
        """Tell whether the words of a note can still be changed (see domain.editable)."""
        return editable(note, self.me, self.today(), just_given=note.uid in self._just_given)

    def may_withdraw(self, note: Note) -> bool:
        """Tell whether a note is mine; then it can be withdrawn and tagged at any time."""
        return note.giver == self.me

    # drafts

    def drafts(self, typed: str = "") -> list[Draft]:
        """Return my drafts, newest first; with words to find, those that hold them."""
        if self.me is None:
            return []
        with self._vault.read() as reader:
            drafts = DraftStore(reader).drafts()
        if not typed.strip():
            return drafts
        return [d for d in drafts if found_in(typed, " ".join((d.text, *d.tags)))]

    def draft(self, uid: str) -> Draft | None:
        """Return one of my drafts."""
        with self._vault.read() as reader:
            return DraftStore(reader).draft(uid)

    def keep_draft(self, draft: Draft) -> Draft | None:
        """Seal what stands in the editor; an emptied draft is deleted and None returned.

        Not an undo step: the editor has its own. Never refuses a text.
        """
        draft = replace(draft, text=clean_draft(draft.text), kept_at=self._clock.now())
        with self._vault.work() as work:
            if draft.empty():
                DraftStore(work).drop(draft.uid)
                return None
            DraftStore(work).keep(draft)
        return draft

    def drop_draft(self, draft: Draft) -> Change:
        """Delete a draft."""

        def keep(work: Work) -> None:
            DraftStore(work).keep(draft)

        def drop(work: Work) -> None:
            DraftStore(work).drop(draft.uid)

        return self._do("draft.dropped", frozenset({DRAFTS}), drop, keep)

    # notes

    def give(self, draft: Draft) -> Change:
        """Put a note where both can read it and delete the sealed draft, in one transaction.

        Raises ExpectedError "note.nobody_sits", "note.no_partner", "note.blank", "note.day_past",
        "text.nul", "text.too_long". Nothing is written then.
        """
        me, note = self._giver(), self._fresh(draft)
        note = replace(note, giver=me)
        sealed = replace(draft, text=clean_draft(draft.text), kept_at=self._clock.now())

        def give(work: Work) -> None:
            NoteStore(work).add(self._placed(work, note))
            DraftStore(work).drop(draft.uid)
            self._just_given.add(note.uid)

        def take_back(work: Work) -> None:
            NoteStore(work).remove(note.uid)
            DraftStore(work).keep(sealed)

        return self._do("note.given", frozenset({NOTES, DRAFTS}), give, take_back)

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

        return self._do("note.withdrawn", frozenset({NOTES}), remove, add)

    # the thank plan

    def plan(self) -> Plan | None:
        """Return my own thank plan, which only I can read."""
        if self.me is None:
            return None
        with self._vault.read() as reader:
            return DraftStore(reader).plan()

    def keep_plan(self, when: str, then: str) -> Change:
        """Make or change my plan; raises what domain.clean_plan raises."""
        before = self.plan()
        after = clean_plan(before.uid if before else new_uid(), when, then)
        return self._do(
            "plan.kept", frozenset({PLAN}), _planned(after, before), _planned(before, after)
        )

    def drop_plan(self) -> Change | None:
        """Let go of my plan; None if there is none."""
        plan = self.plan()
        if plan is None:
            return None
        return self._do(
            "plan.dropped", frozenset({PLAN}), _planned(None, plan), _planned(plan, None)
        )

    # inside

    def _eyes(self) -> Eyes:
        return Eyes(self.me, self.today())

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
        redo: Callable[[Work], None],
        undo: Callable[[Work], None],
    ) -> Change:
        """Do something in one transaction and return how to take it back and do it again."""

        def run(step: Callable[[Work], None]) -> Callable[[], None]:
            def in_one_piece() -> None:
                with self._vault.work() as work:
                    step(work)

            return in_one_piece

        change = Change(label, touched, redo=run(redo), undo=run(undo))
        run(redo)()
        return change


def _planned(plan: Plan | None, instead_of: Plan | None) -> Callable[[Work], None]:
    def step(work: Work) -> None:
        if plan is not None:
            DraftStore(work).keep_plan(plan)
        elif instead_of is not None:
            DraftStore(work).drop(instead_of.uid)

    return step
