# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards of one lane: to look through, to open, to take hold of. It moves nothing by itself."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QListView

from bondsdesk.rooms.goals.domain.board import Face
from bondsdesk.rooms.goals.models import LaneModel
from bondsdesk.rooms.goals.parts.card_delegate import CardDelegate
from bondsdesk.rooms.goals.parts.card_face import CardFace
from bondsdesk.rooms.goals.parts.card_words import lane_name
from bondsdesk.widgets.look import Look

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Hand(Protocol):
    """What carries a card over the board, see carry.py."""

    @property
    def busy(self) -> bool:
        """Tell whether a card is in the air."""
        ...

    def lift(self, source: LaneList, face: Face, grip: QPoint) -> None:
        """Take a card up."""
        ...

    def carry(self, spot: QPoint) -> None:
        """Bring it to a point of the screen."""
        ...

    def drop(self) -> None:
        """Put it down where it is."""
        ...

    def put_back(self) -> None:
        """Put it back where it came from."""
        ...


class LaneList(QListView):
    """The list, and what is asked of its cards.

    open_wanted(uid): a card is to be opened.
    nudge_wanted(uid, across, down): the keyboard moves a card by one lane or one place; `across`
        counts in reading direction.
    step_wanted(across): the keyboard goes to a card of the next lane.
    tick_wanted(uid): the step that shows on a card is done, by its box or by Space.
    menu_wanted(uid, point): a card's menu is asked for, at a point of the screen.
    """

    open_wanted = Signal(str)
    nudge_wanted = Signal(str, int, int)
    step_wanted = Signal(int)
    tick_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, model: LaneModel, cards: CardFace, hand: Hand, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lane = model
        self._hand = hand
        self._pressed: tuple[Face, QPoint] | None = None
        self._ticking = ""
        self.cards = CardDelegate(model, cards, look, self)
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self.setAccessibleName(lane_name(model.lane))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setProperty("ring", 0)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def lane(self) -> LaneModel:
        """Return the lane's cards."""
        return self._lane

    def set_card_width(self, width: int, bar: int) -> None:
        """Draw cards of a width, whether or not the bar of some pixels beside them shows."""
        self.cards.width = width
        self.verticalScrollBar().setStyleSheet(
            f"QScrollBar:vertical {{ width: {bar}px; }} QScrollBar::handle {{ margin: 1px; }}"
        )
        self.setMinimumHeight(self._look.px(48))
        self.scheduleDelayedItemsLayout()

    def place_at(self, point: QPoint) -> int:
        """Return the place, among the lane's cards, a card would take if dropped at a point."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, point.y()))
        slot = self._lane.slot
        if not index.isValid():
            return 0 if point.y() < 0 else self._lane.rowCount() - (slot is not None)
        row = index.row()
        if row == slot:
            return row
        place = row - (slot is not None and row > slot)
        return place + (point.y() > self.visualRect(index).center().y())

    def settle(self) -> None:
        """Lay the cards out now. QListView does it after the next frame and paints twice."""
        self.executeDelayedItemsLayout()

    def show_card(self, uid: str, *, focus: bool) -> bool:
        """Bring a card into sight and make it the current one; False if it is not here."""
        index = self._lane.index_of(uid)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        if focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_slot(self) -> None:
        """Bring the landing slot into sight."""
        self.settle()
        if self._lane.slot is not None:
            self.scrollTo(self._lane.index(self._lane.slot))

    def current_face(self) -> Face | None:
        """Return the card the keyboard is on."""
        return self._lane.face(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go on with the arrows, move the card with Ctrl and the arrows."""
        if event.key() == Qt.Key.Key_Escape and self._hand.busy:
            self._hand.put_back()
            return
        key = Qt.Key(event.key())
        face = self.current_face()
        across, down = _ARROWS.get(key, (0, 0))
        across = -across if self._look.rtl else across
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and face is not None:
            self.open_wanted.emit(face.uid)
        elif key == Qt.Key.Key_Space and face is not None:
            self.tick_wanted.emit(face.uid)
        elif control and (across or down):
            if face is not None:
                self.nudge_wanted.emit(face.uid, across, down)
        elif across:
            self.step_wanted.emit(across)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which card is taken hold of, and where."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        face = self._lane.face(index)
        self._pressed, self._ticking = None, ""
        if face is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._on_box(index, event.position().toPoint()):
            self._ticking = face.uid
        else:
            self._pressed = (face, event.position().toPoint() - self.visualRect(index).topLeft())
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the card once the pointer has gone far enough, then carry it."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        spot = event.globalPosition().toPoint()
        far = (spot - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not self._hand.busy and far:
            self._hand.lift(self, *self._pressed)
        if self._hand.busy:
            self._hand.carry(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the card that is carried; a plain click opens it."""
        pressed, self._pressed = self._pressed, None
        ticking, self._ticking = self._ticking, ""
        if self._hand.busy:
            self._hand.drop()
            return
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        face = self._lane.face(index)
        if ticking and face is not None and face.uid == ticking:
            if self._on_box(index, event.position().toPoint()):
                self.tick_wanted.emit(ticking)
            return
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self.open_wanted.emit(pressed[0].uid)

    def _on_box(self, index: QModelIndex, point: QPoint) -> bool:
        """Tell whether a point is on the box of a card's step."""
        face = self._lane.face(index)
        return face is not None and self.cards.step_target(face, self.visualRect(index)).contains(
            point
        )

    def let_go(self) -> None:
        """Forget the card that is held: it was put back by a key."""
        self._pressed = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a card's menu, at the pointer or by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        face = self._lane.face(index)
        if face is not None:
            spot = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(face.uid, self.viewport().mapToGlobal(spot))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on a card as soon as it comes here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._lane.rowCount():
            first = self._lane.index(0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lane's ground too: opaque, so that nothing below is drawn again for a card."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("lane"))
        painter.end()
        super().paintEvent(event)
        if self.hasFocus() and self.current_face() is None:
            self._paint_ring()

    def _paint_ring(self) -> None:
        """Show where the keyboard is in a lane without a card."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), self._look.px(2)))
        corner = self._look.px(8)
        painter.drawRoundedRect(self.viewport().rect().adjusted(2, 2, -2, -2), corner, corner)

    @Slot()
    def _restyle(self) -> None:
        self.cards.forget()
        self.verticalScrollBar().setSingleStep(self._look.px(24))
        self.scheduleDelayedItemsLayout()
