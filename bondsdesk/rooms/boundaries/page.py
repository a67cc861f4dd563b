# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of Boundaries: the list of limits and agreements, and one of them beside it.

It joins the parts, hands every Change to undo and lets heavy work run beside the window; what is
in force and who may do what is the services' business.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.boundaries.dialogs import save_for_checking
from bondsdesk.rooms.boundaries.domain.agreement import Draft
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.models import list_rows
from bondsdesk.rooms.boundaries.parts.acts import AgreementActs, FormActs, LimitActs
from bondsdesk.rooms.boundaries.parts.agreement_card import AgreementCard, Beside
from bondsdesk.rooms.boundaries.parts.agreement_form import AgreementForm
from bondsdesk.rooms.boundaries.parts.limit_card import LimitCard
from bondsdesk.rooms.boundaries.parts.limit_form import LimitForm
from bondsdesk.rooms.boundaries.parts.pane import Pane
from bondsdesk.rooms.boundaries.parts.row_list import WIDTH, RowList
from bondsdesk.rooms.boundaries.parts.sentences import SENTENCES, STEPS, TOLD
from bondsdesk.rooms.boundaries.parts.start_panel import StartPanel
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.desk import AGREEMENTS, DRAFTS, LIMITS
from bondsdesk.rooms.boundaries.service.limits import Limits
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.page import Page

if TYPE_CHECKING:
    from bondsdesk.doorway import RoomContext
    from bondsdesk.rooms.boundaries.domain.limit import Limit
    from bondsdesk.rooms.boundaries.domain.verdict import Verdict


class BoundariesPage(Page):
    """Everything of this room on screen. `print_out(uid)` opens the export page."""

    kinds: ClassVar[frozenset[str]] = frozenset({LIMITS, AGREEMENTS, DRAFTS, "pair"})

    def __init__(
        self,
        context: RoomContext,
        limits: Limits,
        agreements: Agreements,
        print_out: Callable[[str], None],
    ) -> None:
        sentence = _(
            "A limit is yours to say. An agreement needs you both, and either may let it rest."
        )
        super().__init__(
            context.look, _("Boundaries"), sentence, scrolls=False, parent=context.home()
        )
        self.context, self.limits, self.agreements = context, limits, agreements
        self.print_out = print_out
        self.uid = ""
        self._opened = False
        self._shown: dict[str, Agreement] = {}
        self.list = RowList(self.look)
        self.pane = Pane(self.look)
        self._acts = (AgreementActs(self), FormActs(self), LimitActs(self))
        self._lay_out()
        self.list.picked.connect(self.open)
        self.pane.back.connect(self._on_back)
        self.look.changed.connect(self._on_look)
        self.reload()

    def _lay_out(self) -> None:
        self.start = Button(_("Start an agreement"), self.look, kind="main", icon="plus")
        self._limit = Button(_("Say a limit"), self.look)
        self.start.clicked.connect(self.begin_agreement)
        self._limit.clicked.connect(self.begin_limit)
        for button in (self._limit, self.start):
            self.header.add_button(button)
            button.setVisible(self.agreements.desk.me is not None)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        self._may_not = Button(_("What an agreement may not do"), self.look, kind="text")
        self._may_not.clicked.connect(self.show_start)
        column.addWidget(self.list, 1)
        column.addWidget(self._may_not, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(24))
        row.addWidget(self._column)
        row.addWidget(self.pane, 1)
        self.body.addLayout(row, 1)

    # What the house asks

    def reload(self) -> None:
        """Read everything again; what is being written stays."""
        checking = self.agreements.checking()
        if self.agreements.quick(checking):
            self._show_all(self.agreements.judged(checking))
            return
        self._show_all([Agreement(kept, None) for kept in checking.kept])

        def checked(verdicts: list[Verdict]) -> None:
            self._show_all(self.agreements.with_verdicts(checking, verdicts))

        self.context.tasks.run(checking, self, checked, self.fail)

    def keep_drafts(self) -> None:
        """Seal what is being written; called before a lock, a hand-over and the end."""
        content = self.pane.content
        if isinstance(content, AgreementForm) and content.dirty:
            kept = self.agreements.keep_draft(content.draft)
            content.mark_kept(kept=kept is not None)
        elif isinstance(content, LimitForm) and content.dirty:
            self.limits.keep_unfinished(content.field.text(), content.area, content.uid)
            content.mark_kept()
        elif isinstance(content, AgreementCard):
            self.agreements.keep_unsaid(content.agreement.uid, content.comments.field.text())

    def look_for(self, text: str) -> None:
        """Show the first thing that holds some words."""
        found = [each.uid for each in self.agreements.search(text)]
        found += [each.uid for each in self.limits.search(text)]
        if found:
            self.open(found[0])

    # Showing

    @Slot(str)
    def open(self, uid: str) -> None:
        """Show one agreement, limit or draft."""
        if self._leave():
            self._opened = True
            self._show(uid)
            self._arrange()

    @Slot()
    def show_start(self) -> None:
        """Show the start page."""
        self.open("")

    @Slot()
    def begin_agreement(self) -> None:
        """Open the form for a new agreement."""
        if self._leave():
            self.write(self.agreements.new_draft())

    @Slot()
    def begin_limit(self) -> None:
        """Open the form for a new limit."""
        if self._leave():
            self._write_limit(None)

    def write(self, draft: Draft) -> None:
        """Open the form with a draft."""
        form = AgreementForm(draft, self.agreements.desk.today(), self.look)
        self._acts[1].join(form)
        self._put(form, draft.uid, scrolls=True)
        form.title.setFocus()

    def _write_limit(self, limit: Limit | None) -> None:
        form = LimitForm(limit, self.look)
        self._acts[2].join_form(form)
        self._put(form, form.uid, scrolls=True)
        form.field.setFocus()

    def _show(self, uid: str) -> None:
        agreement = self._shown.get(uid)
        draft = None if agreement else self.agreements.draft(uid)
        limit = None if agreement or draft else self.limits.find(uid)
        if agreement:
            self._show_agreement(agreement)
        elif draft:
            self.write(draft)
        elif limit and limit.state == "private":
            self._write_limit(limit)
        elif limit:
            card = LimitCard(limit, self.agreements.desk, self.look)
            self._acts[2].join_card(card)
            self._put(card, uid, scrolls=True)
        else:
            panel = StartPanel(self.look, may_write=self.agreements.desk.me is not None)
            panel.limit_wanted.connect(self.begin_limit)
            panel.agreement_wanted.connect(self.begin_agreement)
            self._put(panel, "", scrolls=True)

    def _show_agreement(self, agreement: Agreement) -> None:
        read = self.agreements
        beside = Beside(
            tuple(read.comments(agreement.uid)),
            read.unsaid(agreement.uid),
            read.sleeps_until(agreement.uid),
        )
        card = AgreementCard(agreement, read.desk, beside, self.look)
        self._acts[0].join(card)
        self._put(card, agreement.uid, scrolls=False)
        try:
            read.look_at(agreement)
        except ExpectedError as error:
            self.context.notices.tell_error(error, SENTENCES)

    def _put(self, content: QWidget, uid: str, *, scrolls: bool) -> None:
        self.uid = uid
        self._opened = self._opened or isinstance(content, AgreementForm | LimitForm)
        self.pane.show_content(content, scrolls=scrolls)
        self.list.choose(uid)
        self._arrange()

    def _show_all(self, agreements: list[Agreement]) -> None:
        self._shown = {each.uid: each for each in agreements}
        limits = (*self.limits.shared(), *self.limits.private())
        rows = list_rows(agreements, limits, self.agreements.drafts(), self.agreements.desk)
        self.list.show_rows(rows, self.uid)
        uids = self.list.uids()
        writing = isinstance(self.pane.content, AgreementForm | LimitForm)
        if not writing:
            self.keep_drafts()
            gone = self.uid not in uids
            self._show((uids[0] if uids else "") if gone else self.uid)
        self._arrange()

    # Doing

    def done(self, change: Change, then: str | None = None) -> None:
        """Remember a step, tell it with a way back, and show `then`, or what is shown, anew."""
        if then is not None:
            self.pane.show_content(QWidget(), scrolls=False)
            self.uid = then
        undo, notices = self.context.undo, self.context.notices
        undo.push(change, _(STEPS[change.label]))
        if change.label in TOLD:
            back = (_("Undo"), undo.undo) if change.undo else None
            notices.tell(_(TOLD[change.label]), "done", back)
        self.reload()

    def fail(self, error: BaseException) -> None:
        """Say what the world did; anything else is a bug and stays one."""
        if not isinstance(error, ExpectedError):
            raise error
        self.context.notices.tell_error(error, SENTENCES)

    def save(self, agreement: Agreement) -> None:
        """Save an agreement as a file that can be checked without this place."""
        save_for_checking(self, agreement, self.agreements, self.context)

    def close_form(self) -> None:
        """Put the form away, with what it holds kept, and show what there is."""
        if self._leave():
            self.pane.show_content(QWidget(), scrolls=False)
            self._opened = False
            self.reload()

    def _leave(self) -> bool:
        """Keep what is being written; False if the vault could not, and say why."""
        try:
            self.keep_drafts()
        except ExpectedError as error:
            self.fail(error)
            return False
        return True

    @Slot()
    def _on_back(self) -> None:
        self.close_form()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_look(self) -> None:
        if self.isVisible() and not isinstance(self.pane.content, AgreementForm | LimitForm):
            self.reload()
        self._arrange()

    def _arrange(self) -> None:
        """Put list and card beside each other, or one in the place of the other."""
        some = bool(self.list.uids())
        alone = self.look.zoom >= 1.5 or self.width() < self.look.px(760)
        self.pane.set_narrow(alone and some and self._opened)
        self.header.setVisible(not (self.look.zoom >= 1.5 and some and self._opened))
        self._column.setVisible(some and not (alone and self._opened))
        self.pane.setVisible(not (alone and some) or self._opened)
        if alone:
            self._column.setMinimumWidth(0)
            self._column.setMaximumWidth(self.look.px(720))
        else:
            self._column.setFixedWidth(self.look.px(WIDTH))
        content = self.pane.content
        if isinstance(content, AgreementCard):
            content.set_wide(not alone and self.width() >= self.look.px(1000))
        asking = isinstance(content, AgreementCard) and content.sign is not None
        writing = isinstance(content, AgreementForm | LimitForm)
        self.start.set_kind("secondary" if asking or writing else "main")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to one column, or back, when the window's width asks for it."""
        super().resizeEvent(event)
        self._arrange()
