# SPDX-License-Identifier: GPL-3.0-or-later
"""A talk that was under way: go on where it stopped, or let it be for today."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.talk import Talk
from bondsdesk.rooms.listening.parts.pause_screen import when_words
from bondsdesk.rooms.listening.parts.ring import digits
from bondsdesk.rooms.listening.parts.step_words import time_shown
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class WaitingCard(Card):
    """`go_on`: at the same step with the time that was left. `end`: enough for today."""

    go_on = Signal()
    end = Signal()

    def __init__(
        self,
        talk: Talk,
        now: datetime,
        content: Content,
        look: Look,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, fill="select", edge=False, parent=parent)
        title = _("{format}: you can go on where you were.")
        name = isolate(content.format_title(talk.plan.format))
        self.box.addWidget(Label(title.format(format=name), look, role="card", wrap=True))
        self.box.addWidget(Label(_state(talk, now, content), look, wrap=True))
        row = QHBoxLayout()
        self.go_on_button = Button(_("Go on where we were"), look, kind="main")
        self.go_on_button.clicked.connect(self.go_on)
        self.end_button = Button(_("End for today"), look)
        self.end_button.clicked.connect(self.end)
        row.addWidget(self.go_on_button)
        row.addWidget(self.end_button)
        row.addStretch(1)
        self.box.addLayout(row)


def _state(talk: Talk, now: datetime, content: Content) -> str:
    if talk.return_at is not None and talk.return_at > now:
        when = when_words(talk.return_at, now, content)
        return _("You agreed to go on {when}.").format(when=isolate(when))
    shown = time_shown(talk, 0.0)
    if talk.over or not shown.limit:
        return _("It stands at the same step.")
    text = _("It stands at the same step, with {time} left.")
    return text.format(time=isolate(digits(shown.left)))
