# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of Appreciate: the list of notes, the form to write one, and the note read aloud.

It joins the parts and hands every Change to undo; what notes are and who may do what is the
service's business.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.domain import Draft, Note, Sieve
from bondsdesk.rooms.appreciation.models import Row
from bondsdesk.rooms.appreciation.parts.composer import Composer
from bondsdesk.rooms.appreciation.parts.list_column import ListColumn
from bondsdesk.rooms.appreciation.parts.plan_card import PlanCard
from bondsdesk.rooms.appreciation.parts.read_aloud import ReadAloud
from bondsdesk.rooms.appreciation.parts.sentences import SENTENCES, STEPS
from bondsdesk.rooms.appreciation.parts.side import Shown, Side
from bondsdesk.rooms.appreciation.parts.tag_card import TagCard
from bondsdesk.rooms.appreciation.service.notes import DRAFTS, NOTES, PLAN, AppreciationService
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.page import Page

if TYPE_CHECKING:
    from bondsdesk.doorway import RoomContext


_LARGE: Final = 1.5
"""Zoom from which the page's sentence makes room for the notes themselves."""


class AppreciationPage(Page):
    """Everything of this room on screen. `print_keepsake` opens the export page."""

    kinds: ClassVar[frozenset[str]] = frozenset({NOTES, DRAFTS, PLAN})

    def __init__(
        self,
        context: RoomContext,
        service: AppreciationService,
        print_keepsake: Callable[[], None],
    ) -> None:
        self._sentence = _("Small things count. One line is enough.")
        super().__init__(
            context.look, _("Appreciate"), self._sentence, scrolls=False, parent=context.home()
        )
        self._context = context
        self._service = service
        self._opened = False
        self._desk = QWidget()
        self.body.addWidget(self._desk, 1)
        self.column = ListColumn(service, self.look, parent=self._desk)
        self.composer = Composer(service, self.look)
        self.plan = PlanCard(service, self.look)
        self.tag_card = TagCard(service, self.look)
        self.side = Side(self.composer, self.plan, self.tag_card, self.look, parent=self._desk)
        self.reader = ReadAloud(service, self.look)
        self._lay_out(print_keepsake)
        self._connect()
        self._arrange()
        self.column.refill()

    def _lay_out(self, print_keepsake: Callable[[], None]) -> None:
        self.write = Button(_("Write a note"), self.look, kind="main", icon="pencil", toggle=True)
        self._keepsake = Button(_("Keepsake"), self.look, icon="printer")
        self._keepsake.clicked.connect(print_keepsake)
        self.header.add_button(self._keepsake)
        self.header.add_button(self.write)
        self.write.setVisible(self._service.me is not None)
        row = QHBoxLayout(self._desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column, 1)
        row.addWidget(self.side)
        self.body.addWidget(self.reader, 1)
        self.reader.hide()

    def _connect(self) -> None:
        # A screen reader toggles what can be checked, and then nothing is `clicked`.
        self.write.toggled.connect(self._on_write)
        self.column.deed_wanted.connect(self._on_deed)
        self.column.write_wanted.connect(self.begin_note)
        self.column.filters.before_wanted.connect(self._on_before)
        self.column.filters.plan_wanted.connect(partial(self._show_side, "plan", opened=True))
        for part in (self.composer, self.plan, self.tag_card):
            part.done.connect(self._on_done)
        self.composer.draft_kept.connect(self._on_draft_kept)
        self.composer.closed.connect(self._on_side_closed)
        self.tag_card.closed.connect(self._on_side_closed)
        self.side.back.connect(self._on_back)
        self.reader.left.connect(self._on_left)
        self.look.changed.connect(self._arrange)

    # What the house asks

    def reload(self) -> None:
        """Read everything that shows again, where it stands."""
        self.column.reload()
        self.plan.reload()
        if self.composer.let_go() and self.side.shown == "compose":
            self._on_side_closed()
        if not self.reader.isHidden():
            self.reader.reload()

    def on_touched(self, kinds: frozenset[str]) -> None:
        """Reload if notes, drafts or the plan have changed."""
        if NOTES in kinds:
            self.column.forget_choices()
        super().on_touched(kinds)

    def keep_drafts(self) -> None:
        """Seal what is being written; called before a lock, a hand-over and the end.

        Raises the ExpectedError that stopped it; what was typed then still stands in the form.
        """
        self.composer.keep_or_raise()
        self.plan.keep_or_raise()

    def look_for(self, text: str) -> None:
        """Show the notes that hold some words."""
        self._leave_reader()
        self.column.filters.search_for(text)

    def show_uid(self, uid: str) -> None:
        """Show a note among the others, or go on with a draft."""
        self._leave_reader()
        if note := self._service.note(uid):
            self._show_side("plan", opened=False)
            self.column.show_note(note)
        elif draft := self._service.draft(uid):
            self.open_draft(draft)

    @property
    def open_draft_uid(self) -> str:
        """Return the draft that stands in the open form, "" for none."""
        return self.composer.draft.uid if self.side.shown == "compose" else ""

    def open_draft(self, draft: Draft) -> None:
        """Go on writing a draft."""
        self.composer.begin(draft)
        self._show_side("compose", opened=True)

    @Slot()
    def begin_note(self) -> None:
        """Open the form for a new note."""
        self.open_draft(Draft(new_uid(), ""))

    # Slots

    @Slot()
    def _on_write(self) -> None:
        if self.side.shown == "compose":
            self.composer.close_and_keep()
        else:
            self.begin_note()
        self._arrange()

    @Slot(str, object)
    def _on_deed(self, deed: str, row: Row) -> None:
        try:
            self._do(deed, row)
        except ExpectedError as error:
            self._context.notices.tell_error(error, SENTENCES)
            self.reload()

    def _do(self, deed: str, row: Row) -> None:
        if isinstance(row, Draft):
            if deed == "open":
                self.open_draft(row)
            else:
                self.composer.keep_or_raise()  # undo brings the last letters back as well
                self._on_done(self._service.drop_draft(self._service.draft(row.uid) or row))
        elif deed == "read":
            self._read(row, self.column.model.sieve)
        elif deed == "edit":
            self.composer.begin_edit(row)
            self._show_side("compose", opened=True)
        elif deed == "tag":
            self.tag_card.begin(row)
            self._show_side("tags", opened=True)
        elif deed == "withdraw":
            self._on_done(self._service.withdraw(row.uid))

    @Slot(object)
    def _on_done(self, change: Change) -> None:
        """Remember a step, tell it with a way back, and show the list as it is now."""
        undo, notices = self._context.undo, self._context.notices
        undo.push(change, _(STEPS[change.label]))
        if NOTES in change.touched:
            self.column.forget_choices()
        if words := self._told(change.label):
            notices.tell(words, "done", (_("Undo"), undo.undo))
        if change.label in ("note.given", "note.left", "note.edited"):
            self._show_side("plan", opened=False)
            self.column.filters.show_all()
            self.column.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reload()

    @Slot()
    def _on_draft_kept(self) -> None:
        self.column.drafts_changed()

    @Slot()
    def _on_side_closed(self) -> None:
        self._show_side("plan", opened=False)
        self.column.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        if self.side.shown == "compose":
            self.composer.close_and_keep()
        else:
            self._on_side_closed()

    @Slot()
    def _on_before(self) -> None:
        if self.reader.show_by_chance():
            self._show_reader()
        else:
            self._context.notices.tell(
                _("There is no note from before yet. Today's will be one tomorrow."), "info"
            )

    @Slot(str)
    def _on_left(self, _uid: str) -> None:
        self._leave_reader()
        self.column.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Private

    def _told(self, label: str) -> str:
        reader = self._service.reader()
        name = isolate(reader.name) if reader else ""
        return {
            "note.given": _("Given. {name} finds it here.").format(name=name),
            "note.left": _("It stays closed for {name} until its day.").format(name=name),
            "note.edited": _("The note is changed."),
            "note.withdrawn": _("The note is gone from here. It can come back until you lock."),
            "draft.dropped": _("The draft is deleted."),
            "plan.dropped": _("The plan is let go."),
        }.get(label, "")

    def _read(self, note: Note, sieve: Sieve) -> None:
        self.reader.show_note(note, sieve)
        self._show_reader()

    def _show_reader(self) -> None:
        self.header.hide()
        self._desk.hide()
        self.reader.show()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_reader(self) -> None:
        self.reader.hide()
        self._desk.show()
        self._arrange()

    def _show_side(self, shown: Shown, *, opened: bool) -> None:
        """Show a part beside the list; where there is one column, `opened` puts it there."""
        self._opened = opened
        self.side.show_place(shown)
        self._arrange()
        if opened and shown == "compose":
            self.composer.focus()
        elif opened and shown == "tags":
            self.tag_card.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _arrange(self) -> None:
        """Put list and side beside each other, or one in the place of the other."""
        narrow = self.look.narrow(self.window().width())
        for part in (self.side, self.column):
            part.set_narrow(narrow)
        self.header.setVisible(self.reader.isHidden() and not (narrow and self._opened))
        self.header.set_sentence("" if self.look.zoom >= _LARGE else self._sentence)
        self.column.setVisible(not (narrow and self._opened))
        self.side.setVisible(self._opened or (not narrow and self._service.me is not None))
        writing = self.side.shown == "compose"
        with QSignalBlocker(self.write):
            self.write.setChecked(writing)
        self.write.set_kind("secondary" if writing or self.side.shown == "tags" else "main")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to one column, or back, when the window's width asks for it."""
        super().resizeEvent(event)
        self._arrange()
