# SPDX-License-Identifier: GPL-3.0-or-later
"""A service on a real vault, boards with cards, and the page in a window with a hand on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from bondsdesk.app.house import migration_sets
from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.ports import Seed
from bondsdesk.rooms.goals.domain.board import Lane
from bondsdesk.rooms.goals.domain.card import Card
from bondsdesk.rooms.goals.page import GoalsPage
from bondsdesk.rooms.goals.parts.lane_list import LaneList
from bondsdesk.rooms.goals.room import Goals
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock
from tests.people import Household


@pytest.fixture
def household(household: Household) -> Household:
    """The house with every room, whichever folder of tests made the vault first."""
    household.sets = migration_sets()
    return household


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


class Desk:
    """The page in a window, and what a hand does with it."""

    def __init__(self, context: RoomContext, service: GoalsService) -> None:
        self.context = context
        self._closed = False
        self.goals = service
        self.room = Goals(context)
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        row.setContentsMargins(0, 0, 0, 0)
        self.page: GoalsPage = self.room.page()
        row.addWidget(self.page)
        context.undo.touched.connect(self.page.on_touched)
        self.window.resize(1500, 700)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Let Qt lay out and paint."""
        for _ in range(3):
            QApplication.processEvents()

    def lane(self, lane: Lane) -> LaneList:
        """Return the list of a lane."""
        return self.page.board.columns[lane].list

    def shown(self, lane: Lane) -> list[str]:
        """Return the titles a lane shows."""
        model = self.lane(lane).lane
        faces = [model.face(model.index(row)) for row in range(model.rowCount())]
        return [face.title if face else "(slot)" for face in faces]

    def press(self, uid: str, key: Qt.Key, *, control: bool = True) -> None:
        """Press a key on a card."""
        self.page.board.show_card(uid)
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        face = self.page.board.model.face(uid)
        assert face is not None
        QTest.keyClick(self.lane(face.lane), key, held)
        self.settle()

    def lift(self, uid: str) -> LaneList:
        """Take a card up with the mouse and return the list it came from."""
        face = self.page.board.model.face(uid)
        assert face is not None
        source = self.lane(face.lane)
        self._spot = source.visualRect(source.lane.index_of(uid)).center()
        QTest.mousePress(
            source.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._spot
        )
        self.bring(source, source.viewport().mapToGlobal(self._spot + QPoint(30, 30)))
        return source

    def bring(self, source: LaneList, spot: QPoint) -> None:
        """Move the mouse, button down, to a point of the screen."""
        view = source.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(view.mapFromGlobal(spot)),
            QPointF(spot),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, event)
        self.settle()

    def drop(self, source: LaneList) -> None:
        """Let the button go."""
        QTest.mouseRelease(
            source.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(5, 5),
        )
        self.settle()

    def over(self, lane: Lane, place: int) -> QPoint:
        """Return the point of the screen just above the middle of a card of a lane."""
        target = self.lane(lane)
        row = target.visualRect(target.lane.index(place))
        return target.viewport().mapToGlobal(row.center() - QPoint(0, row.height() // 4))

    def close(self) -> None:
        """Let go of the page; nothing happens the second time."""
        if self._closed:
            return
        self._closed = True
        self.context.undo.touched.disconnect(self.page.on_touched)
        self.window.hide()
        self.window.deleteLater()
        self.settle()


@pytest.fixture
def seeds() -> list[Seed]:
    """Small steps that another room lends."""
    return []


@pytest.fixture
def desk(room: RoomContext, goals: GoalsService, home: Uid, seeds: list[Seed]) -> Iterator[Desk]:
    desk = Desk(replace(room, seeds=lambda: seeds), goals)
    yield desk
    desk.close()
