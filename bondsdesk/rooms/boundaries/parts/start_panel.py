# SPDX-License-Identifier: GPL-3.0-or-later
"""The start page: what a limit and an agreement are, and what an agreement may not do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.parts.bullets import Bullets
from bondsdesk.rooms.boundaries.service.content import content
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class StartPanel(QWidget):
    """Signals: limit_wanted(), agreement_wanted()."""

    limit_wanted = Signal()
    agreement_wanted = Signal()

    def __init__(self, look: Look, *, may_write: bool) -> None:
        super().__init__()
        texts = content(screen_words().language)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(16))
        ways = QVBoxLayout() if look.zoom >= 1.5 else QHBoxLayout()
        ways.setSpacing(look.px(16))
        limit = Button(_("Say a limit"), look, name=_("Say a limit"))
        limit.clicked.connect(self.limit_wanted)
        agreement = Button(_("Start an agreement"), look, name=_("Start an agreement"))
        agreement.clicked.connect(self.agreement_wanted)
        for key, button in (("limit", limit), ("agreement", agreement)):
            card = Card(look, padding=24)
            card.box.setSpacing(look.px(12))
            card.box.addWidget(Label(texts.line(f"{key}_title"), look, role="card"))
            card.box.addWidget(Label(texts.line(key), look, wrap=True))
            card.box.addStretch(1)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            card.box.addLayout(row)
            if not may_write:
                button.hide()
            ways.addWidget(card, 1)
        box.addLayout(ways)
        lane = Card(look, fill="lane", padding=24)
        lane.box.setSpacing(look.px(12))
        lane.box.addWidget(Label(texts.line("may_not_title"), look, role="card", wrap=True))
        lane.box.addWidget(Bullets(texts.line("may_not"), texts.may_not(), "minus", look, "quiet"))
        lane.box.addWidget(Label(texts.line("afraid"), look, wrap=True))
        box.addWidget(lane)
        box.addStretch(1)
