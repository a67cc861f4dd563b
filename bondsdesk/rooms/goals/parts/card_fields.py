# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of the editor, one column, in the order in which a wish becomes a plan."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.kernel.people import PARTNERS, PartnerId, other
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.board import LANES
from bondsdesk.rooms.goals.domain.card import FIRST_STEP_WITHIN
from bondsdesk.rooms.goals.domain.money import CURRENCIES
from bondsdesk.rooms.goals.parts.card_words import lane_name
from bondsdesk.rooms.goals.parts.day_line import DayLine
from bondsdesk.rooms.goals.parts.form import Form
from bondsdesk.rooms.goals.parts.steps_editor import StepsEditor
from bondsdesk.rooms.goals.service.reading import GoalsRead
from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.section_title import SectionTitle
from bondsdesk.widgets.select_field import SelectField

_SHORT: Final = 46
_LONG: Final = 84
_MOST: Final = 220
"""Heights of the note fields at 100 %: one line, three lines, and where they begin to scroll."""


class CardFields(QWidget):
    """Shows a Form and reads it back as it stands. Signals: edited()."""

    edited = Signal()

    def __init__(self, reads: GoalsRead, look: Look) -> None:
        super().__init__()
        self._look = look
        self._reads = reads
        self._board = self._source = ""
        self.notes: dict[str, NoteField] = {}
        self.lines: dict[str, LineField] = {}
        self.fields: dict[str, LabeledField] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._build_wish()
        first: PartnerId = reads.me or "a"
        for who in (first, other(first)):
            self._build_part(who)
        self._build_way()
        self._build_money()
        self._box.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    # Building

    def _build_wish(self) -> None:
        self._add_note("title", _("The wish"), _SHORT, size=18)
        self.lane = SelectField(self._look, name=_("Where it stands"))
        for lane in LANES:
            self.lane.add(lane, lane_name(lane))
        self.lane.picked.connect(self._on_edited)
        self._add("lane", _("Where it stands"), self.lane)
        self.holder = ChipRow(self._look, name=_("Who holds it"))
        self.holder.add("both", _("Both of us"))
        for who in PARTNERS:
            if self._reads.pair.person(who) is not None:
                self.holder.add(who, self._reads.pair.name_of(who))
        self.holder.picked.connect(self._on_edited)
        self._add("holder", _("Who holds it"), self.holder)
        self._add_note(
            "picture",
            _("The best picture"),
            _LONG,
            help=_("It has come true: what is the best of it?"),
        )

    def _build_part(self, who: PartnerId) -> None:
        name = isolate(self._reads.pair.name_of(who)) or _("your partner")
        mine = who == self._reads.me
        label = _("Why it matters to me") if mine else _("Why it matters to {name}")
        self._add_note(f"why_{who}", label.format(name=name), _LONG)

    def _build_way(self) -> None:
        self._add_note(
            "obstacle",
            _("Our obstacle"),
            _LONG,
            help=_("What in our days, or in us, stands in the way?"),
        )
        first: PartnerId = self._reads.me or "a"
        for who in (first, other(first)):
            self._build_plan(who)
        self.steps = StepsEditor(self._look)
        self.steps.changed.connect(self._on_edited)
        self.steps.line.textEdited.connect(self._on_edited)
        self._add("steps", _("Steps"), self.steps)
        today = self._reads.today()
        name = _("First step by")
        self.first_step = DayLine(
            self._look, today=today, last=today + FIRST_STEP_WITHIN, name=name
        )
        self.first_step.changed.connect(self._on_edited)
        help_ = _("Within a week. A first step that is near gets done.")
        self._add("first_step_by", name, self.first_step, help=help_)
        name = _("Look at it again")
        self.review = DayLine(self._look, today=today, last=None, name=name)
        self.review.changed.connect(self._on_edited)
        self._add("review_on", name, self.review)

    def _build_plan(self, who: PartnerId) -> None:
        name = isolate(self._reads.pair.name_of(who)) or _("your partner")
        if who == self._reads.me:
            when, then = _("When it gets in the way …"), _("… then I will")
        else:
            when = _("When it gets in the way of {name} …").format(name=name)
            then = _("… then {name} will").format(name=name)
        self._add_line(f"when_{who}", when)
        self._add_line(f"then_{who}", then)

    def _build_money(self) -> None:
        self._title = SectionTitle(_("Money, if it needs any"), self._look)
        self._box.addWidget(self._title)
        self._add_line("target", _("How much it takes"), help=_("One sum for you two."))
        self._add_line("saved", _("Saved so far"))
        self.currency = SelectField(self._look, name=_("Currency"))
        for code in CURRENCIES:
            self.currency.add(code, code)
        self.currency.picked.connect(self._on_edited)
        self._add("currency", _("Currency"), self.currency)

    def _add(self, key: str, label: str, editor: QWidget, *, help: str = "") -> None:
        self.fields[key] = LabeledField(label, editor, self._look, help=help)
        self._box.addWidget(self.fields[key])

    def _add_note(
        self, key: str, label: str, least: int, *, help: str = "", size: int = 14
    ) -> None:
        note = NoteField(self._look, least=least, most=_MOST, size=size)
        note.edited.connect(self._on_edited)
        self.notes[key] = note
        self._add(key, label, note, help=help)

    def _add_line(self, key: str, label: str, *, help: str = "") -> None:
        line = LineField(self._look)
        line.textEdited.connect(self._on_edited)
        self.lines[key] = line
        self._add(key, label, line, help=help)

    # What others ask

    def show_form(self, form: Form) -> None:
        """Show what stands in a form."""
        self._board, self._source = form.board, form.source
        for key, note in self.notes.items():
            note.set_text(getattr(form, key))
        for key, line in self.lines.items():
            line.setText(getattr(form, key))
        self.steps.show_steps(form.steps)
        self.lane.choose(form.lane)
        self.holder.choose(form.holder)
        self.currency.choose(form.currency)
        self.first_step.set_text(form.first_step_by)
        self.review.set_text(form.review_on)
        self.clear_errors()

    def form(self) -> Form:
        """Return what stands in the fields, as it stands."""
        texts = {key: note.text() for key, note in self.notes.items()}
        texts |= {key: line.text() for key, line in self.lines.items()}
        return Form(
            **texts,
            lane=self.lane.key,
            holder=self.holder.chosen or "both",
            currency=self.currency.key,
            steps=self.steps.steps(),
            first_step_by=self.first_step.text,
            review_on=self.review.text,
            board=self._board,
            source=self._source,
        )

    def show_error(self, key: str, words: str) -> bool:
        """Say beside a field what is wrong with it and go there; False if there is no such one."""
        self.clear_errors()
        field = self.fields.get(key)
        if field is None:
            return False
        field.set_error(words)
        editor = self.steps.line if key == "steps" else field.editor
        editor.setFocus()
        return True

    def clear_errors(self) -> None:
        """Show the help lines again."""
        for field in self.fields.values():
            field.set_error(None)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(16))
