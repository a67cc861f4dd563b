# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be put on paper, room by room; one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from bondsdesk.app.lent import RoomOffers
from bondsdesk.doorway import Offer
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.radio_row import RadioRow


class OfferList(QWidget):
    """Signals: `chosen`: another offer."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._offers: list[Offer] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._group.buttonToggled.connect(self._on_toggled)
        self._measure()
        look.changed.connect(self._measure)

    def show_offers(self, rooms: Sequence[RoomOffers], chosen: str) -> None:
        """Show the offers; the one with the key `chosen` stays chosen, else the first."""
        self._empty()
        for room in rooms:
            self._column.addWidget(
                Label(room.room.title(), self._look, role="second", tone="quiet", bold=True)
            )
            for offer in room.offers:
                self._add(offer)
        self.choose(chosen)

    def offer(self) -> Offer | None:
        """Return the chosen offer, None while there is none."""
        number = self._group.checkedId()
        return self._offers[number] if number >= 0 else None

    def choose(self, key: str) -> None:
        """Choose an offer by its key, the first one if the key is not there."""
        keys = [offer.key for offer in self._offers]
        button = self._group.button(keys.index(key) if key in keys else 0)
        if button is not None:
            with QSignalBlocker(self._group):
                button.setChecked(True)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, _button: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit()

    def _add(self, offer: Offer) -> None:
        button = RadioRow(offer.title, self._look, help=offer.sentence)
        self._group.addButton(button, len(self._offers))
        self._offers.append(offer)
        self._column.addWidget(button)

    def _empty(self) -> None:
        self._offers.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is None:
                continue
            if isinstance(widget, RadioRow):
                self._group.removeButton(widget)
            widget.hide()
            widget.deleteLater()

    @Slot()
    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(4))
