# SPDX-License-Identifier: GPL-3.0-or-later
"""What the talk is about, who starts, and, where the format leaves it open, minutes and steps."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PARTNERS, Pair, PartnerId
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.formats import (
    Format,
    StepKind,
    TopicKind,
    about_minutes,
    parts_of,
)
from bondsdesk.rooms.listening.domain.invitation import plan_for
from bondsdesk.rooms.listening.domain.plan import LINE_LIMIT, Plan
from bondsdesk.rooms.listening.parts.quiet_screen import QuietScreen
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.rooms.listening.service.talks import clean_line
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.check_row import CheckRow
from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look


class TopicScreen(QuietScreen):
    """`planned(Plan)`: everything is chosen."""

    planned = Signal(object)

    def __init__(
        self,
        form: Format,
        content: Content,
        look: Look,
        *,
        topics: tuple[TopicKind, ...],
        own: tuple[int, tuple[StepKind, ...]],
        pair: Pair,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("What is it about?"),
            "",
            look,
            place=content.format_title(form.key),
            leave=_("Not now"),
            parent=parent,
        )
        self._form = form
        self._topics = topics
        self._content = content
        self._steps: dict[StepKind, CheckRow] = {}
        self._minutes: ChipRow | None = None
        self._length = Label("", look, tone="quiet", wrap=True)
        self._add_topic()
        self._add_line()
        self.starter = self._add_starter(pair)
        self._add_minutes(own[0])
        self._add_steps(own[1])
        self.body.addWidget(self._length)
        self.next = self.add_button(Button(_("Go on"), look, kind="main"))
        self.next.clicked.connect(self._on_next)
        self._show_length()

    def plan(self) -> Plan:
        """Return what is chosen. Raises ExpectedError "text.too_long" for the line."""
        first: PartnerId = "b" if self.starter.chosen == "b" else "a"
        return plan_for(
            self._form.key,
            self._topic(),
            first,
            line=clean_line(self.line.text()),
            minutes=self._chosen_minutes(),
            chosen=self._chosen_steps(),
        )

    def _add_topic(self) -> None:
        self.topics = ChipRow(self.look, name=_("Kind of topic"))
        for kind in self._topics:
            self.topics.add(kind, self._content.topic_title(kind))
        self.topics.choose(self._topics[0])
        self._hint = Label("", self.look, tone="quiet", wrap=True)
        self.topics.picked.connect(self._show_hint)
        self._show_hint(self._topics[0])
        if len(self._topics) > 1:
            self.body.addWidget(self.topics)
        self.body.addWidget(self._hint)

    def _add_line(self) -> None:
        self.line = LineField(self.look, limit=LINE_LIMIT)
        help_text = _("It is forgotten after the talk unless you both keep it.")
        self._field = LabeledField(
            _("In one line, if you like"), self.line, self.look, help=help_text
        )
        self.body.addWidget(self._field)

    def _add_starter(self, pair: Pair) -> ChipRow:
        chips = ChipRow(self.look, name=_("Who starts?"))
        for partner in PARTNERS:
            person = pair.person(partner)
            if person is not None:
                chips.add(partner, person.name, icon=person.symbol)
        chips.choose("a")
        self.body.addWidget(LabeledField(_("Who starts?"), chips, self.look))
        return chips

    def _add_minutes(self, own_minutes: int) -> None:
        if not self._form.floors:
            return
        self._minutes = ChipRow(self.look, name=_("Minutes for each of you"))
        for minutes in sorted(self._form.floors):
            self._minutes.add(str(minutes), _("{count} min").format(count=minutes))
        usual = own_minutes if self._form.choosable else self._form.floors[0]
        self._minutes.choose(str(usual))
        self._minutes.picked.connect(self._show_length)
        self.body.addWidget(LabeledField(_("Minutes for each of you"), self._minutes, self.look))

    def _add_steps(self, chosen: tuple[StepKind, ...]) -> None:
        for kind in self._form.choosable:
            row = CheckRow(
                self._content.step_title(kind), self.look, help=self._content.step_note(kind)
            )
            row.setChecked(kind in chosen)
            row.toggled.connect(self._show_length)
            self._steps[kind] = row
            self.body.addWidget(row)

    def _topic(self) -> TopicKind:
        return next(kind for kind in self._topics if kind == self.topics.chosen)

    def _chosen_minutes(self) -> int | None:
        return int(self._minutes.chosen or 0) if self._minutes is not None else None

    def _chosen_steps(self) -> tuple[StepKind, ...]:
        return tuple(kind for kind, row in self._steps.items() if row.isChecked())

    @Slot(str)
    def _show_hint(self, kind: str) -> None:
        self._hint.setText(next(self._content.topic_hint(k) for k in self._topics if k == kind))

    @Slot()
    def _show_length(self, *_args: object) -> None:
        minutes = self._chosen_minutes() or 0
        parts = parts_of(self._form, minutes, self._chosen_steps())
        text = _("About {count} minutes in all. You may stop at any time.")
        self._length.setText(text.format(count=about_minutes(parts)))

    @Slot()
    def _on_next(self) -> None:
        try:
            plan = self.plan()
        except ExpectedError as error:
            self._field.set_error(sentence(error))
            return
        self.planned.emit(plan)
