# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals alone in the house: its schema, a service on a real vault, boards with cards."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.migration import MigrationSet
from bondsdesk.rooms.goals.domain.board import Lane
from bondsdesk.rooms.goals.domain.card import Card
from bondsdesk.rooms.goals.schema import MIGRATIONS
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock


@pytest.fixture(scope="session")
def migration_sets() -> Sequence[MigrationSet]:
    """This room's tables are enough here."""
    return (MIGRATIONS,)


@pytest.fixture
def goals(vault: Vault, clock: FakeClock) -> GoalsService:
    return GoalsService(vault, clock)


@pytest.fixture
def home(goals: GoalsService) -> Uid:
    """A board named Home."""
    uid = new_uid()
    goals.make_board("Home", "leaf", uid)
    return uid


def put(goals: GoalsService, board: Uid, title: str, lane: Lane = "dream", **said: object) -> Uid:
    """Put a card on a board, above the others of its lane."""
    card = Card(new_uid(), board, lane, title, **said)  # type: ignore[arg-type]
    goals.add(card)
    return card.uid


def lane_of(goals: GoalsService, board: Uid, lane: Lane) -> list[str]:
    """Return the titles of a lane from the top."""
    return [face.title for face in goals.faces(board) if face.lane == lane]
