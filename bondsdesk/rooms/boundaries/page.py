# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of Boundaries: the list of limits and agreements, and one of them beside it.

It joins the parts, hands every Change to undo and lets heavy work run beside the window; what is
in force and who may do what is the services' business.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.boundaries.dialogs import save_for_checking
from bondsdesk.rooms.boundaries.domain.agreement import Draft
from bondsdesk.rooms.boundaries.domain.standing import Agreement, OlderWords
from bondsdesk.rooms.boundaries.models import list_rows
from bondsdesk.rooms.boundaries.parts.acts import AgreementActs, FormActs, LimitActs
from bondsdesk.rooms.boundaries.parts.agreement_card import AgreementCard
from bondsdesk.rooms.boundaries.parts.agreement_form import AgreementForm
from bondsdesk.rooms.boundaries.parts.limit_form import LimitForm
from bondsdesk.rooms.boundaries.parts.older_card import OlderCard
from bondsdesk.rooms.boundaries.parts.sentences import SENTENCES, STEPS, TOLD
from bondsdesk.rooms.boundaries.parts.start_panel import StartPanel
from bondsdesk.rooms.boundaries.parts.table import Table
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
        self._opened = self._outgrown = False
        self._shown: dict[str, Agreement] = {}
        self.table = Table(self.look)
        self.list, self.pane = self.table.list, self.table.pane
        self._acts = (AgreementActs(self), FormActs(self), LimitActs(self))
        self._lay_out()
        self.list.picked.connect(self.open)
        self.table.start_wanted.connect(self.show_start)
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
        self.body.addWidget(self.table, 1)

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
        form = self._acts[1].form(draft)
        self._put(form, draft.uid, scrolls=True)
        form.title.setFocus()

    def _write_limit(self, limit: Limit | None) -> None:
        form = self._acts[2].form(limit)
        self._put(form, form.uid, scrolls=True)
        form.field.setFocus()

    def _show(self, uid: str) -> None:
        agreement = self._shown.get(uid)
        draft = None if agreement else self.agreements.draft(uid)
        limit = None if agreement or draft else self.limits.find(uid)
        if agreement:
            self._put(self._acts[0].card(agreement), uid, scrolls=False)
        elif draft:
            self.write(draft)
        elif limit and limit.state == "private":
            self._write_limit(limit)
        elif limit:
            self._put(self._acts[2].card(limit), uid, scrolls=True)
        else:
            panel = StartPanel(self.look, may_write=self.agreements.desk.me is not None)
            panel.limit_wanted.connect(self.begin_limit)
            panel.agreement_wanted.connect(self.begin_agreement)
            self._put(panel, "", scrolls=True)

    def show_older(self, agreement: Agreement, older: OlderWords) -> None:
        """Show what an earlier version of an agreement said."""
        if self._leave():
            card = OlderCard(older, self.look)
            card.closed.connect(partial(self.open, agreement.uid))
            self._put(card, agreement.uid, scrolls=True)
            card.back.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if not self._writing:
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
        if then is not None:
            self.table.take_focus()

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
        if self.isVisible():
            self._build_anew()
        else:
            self._outgrown = True
        self._arrange()

    def _build_anew(self) -> None:
        """Build what shows in the sizes of the present look; what is being written is kept."""
        self._outgrown = False
        content, name = self.pane.content, self.table.focused_name()
        if not self._writing:
            self.reload()
        elif self._leave():
            if isinstance(content, AgreementForm):
                self.write(content.draft)
            elif isinstance(content, LimitForm):
                self._write_limit(self.limits.find(content.uid))
            self.table.focus_by_name(name)

    @property
    def _writing(self) -> bool:
        return isinstance(self.pane.content, AgreementForm | LimitForm)

    def _arrange(self) -> None:
        """Put list and card beside each other, or one in the place of the other."""
        some = bool(self.list.uids())
        alone = self.look.zoom >= 1.5 or self.width() < self.look.px(760)
        self.header.setVisible(not (self.look.zoom >= 1.5 and some and self._opened))
        self.table.arrange(alone=alone, opened=self._opened)
        content = self.pane.content
        if isinstance(content, AgreementCard):
            content.set_wide(not alone and self.width() >= self.look.px(1000))
        asking = isinstance(content, AgreementCard) and content.sign is not None
        self.start.set_kind("secondary" if asking or self._writing else "main")

    def showEvent(self, event: QShowEvent) -> None:
        """Come back in the sizes of the look that was chosen meanwhile."""
        super().showEvent(event)
        if self._outgrown:
            self._build_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to one column, or back, when the window's width asks for it."""
        super().resizeEvent(event)
        self._arrange()
