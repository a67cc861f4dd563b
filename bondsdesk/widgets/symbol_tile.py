# SPDX-License-Identifier: GPL-3.0-or-later
"""A tile with a partner's symbol, to be chosen: on the lock screen and when setting up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import HOVER

_TICK: Final = 20


class SymbolTile(QRadioButton):
    """One of a few tiles; arrow keys move among those of one parent, Enter is the page's.

    Shows no name. `size` in pixels at 100 %, `symbol_size` of the symbol within.
    """

    def __init__(
        self,
        symbol: Symbol,
        colour: Colour,
        look: Look,
        *,
        name: str,
        size: tuple[int, int] = (172, 140),
        symbol_size: int = 72,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._symbol_size = symbol_size
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_symbol(symbol, colour)
        look.changed.connect(self._restyle)

    def show_symbol(self, symbol: Symbol, colour: Colour) -> None:
        """Show another symbol or colour."""
        self.symbol: Symbol = symbol
        self.colour: Colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the tile."""
        return QSize(self._look.px(self._size[0]), self._look.px(self._size[1]))

    def minimumSizeHint(self) -> QSize:
        """Return the same tile."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the tile."""
        del pos
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile, its tick when chosen, and the symbol."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._look.px
        on = self.isChecked()
        pen = QPen(self._look.colour("accent" if on else "line"), 2 if on else 1)
        painter.setPen(pen)
        base = self._look.colour("select" if on else "card")
        hover = self.underMouse() and self.isEnabled() and not on
        painter.setBrush(self._look.mix("card", "ink", HOVER) if hover else base)
        inset = pen.widthF() / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, px(12), px(12))
        side = px(self._symbol_size)
        middle = box.center()
        place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        line = self._look.person(self.colour).line
        self._look.icons.paint(painter, self.symbol, place, line)
        if on and self._size[0] >= 100:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = px(12) if rtl else self.width() - px(12) - px(_TICK)
            self._look.icons.paint(
                painter, "check", QRectF(x, px(14), px(_TICK), px(_TICK)), "accent"
            )

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
