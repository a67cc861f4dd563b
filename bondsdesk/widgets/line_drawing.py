# SPDX-License-Identifier: GPL-3.0-or-later
"""A small line drawing: decoration, so a screen reader skips it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import Token


class LineDrawing(QWidget):
    """One of resources/icons/drawings, `height` pixels high at 100 %, in one colour."""

    def __init__(
        self,
        name: str,
        look: Look,
        *,
        height: int = 104,
        token: Token = "accent",  # noqa: S107 - a colour
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._height = height
        self._token: Token = token
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return the drawing's own proportions at its height."""
        own = self._look.icons.drawing_size(self._name)
        height = self._look.px(self._height)
        return QSize(round(own.width() * height / own.height()), height)

    def minimumSizeHint(self) -> QSize:
        """Return half of it; the drawing shrinks in a narrow column."""
        return self.sizeHint() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle, as large as fits."""
        size = self.sizeHint()
        share = min(1.0, self.width() / size.width(), self.height() / size.height())
        width, height = size.width() * share, size.height() * share
        box = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        self._look.icons.paint_drawing(QPainter(self), self._name, box, self._token)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
