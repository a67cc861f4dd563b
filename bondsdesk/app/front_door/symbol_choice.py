# SPDX-License-Identifier: GPL-3.0-or-later
"""One of eight small tiles while choosing a symbol."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.widgets.look import Look

_SIZE = QSize(84, 72)


class SymbolChoice(QRadioButton):
    """A radio button drawn as a tile with a symbol in the colour chosen so far."""

    def __init__(self, symbol: Symbol, colour: Colour, look: Look, name: str) -> None:
        super().__init__()
        self._symbol = symbol
        self._colour = colour
        self._look = look
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_colour(self, colour: Colour) -> None:
        """Draw the symbol in another colour."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the tile's size at this zoom."""
        return QSize(self._look.px(_SIZE.width()), self._look.px(_SIZE.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a tile is not squeezed."""
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a press anywhere on the tile."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill, edge and symbol; a taken one is pale, without an edge."""
        look, chosen = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if chosen else 1.0
        painter.setPen(QPen(look.colour("accent" if chosen else "line"), edge))
        painter.setBrush(look.colour("select" if chosen else "card"))
        if not self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("lane"))
        inside = edge / 2
        box = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
        painter.drawRoundedRect(box, look.px(12), look.px(12))
        size = look.px(40)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        picture = look.icons.symbol(self._symbol, self._colour, size)
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, picture)
