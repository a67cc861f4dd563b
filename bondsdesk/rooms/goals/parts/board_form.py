# SPDX-License-Identifier: GPL-3.0-or-later
"""A board's name and colour: for a new one, or to change one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import COLOURS, Colour
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.board import Board
from bondsdesk.rooms.goals.parts.sentences import SENTENCES
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.swatch import Swatch


class BoardForm(Card):
    """Signals: done(change, uid): a board was made or changed; closed(): the form is put away."""

    done = Signal(object, str)
    closed = Signal()

    def __init__(self, service: GoalsService, look: Look) -> None:
        super().__init__(look, fill="lane")
        self._look = look
        self._service = service
        self._board: Board | None = None
        self.name = LineField(look)
        self._field = LabeledField(_("Name of the board"), self.name, look)
        self._group = QButtonGroup(self)
        self.swatches = {
            colour: Swatch(colour, look, name=_colour_name(colour)) for colour in COLOURS
        }
        colours = QWidget()
        self._flow = FlowLayout(colours, even=True)
        for swatch in self.swatches.values():
            self._group.addButton(swatch)
            self._flow.addWidget(swatch)
        deeds = QWidget()
        self._deeds = FlowLayout(deeds)
        self.keep_button = Button(_("Keep board"), look, kind="small")
        self._leave = Button(_("Not now"), look, kind="text")
        self._deeds.addWidget(self.keep_button)
        self._deeds.addWidget(self._leave)
        for widget in (self._field, colours, deeds):
            self.box.addWidget(widget)
        self.keep_button.clicked.connect(self.keep)
        self._leave.clicked.connect(self.closed)
        self.name.returnPressed.connect(self.keep)
        look.changed.connect(self._restyle_form)
        self._restyle_form()
        self.hide()

    def begin(self, board: Board | None, number: int = 0) -> None:
        """Show the form for a board, or for a new one, which gets the next colour."""
        self._board = board
        self.name.setText(board.name if board else "")
        colour = board.colour if board else COLOURS[number % len(COLOURS)]
        self.swatches[colour].setChecked(True)
        self._field.set_error(None)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def keep(self) -> None:
        """Keep the board; what cannot be kept stays here with its reason."""
        colour = next(key for key, swatch in self.swatches.items() if swatch.isChecked())
        uid = self._board.uid if self._board else new_uid()
        try:
            if self._board:
                change = self._service.change_board(uid, self.name.text(), colour)
            else:
                change = self._service.make_board(self.name.text(), colour, uid)
        except ExpectedError as error:
            self._field.set_error(sentence(error, SENTENCES))
            return
        self.closed.emit()
        if change is not None:
            self.done.emit(change, uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _restyle_form(self) -> None:
        self.box.setSpacing(self._look.px(12))
        self._flow.setSpacing(self._look.px(8))
        self._deeds.setSpacing(self._look.px(8))
        self.setMaximumWidth(self._look.px(560))


def _colour_name(colour: Colour) -> str:
    return {
        "leaf": _("Leaf green"),
        "clay": _("Clay red"),
        "sky": _("Sky blue"),
        "plum": _("Plum"),
        "ochre": _("Ochre"),
        "rose": _("Rose"),
        "slate": _("Slate grey"),
        "teal": _("Teal"),
    }[colour]
