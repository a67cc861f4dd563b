# SPDX-License-Identifier: GPL-3.0-or-later
"""A disc in one of the eight colours, to be chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from bondsdesk.kernel.people import Colour
from bondsdesk.widgets.look import Look

_SIDE: Final = 44


class Swatch(QRadioButton):
    """The chosen one has a ring and a tick; `name` is the colour's name in words."""

    def __init__(
        self, colour: Colour, look: Look, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.colour: Colour = colour
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", _SIDE // 2)
        look.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return the target around the disc."""
        side = self._look.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same target."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere."""
        del pos
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._look.person(self.colour).line
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(line, 2))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        gap = self._look.px(6)
        painter.drawEllipse(box.adjusted(gap, gap, -gap, -gap))
        if self.isChecked():
            gap = self._look.px(13)
            tick = box.adjusted(gap, gap, -gap, -gap)
            self._look.icons.paint(painter, "check", tick, "on_accent")

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
