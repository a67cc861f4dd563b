# SPDX-License-Identifier: GPL-3.0-or-later
"""One note on a whole page, large, to be read aloud; arrows lead to the next and the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.text import direction_of
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.domain import Note, Sieve
from bondsdesk.rooms.appreciation.parts.faces import Faces
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import scrolling
from bondsdesk.widgets.person_disc import PersonDisc
from bondsdesk.widgets.reading_text import ReadingText

_WIDEST = 768
_ENGLISH = 28
_URDU = 30
"""Pixels at 100 %; Look sets Urdu two pixels larger, so it is read at 32 (NOTES.md, 3)."""


class ReadAloud(QWidget):
    """Shows one note of a sieve. Signals: left(uid): back to the list, at this note."""

    left = Signal(str)

    def __init__(self, service: AppreciationService, look: Look) -> None:
        super().__init__()
        self._look = look
        self._service = service
        self._sieve = Sieve()
        self._note: Note | None = None
        self._by_chance = False
        person = service.pair.a
        self._back = Button(_("Back to notes"), look, kind="text", icon="arrow-back")
        self._another = Button(_("Another one"), look, kind="text", icon="history")
        self._disc = PersonDisc(person.symbol, person.colour, look, size=72)
        self._caption = Label("", look, role="body", tone="quiet", wrap=True)
        self._text = ReadingText("", look, size=_ENGLISH)
        self._hint = Label("", look, role="second", tone="quiet", wrap=True)
        self._newer = IconButton("arrow-back", _("Newer note"), look, size=48)
        self._older = IconButton("arrow-forward", _("Older note"), look, size=48)
        self._build()
        self._back.clicked.connect(self.leave)
        self._another.clicked.connect(self.show_by_chance)
        self._newer.clicked.connect(self._on_newer)
        self._older.clicked.connect(self._on_older)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for its keys; Tab goes to its buttons
        self.setProperty("ring", 0)
        look.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch(1)
        top.addWidget(self._another)
        sheet = QWidget()
        self._sheet = QWidget()
        across = QHBoxLayout(sheet)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._sheet, 100)
        across.addStretch(1)
        self._column = QVBoxLayout(self._sheet)
        self._column.addStretch(1)
        for widget in (self._disc, self._caption, self._text, self._hint):
            self._column.addWidget(widget)
        self._column.addStretch(2)
        middle = QHBoxLayout()
        middle.addWidget(self._newer)
        middle.addWidget(scrolling(sheet), 1)
        middle.addWidget(self._older)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(top)
        outer.addLayout(middle, 1)

    @property
    def note(self) -> Note | None:
        """Return the note that shows."""
        return self._note

    def show_note(self, note: Note, sieve: Sieve) -> None:
        """Show a note; the arrows go through what the sieve lets through."""
        self._sieve = sieve
        self._by_chance = False
        self._show(note)

    @Slot()
    def show_by_chance(self) -> bool:
        """Show some note from before; False if there is none."""
        but = self._note.uid if self._note and self._by_chance else ""
        note = self._service.note_from_before(but)
        if note is None:
            return False
        self._sieve = Sieve()
        self._by_chance = True
        self._show(note)
        return True

    def reload(self) -> None:
        """Read the note again; leave if it is gone."""
        note = self._service.note(self._note.uid) if self._note else None
        if note is None:
            self.leave()
        else:
            self._show(note)

    @Slot()
    def leave(self) -> None:
        """Go back to the list."""
        self.left.emit(self._note.uid if self._note else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with the arrows, in reading direction, or Page Up and Down; leave with Escape."""
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self._look.rtl:
            forward, back = back, forward
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (forward, Qt.Key.Key_PageDown):
            self._on_older()
        elif event.key() in (back, Qt.Key.Key_PageUp):
            self._on_newer()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_newer(self) -> None:
        self._turn(newer=True)

    @Slot()
    def _on_older(self) -> None:
        self._turn(newer=False)

    def _turn(self, *, newer: bool) -> None:
        beside = self._beside(newer=newer)
        if beside is not None:
            self._show(beside)

    def _beside(self, *, newer: bool) -> Note | None:
        if self._note is None:
            return None
        notes = self._service.notes(self._sieve, self._note.place, 1, newer=newer)
        return notes[0] if notes else None

    def _show(self, note: Note) -> None:
        self._note = note
        pair, me = self._service.pair, self._service.me
        faces = Faces(pair, me, self._service.today())
        face = faces.face(note)
        self._disc.show_person(face.symbol, face.colour)
        self._caption.setText(face.caption)
        self._text.set_size(_URDU if direction_of(note.text) == "rtl" else _ENGLISH)
        self._text.set_text(note.text)
        mine = note.giver == me
        self._hint.setText(
            _("Read it slowly.") if mine else _("If you like, say what it means to you.")
        )
        self._another.setVisible(self._by_chance)
        self._newer.setVisible(not self._by_chance)
        self._older.setVisible(not self._by_chance)
        self._newer.setEnabled(self._beside(newer=True) is not None)
        self._older.setEnabled(self._beside(newer=False) is not None)
        self.setAccessibleName(faces.spoken(note))

    @Slot()
    def _restyle(self) -> None:
        self._sheet.setMaximumWidth(self._look.px(_WIDEST))
        self._column.setSpacing(self._look.px(16))
        side = self._look.px(24)
        self._column.setContentsMargins(side, 0, side, 0)
