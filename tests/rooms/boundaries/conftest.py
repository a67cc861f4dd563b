# SPDX-License-Identifier: GPL-3.0-or-later
"""Boundaries in the house: its services for whoever sits down, its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bondsdesk.app.house import migration_sets
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText, Draft
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.service.limits import Limits
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock
from tests.people import ACTORS, Household


@dataclass
class Sitting:
    """One partner at the desk with this room's services."""

    vault: Vault
    limits: Limits
    agreements: Agreements

    @classmethod
    def of(cls, vault: Vault) -> Sitting:
        desk = Desk(vault, vault.clock)
        return cls(vault, Limits(desk), Agreements(desk))

    def sign(self, uid: Uid) -> None:
        assert self.vault.partner
        act = self.agreements.signing(uid, ACTORS[self.vault.partner].passphrase)
        self.agreements.finish_signing(act())

    def propose(self, **words: object) -> Uid:
        return self.agreements.propose(self.draft(**words))[1]

    def draft(self, **words: object) -> Draft:
        draft = self.agreements.new_draft()
        return replace(draft, text=replace(phones(draft.text), **words))  # type: ignore[arg-type]

    def tamper(self, sql: str, *params: object) -> None:
        """Change rows behind the app's back."""
        with self.vault.work() as work:
            assert work.run(sql, params)


def phones(blank: AgreementText) -> AgreementText:
    return replace(
        blank,
        title="Phones away at dinner",
        area="phone",
        fine=("A call from our parents", "A photo with guests"),
        not_fine=("Scrolling at the table", "Work chats until tea"),
        repair="We say “the basket?” once, kindly, and begin again.",
        where="At home, dinner until tea.",
    )


@pytest.fixture
def household(household: Household) -> Household:
    """The household with every room's tables, whichever rooms' tests ran before."""
    household.sets = migration_sets()
    return household


@pytest.fixture
def sit(household: Household) -> Callable[[PartnerId], Sitting]:
    """Close the place and let a partner sit down."""

    def sit_down(partner: PartnerId) -> Sitting:
        return Sitting.of(household.sit_down(partner))

    return sit_down


@pytest.fixture
def in_force(sit: Callable[[PartnerId], Sitting], clock: FakeClock) -> Uid:
    """An agreement that both have signed; Bilal sits, having signed last."""
    ayesha = sit("a")
    uid = ayesha.propose()
    ayesha.sign(uid)
    clock.advance(days=1)
    bilal = sit("b")
    bilal.sign(uid)
    return uid


MONTH = timedelta(days=30)
