# SPDX-License-Identifier: GPL-3.0-or-later
"""A small deed at the foot of the rail: an icon with its word under it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.look import Look

_WIDTH: Final = 60
_HEIGHT: Final = 48
_ICON: Final = 20


class ToolButton(IconButton):
    """60 by 48 with the word; bare, it is the icon alone with the word as its tooltip."""

    def __init__(self, icon: str, name: str, look: Look, *, parent: QWidget | None = None) -> None:
        self._bare = False
        super().__init__(icon, name, look, size=40, parent=parent)

    def set_bare(self, bare: bool) -> None:
        """Show the icon alone."""
        self._bare = bare
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        if self._bare:
            return QSize(self._look.px(36), self._look.px(36))
        words = QFontMetrics(self._look.font("second"))
        width = max(self._look.px(_WIDTH), words.horizontalAdvance(self.accessibleName()) + 2)
        return QSize(width, max(self._look.px(_HEIGHT), self._look.px(_ICON + 4) + words.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon and the word under it."""
        if self._bare:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_fill(painter)
        side = self._look.px(_ICON)
        painter.setFont(self._look.font("second"))
        words = painter.fontMetrics().height()
        top = (self.height() - side - words) / 2
        box = QRectF((self.width() - side) / 2, top, side, side)
        self._look.icons.paint(painter, self._icon, box, "ink" if self.underMouse() else "quiet")
        painter.setPen(self._look.colour("ink" if self.underMouse() else "quiet"))
        below = QRect(0, round(top) + side, self.width(), words)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self.accessibleName())
