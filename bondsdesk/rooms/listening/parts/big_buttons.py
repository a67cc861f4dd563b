# SPDX-License-Identifier: GPL-3.0-or-later
"""Up to three big buttons with the key under each; smaller, or one over the other, without room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.parts.step_words import Choice, key_name
from bondsdesk.widgets.button import Button, Kind
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look

_BIG: Final[tuple[Kind, Kind]] = ("talk_main", "talk")
_SMALL: Final[tuple[Kind, Kind]] = ("main", "secondary")


class BigButtons(QWidget):
    """Buttons of one step. `pressed(str)` carries what was chosen."""

    pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cells: list[tuple[Choice, Button]] = []
        self._frames: list[QWidget] = []
        self._keys: list[Label] = []
        self._keys_shown = self._big = True
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_choices(self, choices: Sequence[Choice], *, focus: bool = True) -> None:
        """Show other buttons; the main one takes the keyboard, so that Space is "next"."""
        self._clear()
        for index, choice in enumerate(choices):
            button = Button(choice.text, self._look, kind=_BIG[index > 0])
            button.set_on_wash(True)
            button.setAccessibleDescription(_("Key: {key}").format(key=key_name(choice)))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._on_clicked, choice.press))
            frame = self._cell(button, choice)
            self._row.addWidget(frame, 1)
            self._frames.append(frame)
            self._cells.append((choice, button))
        self._row.setSpacing(self._look.px(16))
        self._arrange()
        if focus and self._cells:
            self._cells[0][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def press_key(self, key: int) -> bool:
        """Press the button a key stands for; False if there is none."""
        for choice, button in self._cells:
            if choice.key == key:
                button.click()
                return True
        return False

    def button(self, press: str) -> Button | None:
        """Return the button for a choice, None if it is not offered now."""
        return next((button for choice, button in self._cells if choice.press == press), None)

    def set_keys_shown(self, *, shown: bool) -> None:
        """Show the key under each button, or save the room in a low window."""
        self._keys_shown = shown
        for key in self._keys:
            key.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put them one over the other when they no longer fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange what was put in before there was a width to go by."""
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the direction of the interface changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest button: the row may always become a column."""
        widths = [button.sizeHint().width() for _choice, button in self._cells]
        return QSize(max(widths, default=0), self._row.minimumSize().height())

    def _cell(self, button: Button, choice: Choice) -> QWidget:
        cell = QWidget(self)
        box = QVBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._look.px(8))
        box.addWidget(button)
        centre = Qt.AlignmentFlag.AlignHCenter
        key = Label(key_name(choice), self._look, tone="quiet", align=centre)
        if not self._keys_shown:
            key.hide()
        self._keys.append(key)
        box.addWidget(key)
        return cell

    def _arrange(self) -> None:
        self._choose_size()
        side_by_side = self._fit(_BIG[0] if self._big else _SMALL[0]) or not self.isVisible()
        direction = (
            QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        )
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self.updateGeometry()

    def _choose_size(self) -> None:
        """Take the smaller buttons in a low window whose width the big ones do not fit into."""
        big = self._keys_shown or not self.isVisible() or self._fit(_BIG[0])
        if big == self._big:
            return
        self._big = big
        for index, (_choice, button) in enumerate(self._cells):
            button.set_kind((_BIG if big else _SMALL)[index > 0])

    def _fit(self, kind: Kind) -> bool:
        """Tell whether all of a kind stand side by side; cells are equal, so the widest decides."""
        widths = [button.width_as(kind) for _choice, button in self._cells]
        gaps = self._row.spacing() * max(0, len(widths) - 1)
        return max(widths, default=0) * len(widths) + gaps <= self.width()

    def _clear(self) -> None:
        for frame in self._frames:
            self._row.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._frames, self._cells, self._keys, self._big = [], [], [], True

    def _on_clicked(self, press: str, _checked: bool = False) -> None:
        self.pressed.emit(press)
