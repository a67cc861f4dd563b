# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits, what day it is, and one intent as one transaction. Shared by this room's services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import Pair, PartnerId, Person, other

if TYPE_CHECKING:
    from bondsdesk.kernel.clock import Clock
    from bondsdesk.vault.vault import Vault
    from bondsdesk.vault.work import Work

LIMITS = "boundary.limit"
AGREEMENTS = "boundary.agreement"
DRAFTS = "boundary.draft"

Step = Callable[["Work"], None]


@dataclass(frozen=True)
class Desk:
    """An open vault with the person who sits in front of it."""

    vault: Vault
    clock: Clock

    @property
    def me(self) -> PartnerId | None:
        """Return who sits; None with the shared sheet, which has no private place."""
        return self.vault.partner

    @property
    def pair(self) -> Pair:
        """Return both people."""
        return self.vault.pair

    def now(self) -> datetime:
        """Return the moment."""
        return self.clock.now()

    def today(self) -> date:
        """Return the day at the desk."""
        return local_day(self.clock.now())

    def partner(self) -> Person | None:
        """Return the other one, None while they have no place yet."""
        return self.pair.person(other(self.me)) if self.me else None

    def sitting(self) -> PartnerId:
        """Return who sits. Raises ExpectedError "boundary.nobody_sits"."""
        if self.me is None:
            raise ExpectedError("boundary.nobody_sits")
        return self.me

    def with_partner(self) -> PartnerId:
        """Return who sits, once both have a place. Raises ExpectedError "boundary.no_partner"."""
        me = self.sitting()
        if self.partner() is None:
            raise ExpectedError("boundary.no_partner")
        return me

    def do(
        self,
        label: str,
        touched: frozenset[str],
        redo: Step,
        undo: Step | None = None,
        *,
        essential: bool = False,
    ) -> Change:
        """Do something in one transaction and say how to take it back; None for never.

        `essential`: let through when the disk is nearly full.
        """

        def run(step: Step) -> Callable[[], None]:
            def in_one_piece() -> None:
                with self.vault.work(essential=essential) as work:
                    step(work)

            return in_one_piece

        run(redo)()
        if undo is None:
            return Change(label, touched)
        return Change(label, touched, redo=run(redo), undo=run(undo))
