# SPDX-License-Identifier: GPL-3.0-or-later
"""Boundaries in the house: its services for whoever sits down, its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from bondsdesk.app.house import migration_sets
from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText, Draft
from bondsdesk.rooms.boundaries.page import BoundariesPage
from bondsdesk.rooms.boundaries.parts.agreement_card import AgreementCard
from bondsdesk.rooms.boundaries.parts.sign_panel import SignPanel
from bondsdesk.rooms.boundaries.room import Boundaries
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.service.limits import Limits
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock
from tests.people import ACTORS, Household
from tests.strays import Strays


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


class Visit:
    """One partner in front of the page."""

    def __init__(self, context: RoomContext) -> None:
        self.context = context
        self.room = Boundaries(context)
        self.page: BoundariesPage = self.room.page()
        self.page.resize(1150, 768)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def work(self) -> None:
        self.context.tasks.wait_all()
        self.settle()

    def press(self, name: str) -> None:
        found = [
            b
            for b in self.page.findChildren(QAbstractButton)
            if name in (b.text(), b.accessibleName()) and b.isVisible() and b.isEnabled()
        ]
        assert found, f"no button {name!r} among {self.read()}"
        found[0].click()
        self.settle()

    def read(self) -> str:
        widgets = [w for w in self.page.findChildren(QWidget) if w.isVisible()]
        texts = [w.text() for w in widgets if isinstance(w, QLabel | QAbstractButton)]
        texts += [w.accessibleName() for w in widgets]
        return "\n".join(texts).replace("\u2068", "").replace("\u2069", "")

    @property
    def content(self) -> QWidget:
        assert self.page.pane.content is not None
        return self.page.pane.content

    @property
    def card(self) -> AgreementCard:
        assert isinstance(self.content, AgreementCard)
        return self.content

    @property
    def sign(self) -> SignPanel:
        assert self.card.sign is not None
        return self.card.sign

    @property
    def told(self) -> str:
        current = self.context.notices.current
        return current.text.replace("\u2068", "").replace("\u2069", "") if current else ""

    def leave(self) -> None:
        self.work()
        self.page.hide()
        self.page.deleteLater()
        self.settle()


@pytest.fixture
def come(
    room: RoomContext, household: Household, qapp: QApplication
) -> Iterator[Callable[[PartnerId], Visit]]:
    visits: list[Visit] = []
    strays = Strays(BoundariesPage)
    qapp.installEventFilter(strays)

    def sit_down(partner: PartnerId) -> Visit:
        for visit in visits:
            visit.leave()
        visits.clear()
        room.notices.clear()
        room.undo.clear()
        visits.append(Visit(replace(room, vault=household.sit_down(partner))))
        return visits[-1]

    yield sit_down
    for visit in visits:
        visit.leave()
    qapp.removeEventFilter(strays)
    assert not strays.names, f"shown without a parent: {strays.names}"


Come = Callable[[PartnerId], Visit]
