# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk behind the lock screen: lamp, books, two cups, a plant. Drawn, never a picture file."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bondsdesk.widgets.look import Look

_WIDTH = 1176.0
_PEN = 1.75
_LEAST_WIDTH = 900


class DeskDrawing(QWidget):
    """Fills its place; the drawing stands on the lower edge, 98 px above it.

    It is scenery: nothing in it can be clicked, and a screen reader does not hear of it.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line of the desk over the window's width and put the things on it."""
        if self.width() < _LEAST_WIDTH:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.colour("drawing"), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        level = self.height() - 98.0
        left, right = 95.0, self.width() - 95.0
        painter.drawLine(QPointF(left, level), QPointF(right, level))
        painter.translate(left, level)
        painter.drawPath(_lamp())
        painter.drawPath(_books())
        painter.translate(right - left - _WIDTH, 0)
        painter.drawPath(_cup(915))
        painter.drawPath(_cup(985))
        painter.drawPath(_plant())


def _lamp() -> QPainterPath:
    """Lamp, its origin where the desk's line begins."""
    path = QPainterPath(QPointF(65, -68))
    for x, y in ((145, -68), (126, -112), (83, -112), (65, -68)):
        path.lineTo(x, y)
    path.moveTo(105, -68)
    path.lineTo(105, -9)
    path.moveTo(127, -68)
    path.lineTo(127, -52)
    path.moveTo(84, -1)
    path.cubicTo(86, -12, 124, -12, 126, -1)
    return path


def _books() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(167, -12, 92, 12))
    path.addRect(QRectF(175, -24, 76, 12))
    path.addRect(QRectF(183, -34, 56, 10))
    return path


def _cup(x: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, -32))
    path.lineTo(x + 40, -32)
    path.lineTo(x + 40, -18)
    path.cubicTo(x + 40, -4, x + 34, 0, x + 24, 0)
    path.lineTo(x + 16, 0)
    path.cubicTo(x + 6, 0, x, -4, x, -18)
    path.closeSubpath()
    path.moveTo(x + 40, -28)
    path.cubicTo(x + 57, -30, x + 57, -9, x + 39, -11)
    for steam in (12.0, 26.0):
        path.moveTo(x + steam, -42)
        path.cubicTo(x + steam + 4, -46, x + steam - 3, -50, x + steam + 1, -54)
    return path


def _plant() -> QPainterPath:
    path = QPainterPath(QPointF(1073, -28))
    for x, y in ((1117, -28), (1110, 0), (1080, 0), (1073, -28)):
        path.lineTo(x, y)
    path.moveTo(1095, -28)
    path.lineTo(1095, -64)
    path.moveTo(1095, -40)
    path.cubicTo(1084, -40, 1077, -47, 1077, -59)
    path.cubicTo(1089, -58, 1095, -51, 1095, -40)
    path.moveTo(1095, -50)
    path.cubicTo(1095, -63, 1101, -71, 1113, -72)
    path.cubicTo(1113, -60, 1107, -51, 1095, -50)
    return path
