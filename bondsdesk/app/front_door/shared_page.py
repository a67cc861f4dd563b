# SPDX-License-Identifier: GPL-3.0-or-later
"""After the shared sheet was right: what it opens, and the way back for whoever lost theirs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.door_frame import DoorFrame
from bondsdesk.kernel.people import Person
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.person_disc import PersonDisc

_WIDTH = 640


class SharedPage(DoorFrame):
    """Emits `open_shared`, `again(partner)` for a place to be set up anew, or `back`."""

    open_shared = Signal()
    again = Signal(str)
    back = Signal()

    def __init__(self, context: DoorContext, people: Sequence[Person]) -> None:
        super().__init__(context, width=_WIDTH, scenery=False)
        px = self.look.px
        title = _("The shared sheet is right")
        self.column.addWidget(Label(title, self.look, role="title", wrap=True))
        self.column.addSpacing(px(4))
        sentence = _("It opens what you two share. Nobody's own place opens with it.")
        self.column.addWidget(Label(sentence, self.look, tone="quiet", wrap=True))
        self.column.addSpacing(px(24))
        self._open = Button(_("Open what we share"), self.look, kind="main")
        self._open.clicked.connect(self.open_shared)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(px(32))
        self.column.addWidget(self._lost(people))
        self.column.addSpacing(px(24))
        leave = Button(_("Back"), self.look)
        leave.clicked.connect(self.back)
        self.column.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Put the focus on the main button."""
        self._open.setFocus()

    def _lost(self, people: Sequence[Person]) -> Card:
        px = self.look.px
        card = Card(self.look, fill="lane", edge=False)
        card.box.setSpacing(px(12))
        card.box.addWidget(Label(_("Passphrase and own sheet both lost?"), self.look, bold=True))
        words = _(
            "A place can be set up again with a new passphrase. What was private in it stays "
            "closed for good, and the other one of you is told at the next opening."
        )
        card.box.addWidget(Label(words, self.look, tone="quiet", wrap=True))
        for person in people:
            row = QHBoxLayout()
            row.setSpacing(px(12))
            row.addWidget(PersonDisc(person.symbol, person.colour, self.look, size=40))
            row.addWidget(Label(person.name, self.look, bold=True), 1)
            words = _("Set up {name}'s place again").format(name=isolate(person.name))
            button = Button(_("Set up again"), self.look, name=words)
            button.clicked.connect(partial(self.again.emit, person.id))
            row.addWidget(button)
            card.box.addLayout(row)
        return card
