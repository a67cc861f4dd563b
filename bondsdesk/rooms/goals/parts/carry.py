# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries a card over the board: the picture, the slot it would land in, scrolling at the edges.

It knows the lanes' lists and nothing of the vault; what is dropped is told by a signal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from bondsdesk.rooms.goals.domain.board import Face
from bondsdesk.rooms.goals.parts.card_face import CardFace
from bondsdesk.rooms.goals.parts.lane_list import LaneList
from bondsdesk.rooms.goals.parts.lifted_card import LiftedCard
from bondsdesk.widgets.look import Look

_EDGE: Final = 48
_STEP: Final = 6
_TICK: Final = 16
"""Near an edge (48 pixels) the board scrolls by 6 pixels a frame: slow enough to follow."""


class Carry(QObject):
    """The card in the air.

    dropped(uid, lane, before): a card was put down above another one, "" for the end of a lane.
    missed(): it was put down outside of every lane, so it is back where it was.
    """

    dropped = Signal(str, str, str)
    missed = Signal()

    def __init__(
        self,
        lists: Callable[[], Sequence[LaneList]],
        cards: CardFace,
        area: QScrollArea,
        look: Look,
    ) -> None:
        super().__init__(area)
        self._lists = lists
        self._cards = cards
        self._area = area
        self._look = look
        self._face: Face | None = None
        self._source: LaneList | None = None
        self._picture: LiftedCard | None = None
        self._grip = QPoint()
        self._spot = QPoint()
        self._landing: tuple[LaneList, int] | None = None
        self._scroller = QTimer(self)
        self._scroller.setInterval(_TICK)
        self._scroller.timeout.connect(self._scroll)

    @property
    def busy(self) -> bool:
        """Tell whether a card is in the air."""
        return self._face is not None

    @property
    def landing(self) -> tuple[LaneList, int] | None:
        """Return the list and the place the card would land at, None outside."""
        return self._landing

    def lift(self, source: LaneList, face: Face, grip: QPoint) -> None:
        """Take a card up; `grip` is where in the card the pointer holds it."""
        self._face, self._source, self._grip = face, source, grip
        height = source.cards.card_height(face)
        for each in self._lists():
            each.cards.slot_height = height
            each.cards.lifted = face.uid
        window = self._area.window()
        self._picture = LiftedCard(self._cards, face, source.cards.width, self._look, window)
        self._picture.show()
        source.viewport().update()
        self._scroller.start()

    def carry(self, spot: QPoint) -> None:
        """Bring the card to a point of the screen and show where it would land."""
        self._spot = spot
        if self._picture is not None:
            self._picture.carry(spot - self._grip)
        self._aim()

    def drop(self) -> None:
        """Put the card down where it is."""
        face, landing = self._face, self._landing
        before = None
        if landing is not None:
            before = landing[0].lane.uid_at(landing[1])
        self._end()
        if face is None:
            return
        if landing is None:
            self.missed.emit()
        elif before != face.uid:
            self.dropped.emit(face.uid, landing[0].lane.lane, before or "")

    def put_back(self) -> None:
        """Put the card back where it came from."""
        if self._source is not None:
            self._source.let_go()
        self._end()

    def _end(self) -> None:
        self._scroller.stop()
        self._face = self._source = self._landing = None
        for each in self._lists():
            each.lane.set_slot(None)
            each.cards.lifted = ""
            each.viewport().update()
        if self._picture is not None:
            self._picture.hide()
            self._picture.close()
            self._picture = None

    def _aim(self) -> None:
        target = self._below(self._spot)
        self._landing = None
        if target is not None:
            y = target.viewport().mapFromGlobal(self._spot).y()
            self._landing = (target, target.place_at(QPoint(0, y)))
        for each in self._lists():
            each.lane.set_slot(self._slot_for(each))

    def _slot_for(self, lane_list: LaneList) -> int | None:
        """Return where the slot opens; none where the card would not move at all."""
        if self._landing is None or self._landing[0] is not lane_list or self._face is None:
            return None
        place = self._landing[1]
        own = lane_list.lane.place_of(self._face.uid)
        return None if own is not None and place in (own, own + 1) else place

    def _below(self, spot: QPoint) -> LaneList | None:
        """Return the list of the lane under a point; its head and its empty end belong to it."""
        if not _on_screen(self._area.viewport()).contains(spot):
            return None
        for each in self._lists():
            column = each.parentWidget()
            if column is not None and _on_screen(column).contains(spot):
                return each
        return None

    @Slot()
    def _scroll(self) -> None:
        view = _on_screen(self._area.viewport())
        moved = self._push(self._area.horizontalScrollBar(), self._spot.x(), view, across=True)
        target = self._below(self._spot)
        if target is not None:
            box = _on_screen(target.viewport())
            bar = target.verticalScrollBar()
            moved = self._push(bar, self._spot.y(), box, across=False) or moved
        if moved:
            self._aim()

    def _push(self, bar: QScrollBar, at: int, view: QRect, *, across: bool) -> bool:
        low, high = (view.left(), view.right()) if across else (view.top(), view.bottom())
        edge, step = self._look.px(_EDGE), self._look.px(_STEP)
        way = -1 if at < low + edge else 1 if at > high - edge else 0
        if across and self._look.rtl:
            way = -way
        before = bar.value()
        bar.setValue(before + way * step)
        return bar.value() != before


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
