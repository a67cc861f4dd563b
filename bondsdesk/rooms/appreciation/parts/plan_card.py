# SPDX-License-Identifier: GPL-3.0-or-later
"""My if-then plan to thank: "When we sit down for tea, I will say one thing". Only mine to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.domain import PLAN_LIMIT, Plan
from bondsdesk.rooms.appreciation.parts.sentences import SENTENCES
from bondsdesk.rooms.appreciation.parts.starters import PlanIdea, plan_ideas
from bondsdesk.rooms.appreciation.parts.status_line import StatusLine
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText


class PlanCard(Card):
    """Shows the plan, or offers to make one. Signals: done(change)."""

    done = Signal(object)

    def __init__(self, service: AppreciationService, look: Look) -> None:
        super().__init__(look, fill="lane", padding=24)
        self._look = look
        self._service = service
        self._title = Label(_("A plan to say thanks"), look, role="card", wrap=True)
        self._words = ReadingText("", look, size=18)
        self._private = StatusLine(look)
        self._private.say(_("Only you can read it."), "lock")
        self._shown = self._build_shown()
        self._form = self._build_form()
        for widget in (self._title, self._words, self._private, self._shown, self._form):
            self.box.addWidget(widget)
        self._form.hide()
        look.changed.connect(self._restyle_card)
        self._restyle_card()
        self.reload()
        if draft := service.plan_draft():
            self._show_form(draft)

    def _build_shown(self) -> QWidget:
        row = QWidget()
        self._row = FlowLayout(row)
        self._change = Button(_("Make a plan"), self._look, kind="small")
        self._drop = Button(_("Let it go"), self._look, kind="text")
        self._change.clicked.connect(self._on_change)
        self._drop.clicked.connect(self._on_drop)
        self._row.addWidget(self._change)
        self._row.addWidget(self._drop)
        return row

    def _build_form(self) -> QWidget:
        form = QWidget()
        self._lines = QVBoxLayout(form)
        self._lines.setContentsMargins(0, 0, 0, 0)
        ideas = QWidget()
        self._ideas = FlowLayout(ideas)
        self.ideas: list[Chip] = []
        for idea in plan_ideas(self._look.language):
            chip = Chip(idea.when, self._look)
            chip.setCheckable(False)
            chip.clicked.connect(partial(self._on_idea, idea))
            self._ideas.addWidget(chip)
            self.ideas.append(chip)
        self.when = LineField(self._look, limit=PLAN_LIMIT)
        self.then = LineField(self._look, limit=PLAN_LIMIT)
        self.status = StatusLine(self._look)
        self._lines.addWidget(ideas)
        self._lines.addWidget(LabeledField(_("When …"), self.when, self._look))
        self._lines.addWidget(LabeledField(_("I will …"), self.then, self._look))
        self._lines.addWidget(self.status)
        deeds = QWidget()
        self._deeds = FlowLayout(deeds)
        keep = Button(_("Keep plan"), self._look, kind="small")
        leave = Button(_("Not now"), self._look, kind="text")
        keep.clicked.connect(self._on_keep)
        leave.clicked.connect(self._on_leave)
        self._deeds.addWidget(keep)
        self._deeds.addWidget(leave)
        self._lines.addWidget(deeds)
        return form

    def reload(self) -> None:
        """Show the plan as it is kept; a form that stands open stays open."""
        plan = self._service.plan()
        self._words.set_text(
            plan_sentence(plan)
            if plan
            else _("Thanks slip away in a full day. Tie yours to a moment that comes anyway.")
        )
        self._words.set_tone("ink" if plan else "quiet")
        self._words.set_size(18 if plan else 14)
        self._change.set_text(_("Change plan") if plan else _("Make a plan"))
        self._drop.setVisible(plan is not None)
        self._private.setVisible(plan is not None)
        self._private.say(_("Only you can read it."), "lock")
        self._open_form(open_=not self._form.isHidden())

    def keep_or_raise(self) -> None:
        """Seal what stands in the form, for its writer alone; raises the vault's ExpectedError."""
        if self._form.isHidden():
            self._service.keep_plan_draft("", "")
        else:
            self._service.keep_plan_draft(self.when.text(), self.then.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, leave with Escape, while the form is open."""
        if self._form.isHidden():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._on_leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_keep()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_change(self) -> None:
        self._show_form(self._service.plan())
        self.when.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_idea(self, idea: PlanIdea) -> None:
        self.when.setText(idea.when)
        self.then.setText(idea.then)

    @Slot()
    def _on_keep(self) -> None:
        try:
            change = self._service.keep_plan(self.when.text(), self.then.text())
        except ExpectedError as error:
            self.status.say_wrong(sentence(error, SENTENCES))
            return
        self._tell(change)

    @Slot()
    def _on_drop(self) -> None:
        try:
            change = self._service.drop_plan()
        except ExpectedError as error:
            self._private.say_wrong(sentence(error, SENTENCES))
            return
        if change is not None:
            self._tell(change)

    @Slot()
    def _on_leave(self) -> None:
        self._form.hide()
        self.reload()

    def _tell(self, change: Change) -> None:
        self._on_leave()
        self.done.emit(change)

    def _show_form(self, plan: Plan | None) -> None:
        self.when.setText(plan.when if plan else "")
        self.then.setText(plan.then if plan else "")
        self.status.say(_("Only you can read it."), "lock")
        self._open_form(open_=True)

    def _open_form(self, *, open_: bool) -> None:
        self._form.setVisible(open_)
        self._shown.setVisible(not open_)
        self._words.setVisible(not open_)
        if open_:
            self._private.hide()

    @Slot()
    def _restyle_card(self) -> None:
        self.box.setSpacing(self._look.px(12))
        self._lines.setSpacing(self._look.px(12))
        for flow in (self._row, self._ideas, self._deeds):
            flow.setSpacing(self._look.px(8))


def plan_sentence(plan: Plan) -> str:
    """Return the plan as one sentence of the screen's language."""
    return _("When {when}, I will {then}.").format(when=isolate(plan.when), then=isolate(plan.then))
