# SPDX-License-Identifier: GPL-3.0-or-later
"""The day to look at it again: keep it as it is, change it together, or let it rest."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.dates import spoken_day
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.agreement import REVIEW_MOST, REVIEW_USUAL
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sign import Sign


class ReviewPanel(Card):
    """Signals: keep_wanted(day): keep it and look again then; change_wanted()."""

    keep_wanted = Signal(date)
    change_wanted = Signal()

    def __init__(self, review_on: date, today: date, look: Look) -> None:
        super().__init__(look, fill="lane", padding=16)
        day = isolate(spoken_day(review_on, today, screen_words().language))
        gone = review_on < today
        sentence = _("You wanted to look at it again {day}") if gone else _("Review on {day}")
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Sign("calendar", "ink", look, size=20), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(sentence.format(day=day), look, wrap=True))
        words.addWidget(
            Label(_("Does it still help you both?"), look, role="second", tone="quiet", wrap=True)
        )
        row.addLayout(words, 1)
        self.review = Button(_("Review now"), look, kind="small")
        self.review.clicked.connect(self._on_review)
        row.addWidget(self.review)
        self.box.addLayout(row)
        self._choices = self._make_choices(today, look)
        self._choices.hide()
        self.box.addWidget(self._choices)

    def _make_choices(self, today: date, look: Look) -> QWidget:
        choices = QWidget()
        box = QVBoxLayout(choices)
        box.setContentsMargins(0, look.px(8), 0, 0)
        box.setSpacing(look.px(12))
        self.day = DayField(
            look,
            day=today + REVIEW_USUAL,
            today=today,
            first=today,
            last=today + REVIEW_MOST,
            name=_("Look at it again on"),
        )
        box.addWidget(LabeledField(_("Look at it again on"), self.day, look))
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=look.px(8))
        keep = Button(_("Keep as it is"), look)
        keep.clicked.connect(self._on_keep)
        change = Button(_("Change together"), look)
        change.clicked.connect(self.change_wanted)
        flow.addWidget(keep)
        flow.addWidget(change)
        box.addWidget(deeds)
        return choices

    @Slot()
    def _on_review(self) -> None:
        self._choices.show()
        self.review.hide()
        self.day.setFocus()

    @Slot()
    def _on_keep(self) -> None:
        if self.day.day:
            self.keep_wanted.emit(self.day.day)
