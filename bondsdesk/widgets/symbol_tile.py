# SPDX-License-Identifier: GPL-3.0-or-later
"""A tile with a partner's symbol, to be chosen: on the lock screen and when setting up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tile import Tile

_LARGE: Final = QSize(172, 140)
_SMALL: Final = QSize(76, 72)
_TAKEN: Final = 0.4


class SymbolTile(Tile):
    """Shows no name. The small one is one of eight in a row and has no tick."""

    def __init__(
        self,
        symbol: Symbol,
        colour: Colour,
        look: Look,
        *,
        name: str,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        size, kind = (_SMALL, "small") if small else (_LARGE, "large")
        super().__init__(look, name=name, size=size, kind=kind, parent=parent)
        self._small = small
        self.setToolTip(name)
        self.show_symbol(symbol, colour)

    def show_symbol(self, symbol: Symbol, colour: Colour) -> None:
        """Show another symbol or colour."""
        self.symbol: Symbol = symbol
        self.colour: Colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile, its tick when chosen, and the symbol."""
        painter = QPainter(self)
        middle = self.paint_ground(painter).center()
        side = self._look.px(40 if self._small else 72)
        place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        if not self._small:
            self.paint_tick(painter)
        if not self.isEnabled():
            painter.setOpacity(_TAKEN)
        line = self._look.person(self.colour).line
        self._look.icons.paint(painter, self.symbol, place, line)
