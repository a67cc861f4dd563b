# SPDX-License-Identifier: GPL-3.0-or-later
"""Eight symbols and eight colours of which one each is chosen; the other partner's are taken."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from bondsdesk.app.front_door.door_words import colour_name, symbol_name
from bondsdesk.kernel.people import COLOURS, SYMBOLS, Colour, Symbol
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.swatch import Swatch
from bondsdesk.widgets.symbol_tile import SymbolTile

Taken = tuple[Symbol, Colour] | None


class LookChoice(QWidget):
    """Two titled rows. Emits `chosen` for another symbol or colour, however it was switched on."""

    chosen = Signal()

    def __init__(self, symbol: Symbol, colour: Colour, taken: Taken, look: Look) -> None:
        super().__init__()
        self.symbol: Symbol = symbol
        self.colour: Colour = colour
        self._look = look
        self._symbols = self._group_of(self)
        self._colours = self._group_of(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(24))
        box.addWidget(self._titled(_("Your symbol"), self._symbol_row(taken)))
        box.addWidget(self._titled(_("Your colour"), self._colour_row(taken)))

    def begin(self) -> None:
        """Put the keyboard on the chosen symbol."""
        chosen = self._symbols.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def _group_of(self, parent: QObject) -> QButtonGroup:
        group = QButtonGroup(parent)
        group.buttonToggled.connect(self._toggled)
        return group

    def _titled(self, title: str, choices: QWidget) -> QWidget:
        group = QWidget(self)
        group.setAccessibleName(title)
        box = QVBoxLayout(group)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._look.px(8))
        box.addWidget(Label(title, self._look, bold=True))
        box.addWidget(choices)
        return group

    def _symbol_row(self, taken: Taken) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, gap=self._look.px(8), even=True)
        for symbol in SYMBOLS:
            name = symbol_name(symbol)
            tile = SymbolTile(symbol, self.colour, self._look, name=name, small=True)
            tile.setChecked(symbol == self.symbol)
            tile.setEnabled(taken is None or symbol != taken[0])
            self._symbols.addButton(tile)
            flow.addWidget(tile)
        return row

    def _colour_row(self, taken: Taken) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, gap=self._look.px(12), even=True)
        for colour in COLOURS:
            swatch = Swatch(colour, self._look, name=colour_name(colour))
            swatch.setChecked(colour == self.colour)
            swatch.setEnabled(taken is None or colour != taken[1])
            self._colours.addButton(swatch)
            flow.addWidget(swatch)
        return row

    @Slot(QAbstractButton, bool)
    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        if not on:
            return
        if isinstance(button, SymbolTile):
            self.symbol = button.symbol
        elif isinstance(button, Swatch):
            self.colour = button.colour
            for tile in self._symbols.buttons():
                if isinstance(tile, SymbolTile):
                    tile.show_symbol(tile.symbol, button.colour)
        self.chosen.emit()
