# SPDX-License-Identifier: GPL-3.0-or-later
"""The change of seats: the second partner sits down, the first looks away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_drawing import LineDrawing


class SeatPage(StepPage):
    """A drawing of two chairs and one request to each of the two."""

    not_now = Signal()

    def __init__(self, context: DoorContext, first_name: str) -> None:
        super().__init__(context)
        card = Card(self.look, fill="lane", edge=False, padding=24)
        card.box.setSpacing(self.look.px(16))
        card.box.addWidget(LineDrawing("chairs", self.look))
        for_first = _("{name}, please look away until your partner says they are done.")
        card.box.addWidget(Label(for_first.format(name=isolate(first_name)), self.look, wrap=True))
        card.box.addWidget(
            Label(
                _(
                    "What you choose now is yours alone. Your partner cannot open your own place, "
                    "and you cannot open theirs."
                ),
                self.look,
                wrap=True,
            )
        )
        self.box.addWidget(card)
        later = Button(_("Not now"), self.look, kind="text")
        later.clicked.connect(self.not_now)
        self.box.addWidget(later, 0, Qt.AlignmentFlag.AlignLeading)
        self.box.addStretch(1)

    def title(self) -> str:
        """See StepPage."""
        return _("Please sit down")

    def sentence(self) -> str:
        """See StepPage."""
        return _("This seat is for the second one of you two.")

    def button_text(self) -> str | None:
        """See StepPage."""
        return _("I sit here now")
