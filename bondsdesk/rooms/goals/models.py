# SPDX-License-Identifier: GPL-3.0-or-later
"""A board as six lists. One card that changes moves one row; a long lane shows its rows by and by.

The landing slot is a row of its own, so that the cards below make room for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bondsdesk.rooms.goals.domain.board import LANES, Face, Lane

Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 20
"""Rows a lane shows at first and adds on scrolling: more than stand on a tall screen. QListView
measures all of them whenever one comes or goes."""


class LaneModel(QAbstractListModel):
    """The cards of one lane in their order. `text` gives what a screen reader says of a card."""

    def __init__(self, lane: Lane, text: Callable[[Face], str], parent: QObject) -> None:
        super().__init__(parent)
        self.lane: Lane = lane
        self._text = text
        self._faces: list[Face] = []
        self._shown = 0
        self._slot: int | None = None

    # What others ask

    @property
    def count(self) -> int:
        """Return how many cards there are, shown or not."""
        return len(self._faces)

    @property
    def slot(self) -> int | None:
        """Return the row of the landing slot, None without one."""
        return self._slot

    def faces(self) -> Sequence[Face]:
        """Return all cards, shown or not."""
        return self._faces

    def face(self, index: Index) -> Face | None:
        """Return the card at a row; None for the slot and outside."""
        row = index.row()
        if row == self._slot or not 0 <= row < self.rowCount():
            return None
        return self._faces[row - (self._slot is not None and row > self._slot)]

    def place_of(self, uid: str) -> int | None:
        """Return the place of a card among all of the lane, None if it is not here."""
        return next((i for i, face in enumerate(self._faces) if face.uid == uid), None)

    def index_of(self, uid: str) -> QModelIndex:
        """Return the row of a card, which is made to show; an invalid one if it is not here."""
        place = self.place_of(uid)
        if place is None:
            return QModelIndex()
        while place >= self._shown:
            self.fetchMore()
        return self.index(place + (self._slot is not None and place >= self._slot))

    def uid_at(self, place: int) -> str | None:
        """Return the card at a place, None below the last one."""
        return self._faces[place].uid if 0 <= place < len(self._faces) else None

    # Changes

    def show(self, faces: Sequence[Face]) -> None:
        """Show other cards, which stand in order."""
        self.beginResetModel()
        self._faces = list(faces)
        self._shown = min(max(PAGE, self._shown), len(self._faces))
        self._slot = None
        self.endResetModel()

    def put(self, face: Face) -> None:
        """Show a card that came here or that changed; where it stands follows from its rank."""
        self.set_slot(None)
        held = self.place_of(face.uid)
        if held is not None and self._faces[held].order == face.order:
            self._faces[held] = face
            index = self.index(held)
            self.dataChanged.emit(index, index)
            return
        if held is not None:
            self.take(face.uid)
        place = bisect_left(self._faces, face.order, key=_order)
        if place > self._shown or (place == self._shown and self._shown < len(self._faces)):
            self._faces.insert(place, face)
            return
        self.beginInsertRows(QModelIndex(), place, place)
        self._faces.insert(place, face)
        self._shown += 1
        self.endInsertRows()

    def take(self, uid: str) -> None:
        """Take a card away; nothing happens if it is not here."""
        self.set_slot(None)
        place = self.place_of(uid)
        if place is None:
            return
        if place >= self._shown:
            del self._faces[place]
            return
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._faces[place]
        self._shown -= 1
        self.endRemoveRows()

    def set_slot(self, place: int | None) -> None:
        """Open the landing slot above the card at a place, move it there, or close it."""
        if place is not None:
            place = min(place, self._shown)
        if place == self._slot:
            return
        if self._slot is not None:
            self.beginRemoveRows(QModelIndex(), self._slot, self._slot)
            self._slot = None
            self.endRemoveRows()
        if place is not None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._slot = place
            self.endInsertRows()

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the rows that show, with the slot."""
        return 0 if parent.isValid() else self._shown + (self._slot is not None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a card's words for the view's own search by letters and for screen readers."""
        face = self.face(index) if index.isValid() else None
        if face is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(face)
        return face.title if role == Qt.ItemDataRole.DisplayRole else None

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        """Tell whether there are cards that do not show yet."""
        return not parent.isValid() and self._shown < len(self._faces)

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008 - Qt's signature
        """Show some more cards."""
        more = min(PAGE, len(self._faces) - self._shown)
        if parent.isValid() or not more:
            return
        first = self.rowCount()
        self.beginInsertRows(QModelIndex(), first, first + more - 1)
        self._shown += more
        self.endInsertRows()


class BoardModel(QObject):
    """The six lanes of the board that shows."""

    def __init__(self, text: Callable[[Face], str], parent: QObject) -> None:
        super().__init__(parent)
        self.lanes: dict[Lane, LaneModel] = {lane: LaneModel(lane, text, self) for lane in LANES}
        self._held: dict[str, Face] = {}

    def show(self, faces: Sequence[Face]) -> None:
        """Show another board; its faces come lane by lane in order."""
        self._held = {face.uid: face for face in faces}
        by_lane: dict[Lane, list[Face]] = {lane: [] for lane in LANES}
        for face in faces:
            by_lane[face.lane].append(face)
        for lane, model in self.lanes.items():
            model.show(by_lane[lane])

    def renew(self, uid: str, face: Face | None) -> bool:
        """Show one card as it is now, None if it is gone; False if nothing changed."""
        held = self._held.get(uid)
        if held == face:
            return False
        if held is not None and (face is None or face.lane != held.lane):
            self.lanes[held.lane].take(uid)
        if face is None:
            del self._held[uid]
        else:
            self._held[uid] = face
            self.lanes[face.lane].put(face)
        return True

    def face(self, uid: str) -> Face | None:
        """Return a card of this board."""
        return self._held.get(uid)

    def empty(self) -> bool:
        """Tell whether there is no card on the board."""
        return not self._held


def _order(face: Face) -> tuple[str, str]:
    return face.order
