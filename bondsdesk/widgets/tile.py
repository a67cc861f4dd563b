# SPDX-License-Identifier: GPL-3.0-or-later
"""What every tile to be chosen is: a radio button of one size, pressed anywhere, drawn by us."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import HOVER

_TICK = 20
_EDGE = 14


class Tile(QRadioButton):
    """One of a few tiles; arrow keys move among those of one parent, Enter is the page's.

    `size` in pixels at 100 %. `kind` names it in the style sheet, where its whole face is told to
    be what a pointer and a screen reader aim at; without that Qt tells a dot of 14 pixels.
    """

    def __init__(
        self, look: Look, *, name: str, size: QSize, kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self.setAccessibleName(name)
        self.setProperty("tile", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return the tile's size at this zoom."""
        return QSize(self._look.px(self._size.width()), self._look.px(self._size.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a tile is not squeezed."""
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a press anywhere on the tile."""
        return True

    def paint_ground(self, painter: QPainter) -> QRectF:
        """Draw fill and edge and return the box inside; one that is taken is pale, edgeless."""
        look, chosen = self._look, self.isChecked()
        pen = QPen(look.colour("accent" if chosen else "line"), 2 if chosen else 1)
        fill = look.colour("select" if chosen else "card")
        if not self.isEnabled():
            pen, fill = QPen(Qt.PenStyle.NoPen), look.colour("lane")
        elif self.underMouse() and not chosen:
            fill = look.mix("card", "ink", HOVER)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(fill)
        inset = pen.widthF() / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, look.px(12), look.px(12))
        return box

    def paint_tick(self, painter: QPainter) -> None:
        """Draw the tick of the chosen tile in its upper trailing corner."""
        if not self.isChecked():
            return
        px = self._look.px
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = px(_EDGE) if rtl else self.width() - px(_EDGE) - px(_TICK)
        place = QRectF(x, px(_EDGE), px(_TICK), px(_TICK))
        self._look.icons.paint(painter, "check", place, "accent")

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
