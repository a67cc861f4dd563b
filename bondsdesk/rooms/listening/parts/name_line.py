# SPDX-License-Identifier: GPL-3.0-or-later
"""The big line of the running screen: who acts now, with their symbol."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from bondsdesk.kernel.people import Person
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import PersonDisc


class NameLine(QWidget):
    """A disc and a line of up to 48 pixels; wraps before it is ever cut."""

    def __init__(self, person: Person, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._disc = PersonDisc(person.symbol, person.colour, look, size=72, fill="card")
        self._line = QLabel()
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setWordWrap(True)
        self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20))
        row.addWidget(self._disc)
        row.addWidget(self._line, 1)

    @property
    def text(self) -> str:
        """Return the line as it is read out."""
        return self._line.text()

    def show_line(self, text: str, person: Person | None, *, size: int) -> None:
        """Show words of `size` pixels and the symbol of whoever acts; None shows no symbol."""
        font = self._look.font("big")
        font.setPixelSize(size)
        self._line.setFont(font)
        colours = self._line.palette()
        colours.setColor(QPalette.ColorRole.WindowText, self._look.colour("ink"))
        self._line.setPalette(colours)
        self._line.setText(text)
        self._disc.setVisible(person is not None)
        if person is not None:
            self._disc.show_person(person.symbol, person.colour)
