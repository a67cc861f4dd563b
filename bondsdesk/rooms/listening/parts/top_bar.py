# SPDX-License-Identifier: GPL-3.0-or-later
"""The top of the running screen: whose floor it is, which talk, and Pause."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.people import Pair
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.talk import Talk
from bondsdesk.rooms.listening.parts.step_words import floor_line, turn_line
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import PersonDisc


class TopBar(QWidget):
    """Stays in its place through the whole talk. `pause` is for both, at any moment."""

    pause = Signal()

    def __init__(self, look: Look, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pair = pair
        self._disc = PersonDisc(pair.a.symbol, pair.a.colour, look, size=48, fill="card")
        self._floor = Label("", look, role="card")
        self._turn = Label("", look, tone="quiet")
        self.pause_button = Button(_("Pause"), look, kind="secondary", icon="pause")
        self.pause_button.set_on_wash(True)
        self.pause_button.setAccessibleDescription(_("Key: {key}").format(key="P"))
        self.pause_button.setFixedHeight(look.px(48))
        self.pause_button.clicked.connect(self.pause)
        self._lay_out()

    def show_talk(self, talk: Talk, format_title: str, ink: QColor) -> None:
        """Show whose floor it is, in that person's colour."""
        person = self._pair.person(talk.floor) if talk.floor else None
        self._disc.setVisible(person is not None)
        if person is not None:
            self._disc.show_person(person.symbol, person.colour)
        self._floor.setText(floor_line(talk, self._pair))
        self._turn.setText(turn_line(talk, format_title))
        colours = self._floor.palette()
        colours.setColor(QPalette.ColorRole.WindowText, ink)
        self._floor.setPalette(colours)
        self.pause_button.setVisible(not talk.held)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._floor)
        words.addWidget(self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(16))
        row.addWidget(self._disc)
        row.addLayout(words, 1)
        row.addWidget(self.pause_button)
