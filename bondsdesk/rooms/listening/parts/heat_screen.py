# SPDX-License-Identifier: GPL-3.0-or-later
"""A number from 0 to 10, for one pair of eyes: covered before, covered after, never kept."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from bondsdesk.kernel.people import Person
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.invitation import HEAT_MOST
from bondsdesk.rooms.listening.parts.quiet_screen import QuietScreen
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import PersonDisc


class HeatScreen(QuietScreen):
    """`given(object)`: a number or None for "I would rather not say".

    Begins covered: the numbers come when this person says they are looking alone.
    """

    given = Signal(object)

    def __init__(
        self,
        person: Person,
        other: Person,
        look: Look,
        *,
        place: str,
        parent: QWidget | None = None,
    ) -> None:
        names = {"name": isolate(person.name), "other": isolate(other.name)}
        super().__init__(
            _("{name}, how hot is this for you?").format(**names),
            _(
                "A number for your eyes only. It is not shown to {other}, not kept, and forgotten "
                "in a moment. {other}, please look away."
            ).format(**names),
            look,
            place=place,
            leave=_("Not now"),
            parent=parent,
        )
        self.body.addWidget(PersonDisc(person.symbol, person.colour, look, size=72))
        self._cover = Button(_("Only I am looking"), look, kind="main")
        self._cover.clicked.connect(self._uncover)
        self.rather_not = Button(_("I would rather not say"), look, kind="secondary")
        self.rather_not.clicked.connect(self._on_rather_not)
        self.add_button(self._cover)
        self.add_button(self.rather_not)
        self._numbers = QWidget()
        self._numbers.setAccessibleName(_("From 0, quite calm, to 10, boiling"))
        self._group = QButtonGroup(self)
        flow = FlowLayout(self._numbers)
        for number in range(HEAT_MOST + 1):
            chip = Chip(str(number), look)
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        self._group.idClicked.connect(self._on_picked)
        self._scale = Label(_("0 is quite calm, 10 is boiling."), look, tone="quiet", wrap=True)
        self.body.addWidget(self._numbers)
        self.body.addWidget(self._scale)
        self._numbers.setVisible(False)
        self._scale.setVisible(False)

    @property
    def covered(self) -> bool:
        """Tell whether the numbers are hidden."""
        return self._numbers.isHidden()

    def choose(self, number: int) -> None:
        """Pick a number as the person does."""
        self._group.button(number).click()

    @Slot()
    def _uncover(self) -> None:
        if self.covered:
            self._numbers.setVisible(True)
            self._scale.setVisible(True)
            self._cover.set_text(_("Cover it again"))
            self._cover.setEnabled(False)
            return
        self.given.emit(self._group.checkedId())

    @Slot(int)
    def _on_picked(self, _number: int) -> None:
        self._cover.setEnabled(True)

    @Slot()
    def _on_rather_not(self) -> None:
        self.given.emit(None)
