# SPDX-License-Identifier: GPL-3.0-or-later
"""A board: six lanes side by side, cards that are dragged or moved with the keyboard.

It shows and asks; moving a card is the page's and the service's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from bondsdesk.kernel.people import Colour
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.board import LANES, Face, Lane
from bondsdesk.rooms.goals.models import BoardModel
from bondsdesk.rooms.goals.parts.board_bar import shown
from bondsdesk.rooms.goals.parts.card_face import CardFace
from bondsdesk.rooms.goals.parts.card_words import landed, lane_name, spoken
from bondsdesk.rooms.goals.parts.carry import Carry
from bondsdesk.rooms.goals.parts.lane import LaneColumn
from bondsdesk.rooms.goals.parts.lane_list import LaneList
from bondsdesk.rooms.goals.service.reading import GoalsRead
from bondsdesk.widgets.announce import announce
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sight_area import SightArea

SHOWN_FOR: Final = 400
"""Milliseconds a card shows as the slot it landed in (NOTES.md, 5)."""


class BoardView(QWidget):
    """Six lanes and what a person wants done with their cards.

    open_wanted(uid): a card is to be opened.
    tick_wanted(uid): the step that shows on a card is done.
    move_wanted(uid, lane, before): a card is to stand above another one, "" for last in the lane.
    missed(): a card was dropped outside of every lane and is back where it was.
    """

    open_wanted = Signal(str)
    tick_wanted = Signal(str)
    move_wanted = Signal(str, str, str)
    missed = Signal()

    def __init__(self, reads: GoalsRead, look: Look) -> None:
        super().__init__()
        self._look = look
        self._reads = reads
        self.said = ""
        self._cards = CardFace(reads.pair, reads.today(), look)
        self.model = BoardModel(self._spoken, self)
        self._area = self._built_area()
        self.columns: dict[Lane, LaneColumn] = {}
        self.carry = Carry(self.lists, self._cards, self._area, look)
        for lane in LANES:
            self._add_lane(lane)
        self._row.addStretch(1)
        self._help = Label(
            _(
                "Drag a card, or move it with Ctrl and the arrow keys. Space ticks its next step, "
                "Ctrl+Z takes it back."
            ),
            look,
            role="second",
            tone="quiet",
            wrap=True,
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._area, 1)
        self._box.addWidget(self._help)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(SHOWN_FOR)
        self._flash.timeout.connect(self._end_flash)
        self.carry.dropped.connect(self.move_wanted)
        self.carry.missed.connect(self.missed)
        look.changed.connect(self._restyle)
        self._restyle()

    def _built_area(self) -> QScrollArea:
        area = SightArea()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.viewport().setAutoFillBackground(False)
        sheet = QWidget()
        sheet.setAutoFillBackground(False)
        self._row = QHBoxLayout(sheet)
        area.setWidget(sheet)
        return area

    def _add_lane(self, lane: Lane) -> None:
        column = LaneColumn(self.model.lanes[lane], self._cards, self.carry, self._look)
        self.columns[lane] = column
        self._row.addWidget(column)
        column.list.open_wanted.connect(self.open_wanted)
        column.list.tick_wanted.connect(self.tick_wanted)
        column.list.nudge_wanted.connect(self._on_nudge)
        column.list.step_wanted.connect(partial(self._on_step, lane))
        column.list.menu_wanted.connect(self._on_menu)

    # What others ask

    def lists(self) -> Sequence[LaneList]:
        """Return the lists of the lanes in reading order."""
        return [column.list for column in self.columns.values()]

    def show_board(self, faces: Sequence[Face], colour: Colour) -> None:
        """Show a board."""
        self._cards.know(self._reads.pair, self._reads.today())
        self.model.show(faces)
        for column in self.columns.values():
            column.set_colour(colour)

    def renew(self, uid: str, face: Face | None) -> None:
        """Show one card as it is now, None if it is gone."""
        self.model.renew(uid, face)
        for each in self.lists():
            each.settle()

    def show_card(self, uid: str, *, focus: bool = True) -> bool:
        """Bring a card into sight; False if it is not on this board."""
        face = self.model.face(uid)
        if face is None:
            return False
        column = self.columns[face.lane]
        self._area.ensureWidgetVisible(column, self._look.px(12), 0)
        return column.list.show_card(uid, focus=focus)

    def mark_open(self, uid: str) -> None:
        """Draw the card that is open with an edge of its own; "" for none."""
        for each in self.lists():
            each.cards.opened = uid
            each.viewport().update()

    def show_landed(self, uid: str) -> None:
        """Show for a moment where a card has landed, and say it."""
        face = self.model.face(uid)
        if face is None:
            return
        self._end_flash()
        self.show_card(uid)
        lane = self.columns[face.lane].list
        lane.cards.landed = uid
        lane.viewport().update()
        self._flash.start()
        place = lane.lane.place_of(uid) or 0
        self.said = landed(face.lane, place + 1, lane.lane.count)
        announce(lane, self.said)

    # Slots

    @Slot(str, int, int)
    def _on_nudge(self, uid: str, across: int, down: int) -> None:
        face = self.model.face(uid)
        if face is None:
            return
        here = self.model.lanes[face.lane]
        place = here.place_of(uid) or 0
        if down:
            target = place + (2 if down > 0 else -1)
            if 0 <= target <= here.count:
                self._ask_move(uid, face.lane, here.uid_at(target) or "")
            return
        number = LANES.index(face.lane) + across
        if 0 <= number < len(LANES):
            there = self.model.lanes[LANES[number]]
            self._ask_move(uid, there.lane, there.uid_at(place) or "")

    def _ask_move(self, uid: str, lane: Lane, before: str) -> None:
        """Show in this very frame where a card is to land, then ask for it.

        It stands there once the vault has it; a slow disk delays that, not the answer to a key.
        """
        face = self.model.face(uid)
        if face is None:
            return
        target = self.columns[lane].list
        place = target.lane.place_of(before)
        target.cards.slot_height = self.columns[face.lane].list.cards.card_height(face)
        target.lane.set_slot(target.lane.count if place is None else place)
        self._area.ensureWidgetVisible(self.columns[lane], self._look.px(12), 0)
        target.show_slot()
        target.viewport().repaint()
        self.move_wanted.emit(uid, lane, before)
        target.lane.set_slot(None)

    @Slot(int)
    def _on_step(self, lane: Lane, across: int) -> None:
        """Go to the card at the same height of the next lane that has one."""
        row = self.columns[lane].list.currentIndex().row()
        number = LANES.index(lane) + across
        while 0 <= number < len(LANES):
            there = self.model.lanes[LANES[number]]
            if there.count:
                self.show_card(there.faces()[min(max(row, 0), there.count - 1)].uid)
                return
            number += across

    @Slot(str, QPoint)
    def _on_menu(self, uid: str, spot: QPoint) -> None:
        face = self.model.face(uid)
        if face is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open")).triggered.connect(partial(self.open_wanted.emit, uid))
        if face.step_to_tick:
            words = _("Tick: {step}").format(step=shown(face.step_to_tick))
            menu.addAction(words).triggered.connect(partial(self.tick_wanted.emit, uid))
        menu.addSeparator()
        for lane in LANES:
            action = menu.addAction(_("Move to {lane}").format(lane=lane_name(lane)))
            action.setEnabled(lane != face.lane)
            first = self.model.lanes[lane].uid_at(0) or ""
            action.triggered.connect(partial(self._ask_move, uid, lane, first))
        menu.popup(spot)

    @Slot()
    def _end_flash(self) -> None:
        self._flash.stop()
        for each in self.lists():
            if each.cards.landed:
                each.cards.landed = ""
                each.viewport().update()

    @Slot()
    def _restyle(self) -> None:
        px = self._look.px
        self._cards.forget()
        self._row.setContentsMargins(0, 0, 0, px(4))
        self._row.setSpacing(px(12))
        self._box.setSpacing(px(8))
        self._help.setVisible(self._look.zoom < 1.5)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lanes the width that suits the window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self._look.narrow(self.window().width())
        for column in self.columns.values():
            column.set_narrow(narrow)

    def _spoken(self, face: Face) -> str:
        return spoken(face, self._reads.pair, self._reads.today())
