# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of Goals: the boards, the lanes of one, and the open card beside or in its place.

It joins the parts and hands every Change to undo. One card that changes is read again alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.ports import Seed
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.board import Board, Lane
from bondsdesk.rooms.goals.parts.board_bar import BoardBar
from bondsdesk.rooms.goals.parts.board_form import BoardForm
from bondsdesk.rooms.goals.parts.form import form_of_words
from bondsdesk.rooms.goals.parts.sentences import MISSED, SENTENCES, STEPS, TOLD
from bondsdesk.rooms.goals.parts.table import Table
from bondsdesk.rooms.goals.service.goals import BOARDS, GoalsService, touched_card
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.page import Page

if TYPE_CHECKING:
    from bondsdesk.doorway import RoomContext


class GoalsPage(Page):
    """Everything of this room on screen.

    `print_board` and `print_card` open the export page with the uid of what is wanted.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({BOARDS})

    def __init__(
        self,
        context: RoomContext,
        service: GoalsService,
        print_board: Callable[[str], None],
        print_card: Callable[[str], None],
    ) -> None:
        self._sentence = _("What we wish for, in small steps. Resting and letting go are fine too.")
        look, home = context.look, context.home()
        super().__init__(look, _("Goals"), self._sentence, scrolls=False, parent=home)
        self._context = context
        self._service = service
        self._print = print_board
        self._board, self._touched = "", False
        self.bar = BoardBar(self.look)
        self.form = BoardForm(service, self.look)
        self.table = Table(service, self.look)
        self.board, self.editor = self.table.board, self.table.editor
        self._lay_out()
        self._connect()
        self.editor.print_wanted.connect(print_card)
        self.reload()
        self._open_unsaved()

    def _lay_out(self) -> None:
        self.print_button = Button(_("Print board"), self.look, icon="printer")
        self.add_button = Button(_("Add a wish"), self.look, kind="main", icon="plus")
        self.header.add_button(self.print_button)
        self.header.add_button(self.add_button)
        self.bar.stand_between(self.add_button, self.board.lists()[0])
        self.body.addWidget(self.bar)
        self.body.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_board)
        self.add_button.clicked.connect(self.begin_card)
        self.table.begin_wanted.connect(self.begin_board)
        self.bar.picked.connect(self._on_board_picked)
        self.bar.new_wanted.connect(self.begin_board)
        self.bar.change_wanted.connect(self._on_change_board)
        self.bar.archive_wanted.connect(self._on_archive)
        self.bar.print_wanted.connect(self.print_board)
        self.bar.restore_wanted.connect(self._on_restore)
        self.bar.seed_picked.connect(self._on_seed)
        self.form.done.connect(self._on_board_done)
        self.form.closed.connect(self.form.hide)
        self.form.closed.connect(self._arrange)
        self.board.open_wanted.connect(self.open_card)
        self.board.tick_wanted.connect(self._on_tick)
        self.board.move_wanted.connect(self._on_move)
        self.board.missed.connect(partial(self._context.notices.tell, _(MISSED), "info"))
        self.editor.done.connect(self._done)
        self.editor.closed.connect(self._on_editor_closed)
        self.look.changed.connect(self._arrange)

    # What the house asks

    def reload(self) -> None:
        """Read the boards again, and the one that shows as a whole."""
        boards = self._service.boards()
        if self._board not in {board.uid for board in boards}:
            self._board = boards[0].uid if boards else ""
        self._show_bar(boards)
        shown = next((board for board in boards if board.uid == self._board), None)
        self.table.show_board(shown, self._service.faces(self._board) if shown else [])
        self.editor.refresh()
        self._arrange()

    def on_touched(self, kinds: frozenset[str]) -> None:
        """Read one card again, or everything if a board has changed."""
        self._touched = True
        if kinds & self.kinds:
            self.reload()
            return
        for uid in filter(None, map(touched_card, kinds)):
            self._renew(uid)

    def keep_drafts(self) -> None:
        """Seal what stands in the editor and is not kept."""
        self.editor.keep_draft()

    def show_uid(self, uid: str) -> None:
        """Show a card on its board and open it."""
        if (face := self._service.face(uid)) is None or not self._leave_editor():
            return
        if (board := self._service.board(face.board)) is not None and board.archived:
            self._done(self._service.restore(board.uid))
        self._show_board(face.board)
        self.board.show_card(uid, focus=False)
        self.open_card(uid)

    # Boards

    @Slot()
    def begin_board(self, board: Board | None = None) -> None:
        """Ask for name and colour of a new board, or of one that is to be changed."""
        if self._leave_editor():
            self.form.show()
            self._arrange()
            self.form.begin(board, len(self._service.boards()))

    @Slot()
    def _on_change_board(self) -> None:
        self.begin_board(self._service.board(self._board))

    @Slot()
    def _on_archive(self) -> None:
        if self._leave_editor():
            self._try(partial(self._service.archive, self._board))

    @Slot(str)
    def _on_restore(self, uid: str) -> None:
        self._try(partial(self._service.restore, uid))
        self._show_board(uid)

    @Slot(object, str)
    def _on_board_done(self, change: Change, uid: str) -> None:
        self._done(change)
        self._show_board(uid)

    @Slot(str)
    def _on_board_picked(self, uid: str) -> None:
        if self._leave_editor():
            self._show_board(uid)
        else:
            self._show_bar(self._service.boards())

    @Slot()
    def print_board(self) -> None:
        """Ask for the board on paper."""
        self._print(self._board)

    # Cards

    @Slot()
    def begin_card(self) -> None:
        """Open an empty card; it comes first in the lane of dreams."""
        if self._board and self._leave_editor():
            self.editor.begin(Uid(self._board))
            self._show_editor()

    @Slot(str)
    def open_card(self, uid: str) -> None:
        """Open a card beside the board."""
        if uid == self.editor.uid or not self._leave_editor():
            return
        if self.editor.open_card(uid):
            self._show_editor()

    @Slot(object)
    def _on_seed(self, seed: Seed) -> None:
        """Make a card of a small step, in the lane of what is being planned."""
        if not self._leave_editor():
            return
        form = form_of_words(seed.text, "plan", self._board, seed.source_uid)
        self.editor.begin(Uid(self._board), form)
        if self.editor.save():
            self._show_editor()
            self.board.show_landed(self.editor.uid)

    @Slot(str, str, str)
    def _on_move(self, uid: str, lane: Lane, before: str) -> None:
        self._try(partial(self._service.move, uid, lane, before or None))
        self.board.show_landed(uid)

    @Slot(str)
    def _on_tick(self, uid: str) -> None:
        face = self._service.face(uid)
        if face is not None and face.step_to_tick:
            self._try(partial(self._service.tick, uid, face.next_place, done=True))

    @Slot(str)
    def _on_editor_closed(self, uid: str) -> None:
        self.editor.hide()
        self._arrange()
        if not self.board.show_card(uid):
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _done(self, change: Change) -> None:
        """Remember a step, show what it changed, and tell what left the screen with a way back."""
        undo, self._touched = self._context.undo, False
        undo.push(change, _(STEPS[change.label]))
        if not self._touched:
            self.on_touched(change.touched)
        if change.label in TOLD:
            self._context.notices.tell(_(TOLD[change.label]), "done", (_("Undo"), undo.undo))

    def _try(self, deed: Callable[[], Change | None]) -> None:
        """Do something that may be refused; None is a deed that changes nothing."""
        try:
            change = deed()
        except ExpectedError as error:
            self._context.notices.tell_error(error, SENTENCES)
            self.reload()
            return
        if change is not None:
            self._done(change)

    def _renew(self, uid: str) -> None:
        face = self._service.face(uid)
        here = face is not None and face.board == self._board
        came_or_went = (self.board.model.face(uid) is not None) != here
        self.board.renew(uid, face if here else None)
        if came_or_went:
            self._show_bar(self._service.boards())
        self.editor.refresh(uid)

    def _show_board(self, uid: str) -> None:
        if uid != self._board:
            self._board = uid
            self.reload()

    def _show_bar(self, boards: list[Board]) -> None:
        taken = self._service.sources()
        seeds = [seed for seed in self._context.seeds() if seed.source_uid not in taken]
        resting = self._service.boards(archived=True)
        self.bar.show_boards(boards, resting, self._board, seeds if boards else ())
        self.add_button.setVisible(bool(boards))
        self._arrange()

    def _show_editor(self) -> None:
        self.form.hide()
        self.editor.show()
        self._arrange()
        self.editor.focus()

    def _leave_editor(self) -> bool:
        """Keep and close the open card; False if it cannot be kept yet."""
        return not self.table.opened or self.editor.close_and_keep()

    def _open_unsaved(self) -> None:
        """Go on with a card that was being written when the place was locked."""
        if unsaved := self._service.unsaved():
            self._show_board(unsaved[0])
            self.open_card(unsaved[1])

    @Slot()
    def _arrange(self) -> None:
        """Put board and card beside each other, or one in the place of the other."""
        naming = not self.form.isHidden() and self.look.zoom >= 1.5
        alone = self.table.arrange(self.look.narrow(self.window().width()), away=naming)
        self.header.setVisible(not alone)
        self.bar.setVisible(not alone and self.bar.offers_something)
        self.header.set_sentence("" if self.look.zoom >= 1.5 else self._sentence)
        self.print_button.setVisible(self.bar.has_board and self.look.zoom < 1.5)
        self.add_button.set_kind("secondary" if self.table.opened else "main")

    def showEvent(self, event: QShowEvent) -> None:
        """Offer small steps that were said since the page was last seen."""
        super().showEvent(event)
        self._show_bar(self._service.boards())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to one column, or back, when the window's width asks for it."""
        super().resizeEvent(event)
        self._arrange()
