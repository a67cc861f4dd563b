# SPDX-License-Identifier: GPL-3.0-or-later
"""What the two wrote beside an agreement, and a field to say one thing more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.people import Pair, PartnerId
from bondsdesk.kernel.text import is_blank, isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.boundaries.domain.standing import Comment
from bondsdesk.rooms.boundaries.models import day_of
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.person_disc import PersonDisc
from bondsdesk.widgets.reading_text import ReadingText


class Comments(QWidget):
    """Signals: said(text); taken_back(uid); settled(): what is typed is worth keeping."""

    said = Signal(str)
    taken_back = Signal(str)
    settled = Signal()

    def __init__(
        self,
        comments: Sequence[Comment],
        pair: Pair,
        me: PartnerId | None,
        unsaid: str,
        look: Look,
    ) -> None:
        super().__init__()
        self._pair, self._me, self._look = pair, me, look
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(12))
        box.addWidget(Label(_("What you said about it"), look, bold=True))
        for comment in comments:
            box.addLayout(self._row(comment))
        self.field = NoteField(
            look,
            placeholder=_("What would make it easier for you?"),
            least=64,
            most=200,
            size=14,
            name=_("Say something about it"),
        )
        self.field.set_text(unsaid)
        self.say = Button(_("Say it"), look, kind="small")
        self.say.clicked.connect(self._on_say)
        self.field.edited.connect(self._on_edited)
        self.field.settled.connect(self.settled)
        if me is not None:
            box.addWidget(self.field)
            box.addWidget(self.say, 0, Qt.AlignmentFlag.AlignLeading)
        self._on_edited()

    def _row(self, comment: Comment) -> QHBoxLayout:
        look = self._look
        author = self._pair.person(comment.author) or self._pair.a
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        disc = PersonDisc(author.symbol, author.colour, look, size=28, name=author.name)
        row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        day = day_of(local_day(comment.at), local_day(comment.at))
        caption = f"{isolate(author.name)}, {day}"
        words.addWidget(Label(caption, look, role="second", tone="quiet", wrap=True))
        words.addWidget(ReadingText(comment.text, look, size=14))
        row.addLayout(words, 1)
        if comment.author == self._me:
            back = IconButton("close", _("Take these words back"), look, size=24)
            back.clicked.connect(partial(self.taken_back.emit, comment.uid))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @Slot()
    def _on_edited(self) -> None:
        self.say.setEnabled(not is_blank(self.field.text()))

    @Slot()
    def _on_say(self) -> None:
        self.said.emit(self.field.text())
