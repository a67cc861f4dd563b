# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a limit is written: kept in private, or shared as a statement."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.text import is_blank
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.agreement import AREAS, Area
from bondsdesk.rooms.boundaries.domain.limit import Limit
from bondsdesk.rooms.boundaries.parts.sentences import SENTENCES
from bondsdesk.rooms.boundaries.service.content import content
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.select_field import SelectField


class LimitForm(Card):
    """Signals: keep_wanted(), share_wanted(), drop_wanted(), closed()."""

    keep_wanted = Signal()
    share_wanted = Signal()
    drop_wanted = Signal()
    closed = Signal()

    def __init__(self, limit: Limit | None, look: Look) -> None:
        super().__init__(look, padding=28)
        self.uid: Uid = limit.uid if limit else new_uid()
        self._kept = (limit.text, limit.area) if limit else ("", AREAS[0])
        texts = content(screen_words().language)
        self.field = NoteField(
            look, placeholder=_("I need…"), least=120, most=280, name=_("My limit")
        )
        self._field = LabeledField(
            _("What do you need?"),
            self.field,
            look,
            help=_("Say it as your own. It stays private until you share it."),
        )
        self.areas = SelectField(look, name=_("About"))
        for area in AREAS:
            self.areas.add(area, texts.area(area))
        self.share = Button(_("Share limit"), look, kind="main")
        self.keep_button = Button(_("Keep it private"), look)
        self._drop = Button(_("Delete"), look, kind="text")
        if limit is None:
            self._drop.hide()
        close = Button(_("Close"), look, kind="text")
        self.box.setSpacing(look.px(16))
        self.box.addWidget(Label(_("My limit"), look, role="title"))
        self.box.addWidget(Label(texts.line("limit"), look, tone="quiet", wrap=True))
        self.box.addWidget(self._field)
        self.box.addWidget(LabeledField(_("About"), self.areas, look))
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=look.px(8))
        for button in (self.share, self.keep_button, self._drop, close):
            flow.addWidget(button)
        self.box.addWidget(deeds)
        self.box.addStretch(1)
        self.field.set_text(self._kept[0])
        self.areas.choose(self._kept[1])
        self.field.edited.connect(self._on_edited)
        self.share.clicked.connect(self.share_wanted)
        self.keep_button.clicked.connect(self.keep_wanted)
        self._drop.clicked.connect(self.drop_wanted)
        close.clicked.connect(self.closed)
        self._on_edited()

    @property
    def area(self) -> Area:
        """Return what it is about."""
        return next(area for area in AREAS if area == self.areas.key)

    @property
    def dirty(self) -> bool:
        """Tell whether there is something that the vault does not hold yet."""
        return (self.field.text(), self.area) != self._kept and not is_blank(self.field.text())

    def show_error(self, error: ExpectedError) -> None:
        """Say what is wrong; nothing typed is touched."""
        self._field.set_error(sentence(error, SENTENCES))

    def mark_kept(self) -> None:
        """Remember that the vault holds what stands here."""
        self._kept = (self.field.text(), self.area)

    @Slot()
    def _on_edited(self) -> None:
        some = not is_blank(self.field.text())
        self.share.setEnabled(some)
        self.keep_button.setEnabled(some)
        self._field.set_error(None)
