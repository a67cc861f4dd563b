# SPDX-License-Identifier: GPL-3.0-or-later
"""A small icon beside words that say the same; a screen reader skips it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import Token


class Sign(QWidget):
    """A small icon beside words that say the same."""

    def __init__(
        self, icon: str, token: Token, look: Look, *, size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self.show_icon(icon, token)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def show_icon(self, icon: str, token: Token) -> None:
        """Show another icon."""
        self._icon, self._token = icon, token
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        side = self._look.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        self._look.icons.paint(QPainter(self), self._icon, QRectF(self.rect()), self._token)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
