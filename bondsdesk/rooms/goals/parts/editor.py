# SPDX-License-Identifier: GPL-3.0-or-later
"""The open card: its fields, and one button that keeps them.

Nothing typed is ever lost: what cannot be kept yet stays in the fields with the reason beside it,
closing keeps first, and a lock seals the form as it stands until its writer sits down again.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.card import Card
from bondsdesk.rooms.goals.parts.card_fields import CardFields
from bondsdesk.rooms.goals.parts.form import Form, card_of, form_from, form_of, merged, new_card
from bondsdesk.rooms.goals.parts.sentences import SENTENCES
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.widgets.announce import announce
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card as Panel
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import scrolling

WIDTH: Final = 400
WIDEST: Final = 760


class CardEditor(Panel):
    """One card at a time.

    done(change): something was kept; closed(uid): the editor has nothing open any more.
    print_wanted(uid): the card is wanted on paper.
    """

    done = Signal(object)
    closed = Signal(str)
    print_wanted = Signal(str)

    def __init__(self, service: GoalsService, look: Look) -> None:
        super().__init__(look, padding=0)
        self._look = look
        self._service = service
        self._card: Card | None = None
        self._new = False
        self._kept = Form()
        self.fields = CardFields(service, look)
        self._build_head()
        self._sheet = QWidget()
        self._inside = QVBoxLayout(self._sheet)
        self._inside.addWidget(self.fields)
        self.area: QScrollArea = scrolling(self._sheet)
        self._build_foot()
        self.box.setSpacing(0)
        self.box.addWidget(self._head)
        self.box.addWidget(self.area, 1)
        self.box.addWidget(self._foot)
        self.fields.edited.connect(self._on_edited)
        look.changed.connect(self._restyle_editor)
        # The sentence makes its field higher; only after that is known where the field is.
        self._wrong = ""
        self._to_wrong = QTimer(self)
        self._to_wrong.setSingleShot(True)
        self._to_wrong.setInterval(0)
        self._to_wrong.timeout.connect(self._show_wrong)
        self._restyle_editor()

    def _build_head(self) -> None:
        self._head = QWidget()
        self._heading = Label("", self._look, role="card", wrap=True)
        self.close_button = IconButton("close", _("Keep and close"), self._look)
        self.close_button.clicked.connect(self.close_and_keep)
        self.print_button = IconButton("printer", _("Print this card"), self._look)
        self.print_button.clicked.connect(self._on_print)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addWidget(self._heading, 1)
        self._head_row.addWidget(self.print_button)
        self._head_row.addWidget(self.close_button)

    def _build_foot(self) -> None:
        self._foot = QWidget()
        self.status = Label("", self._look, role="second", tone="quiet", wrap=True)
        self.save_button = Button(_("Save"), self._look, kind="main")
        self.back_button = Button(_("As it was"), self._look, kind="text")
        self.delete_button = Button(_("Delete"), self._look, kind="text", icon="trash")
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self.put_back)
        self.delete_button.clicked.connect(self._on_delete)
        self._deeds = QHBoxLayout()
        for button in (self.save_button, self.back_button, self.delete_button):
            self._deeds.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._deeds.addStretch(1)
        self._foot_box = QVBoxLayout(self._foot)
        self._foot_box.addWidget(self.status)
        self._foot_box.addLayout(self._deeds)

    # What others ask

    @property
    def uid(self) -> str:
        """Return the card that is open, "" for none."""
        return self._card.uid if self._card else ""

    @property
    def dirty(self) -> bool:
        """Tell whether something stands here that is not kept."""
        return self._card is not None and self.fields.form() != self._kept

    def begin(self, board: Uid, form: Form | None = None) -> None:
        """Open an empty card for a board, or one begun from what was said elsewhere."""
        shown = form or Form(board=board)
        self._open(new_card(new_uid(), shown), shown, new=True)

    def open_card(self, uid: str) -> bool:
        """Open a card, with what was typed before a lock if there is any; False if it is gone."""
        card = self._service.card(uid)
        draft = self._service.drafts().get(uid)
        if card is None and draft is None:
            return False
        unsaved = form_from(draft) if draft else None
        if card is None:
            shown = unsaved or Form()
            self._open(new_card(Uid(uid), shown), Form(board=shown.board), new=True)
        else:
            self._open(card, form_of(card), new=False)
        if unsaved is not None:
            self.fields.show_form(unsaved)
            self._tell(_("Not saved yet: this is what stood here when the place was locked."))
        return True

    def refresh(self, uid: str = "") -> None:
        """Show the card as it is now; what is being written stays.

        `uid` names the one that has changed; "" is any.
        """
        if self._card is None or self._new or uid not in ("", self.uid):
            return
        card, typed, kept = self._service.card(self._card.uid), self.fields.form(), self._kept
        if card is None:
            if typed == kept:
                self._close()
                return
            # What is being written of a card that is gone begins a new one, if it is saved.
            self._open(new_card(self._card.uid, typed), Form(board=typed.board), new=True)
            self.fields.show_form(typed)
            self._on_edited()
        elif form_of(card) != kept:
            written = typed != kept
            self._open(card, form_of(card), new=False, quiet=written)
            if written:
                self.fields.show_form(merged(typed, kept, self._kept))
                self._on_edited()

    def keep_draft(self) -> None:
        """Seal the form as it stands, if it is not kept: the place is being locked.

        Where nobody sits there is no place to seal it: the card is kept as closing it would.
        """
        if self._card is None or not self.dirty:
            return
        if self._service.me is None:
            self.save()
        else:
            self._service.keep_draft(self._card.uid, self.fields.form().document())

    @Slot()
    def save(self) -> bool:
        """Keep the card; what cannot be kept stays here with its reason. True if all is kept."""
        if self._card is None:
            return True
        try:
            card = card_of(self.fields.form(), self._card)
            change = self._service.add(card) if self._new else self._service.save(card)
        except ExpectedError as error:
            self._tell_wrong(error)
            return False
        kept = self._service.card(card.uid)
        if kept is None:
            self._close()
            return True
        self._open(kept, form_of(kept), new=False, quiet=True)
        self._tell(_("Saved."))
        if change is not None:
            self.done.emit(change)
        return True

    @Slot()
    def close_and_keep(self) -> bool:
        """Close after keeping what was written; an untouched new card leaves nothing behind."""
        if self.dirty and not self.save():
            return False
        self._close()
        return True

    @Slot()
    def put_back(self) -> None:
        """Show the card as it was before this was written."""
        if self._card is None:
            return
        self._service.drop_draft(self._card.uid)
        if self._new:
            self._close()
        else:
            self.fields.show_form(self._kept)
            self._tell("")

    def focus(self) -> None:
        """Go to the wish."""
        self.fields.notes["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Ctrl+Enter or Ctrl+S, keep and close with Escape."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S)
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_keep()
        elif control and enter:
            self.save()
        else:
            super().keyPressEvent(event)

    # Private

    def _open(self, card: Card, form: Form, *, new: bool, quiet: bool = False) -> None:
        self._card, self._new, self._kept = card, new, form
        self.fields.show_form(form)
        self._kept = self.fields.form()
        self._heading.setText(_("A new wish") if new else _("The card"))
        self.delete_button.setVisible(not new)
        self.print_button.setVisible(not new)
        self._tell("")
        if not quiet:
            self.area.verticalScrollBar().setValue(0)

    def _close(self) -> None:
        uid, self._card = self.uid, None
        self.closed.emit(uid)

    @Slot()
    def _on_edited(self) -> None:
        self._tell(_("Not saved yet.") if self.dirty else "")

    @Slot()
    def _on_print(self) -> None:
        if self.save():
            self.print_wanted.emit(self.uid)

    @Slot()
    def _on_delete(self) -> None:
        try:
            change = self._service.delete(self.uid)
        except ExpectedError as error:
            self._tell_wrong(error)
            return
        self._close()
        self.done.emit(change)

    def _tell_wrong(self, error: ExpectedError) -> None:
        words = sentence(error, SENTENCES)
        field = str(error.params.get("field", ""))
        if self.fields.show_error(field, words):
            self._wrong = field
            self._to_wrong.start()
            words = _("Not saved yet: one field needs a second look.")
        self.status.set_tone("danger")
        self.status.setText(words)
        announce(self, words)
        self.back_button.show()

    @Slot()
    def _show_wrong(self) -> None:
        self.area.ensureWidgetVisible(self.fields.fields[self._wrong], 0, self._look.px(24))

    def _tell(self, words: str) -> None:
        self.status.set_tone("quiet")
        self.status.setText(words)
        self.back_button.setVisible(self.dirty)

    @Slot()
    def _restyle_editor(self) -> None:
        px = self._look.px
        self._head_row.setContentsMargins(px(20), px(14), px(12), px(8))
        self._inside.setContentsMargins(px(20), px(4), px(14), px(20))
        self._foot_box.setContentsMargins(px(20), px(8), px(20), px(14))
        self._foot_box.setSpacing(px(8))
        self._deeds.setSpacing(px(8))
