# SPDX-License-Identifier: GPL-3.0-or-later
"""Both press their own "I am willing now", or nobody talks. Nothing of it is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.people import PARTNERS, Pair, PartnerId
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.parts.person_tile import PersonTile
from bondsdesk.rooms.listening.parts.quiet_screen import QuietScreen
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class ConsentScreen(QuietScreen):
    """`willing(str)`: a partner pressed; a press counts for two minutes."""

    willing = Signal(str)

    def __init__(
        self, pair: Pair, look: Look, *, place: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Do you both want to, now?"),
            _("Each of you presses for yourself. “Not now” is always fine and needs no reason."),
            look,
            place=place,
            leave=_("Not now"),
            drawing="chairs",
            parent=parent,
        )
        self.tiles: dict[PartnerId, PersonTile] = {}
        row = QWidget()
        flow = FlowLayout(row, gap=16)
        for partner in PARTNERS:
            person = pair.person(partner)
            if person is None:
                continue
            tile = PersonTile(person, _("I am willing now"), look)
            tile.toggled.connect(partial(self._on_tile, partner))  # also by a screen reader
            flow.addWidget(tile)
            self.tiles[partner] = tile
        self.body.addWidget(row)
        hint = _("Not hungry, not too tired, phones away: then it goes best.")
        self.body.addWidget(Label(hint, look, tone="quiet", wrap=True))

    def show_willing(self, willing: frozenset[PartnerId]) -> None:
        """Show whose press counts now."""
        for partner, tile in self.tiles.items():
            with QSignalBlocker(tile):
                tile.setChecked(partner in willing)

    def _on_tile(self, partner: PartnerId, _checked: bool) -> None:
        self.willing.emit(partner)
