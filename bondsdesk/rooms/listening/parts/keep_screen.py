# SPDX-License-Identifier: GPL-3.0-or-later
"""A few words of the talk to keep, if both tick for exactly these words; else nothing of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PARTNERS, Pair, PartnerId
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.record import Keeping
from bondsdesk.rooms.listening.parts.person_tile import PersonTile
from bondsdesk.rooms.listening.parts.quiet_screen import QuietScreen
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import NoteField


class KeepScreen(QuietScreen):
    """`wrote(str)`: the words changed. `ticked(str)`: a partner's own tick. `finish`: done."""

    wrote = Signal(str)
    settled = Signal()
    ticked = Signal(str)
    finish = Signal()

    def __init__(
        self,
        line: str,
        keeping: Keeping,
        pair: Pair,
        look: Look,
        *,
        place: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Keep a few words of this talk?"),
            _("Only what you both tick is kept. Leaving it empty is fine."),
            look,
            place=place,
            parent=parent,
        )
        if line:
            topic = _("What it was about: {line}").format(line=line)
            self.body.addWidget(Label(topic, look, wrap=True))
        self.words = NoteField(look, least=104, most=240)
        self.words.set_text(keeping.words)
        self.words.edited.connect(self._on_edited)
        self.words.settled.connect(self.settled)
        self._field = LabeledField(_("Words to remember"), self.words, look)
        self.body.addWidget(self._field)
        self.tiles: dict[PartnerId, PersonTile] = {}
        self._add_tiles(pair)
        self._state = Label("", look, tone="quiet", wrap=True)
        self.body.addWidget(self._state)
        button = self.add_button(Button(_("Finish"), look, kind="main"))
        button.clicked.connect(self.finish)
        self.show_keeping(keeping)

    def show_keeping(self, keeping: Keeping) -> None:
        """Show whose ticks stand, and what will be kept."""
        for partner, tile in self.tiles.items():
            with QSignalBlocker(tile):
                tile.setChecked(partner in keeping.ticked)
        self._field.set_error(None)
        kept = _("You both ticked: these words are kept.")
        not_kept = _("As it stands, only the day, the kind and the length are kept.")
        self._state.setText(kept if keeping.by_both else not_kept)

    def show_error(self, error: ExpectedError) -> None:
        """Say what is wrong with the words, beside them."""
        self._field.set_error(sentence(error))

    def _add_tiles(self, pair: Pair) -> None:
        row = QWidget()
        flow = FlowLayout(row, gap=16)
        for partner in PARTNERS:
            person = pair.person(partner)
            if person is None:
                continue
            tile = PersonTile(person, _("Keep these words"), self.look)
            tile.toggled.connect(partial(self._on_tile, partner))  # also by a screen reader
            flow.addWidget(tile)
            self.tiles[partner] = tile
        self.body.addWidget(row)

    @Slot()
    def _on_edited(self) -> None:
        self.wrote.emit(self.words.text())

    def _on_tile(self, partner: PartnerId, _checked: bool) -> None:
        self.ticked.emit(partner)
