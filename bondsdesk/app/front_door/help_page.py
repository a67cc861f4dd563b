# SPDX-License-Identifier: GPL-3.0-or-later
"""If you are afraid, if you need someone: the same for everyone, opened without a trace (R21)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.app.front_door.columns import centred, column_area, scrolled_by_key
from bondsdesk.app.front_door.content import HelpSection, HelpText, help_text
from bondsdesk.app.front_door.help_number import HelpNumber
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.section_title import SectionTitle

_WIDTH = 760


class HelpPage(QWidget):
    """A page to scroll, with "Close" always in sight; Esc closes it too. Emits `closed`.

    It keeps nothing, writes nothing, and nothing in it can be followed: numbers are plain text.
    """

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        text = help_text(look.language)
        self.setAccessibleName(text.title)
        inner = QWidget(self)
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(0, look.px(8), 0, look.px(40))
        self._box.setSpacing(look.px(16))
        for section in text.sections:
            self._box.addWidget(self._section(section))
        self._add_lines(text)
        self._box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, look.px(32), 0, 0)
        outer.setSpacing(look.px(16))
        outer.addWidget(centred(self._head(text), look.px(_WIDTH)))
        self._area = column_area(inner, look.px(_WIDTH), self)
        outer.addWidget(self._area, 1)

    def enter(self) -> None:
        """Put the focus on the way out."""
        self._close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; scroll for somebody without a mouse, who has the focus on Close."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not scrolled_by_key(self._area.verticalScrollBar(), event):
            super().keyPressEvent(event)

    def _head(self, text: HelpText) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        if self._look.zoom < 1.5:
            row.addLayout(self._words(text), 1)
        else:  # large words scroll with the rest, so that a low window keeps room for it
            self._box.insertLayout(0, self._words(text))
            row.addStretch(1)
        self._close = Button(_("Close"), self._look, icon="close")
        self._close.clicked.connect(self.closed)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _words(self, text: HelpText) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(self._look.px(4))
        words.addWidget(Label(text.title, self._look, role="title", wrap=True))
        words.addWidget(Label(text.sentence, self._look, tone="quiet", wrap=True))
        return words

    def _section(self, section: HelpSection) -> QWidget:
        card = Card(self._look)
        card.box.setSpacing(self._look.px(8))
        card.box.addWidget(Label(section.title, self._look, role="card", wrap=True))
        for paragraph in section.paragraphs:
            card.box.addWidget(Label(paragraph, self._look, wrap=True))
        return card

    def _add_lines(self, text: HelpText) -> None:
        self._box.addWidget(SectionTitle(text.lines_title, self._look))
        self._box.addWidget(Label(text.lines_sentence, self._look, tone="quiet", wrap=True))
        for area, name in text.areas:
            lines = [line for line in text.lines if line.area == area]
            card = Card(self._look)
            card.box.setSpacing(self._look.px(12))
            card.box.addWidget(Label(name, self._look, bold=True))
            for line in lines:
                card.box.addWidget(HelpNumber(line, self._look))
            if not lines:
                card.box.addWidget(Label(text.lines_none, self._look, tone="quiet", wrap=True))
            self._box.addWidget(card)
        self._box.addWidget(
            Label(text.reviewed, self._look, role="second", tone="quiet", wrap=True)
        )
