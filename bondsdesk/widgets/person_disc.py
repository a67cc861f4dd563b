# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner as a disc: their symbol in their colour on their tint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.widgets.look import Look


class PersonDisc(QWidget):
    """A disc of `size` pixels at 100 %. `name` is what a screen reader says; "" is decoration."""

    def __init__(
        self,
        symbol: Symbol,
        colour: Colour,
        look: Look,
        *,
        size: int = 40,
        fill: str = "tint",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._on_card = fill == "card"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(symbol, colour, name)
        look.changed.connect(self._restyle)

    def show_person(self, symbol: Symbol, colour: Colour, name: str = "") -> None:
        """Show another partner."""
        self._symbol: Symbol = symbol
        self._colour: Colour = colour
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square around the disc."""
        side = self._look.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc and the symbol."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_person(painter, box, self._symbol, self._colour, self._look, on_card=self._on_card)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def paint_person(
    painter: QPainter,
    box: QRectF,
    symbol: Symbol,
    colour: Colour,
    look: Look,
    *,
    on_card: bool = False,
) -> None:
    """Draw a partner's disc into a square; delegates of lists use it too."""
    person = look.person(colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("card") if on_card else person.tint)
    painter.drawEllipse(box)
    side = box.width() * 0.55
    look.icons.paint(
        painter,
        symbol,
        QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side),
        person.line,
    )
    painter.restore()
