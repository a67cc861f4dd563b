# SPDX-License-Identifier: GPL-3.0-or-later
"""The vault cannot be opened at all: one clear sentence and what to do; never a new start."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.door_frame import DoorFrame
from bondsdesk.app.front_door.sentences import door_sentence
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_drawing import LineDrawing

_WIDTH = 560


class TroublePage(DoorFrame):
    """Says what is wrong and that nothing was changed. Emits `try_again`."""

    try_again = Signal()

    def __init__(self, context: DoorContext, error: ExpectedError) -> None:
        super().__init__(context, width=_WIDTH)
        px, centre = self.look.px, Qt.AlignmentFlag.AlignHCenter
        self.column.addWidget(LineDrawing("desk", self.look), 0, centre)
        self.column.addSpacing(px(16))
        title = _("Bondsdesk cannot open this place now")
        self.column.addWidget(Label(title, self.look, role="title", align=centre, wrap=True))
        self.column.addSpacing(px(16))
        card = Card(self.look)
        card.box.setSpacing(px(8))
        self.sentence = Label(door_sentence(error), self.look, wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.box.addWidget(self.sentence)
        calm = _("Nothing was changed or deleted.")
        card.box.addWidget(Label(calm, self.look, tone="quiet", wrap=True))
        self.column.addWidget(card)
        self.column.addSpacing(px(24))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addStretch(1)
        close = Button(_("Close"), self.look)
        close.clicked.connect(self._close_window)
        self._again = Button(_("Try again"), self.look, kind="main")
        self._again.clicked.connect(self.try_again)
        row.addWidget(close)
        row.addWidget(self._again)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Put the focus on the main button."""
        self._again.setFocus()

    @Slot()
    def _close_window(self) -> None:
        self.window().close()
