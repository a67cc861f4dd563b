# SPDX-License-Identifier: GPL-3.0-or-later
"""One of several rows of which one is chosen; put them into one parent."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from bondsdesk.widgets.choice_row import ChoicePaint
from bondsdesk.widgets.look import Look


class RadioRow(QRadioButton):
    """A row of at least 32 pixels; the whole row is the target."""

    def __init__(
        self,
        text: str,
        look: Look,
        *,
        help: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._help = help
        self.setAccessibleDescription(help)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring", 8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return the row unwrapped."""
        return self._paint().size_hint()

    def minimumSizeHint(self) -> QSize:
        """Return a narrow column: the words wrap."""
        return QSize(self._look.px(120), self._look.px(32))

    def hasHeightForWidth(self) -> bool:
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in a column."""
        return self._paint().height_for(width)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on the row."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        self._paint().paint(self)

    def _paint(self) -> ChoicePaint:
        return ChoicePaint(self, self._look, self._help, round_mark=True)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
