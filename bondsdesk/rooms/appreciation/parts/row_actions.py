# SPDX-License-Identifier: GPL-3.0-or-later
"""The few things to do with one row, as small buttons at its trailing edge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import mark
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.look import Look

Deed = Literal["read", "edit", "tag", "withdraw", "open", "drop"]


@dataclass(frozen=True, slots=True)
class DeedFace:
    """Icon, name and key of one deed; the name is what a menu and a screen reader say."""

    icon: str
    name: str
    key: Qt.Key


DEEDS: dict[Deed, DeedFace] = {
    "read": DeedFace("read", mark("Read aloud"), Qt.Key.Key_Return),
    "edit": DeedFace("pencil", mark("Change note"), Qt.Key.Key_F2),
    "tag": DeedFace("tag", mark("Change tags"), Qt.Key.Key_T),
    "withdraw": DeedFace("withdraw", mark("Take note back"), Qt.Key.Key_Delete),
    "open": DeedFace("pencil", mark("Go on writing"), Qt.Key.Key_Return),
    "drop": DeedFace("trash", mark("Delete draft"), Qt.Key.Key_Delete),
}


class RowActions(QWidget):
    """Buttons over the row under the pointer, or the row the keyboard is on.

    Signals:
        wanted(deed): one of them was pressed.
    """

    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: dict[Deed, IconButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for deed, face in DEEDS.items():
            button = IconButton(face.icon, _(face.name), look)
            button.clicked.connect(partial(self._on_clicked, deed))
            self._buttons[deed] = button
            row.addWidget(button)
        self.hide()

    def offer(self, deeds: tuple[Deed, ...]) -> None:
        """Show the buttons of these deeds."""
        for deed, button in self._buttons.items():
            button.setVisible(deed in deeds)
        self.adjustSize()

    def holds_focus(self) -> bool:
        """Tell whether the keyboard is on one of the buttons."""
        return any(button.hasFocus() for button in self._buttons.values())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a quiet ground, so that words below do not shine through."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()), self._look.px(8), self._look.px(8))

    @Slot()
    def _on_clicked(self, deed: Deed, _checked: bool = False) -> None:
        self.wanted.emit(deed)
