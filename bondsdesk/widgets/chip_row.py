# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of chips of which one is chosen; arrow keys move between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.look import Look


class ChipRow(QWidget):
    """Choices by key. `name` tells a screen reader what is being chosen.

    `picked(key)`: a person chose another one, by pointer, key or a screen reader's own action
    (which switches a button on without a click).
    """

    picked = Signal(str)

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonToggled.connect(self._on_toggled)
        self._silent = False
        self._flow = FlowLayout(self)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> str:
        """Return the key of the chosen chip, "" before one is chosen."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def add(self, key: str, text: str, *, icon: str | None = None) -> Chip:
        """Add a choice; the first one is chosen."""
        chip = Chip(text, self._look, icon=icon)
        chip.setProperty("key", key)
        self._chips[key] = chip
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        if len(self._chips) == 1:
            self.choose(key)
        return chip

    def add_beside(self, widget: QWidget) -> None:
        """Put something that is no choice at the end of the row."""
        self._flow.addWidget(widget)

    def set_text(self, key: str, text: str) -> None:
        """Show other words on a chip."""
        self._chips[key].set_text(text)

    def choose(self, key: str) -> None:
        """Choose a chip without telling `picked`."""
        self._silent = True
        self._chips[key].setChecked(True)
        self._silent = False

    def clear(self) -> None:
        """Take every choice out."""
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the row in reading direction."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        chips = list(self._chips.values())
        held = next((number for number, chip in enumerate(chips) if chip.hasFocus()), None)
        if step is None or held is None:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        target = chips[(held + step) % len(chips)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, button: QAbstractButton, on: bool) -> None:
        if on and not self._silent:
            self.picked.emit(str(button.property("key")))

    @Slot()
    def _restyle(self) -> None:
        self._flow.setSpacing(self._look.px(8))
