# SPDX-License-Identifier: GPL-3.0-or-later
"""The vault cannot be opened at all: one clear sentence and what to do; never a new start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from bondsdesk.app.front_door.begin_anew import only_copies_left
from bondsdesk.app.front_door.copies import copies_for, is_whole
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.door_frame import DoorFrame
from bondsdesk.app.front_door.sentences import door_sentence
from bondsdesk.kernel.dates import clock_time, local_day, long_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_drawing import LineDrawing
from bondsdesk.widgets.select_field import SelectField

if TYPE_CHECKING:
    from datetime import datetime

    from bondsdesk.vault.backup_shelf import Shelved

_WIDTH = 560

MENDED_BY_A_COPY = frozenset(
    {
        "vault.header_missing",
        "vault.header_damaged",
        "vault.header_changed",
        "vault.kdf_bounds",
        "vault.database_missing",
        "vault.database_empty",
        "vault.database_replaced",
        "vault.damaged",
    }
)
"""Troubles that bringing back a backup ends. A full disk or a held vault is not among them."""


class TroublePage(DoorFrame):
    """Says what is wrong and that nothing was changed.

    Emits `try_again`, or `restore(path)` once somebody has read what a copy brings and wants it.
    Where the data folder was emptied, `begin_anew` after a second, knowing press.
    """

    try_again = Signal()
    restore = Signal(object)
    begin_anew = Signal()

    def __init__(self, context: DoorContext, error: ExpectedError) -> None:
        super().__init__(context, width=_WIDTH)
        px, centre = self.look.px, Qt.AlignmentFlag.AlignHCenter
        self._copies = copies_for(context.files) if error.code in MENDED_BY_A_COPY else []
        self._copy = next((copy for copy in self._copies if is_whole(copy)), None)
        self._asked = False
        self.column.addWidget(LineDrawing("desk", self.look), 0, centre)
        self.column.addSpacing(px(16))
        title = _("Bondsdesk cannot open this place now")
        self.column.addWidget(Label(title, self.look, role="title", align=centre, wrap=True))
        self.column.addSpacing(px(16))
        card = Card(self.look)
        card.box.setSpacing(px(8))
        sentence = Label(door_sentence(error), self.look, wrap=True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.box.addWidget(sentence)
        self._calm = Label(_("Nothing was changed or deleted."), self.look, tone="quiet", wrap=True)
        card.box.addWidget(self._calm)
        self.column.addWidget(card)
        self.column.addSpacing(px(24))
        if self._copy is not None and len(self._copies) > 1:
            self._offer_choice(self._copy)
        self.column.addLayout(self._buttons())
        if only_copies_left(context.files):
            self._offer_anew()
        self.column.addStretch(1)

    def enter(self) -> None:
        """Put the focus on the main button."""
        (self._bring or self._again).setFocus()

    def refuse(self, sentence: str, wrong: bool) -> None:
        """Say why the copy could not be brought back."""
        del wrong
        self._calm.set_tone("danger")
        self._calm.setText(sentence)
        for button in (self._bring, self._again, self._close):
            if button is not None:
                button.setEnabled(True)

    def _offer_choice(self, chosen: Shelved) -> None:
        """List every copy of this place; the newest whole one is chosen already."""
        choice = SelectField(self.look, name=_("Which copy"))
        for copy in self._copies:
            choice.add(copy.path.name, _when(copy.manifest.moment()))
        choice.choose(chosen.path.name)
        choice.picked.connect(self._choose_copy)
        self.column.addWidget(LabeledField(_("Which copy"), choice, self.look))
        self.column.addSpacing(self.look.px(16))

    @Slot(str)
    def _choose_copy(self, name: str) -> None:
        self._copy = next(copy for copy in self._copies if copy.path.name == name)
        self._asked = False
        self._calm.set_tone("quiet")
        self._calm.setText(_("Nothing was changed or deleted."))
        if self._bring is not None:
            self._bring.set_text(self._bring_words())

    def _bring_words(self) -> str:
        return _("Bring back the copy of {when}").format(when=_when(self._moment()))

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(gap=self.look.px(12))
        self._close = Button(_("Close"), self.look)
        self._close.clicked.connect(self._close_window)
        self._again = Button(_("Try again"), self.look, kind="secondary" if self._copy else "main")
        self._again.clicked.connect(self.try_again)
        row.addWidget(self._close)
        row.addWidget(self._again)
        self._bring: Button | None = None
        if self._copy is not None:
            self._bring = Button(self._bring_words(), self.look, kind="main")
            self._bring.clicked.connect(self._bring_back)
            row.addWidget(self._bring)
        return row

    def _offer_anew(self) -> None:
        self._anew = Button(
            _("We emptied the folder and want to begin anew"), self.look, kind="text"
        )
        self._anew.clicked.connect(self._anew_pressed)
        self.column.addSpacing(self.look.px(24))
        self.column.addWidget(self._anew, 0, Qt.AlignmentFlag.AlignHCenter)

    @Slot()
    def _anew_pressed(self) -> None:
        """Say first what it means; the second press does it."""
        if self._asked:
            self.begin_anew.emit()
            return
        self._asked = True
        self._calm.set_tone("ink")
        self._calm.setText(
            _(
                "If the folder is on a disk or stick that is not plugged in, plug it in and try "
                "again. Beginning anew makes an empty place; what was written before is not in it."
            )
        )
        self._anew.set_text(_("Yes, begin anew"))

    def _moment(self) -> datetime:
        if self._copy is None:
            raise RuntimeError
        return self._copy.manifest.moment()

    @Slot()
    def _bring_back(self) -> None:
        """Say first what it means; the second press does it."""
        if self._copy is None or self._bring is None:
            return
        if not self._asked:
            self._asked = True
            self._calm.set_tone("ink")
            self._calm.setText(
                _(
                    "The copy holds everything up to {when}. What was written later is not in it. "
                    "The files that lie here now are put aside, not deleted."
                ).format(when=_when(self._moment()))
            )
            self._bring.set_text(_("Yes, bring it back"))
            return
        for button in (self._bring, self._again, self._close):
            button.setEnabled(False)
        self.restore.emit(self._copy.path)

    @Slot()
    def _close_window(self) -> None:
        self.window().close()


def _when(moment: datetime) -> str:
    """Return day and time as they were on this laptop."""
    day = long_day(local_day(moment), screen_words().language)
    return f"{day}, {clock_time(moment)}"
