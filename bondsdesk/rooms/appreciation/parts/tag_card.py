# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes the tags of one note of mine, at any time; its words stay as they were."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.domain import Note
from bondsdesk.rooms.appreciation.parts.sentences import SENTENCES
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText


class TagCard(Card):
    """Signals: done(change) with new tags; closed() either way."""

    done = Signal(object)
    closed = Signal()

    def __init__(self, service: AppreciationService, look: Look) -> None:
        super().__init__(look, padding=24)
        self._look = look
        self._service = service
        self._uid = ""
        self._text = ReadingText("", look, max_lines=4, selectable=False)
        self.field = LineField(look, limit=400)
        self._labeled = LabeledField(
            _("Tags"), self.field, look, help=_("Parted by commas. Your partner sees them too.")
        )
        self.keep = Button(_("Keep tags"), look, kind="main")
        leave = Button(_("Not now"), look)
        deeds = QWidget()
        self._deeds = FlowLayout(deeds)
        self._deeds.addWidget(self.keep)
        self._deeds.addWidget(leave)
        for widget in (Label(_("Change tags"), look, role="card"), self._text, self._labeled):
            self.box.addWidget(widget)
        self.box.addWidget(deeds)
        self.keep.clicked.connect(self._on_keep)
        leave.clicked.connect(self.closed)
        look.changed.connect(self._restyle_card)
        self._restyle_card()

    def begin(self, note: Note) -> None:
        """Show the tags of a note, ready to type."""
        self._uid = note.uid
        self._text.set_text(note.text[:400])
        self.field.setText(", ".join(note.tags))
        self._labeled.set_error(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, leave with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_keep(self) -> None:
        try:
            change = self._service.retag(self._uid, self.field.text())
        except ExpectedError as error:
            self._labeled.set_error(sentence(error, SENTENCES))
            return
        self.closed.emit()
        self.done.emit(change)

    @Slot()
    def _restyle_card(self) -> None:
        self.box.setSpacing(self._look.px(12))
        self._deeds.setSpacing(self._look.px(8))
