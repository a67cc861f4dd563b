# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes as the person at the desk may read them: their own, and the other's that are open.

Knows no screen. It remembers only which notes were given since the place was opened, because those
may still be changed before the desk is handed over.
"""

from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING

from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.people import Pair, PartnerId, Person, other
from bondsdesk.rooms.appreciation.domain import Draft, Note, Plan, Sieve, editable, found_in
from bondsdesk.rooms.appreciation.store.drafts import DraftStore
from bondsdesk.rooms.appreciation.store.notes import Eyes, NoteReader

if TYPE_CHECKING:
    from bondsdesk.kernel.clock import Clock
    from bondsdesk.vault.vault import Vault


class NotesRead:
    """Reads of an open vault with the eyes of whoever sits at the desk."""

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
            notes = NoteReader(reader)
            found = notes.some_before(self.today(), self._eyes(), probe=new_uid(), but=but)
            return notes.note(secrets.choice(found), self._eyes()) if found else None

    def period(
        self,
        first: date | None,
        last: date | None,
        giver: PartnerId | None,
        most: int | None = None,
    ) -> list[Note]:
        """Return the notes of a period that are open for both, oldest first, for paper.

        `most` bounds their number, for a preview.

        My own waiting notes stay out as well: a page that lies about would open them early.
        """
        today = self.today()
        last = today if last is None else min(last, today)
        with self._vault.read() as reader:
            return NoteReader(reader).between(
                first, last, giver, Eyes(None, today), -1 if most is None else most
            )

    def any_for_paper(self) -> bool:
        """Tell whether there is a note that both can read."""
        with self._vault.read() as reader:
            return bool(NoteReader(reader).page(Sieve(), Eyes(None, self.today()), None, 1))

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
        if self.me is None:
            return None
        with self._vault.read() as reader:
            return DraftStore(reader).draft(uid)

    def plan(self) -> Plan | None:
        """Return my own thank plan, which only I can read."""
        if self.me is None:
            return None
        with self._vault.read() as reader:
            return DraftStore(reader).plan()

    def plan_draft(self) -> Plan | None:
        """Return what I had typed into the plan's form when the place was locked."""
        if self.me is None:
            return None
        with self._vault.read() as reader:
            return DraftStore(reader).plan(DraftStore.PLAN_DRAFT)

    # inside

    def _eyes(self) -> Eyes:
        return Eyes(self.me, self.today())
