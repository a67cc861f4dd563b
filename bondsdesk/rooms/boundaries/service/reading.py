# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreements as the person at the desk may read them, each with what can be proven about it.

The proof is computed from what lies in the vault now, every time; only the same rows, keys and
pin give a remembered verdict. It can be computed in a worker: a Checking is plain data.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.boundaries.domain.agreement import Draft
from bondsdesk.rooms.boundaries.domain.event import NO_HEAD, History, Pin
from bondsdesk.rooms.boundaries.domain.search import found_in
from bondsdesk.rooms.boundaries.domain.standing import (
    Agreement,
    Comment,
    Kept,
    OlderWords,
    Talk,
)
from bondsdesk.rooms.boundaries.domain.verdict import Keys, Verdict, judge
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.store.agreements import AgreementReader
from bondsdesk.rooms.boundaries.store.private import PrivateStore
from bondsdesk.vault.signing import verifies

if TYPE_CHECKING:
    from bondsdesk.vault.work import Reader

AT_ONCE = 200
"""Events checked without leaving the main thread: about 20 ms (0.1 ms for hash and signature)."""


@dataclass(frozen=True)
class Checking:
    """What a check needs, and nothing of the vault; run it anywhere."""

    vault_id: str
    keys: tuple[tuple[PartnerId, Keys], ...]
    kept: tuple[Kept, ...]
    pins: tuple[Pin | None, ...]

    @property
    def events(self) -> int:
        """Return how many signatures and hashes there are to check."""
        return sum(len(each.history) for each in self.kept)

    def key(self, number: int) -> Hashable:
        """Return what decides the verdict about one agreement: all of it."""
        each = self.kept[number]
        subject = each.subject(self.vault_id)
        return subject, each.text is None, each.history, self.keys, self.pins[number]

    def judge(self, number: int) -> Verdict:
        """Return the verdict about one agreement."""
        each, keys = self.kept[number], dict(self.keys)
        pin = self.pins[number]
        return judge(each.subject(self.vault_id), each.history, keys, pin, verifies)

    def __call__(self) -> list[Verdict]:
        """Return all verdicts, in the same order."""
        return [self.judge(number) for number in range(len(self.kept))]


class AgreementsRead:
    """Reads of an open vault with the eyes of whoever sits at the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._judged: dict[Hashable, Verdict] = {}

    def all(self) -> list[Agreement]:
        """Return every agreement with its verdict, the one touched last first."""
        return self.judged(self.checking())

    def find(self, uid: str) -> Agreement | None:
        """Return one agreement with its verdict."""
        with self.desk.vault.read() as reader:
            kept = AgreementReader(reader).one(uid)
        return self.judged(self._checking([kept]))[0] if kept else None

    def checking(self) -> Checking:
        """Return everything there is to check, read now."""
        with self.desk.vault.read() as reader:
            return self._checking(AgreementReader(reader).all())

    def judged(self, checking: Checking) -> list[Agreement]:
        """Check what was read, here and now, and remember the verdicts."""
        return self.with_verdicts(
            checking, (self._verdict(checking, number) for number in range(len(checking.kept)))
        )

    def with_verdicts(self, checking: Checking, verdicts: Iterable[Verdict]) -> list[Agreement]:
        """Join what was read with the verdicts about it, and remember them."""
        told = list(verdicts)
        self._judged = {checking.key(number): each for number, each in enumerate(told)} | (
            self._judged if len(told) == 1 else {}
        )
        return [Agreement(k, v) for k, v in zip(checking.kept, told, strict=True)]

    def quick(self, checking: Checking) -> bool:
        """Tell whether a check takes less than a blink: few events, or all known already."""
        known = (checking.key(number) in self._judged for number in range(len(checking.kept)))
        return checking.events <= AT_ONCE or all(known)

    def comments(self, uid: str) -> list[Comment]:
        """Return what was written beside an agreement, oldest first."""
        with self.desk.vault.read() as reader:
            return AgreementReader(reader).comments(uid)

    def talks(self, uid: str) -> list[Talk]:
        """Return the days on which an agreement was talked over."""
        with self.desk.vault.read() as reader:
            return AgreementReader(reader).talks(uid)

    def older(self, kept: Kept) -> list[int]:
        """Return the versions before the present one whose words can be read again."""
        with self.desk.vault.read() as reader:
            numbers = AgreementReader(reader).versions(kept.uid)
        return [number for number in numbers if number < kept.version]

    def older_words(self, kept: Kept, version: int) -> OlderWords | None:
        """Return what an earlier version says, None if it is gone or was never proposed."""
        with self.desk.vault.read() as reader:
            found = AgreementReader(reader).words_of(kept.uid, version)
        proposed = [
            entry
            for entry in kept.history
            if (entry.event.action, entry.event.version) == ("propose", version)
        ]
        if found is None or not proposed:
            return None
        text, sha256 = found
        named = {e.event.text_sha256 for e in kept.history if e.event.version == version}
        return OlderWords(version, proposed[0].at, text, named == {sha256})

    def drafts(self) -> list[Draft]:
        """Return my drafts, the one kept last first."""
        if self.desk.me is None:
            return []
        with self.desk.vault.read() as reader:
            return PrivateStore(reader).drafts()

    def draft(self, uid: str) -> Draft | None:
        """Return one of my drafts."""
        if self.desk.me is None:
            return None
        with self.desk.vault.read() as reader:
            return PrivateStore(reader).draft(uid)

    def sleeps_until(self, uid: str) -> date | None:
        """Return the day on which I wanted to be asked again; it may have come."""
        if self.desk.me is None:
            return None
        with self.desk.vault.read() as reader:
            return PrivateStore(reader).sleeps_until(uid)

    def unsaid(self, uid: str) -> str:
        """Return what I had begun to say beside an agreement."""
        if self.desk.me is None:
            return ""
        with self.desk.vault.read() as reader:
            return PrivateStore(reader).unsaid(uid)

    def search(self, typed: str) -> list[Agreement]:
        """Return agreements that hold what was typed, in their words or the words beside them."""
        return [each for each in self.all() if found_in(typed, self._words(each))]

    def search_drafts(self, typed: str) -> list[Draft]:
        """Return my drafts that hold what was typed."""
        return [each for each in self.drafts() if found_in(typed, " ".join(each.text.words()))]

    def _words(self, agreement: Agreement) -> str:
        text = agreement.kept.text
        words = [*text.words()] if text else []
        words += [comment.text for comment in self.comments(agreement.uid)]
        return "\n".join(words)

    def keys(self) -> dict[PartnerId, Keys]:
        """Return the public signing keys of those who have a place."""
        known = self.desk.vault.signing_keys
        replaced = [key for key in known if key.last is not None]
        return {
            key.partner: Keys(
                key.public, tuple(old.public for old in replaced if old.partner == key.partner)
            )
            for key in known
            if key.last is None
        }

    def _checking(self, kept: Sequence[Kept]) -> Checking:
        with self.desk.vault.read() as reader:
            pins = tuple(self.seen_head(reader, each.uid, each.history) for each in kept)
        return Checking(self.desk.vault.vault_id, tuple(self.keys().items()), tuple(kept), pins)

    def seen_head(self, reader: Reader, uid: str, history: History) -> Pin | None:
        """Return the head this partner saw last, None if they never looked.

        Each signing leaves a pin behind in the same transaction, so a signature under my present
        key without a readable pin means that it was taken away: NO_HEAD. Where nothing rests on my
        present key, a pin sealed under keys that are gone is none.
        """
        if self.desk.me is None:
            return None
        pin = PrivateStore(reader).pin(uid)
        if pin is None or pin == NO_HEAD:
            return NO_HEAD if self._signed_by_me(history) else None
        return pin

    def _signed_by_me(self, history: History) -> bool:
        mine = self.keys().get(self.desk.me) if self.desk.me else None
        return mine is not None and any(
            entry.event.signer == self.desk.me
            and entry.signature is not None
            and verifies(mine.current, entry.event.to_bytes(), entry.signature)
            for entry in history
        )

    def _verdict(self, checking: Checking, number: int) -> Verdict:
        known = self._judged.get(checking.key(number))
        return known or checking.judge(number)
