# SPDX-License-Identifier: GPL-3.0-or-later
"""A field that offers a short list to choose one thing from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from bondsdesk.widgets.look import Look


class SelectField(QComboBox):
    """Choices by key. `picked(key)` tells a choice by a person.

    Put it into a LabeledField: on Linux a screen reader takes its name from the label only.
    """

    picked = Signal(str)

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setProperty("ring", 8)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._on_activated)
        look.changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        """Return the key of the choice, "" while the list is empty."""
        return str(self.currentData() or "")

    def add(self, key: str, text: str) -> None:
        """Add a choice."""
        self.addItem(text, key)

    def choose(self, key: str) -> None:
        """Choose without telling `picked`; an unknown key leaves the choice."""
        found = self.findData(key)
        if found >= 0:
            self.setCurrentIndex(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change a choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its arrow."""
        super().paintEvent(event)
        side = self._look.px(16)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self._look.px(12) if rtl else self.width() - self._look.px(12) - side
        box = QRectF(x, (self.height() - side) / 2, side, side)
        self._look.icons.paint(QPainter(self), "chevron-down", box, "quiet")

    @Slot()
    def _on_activated(self) -> None:
        self.picked.emit(self.key)
