# SPDX-License-Identifier: GPL-3.0-or-later
"""What an earlier version of an agreement said, to be read again and never to be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from bondsdesk.kernel.dates import local_day, long_day
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.standing import OlderWords
from bondsdesk.rooms.boundaries.parts.agreement_words import AgreementWords
from bondsdesk.rooms.boundaries.parts.own_words import own_words
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sign import Sign


class OlderCard(Card):
    """Signals: closed(): back to the words of today, also with Escape."""

    closed = Signal()

    def __init__(self, older: OlderWords, look: Look) -> None:
        super().__init__(look, padding=28)
        day = isolate(long_day(local_day(older.proposed_at), screen_words().language))
        self.box.setSpacing(look.px(20))
        self.back = Button(_("Back to the words of today"), look, kind="text", icon="arrow-back")
        self.back.clicked.connect(self.closed)
        self.box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        version = _("Version {number}, of {day}").format(number=older.version, day=day)
        self.box.addWidget(Label(version, look, tone="quiet", wrap=True))
        title = older.text.title if older.text else _("Words that cannot be read")
        self.box.addWidget(own_words(title, look, title=True))
        told = _("An earlier version, only to be read. It is not in force.")
        self.box.addWidget(Label(told, look, tone="quiet", wrap=True))
        if not older.sound:
            self._warn(look)
        if older.text:
            self.box.addWidget(AgreementWords(older.text, look))
        self.box.addStretch(1)

    def _warn(self, look: Look) -> None:
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Sign("danger", "danger", look, size=22), 0, Qt.AlignmentFlag.AlignTop)
        told = _("This text is not what was proposed then.")
        row.addWidget(Label(told, look, tone="danger", bold=True, wrap=True), 1)
        self.box.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
