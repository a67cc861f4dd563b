# SPDX-License-Identifier: GPL-3.0-or-later
"""My limit: written in private, shared as a statement, acknowledged, resting, back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.rooms.boundaries.domain.agreement import Area, kept_words
from bondsdesk.rooms.boundaries.domain.limit import Limit, clean_limit
from bondsdesk.rooms.boundaries.domain.search import found_in
from bondsdesk.rooms.boundaries.service.desk import LIMITS, Desk, Step
from bondsdesk.rooms.boundaries.store.limits import LimitReader, LimitStore
from bondsdesk.rooms.boundaries.store.private import PrivateStore

if TYPE_CHECKING:
    from bondsdesk.vault.work import Work

_TOUCHED = frozenset({LIMITS})


class Limits:
    """The intents around limits. Each is one step in one transaction, and can be taken back."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # reading

    def shared(self) -> list[Limit]:
        """Return the limits that both can read, the newest first."""
        with self.desk.vault.read() as reader:
            return LimitReader(reader).all()

    def private(self) -> list[Limit]:
        """Return my own that nobody else can read."""
        if self.desk.me is None:
            return []
        with self.desk.vault.read() as reader:
            return PrivateStore(reader).limits()

    def find(self, uid: str) -> Limit | None:
        """Return a limit that I may read."""
        with self.desk.vault.read() as reader:
            mine = PrivateStore(reader).limit(uid) if self.desk.me else None
            return mine or LimitReader(reader).one(uid)

    def search(self, typed: str) -> list[Limit]:
        """Return limits that I may read and that hold what was typed."""
        return [each for each in (*self.private(), *self.shared()) if found_in(typed, each.text)]

    # writing

    def keep(self, text: str, area: Area, uid: Uid | None = None) -> Change:
        """Keep a private limit, a new one or other words for one.

        Raises ExpectedError "limit.blank", "text.*", "boundary.nobody_sits".
        """
        me, before = self.desk.sitting(), self.private_one(uid)
        since = before.since if before else self.desk.now()
        limit = Limit(uid or new_uid(), me, clean_limit(text), area, "private", since)
        return self._do("limit.kept", _seal(limit), _seal(before) if before else _unseal(limit))

    def keep_unfinished(self, text: str, area: Area, uid: Uid) -> None:
        """Seal what is being written before the place is locked. Never refuses a text."""
        before = self.private_one(uid)
        since = before.since if before else self.desk.now()
        limit = Limit(uid, self.desk.sitting(), kept_words(text), area, "private", since)
        with self.desk.vault.work(essential=True) as work:
            PrivateStore(work).keep_limit(limit)

    def share(self, text: str, area: Area, uid: Uid | None = None) -> Change:
        """Say a limit: the shared row is written and the sealed one deleted in one transaction.

        It needs no consent. Raises ExpectedError "boundary.no_partner" and what `keep` raises.
        """
        me, before = self.desk.with_partner(), self.private_one(uid)
        limit = Limit(uid or new_uid(), me, clean_limit(text), area, "shared", self.desk.now())
        sealed = replace(limit, state="private", since=before.since if before else limit.since)

        def share(work: Work) -> None:
            _unseal(limit)(work)
            _put(limit)(work)

        def take_back(work: Work) -> None:
            _remove(limit)(work)
            _seal(sealed)(work)

        return self._do("limit.shared", share, take_back)

    def acknowledge(self, uid: str) -> Change:
        """Say that I have read the other's limit. Raises ExpectedError "limit.gone"."""
        limit = self._shared_one(uid)
        if limit.owner == self.desk.sitting():
            raise ExpectedError("limit.gone")
        return self._do("limit.read", _put(replace(limit, acknowledged=True)), _put(limit))

    def rest(self, uid: str) -> Change:
        """Let my limit rest. Raises ExpectedError "limit.gone"."""
        return self._turn(uid, "limit.rested", resting=True)

    def wake(self, uid: str) -> Change:
        """Say my limit again. Raises ExpectedError "limit.gone"."""
        return self._turn(uid, "limit.woken", resting=False)

    def drop(self, uid: str) -> Change:
        """Delete a limit of mine, private or resting. Raises ExpectedError "limit.gone"."""
        mine = self.private_one(Uid(uid))
        if mine:
            return self._do("limit.dropped", _unseal(mine), _seal(mine))
        limit = self._my_shared(uid)
        return self._do("limit.dropped", _remove(limit), _put(limit))

    # inside

    def private_one(self, uid: Uid | None) -> Limit | None:
        """Return one of my private limits."""
        if uid is None or self.desk.me is None:
            return None
        with self.desk.vault.read() as reader:
            return PrivateStore(reader).limit(uid)

    def _turn(self, uid: str, label: str, *, resting: bool) -> Change:
        limit = self._my_shared(uid)
        turned = replace(limit, state="resting" if resting else "shared", since=self.desk.now())
        return self._do(label, _put(turned), _put(limit))

    def _shared_one(self, uid: str) -> Limit:
        with self.desk.vault.read() as reader:
            limit = LimitReader(reader).one(uid)
        if limit is None:
            raise ExpectedError("limit.gone")
        return limit

    def _my_shared(self, uid: str) -> Limit:
        limit = self._shared_one(uid)
        if limit.owner != self.desk.sitting():
            raise ExpectedError("limit.gone")
        return limit

    def _do(self, label: str, redo: Step, undo: Step) -> Change:
        return self.desk.do(label, _TOUCHED, redo, undo)


def _seal(limit: Limit) -> Step:
    return lambda work: PrivateStore(work).keep_limit(limit)


def _unseal(limit: Limit) -> Step:
    return lambda work: PrivateStore(work).drop(limit.uid)


def _put(limit: Limit) -> Step:
    return lambda work: LimitStore(work).put(limit)


def _remove(limit: Limit) -> Step:
    return lambda work: LimitStore(work).remove(limit.uid)
