# SPDX-License-Identifier: GPL-3.0-or-later
"""One talk of the history, with what either may do: print it, take words out, delete it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.models import caption
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText


class RecordCard(QWidget):
    """`back`, `print_out`, `take_out`, `delete`: what is wanted for this talk."""

    back = Signal()
    print_out = Signal()
    take_out = Signal()
    delete = Signal()

    def __init__(
        self,
        record: TalkRecord,
        content: Content,
        today: date,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.record = record
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(12))
        self.back_button = self._button(_("Back to the list"), "text", "chevron-back")
        self.back_button.clicked.connect(self.back)
        outer.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        card = Card(look)
        card.box.addWidget(Label(content.format_title(record.format), look, role="card", wrap=True))
        text = caption(content, today, record)
        card.box.addWidget(Label(text, look, role="second", tone="quiet", wrap=True))
        self._add_words(card)
        outer.addWidget(card)
        outer.addWidget(self._deeds())
        outer.addStretch(1)

    def _add_words(self, card: Card) -> None:
        record, look = self.record, self._look
        for text in (record.line, record.words):
            if text:
                card.box.addWidget(ReadingText(text, look))
        if record.small_step:
            card.box.addWidget(Label(_("Your small step"), look, role="second", tone="quiet"))
            card.box.addWidget(ReadingText(record.small_step, look))
        if not record.has_words:
            card.box.addWidget(Label(_("No words were kept."), look, tone="quiet", wrap=True))

    def _deeds(self) -> QWidget:
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=8)
        print_out = self._button(_("Print or save"), "small", "printer")
        print_out.clicked.connect(self.print_out)
        flow.addWidget(print_out)
        if self.record.has_words:
            take_out = self._button(_("Take the words out"), "small", "withdraw")
            take_out.clicked.connect(self.take_out)
            flow.addWidget(take_out)
        delete = self._button(_("Delete this talk"), "small", "trash")
        delete.clicked.connect(self.delete)
        flow.addWidget(delete)
        return deeds

    def _button(self, text: str, kind: str, icon: str) -> Button:
        return Button(text, self._look, kind="text" if kind == "text" else "small", icon=icon)
