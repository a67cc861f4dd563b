# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits down: a name for inside, a symbol and a colour for the door."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.door_words import colour_name, symbol_name
from bondsdesk.app.front_door.flow import SetupFlow
from bondsdesk.app.front_door.sentences import code_sentence
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.people import COLOURS, NAME_LIMIT, SYMBOLS, Colour, Symbol
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.person_disc import PersonDisc
from bondsdesk.widgets.swatch import Swatch
from bondsdesk.widgets.symbol_tile import SymbolTile


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
        self._symbols = QButtonGroup(self)
        self.box.addWidget(self._group(_("Your symbol"), self._symbol_row()))
        self._colours = QButtonGroup(self)
        self.box.addWidget(self._group(_("Your colour"), self._colour_row()))
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

    def _group(self, title: str, choices: QWidget) -> QWidget:
        group = QWidget(self)
        group.setAccessibleName(title)
        box = QVBoxLayout(group)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self.look.px(8))
        box.addWidget(Label(title, self.look, bold=True))
        box.addWidget(choices)
        return group

    def _symbol_row(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, gap=self.look.px(12))
        for symbol in SYMBOLS:
            colour, name = self._flow.newcomer.colour, symbol_name(symbol)
            tile = SymbolTile(symbol, colour, self.look, name=name, small=True)
            tile.setChecked(symbol == self._flow.newcomer.symbol)
            tile.setEnabled(self._flow.taken is None or symbol != self._flow.taken[0])
            tile.clicked.connect(partial(self._choose_symbol, symbol))
            self._symbols.addButton(tile)
            flow.addWidget(tile)
        return row

    def _colour_row(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, gap=self.look.px(12))
        for colour in COLOURS:
            swatch = Swatch(colour, self.look, name=colour_name(colour))
            swatch.setChecked(colour == self._flow.newcomer.colour)
            swatch.setEnabled(self._flow.taken is None or colour != self._flow.taken[1])
            swatch.clicked.connect(partial(self._choose_colour, colour))
            self._colours.addButton(swatch)
            flow.addWidget(swatch)
        return row

    @Slot(str)
    def _named(self, typed: str) -> None:
        self._flow.newcomer.name = typed
        self.changed.emit()

    def _choose_symbol(self, symbol: Symbol) -> None:
        self._flow.newcomer.symbol = symbol
        self._show()

    def _choose_colour(self, colour: Colour) -> None:
        self._flow.newcomer.colour = colour
        for tile in self._symbols.buttons():
            if isinstance(tile, SymbolTile):
                tile.show_symbol(tile.symbol, colour)
        self._show()

    def _show(self) -> None:
        newcomer = self._flow.newcomer
        self._disc.show_person(newcomer.symbol, newcomer.colour, "")
        self.changed.emit()
