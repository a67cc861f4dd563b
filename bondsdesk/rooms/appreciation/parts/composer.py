# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a note is written: kept as a sealed draft while it grows, then given or left for a day.

It says that a draft is kept only after the vault has said so. Undo steps and notices are the
page's; it hands each Change out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.domain import Draft, Note
from bondsdesk.rooms.appreciation.parts.sentences import SENTENCES
from bondsdesk.rooms.appreciation.parts.starters import Starters
from bondsdesk.rooms.appreciation.parts.status_line import StatusLine
from bondsdesk.rooms.appreciation.parts.tags_line import TagsLine
from bondsdesk.rooms.appreciation.parts.when_choice import WhenChoice
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import NoteField

KEEP_AFTER: Final = 1_000
"""Milliseconds from the first letter that is not kept yet until the draft is sealed."""


class Composer(Card):
    """The form. Whatever closes it, the draft is kept.

    Signals:
        done(change): a note was given or changed.
        draft_kept(): the drafts in the vault have changed.
        closed(): the writer is finished here.
    """

    done = Signal(object)
    draft_kept = Signal()
    closed = Signal()

    def __init__(self, service: AppreciationService, look: Look) -> None:
        super().__init__(look, padding=24)
        self._look = look
        self._service = service
        self._draft = Draft(new_uid(), "")
        self._dirty = self._kept = False
        self._edited: Note | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep)
        self._make(look)
        self._lay_out()
        self._connect()
        look.changed.connect(self._restyle_form)
        self._restyle_form()
        self.begin(Draft(new_uid(), ""))

    def _make(self, look: Look) -> None:
        self._for, question = _("A note to keep"), _("When is it given?")
        if reader := self._service.reader():
            name = isolate(reader.name)
            self._for = _("A note for {name}").format(name=name)
            question = _("When does {name} get it?").format(name=name)
        self._title = Label(self._for, look, role="card", wrap=True)
        self._close = IconButton("close", _("Close and keep the draft"), look)
        self._more = IconButton("more", _("More ways to begin"), look)
        self._starters = Starters(look)
        self.field = NoteField(
            look, placeholder=_("What did you notice? What did it do for you?"), name=_("Your note")
        )
        self.status = StatusLine(look)
        self.tags = TagsLine(look)
        self.when = WhenChoice(question, look)
        self.give = Button(_("Give note"), look, kind="main")
        self.keep_button = Button(_("Keep as draft"), look)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self._more, self._close):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.addWidget(self.status, 1)
        below.addWidget(self.tags.add, 0, Qt.AlignmentFlag.AlignTop)
        self._deeds = QWidget()
        self._flow = FlowLayout(self._deeds)
        self._flow.addWidget(self.give)
        self._flow.addWidget(self.keep_button)
        self.box.addLayout(top)
        self.box.addWidget(self._starters)
        self.box.addWidget(self.field)
        self.box.addLayout(below)
        for widget in (self.tags, self.when, self._deeds):
            self.box.addWidget(widget)

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_and_keep)
        for deed in (self._starters.show_all, self._more.hide):
            self._more.clicked.connect(deed)
        self._starters.picked.connect(self._on_starter)
        for changed in (self.field.edited, self.tags.field.textEdited, self.when.changed):
            changed.connect(self._on_changed)
        self.give.clicked.connect(self._on_give)
        self.keep_button.clicked.connect(self._on_second)

    # What others ask

    def begin(self, draft: Draft) -> None:
        """Show a draft, a new one or one from the vault. What stood here before is kept.

        If that fails, it says so and goes on showing what stood here.
        """
        if not self.keep():
            return
        draft = self._service.draft(draft.uid) or draft  # the form itself may have just kept more
        note = self._service.note(draft.edits) if draft.edits else None
        self._edited = note if note and self._service.may_edit(note) else None
        self._draft = draft if self._edited else replace(draft, edits=None)
        self._show()

    def begin_edit(self, note: Note) -> None:
        """Show a note to change, which the other does not have yet."""
        if not self.keep():
            return
        fresh = Draft(new_uid(), note.text, note.tags, note.opens_on, edits=note.uid)
        begun = (draft for draft in self._service.drafts() if draft.edits == note.uid)
        self.begin(next(begun, fresh))

    def focus(self) -> None:
        """Put the cursor behind what is written."""
        cursor = self.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.field.setTextCursor(cursor)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def editing(self) -> bool:
        """Tell whether a given note is being changed, not a new one written."""
        return self._edited is not None

    @property
    def draft(self) -> Draft:
        """Return what stands in the form."""
        return replace(
            self._draft,
            text=self.field.text(),
            tags=self.tags.tags,
            opens_on=self.when.opens_on,
        )

    @Slot()
    def keep(self) -> bool:
        """Seal what is written if it has changed; False if the vault could not, and say why."""
        try:
            self.keep_or_raise()
        except ExpectedError as error:
            self.status.say_wrong(sentence(error, SENTENCES))
            return False
        return True

    def keep_or_raise(self) -> None:
        """Seal what is written if it has changed; raises the vault's ExpectedError."""
        self._timer.stop()
        if self._dirty:
            kept = self._service.keep_draft(self.draft)
            self._dirty, self._kept = False, kept is not None
            self._show_kept(self._kept)
            self.draft_kept.emit()

    def let_go(self) -> bool:
        """Empty the form if its draft was given or deleted elsewhere; tell whether it was.

        Letters that are not kept yet stay, as a draft of their own.
        """
        if not self._kept or self._service.draft(self._draft.uid) is not None:
            return False
        if self._dirty:
            self._draft, self._kept = replace(self._draft, uid=new_uid()), False
            return False
        self._draft, self._edited = Draft(new_uid(), ""), None
        self._show()
        return True

    @Slot()
    def close_and_keep(self) -> None:
        """Put the form away; the draft stays in the vault. It stays open if that failed."""
        if self.keep():
            self.closed.emit()

    # Slots

    @Slot()
    def _on_changed(self) -> None:
        self._dirty = True
        self.tags.set_error(None)
        self.status.say_nothing()
        self._show_problem()
        if not self._timer.isActive():
            self._timer.start()

    @Slot(str)
    def _on_starter(self, text: str) -> None:
        written = self.field.text().strip()
        if not written or written in [starter.strip() for starter in self._starters.texts]:
            self.field.selectAll()
        self.field.insertPlainText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_give(self) -> None:
        draft = self.draft
        try:
            change = self._service.edit(draft) if self.editing else self._service.give(draft)
        except ExpectedError as error:
            self._show_error(error)
            return
        self._draft, self._edited = Draft(new_uid(), ""), None
        self._show()
        self.done.emit(change)

    @Slot()
    def _on_second(self) -> None:
        if not self.editing:
            self.close_and_keep()
            return
        try:
            self._service.drop_draft(self._draft)
        except ExpectedError as error:
            self._show_error(error)
            return
        self._dirty = False
        self._timer.stop()
        self.draft_kept.emit()
        self.closed.emit()

    # Private

    def _show(self) -> None:
        self._dirty, self._kept = False, self._draft.kept_at is not None
        self._timer.stop()
        self.field.set_text(self._draft.text)
        self.tags.show_tags(self._draft.tags)
        self.when.begin(self._service.today(), self._draft.opens_on)
        self._starters.setVisible(not self.editing)
        self._title.setText(_("Change your note") if self.editing else self._for)
        self.give.set_text(_("Keep the change") if self.editing else _("Give note"))
        self.keep_button.set_text(_("Leave as it was") if self.editing else _("Keep as draft"))
        self.status.say_nothing()
        self._show_kept(self._kept)

    def _show_kept(self, kept: bool) -> None:
        if kept:
            self.status.say(_("Draft kept. Only you can read it."), "lock")
        self._show_problem()

    def _show_problem(self) -> None:
        """Say why the note cannot be given as it stands; nothing typed is touched."""
        obstacle = self._service.obstacle(self.field.text())
        self.give.setEnabled(obstacle is None)
        if obstacle and obstacle.code != "note.blank":
            say = self.status.say if obstacle.code.startswith("note.") else self.status.say_wrong
            say(sentence(obstacle, SENTENCES))
        elif obstacle and not self.status.text:
            self.status.say(_("One line is enough."))
        self.give.setAccessibleDescription("" if self.give.isEnabled() else self.status.text)

    def _show_error(self, error: ExpectedError) -> None:
        wrong_tags = error.code.startswith("note.tag")
        (self.tags.set_error if wrong_tags else self.status.say_wrong)(sentence(error, SENTENCES))
        if wrong_tags:
            self.tags.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, give with Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_keep()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _restyle_form(self) -> None:
        self.box.setSpacing(self._look.px(12))
        self._flow.setSpacing(self._look.px(8))
