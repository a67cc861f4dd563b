# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an agreement is written: a sealed draft while it grows, then shown to the other.

Its fields are those of the safety rules: what is OK, what is not, how to repair a slip. There is
none for penalties, permission or access, and none may be added.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.agreement import AREAS, REVIEW_MOST, AgreementText, Draft
from bondsdesk.rooms.boundaries.parts.sentences import SENTENCES
from bondsdesk.rooms.boundaries.service.content import content
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.check_row import CheckRow
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.select_field import SelectField

KEEP_AFTER: Final = 1_000
"""Milliseconds from the first change that is not kept yet until the draft is sealed."""

_TITLE_TYPED: Final = 20_000
_FIELD_OF: Final = {
    "agreement.untitled": "title",
    "agreement.empty": "fine",
    "agreement.lines": "fine",
    "agreement.review": "review",
    "agreement.past": "review",
}


class AgreementForm(Card):
    """Signals: keep_wanted() now and then; propose_wanted(), drop_wanted(), closed()."""

    keep_wanted = Signal()
    propose_wanted = Signal()
    drop_wanted = Signal()
    closed = Signal()

    def __init__(self, draft: Draft, today: date, look: Look) -> None:
        super().__init__(look, padding=28)
        self._draft, self._today, self._look = draft, today, look
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep_wanted)
        self.dirty = False
        self._make()
        self._lay_out()
        self._connect()
        self._show(draft.text)

    @property
    def draft(self) -> Draft:
        """Return what stands in the form."""
        text = AgreementText(
            title=self.title.text(),
            area=next(area for area in AREAS if area == self.areas.key),
            fine=tuple(self.fine.text().split("\n")) if self.fine.text() else (),
            not_fine=tuple(self.not_fine.text().split("\n")) if self.not_fine.text() else (),
            repair=self.repair.text(),
            where=self.where.text(),
            until=self.until.day if self.ends.isChecked() else None,
            review_on=self.review.day or self._today,
        )
        return replace(self._draft, text=text)

    def mark_kept(self, *, kept: bool) -> None:
        """Say that the vault holds what stands here, after it does."""
        self.dirty = False
        self._timer.stop()
        self.status.setText(_("Draft kept. Only you can read it.") if kept else "")

    def has_read(self, version: int) -> None:
        """Remember that the writer was told of another version; proposing again means it."""
        self._draft = replace(self._draft, over=version)
        self.dirty = True

    def show_error(self, error: ExpectedError) -> None:
        """Say what is wrong beside its field; nothing typed is touched."""
        words = sentence(error, SENTENCES)
        field = _FIELD_OF.get(error.code)
        if error.code.startswith("text.") and len(self.title.text()) > 120:
            field = "title"
        if field:
            self._fields[field].set_error(words)
            self._fields[field].editor.setFocus()
        else:
            self.status.setText(words)

    def _make(self) -> None:
        look, today = self._look, self._today
        texts = content(screen_words().language)
        self.title = LineField(look, placeholder=_("Phones away at dinner"), limit=_TITLE_TYPED)
        self.areas = SelectField(look, name=_("About"))
        for area in AREAS:
            self.areas.add(area, texts.area(area))
        note = {"least": 84, "most": 200, "size": 14}
        self.fine = NoteField(look, name=_("What is OK"), **note)  # type: ignore[arg-type]
        self.not_fine = NoteField(look, name=_("What is not"), **note)  # type: ignore[arg-type]
        self.repair = NoteField(
            look,
            placeholder=texts.repair_ideas()[0],
            name=_("When it slips"),
            least=64,
            most=140,
            size=14,
        )
        self.where = LineField(look, placeholder=_("At home, dinner until tea"), limit=_TITLE_TYPED)
        self.ends = CheckRow(_("It has an end date"), look)
        self.until = DayField(look, day=today, today=today, first=today, name=_("Until"))
        self.review = DayField(
            look,
            day=today,
            today=today,
            first=today,
            last=today + REVIEW_MOST,
            name=_("Look at it again on"),
        )
        self.status = Label("", look, role="second", tone="quiet", wrap=True)
        self.propose = Button(_("Propose agreement"), look, kind="main")
        self._close = Button(_("Close and keep the draft"), look)
        self._drop = Button(_("Delete draft"), look, kind="text")

    def _lay_out(self) -> None:
        look = self._look
        line = _("One line for each.")
        self._fields = {
            "title": LabeledField(_("Title"), self.title, look),
            "about": LabeledField(_("About"), self.areas, look),
            "fine": LabeledField(_("What is OK"), self.fine, look, help=line),
            "not_fine": LabeledField(_("What is not"), self.not_fine, look, help=line),
            "repair": LabeledField(
                _("When it slips"),
                self.repair,
                look,
                help=_("Only what mends it. No fines and no duties."),
            ),
            "where": LabeledField(_("Where and when"), self.where, look),
            "review": LabeledField(
                _("Look at it again on"),
                self.review,
                look,
                help=_("In a month is usual, half a year at most."),
            ),
        }
        title = _("Change together") if self._draft.amends else _("Our agreement")
        self.box.setSpacing(look.px(16))
        self.box.addWidget(Label(title, look, role="title", wrap=True))
        told = _("The words of today rest until you have both signed the new ones.")
        if not self._draft.amends:
            told = _("Only you can read it until you propose it. It binds nobody before both sign.")
        self.box.addWidget(Label(told, look, tone="quiet", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(look.px(16))
        wide, top = look.zoom < 1.5, Qt.AlignmentFlag.AlignTop
        pairs = (("title", "about"), ("fine", "not_fine"), ("repair", None), ("where", "review"))
        at = 0
        for first, second in pairs:
            span = 1 if second and wide else 2
            grid.addWidget(self._fields[first], at, 0, 1, span, top)
            if second:
                at += not wide
                grid.addWidget(self._fields[second], at, 1 if wide else 0, 1, span, top)
            at += 1
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.box.addLayout(grid)
        for part in (self.ends, self.until, self.status, self._deeds()):
            self.box.addWidget(part)
        self.box.addStretch(1)

    def _deeds(self) -> QWidget:
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=self._look.px(8))
        for button in (self.propose, self._close, self._drop):
            flow.addWidget(button)
        return deeds

    def _connect(self) -> None:
        for note in (self.fine, self.not_fine, self.repair):
            note.edited.connect(self._on_edited)
        for line in (self.title, self.where):
            line.textEdited.connect(self._on_edited)
        for day in (self.until, self.review):
            day.chosen.connect(self._on_edited)
        self.areas.picked.connect(self._on_edited)
        self.ends.toggled.connect(self._on_ends)
        self.propose.clicked.connect(self.propose_wanted)
        self._close.clicked.connect(self.closed)
        self._drop.clicked.connect(self.drop_wanted)

    def _show(self, text: AgreementText) -> None:
        self.title.setText(text.title)
        self.areas.choose(text.area)
        self.fine.set_text("\n".join(text.fine))
        self.not_fine.set_text("\n".join(text.not_fine))
        self.repair.set_text(text.repair)
        self.where.setText(text.where)
        self.ends.setChecked(text.until is not None)
        self.until.set_day(text.until or self._today)
        self.until.setVisible(text.until is not None)
        self.review.set_day(text.review_on)
        self.mark_kept(kept=self._draft.kept_at is not None)

    @Slot()
    def _on_edited(self, *_args: object) -> None:
        self.dirty = True
        self.status.setText("")
        for field in self._fields.values():
            field.set_error(None)
        if not self._timer.isActive():
            self._timer.start()

    @Slot(bool)
    def _on_ends(self, ends: bool) -> None:
        self.until.setVisible(ends)
        self._on_edited()
