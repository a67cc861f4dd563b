# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits down: a name for inside, a symbol and a colour for the door."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.flow import SetupFlow
from bondsdesk.app.front_door.look_choice import LookChoice
from bondsdesk.app.front_door.sentences import code_sentence
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.people import NAME_LIMIT
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.person_disc import PersonDisc


class YouPage(StepPage):
    """One column: name, symbol, colour; the disc beside the name shows the three together."""

    def __init__(self, context: DoorContext, flow: SetupFlow) -> None:
        super().__init__(context)
        self._flow = flow
        self.box.setSpacing(self.look.px(24))
        self._disc = PersonDisc(
            flow.newcomer.symbol, flow.newcomer.colour, self.look, size=72, name=""
        )
        self._name = LineField(self.look, limit=NAME_LIMIT)
        self._name.setText(flow.newcomer.name)
        self._name.textChanged.connect(self._named)
        self._name.returnPressed.connect(self.forward)
        self._add_name_row()
        newcomer = flow.newcomer
        self._choice = LookChoice(newcomer.symbol, newcomer.colour, flow.taken, self.look)
        self._choice.chosen.connect(self._chosen)
        self.box.addWidget(self._choice)
        self.box.addStretch(1)

    def title(self) -> str:
        """See StepPage."""
        return _("About you")

    def sentence(self) -> str:
        """See StepPage."""
        return _(
            "Your name is seen only when the desk is open. "
            "The closed door shows your symbol and colour, nothing more."
        )

    def missing(self) -> str | None:
        """See StepPage."""
        code = self._flow.missing()
        return code_sentence(code) if code else None

    def enter(self) -> None:
        """See StepPage."""
        self._name.setFocus()

    def _add_name_row(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(24))
        field = LabeledField(
            _("Your name"), self._name, self.look, help=_("A nickname is fine, up to 40 letters.")
        )
        row.addWidget(field, 1)
        row.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignVCenter)
        self.box.addLayout(row)

    @Slot(str)
    def _named(self, typed: str) -> None:
        self._flow.newcomer.name = typed
        self.changed.emit()

    @Slot()
    def _chosen(self) -> None:
        newcomer = self._flow.newcomer
        newcomer.symbol, newcomer.colour = self._choice.symbol, self._choice.colour
        self._disc.show_person(newcomer.symbol, newcomer.colour, "")
        self.changed.emit()
