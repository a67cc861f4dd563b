# SPDX-License-Identifier: GPL-3.0-or-later
"""A card of a few sentences with buttons: the calm card, a suggestion, an end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bondsdesk.rooms.listening.parts.quiet_screen import QuietScreen
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText


class CardScreen(QuietScreen):
    """`chose(str)`: the key of the button; the first one is the main one and has the keyboard."""

    chose = Signal(str)

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        buttons: Sequence[tuple[str, str]],
        look: Look,
        *,
        place: str = "",
        drawing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "", look, place=place, drawing=drawing, parent=parent)
        for line in lines:
            self.body.addWidget(ReadingText(line, look, size=18, selectable=False))
        self._buttons: dict[str, Button] = {}
        for index, (key, text) in enumerate(buttons):
            button = Button(text, look, kind="secondary" if index else "main")
            button.clicked.connect(partial(self._on_clicked, key))
            self._buttons[key] = self.add_button(button)

    def button(self, key: str) -> Button:
        """Return the button of a key."""
        return self._buttons[key]

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        self.chose.emit(key)
