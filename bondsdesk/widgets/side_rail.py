# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole leading edge of the window: mark and name, the rail, the desk chip at the bottom."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bondsdesk.widgets.desk_chip import DeskChip
from bondsdesk.widgets.hair import Hair
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.mark import Mark
from bondsdesk.widgets.page import scrolling
from bondsdesk.widgets.rail import Rail

_WIDE: Final = 216
_NARROW: Final = 96
_SCROLLER: Final = 12
"""Width of the scroll bar that comes when the window is too low for every tab."""


class SideRail(QFrame):
    """Holds a Rail and a DeskChip. If the window is too low, the tabs scroll, the chip stays."""

    def __init__(
        self, rail: Rail, chip: DeskChip, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._rail, self._chip = rail, chip
        self._narrow = False
        self._head = QHBoxLayout()
        self._name = Label("Bondsdesk", look, tone="quiet")
        self._head.addWidget(Mark(look, size=32, token="quiet"))  # noqa: S106 - a colour
        self._head.addWidget(self._name, 1)
        self._area: QScrollArea = scrolling(_held(rail))
        self._box = QVBoxLayout(self)
        self._box.addLayout(self._head)
        self._box.addWidget(self._area, 1)
        self._box.addWidget(Hair(look))
        self._box.addWidget(chip)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_narrow(self, narrow: bool) -> None:
        """Take the narrow form: below 1100 px or from 150 % text on."""
        self._narrow = narrow
        self._rail.set_narrow(narrow)
        self._chip.set_narrow(narrow)
        self._restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hair between the rail and the page."""
        at_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0 if at_left else self.width() - 1
        QPainter(self).fillRect(x, 0, 1, self.height(), self._look.colour("hair"))

    @Slot()
    def _restyle(self) -> None:
        px = self._look.px
        side = px(6) if self._narrow else px(16)
        self._box.setContentsMargins(side, px(24), side + 1, px(16))
        self._box.setSpacing(px(16))
        inset = 0 if self._narrow else px(12)
        self._head.setContentsMargins(inset, 0, inset, px(8))
        self._head.setSpacing(px(12))
        self._name.setVisible(not self._narrow)
        needed = max(self._rail.sizeHint().width(), self._chip.minimumSizeHint().width())
        needed += 2 * side + 1
        if self._narrow:
            self.setFixedWidth(max(px(_NARROW), needed + px(_SCROLLER)))
        else:
            self.setFixedWidth(max(px(_WIDE), needed))


def _held(rail: Rail) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(rail)
    box.addStretch(1)
    return holder
