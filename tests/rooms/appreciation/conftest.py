# SPDX-License-Identifier: GPL-3.0-or-later
"""A vault with this room's tables only, the service, and the page in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.migration import MigrationSet
from bondsdesk.rooms.appreciation.domain import Draft, Note
from bondsdesk.rooms.appreciation.schema import MIGRATIONS
from bondsdesk.rooms.appreciation.service.notes import AppreciationService

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bondsdesk.doorway import RoomContext
    from bondsdesk.kernel.people import PartnerId
    from bondsdesk.rooms.appreciation.page import AppreciationPage
    from bondsdesk.rooms.appreciation.room import Appreciation
    from bondsdesk.vault.vault import Vault
    from tests.fakes import FakeClock
    from tests.people import Household

Give = Callable[..., Note]


@pytest.fixture(scope="session")
def migration_sets() -> Sequence[MigrationSet]:
    """Only the tables of this room."""
    return (MIGRATIONS,)


@pytest.fixture
def service(vault: Vault, clock: FakeClock) -> AppreciationService:
    """What Ayesha may do and see."""
    return AppreciationService(vault, clock)


@pytest.fixture
def sits(household: Household, clock: FakeClock) -> Callable[[PartnerId], AppreciationService]:
    """Lock, and open again as a partner: sits("b") is what Bilal may do and see."""

    def sit_down(partner: PartnerId) -> AppreciationService:
        return AppreciationService(household.sit_down(partner), clock)

    return sit_down


@pytest.fixture
def given(clock: FakeClock) -> Give:
    """Give a note some days ago: given(service, "words", days_ago=3, tags=("tea",))."""

    def give(
        service: AppreciationService, text: str, *, days_ago: int = 0, tags: Sequence[str] = ()
    ) -> Note:
        now = clock.now()
        clock.set_wall(now - timedelta(days=days_ago))
        uid = new_uid()
        service.give(Draft(uid, text, tuple(tags)))
        clock.set_wall(now)
        note = service.note(uid)
        assert note is not None
        return note

    return give


@pytest.fixture
def opened(room: RoomContext) -> Appreciation:
    """The room, open for Ayesha."""
    from bondsdesk.rooms.appreciation.room import Appreciation

    return Appreciation(room)


@pytest.fixture
def page(opened: Appreciation, room: RoomContext, qtbot: QtBot) -> Iterator[AppreciationPage]:
    """Its page in a window of 1150 by 768, wired to undo as the house does it."""
    page = opened.page()
    room.undo.touched.connect(page.on_touched)
    page.resize(1150, 768)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.hide()
