# SPDX-License-Identifier: GPL-3.0-or-later
"""One agreement: how it stands, its words, its history, its signatures, and the way out.

Withdraw stands at the same place in every state, also while a check runs and when it failed.
It is made anew for each look at an agreement; it changes nothing by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.people import PARTNERS
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.standing import Agreement, Comment, Talk
from bondsdesk.rooms.boundaries.domain.story import story
from bondsdesk.rooms.boundaries.parts.agreement_words import AgreementWords
from bondsdesk.rooms.boundaries.parts.comments import Comments
from bondsdesk.rooms.boundaries.parts.history_list import HistoryList
from bondsdesk.rooms.boundaries.parts.own_words import own_words
from bondsdesk.rooms.boundaries.parts.review_panel import ReviewPanel
from bondsdesk.rooms.boundaries.parts.sign_panel import SignPanel
from bondsdesk.rooms.boundaries.parts.signature_card import SignatureCard
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.service.wording import reasons, state_line
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.hair import Hair
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import scrolling
from bondsdesk.widgets.sign import Sign
from bondsdesk.widgets.tokens import Token

_HISTORY_WIDTH = 212


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the words.

    Comments, one that is not said yet, and a night I sleep on it; the talks about it, whether one
    of today may be noted, and the earlier versions that can be read again.
    """

    comments: tuple[Comment, ...] = ()
    unsaid: str = ""
    sleeps_until: date | None = None
    talks: tuple[Talk, ...] = ()
    may_talk: bool = False
    older: tuple[int, ...] = ()


class AgreementCard(Card):
    """Signals: what a person wants; the page does it."""

    withdraw_wanted = Signal()
    change_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    talked_wanted = Signal()
    words_wanted = Signal(int)

    def __init__(self, agreement: Agreement, desk: Desk, beside: Beside, look: Look) -> None:
        super().__init__(look, padding=0)
        self.agreement = agreement
        self._desk, self._beside, self._look = desk, beside, look
        self._today = desk.today()
        self.sign: SignPanel | None = None
        self.review: ReviewPanel | None = None
        self.comments = Comments(beside.comments, desk.pair, desk.me, beside.unsaid, look)
        inside = QWidget()
        box = QVBoxLayout(inside)
        side = look.px(16 if look.zoom >= 1.5 else 28)
        box.setContentsMargins(side, look.px(24), side, look.px(16))
        box.setSpacing(look.px(12))
        self._add_head(box)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(look.px(24))
        self._left = self._words()
        self._history = self._history_part()
        self._rule = Hair(look, upright=True)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._rule)
        self._columns.addWidget(self._history)
        self._below = QVBoxLayout()
        box.addLayout(self._columns)
        box.addLayout(self._below)
        box.addStretch(1)
        self._foot_buttons()
        self.box.setSpacing(0)
        self.box.addWidget(scrolling(inside, snug=True), 1)
        self.box.addWidget(Hair(look))
        self.box.addWidget(self._foot())

    def set_wide(self, wide: bool) -> None:
        """Put the history beside the words, or under them with the ways to paper and file."""
        for button in (self.save, self.print_out):
            (self._below if wide else self._end).removeWidget(button)
        self._rule.setVisible(wide)
        if wide:
            self._below.removeWidget(self._history)
            self._columns.addWidget(self._history, 0, Qt.AlignmentFlag.AlignTop)
            self._history.setFixedWidth(self._look.px(_HISTORY_WIDTH))
            self._end.addWidget(self.save)
            self._end.addWidget(self.print_out)
        else:
            self._columns.removeWidget(self._history)
            self._below.addWidget(self._history)
            self._history.setMinimumWidth(0)
            self._history.setMaximumWidth(self._look.px(720))
            for button in (self.save, self.print_out):
                self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_head(self, box: QVBoxLayout) -> None:
        look, agreement = self._look, self.agreement
        title = agreement.title or _("Words that cannot be read")
        top = QHBoxLayout() if look.zoom < 1.5 else QVBoxLayout()
        top.setSpacing(look.px(12))
        top.addWidget(own_words(title, look, title=True), 1)
        verdict = agreement.verdict
        if self._desk.me is not None and verdict is not None:
            anew = verdict.standing == "broken" and not verdict.mendable
            resting = verdict.standing == "resting" or agreement.over(self._today)
            text = _("Change together")
            if anew:
                text = _("Begin it anew")
            elif resting:
                text = _("Bring it back")
            self.change = Button(text, look)
            self.change.clicked.connect(self.change_wanted)
            edge = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
            top.addWidget(self.change, 0, edge)
        box.addLayout(top)
        box.addWidget(self._state())

    def _state(self) -> QWidget:
        look, agreement = self._look, self.agreement
        group = agreement.group(self._today)
        looks: dict[str, tuple[str, Token]] = {
            "in_force": ("seal", "accent"),
            "broken": ("danger", "danger"),
            "resting": ("pause", "quiet"),
            "waiting": ("history", "quiet"),
        }
        icon, tone = looks[group]
        told = state_line(agreement, self._desk, screen_words())
        place = QWidget()
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(8))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Sign(icon, tone, look, size=22), 0, Qt.AlignmentFlag.AlignTop)
        self.state = Label(told, look, tone=tone, bold=True, wrap=True)
        row.addWidget(self.state, 1)
        box.addLayout(row)
        self.reasons = reasons(agreement, screen_words())
        for reason in self.reasons:
            box.addWidget(Label(reason, look, wrap=True))
        return place

    def _words(self) -> QWidget:
        look, text = self._look, self.agreement.kept.text
        place = QWidget()
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(24))
        if text is not None:
            box.addWidget(AgreementWords(text, look))
        box.addLayout(self._signatures())
        self._add_panel(box)
        if self._desk.me is not None or self._beside.comments:
            box.addWidget(self.comments)
        box.addStretch(1)
        return place

    def _signatures(self) -> QHBoxLayout | QVBoxLayout:
        look = self._look
        row = QVBoxLayout() if look.zoom >= 1.5 else QHBoxLayout()
        row.setSpacing(look.px(16))
        for partner in PARTNERS:
            person = self._desk.pair.person(partner)
            if person:
                row.addWidget(SignatureCard(self.agreement, person, self._today, look), 1)
        return row

    def _add_panel(self, box: QVBoxLayout) -> None:
        agreement, look = self.agreement, self._look
        until = self._beside.sleeps_until
        if agreement.may_sign(self._desk.me, self._today):
            sleeping = until is not None and until > self._today
            self.sign = SignPanel(look, sleeping=sleeping, slept=until is not None and not sleeping)
            box.addWidget(self.sign)
        elif agreement.group(self._today) == "in_force" and agreement.review_on:
            self.review = ReviewPanel(agreement.review_on, self._today, look)
            box.addWidget(self.review)

    def _history_part(self) -> QWidget:
        look, kept = self._look, self.agreement.kept
        proven = self.agreement.verdict is not None and not self.agreement.verdict.troubles
        place = QWidget()
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(12))
        box.addWidget(Label(_("History"), look, bold=True))
        told = story(
            kept.history, proven=proven, talks=self._beside.talks, older=self._beside.older
        )
        if told:
            self.history = HistoryList(told, self._desk.pair, look)
            self.history.words_wanted.connect(self.words_wanted)
            box.addWidget(self.history)
        if self._beside.may_talk:
            talked = Button(_("We talked it over"), look, kind="small", icon="cup")
            talked.clicked.connect(self.talked_wanted)
            box.addWidget(talked, 0, Qt.AlignmentFlag.AlignLeading)
        foot = _("Version {number}. A proposal, a signature or a rest cannot be changed later.")
        box.addWidget(
            Label(foot.format(number=kept.version), look, role="second", tone="quiet", wrap=True)
        )
        box.addStretch(1)
        return place

    def _foot_buttons(self) -> None:
        look = self._look
        self.withdraw = Button(_("Withdraw"), look, kind="text")
        self.withdraw.clicked.connect(self.withdraw_wanted)
        may = self._desk.me is not None and self.agreement.may_withdraw()
        self.withdraw.setEnabled(may)
        self.save = Button(_("Save for checking"), look, kind="text", icon="save")
        self.save.clicked.connect(self.save_wanted)
        self.print_out = Button(_("Print or save"), look, kind="text", icon="printer")
        self.print_out.clicked.connect(self.print_wanted)
        for button in (self.save, self.print_out):
            if self.agreement.kept.text is None:
                button.hide()

    def _foot(self) -> QWidget:
        """Return the line with the way out."""
        look = self._look
        place = QWidget()
        row = QHBoxLayout(place)
        side = look.px(16)
        row.setContentsMargins(side, look.px(8), side, look.px(8))
        row.setSpacing(look.px(12))
        said = _("It rests at once. No reason is asked.")
        if self._desk.me is None:
            said = _("Nobody sits here. Whoever comes in with their passphrase can withdraw.")
        elif not self.withdraw.isEnabled():
            said = _("It rests already.")
        row.addWidget(self.withdraw)
        row.addWidget(Label(said, look, role="second", tone="quiet", wrap=True), 1)
        self._end = QHBoxLayout()
        self._end.setSpacing(look.px(12))
        row.addLayout(self._end)
        return place
