# SPDX-License-Identifier: GPL-3.0-or-later
"""One limit that both can read: a statement, its owner, and one thing to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.limit import Limit
from bondsdesk.rooms.boundaries.models import day_of
from bondsdesk.rooms.boundaries.service.content import content
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import PersonDisc
from bondsdesk.widgets.reading_text import ReadingText


class LimitCard(Card):
    """Signals: wanted(deed): "acknowledge", "rest", "wake" or "drop"."""

    wanted = Signal(str)

    def __init__(self, limit: Limit, desk: Desk, look: Look) -> None:
        super().__init__(look, padding=28)
        self.limit = limit
        self._look, self._desk = look, desk
        owner = desk.pair.person(limit.owner) or desk.pair.a
        name = isolate(owner.name)
        top = QHBoxLayout()
        top.setSpacing(look.px(16))
        top.addWidget(PersonDisc(owner.symbol, owner.colour, look, size=44))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = _("{name}’s limit").format(name=name)
        words.addWidget(Label(title, look, role="card", wrap=True))
        area = content(screen_words().language).area(limit.area)
        words.addWidget(Label(area, look, role="second", tone="quiet"))
        top.addLayout(words, 1)
        self.box.setSpacing(look.px(20))
        self.box.addLayout(top)
        self.box.addWidget(ReadingText(limit.text, look, size=20))
        self.box.addWidget(Label(self._standing(name), look, tone="quiet", wrap=True))
        self.box.addWidget(self._deeds())
        self.box.addStretch(1)

    def _standing(self, name: str) -> str:
        limit = self.limit
        day = day_of(local_day(limit.since), self._desk.today())
        if limit.state == "resting":
            return _("It rests since {day}.").format(day=day)
        if limit.owner == self._desk.me:
            partner = self._desk.partner()
            other = isolate(partner.name) if partner else ""
            if limit.acknowledged:
                return _("Said on {day}. {name} has read it.").format(day=day, name=other)
            return _("Said on {day}.").format(day=day)
        if limit.acknowledged:
            return _("Said on {day}. You have read it.").format(day=day)
        return _("{name} says this for themselves. There is nothing to agree to.").format(name=name)

    def _deeds(self) -> QWidget:
        place = QWidget()
        flow = FlowLayout(place, gap=self._look.px(8))
        for deed, text, kind in self._offered():
            button = Button(text, self._look, kind=kind)  # type: ignore[arg-type]
            button.setProperty("deed", deed)
            button.clicked.connect(self._on_clicked)
            flow.addWidget(button)
        return place

    def _offered(self) -> list[tuple[str, str, str]]:
        limit = self.limit
        if self._desk.me is None:
            return []
        if limit.owner != self._desk.me:
            unread = limit.state == "shared" and not limit.acknowledged
            return [("acknowledge", _("I have read it"), "secondary")] if unread else []
        if limit.state == "resting":
            return [
                ("wake", _("Bring it back"), "secondary"),
                ("drop", _("Delete"), "text"),
            ]
        return [("rest", _("Let it rest"), "secondary")]

    def _on_clicked(self) -> None:
        self.wanted.emit(str(self.sender().property("deed")))
