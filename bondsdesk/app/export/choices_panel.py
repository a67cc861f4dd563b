# SPDX-License-Identifier: GPL-3.0-or-later
"""The column of choices on the export page; it shows only those that the chosen offer knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.export.choices import Choices
from bondsdesk.app.export.offer_list import OfferList
from bondsdesk.app.export.password_part import PasswordPart
from bondsdesk.app.export.period_part import PeriodPart
from bondsdesk.app.lent import RoomOffers
from bondsdesk.app.one_of import OneOf
from bondsdesk.doorway import Offer
from bondsdesk.kernel.people import Pair, PartnerId
from bondsdesk.kernel.words import LANGUAGE_NAMES, LANGUAGES, Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.press.manuscript import Script
from bondsdesk.widgets.hair import Hair
from bondsdesk.widgets.look import Look

_BOTH = "both"


class ChoicesPanel(QWidget):
    """Signals: `changed`: something that the paper shows; a password is not among it."""

    changed = Signal()

    def __init__(self, pair: Pair, partner: PartnerId | None, today: date, look: Look) -> None:
        super().__init__()
        self._look = look
        self._offers = OfferList(look)
        self._period = PeriodPart(today, look)
        self._writer = OneOf(_("Written by"), _writers(pair, partner), look)
        self._language = OneOf(
            _("The paper's own words"), [(key, LANGUAGE_NAMES[key]) for key in LANGUAGES], look
        )
        self._script = OneOf(
            _("Urdu letters"),
            [("nastaliq", _("Nastaliq, to read")), ("naskh", _("Naskh, to search"))],
            look,
            help=_("Words in Naskh can be searched and copied in every PDF program."),
        )
        self._password = PasswordPart(look)
        self._build()
        self._connect()

    def show_offers(self, rooms: Sequence[RoomOffers], chosen: str = "") -> None:
        """Show what the rooms offer; `chosen` is an offer's key, else what was chosen stays."""
        before = self._offers.offer()
        self._offers.show_offers(rooms, chosen or (before.key if before else ""))
        self._fit()

    def choose(self, key: str) -> None:
        """Choose an offer by its key."""
        self._offers.choose(key)
        self._fit()

    def offer(self) -> Offer | None:
        """Return the chosen offer."""
        return self._offers.offer()

    def choices(self) -> Choices | None:
        """Return everything chosen, None while nothing is offered."""
        offer = self._offers.offer()
        if offer is None:
            return None
        writer = self._writer.key()
        return Choices(
            offer,
            cast("Language", self._language.key()),
            self._period.period(),
            first=self._period.first(),
            last=self._period.last(),
            writer=None if writer == _BOTH else cast("PartnerId", writer),
            script=cast("Script", self._script.key()),
            password=self._password.password(),
        )

    def check(self) -> bool:
        """Tell whether a PDF can be made of this; else say what is missing beside it."""
        choices = self.choices()
        if choices is None:
            return False
        in_order = choices.days_in_order()
        self._period.show_wrong_order(wrong=not in_order)
        return in_order and self._password.check()

    def forget(self) -> None:
        """Take the password off the screen; the PDF is made."""
        self._password.forget()

    @Slot()
    def _on_chosen(self) -> None:
        choices = self.choices()
        self._period.show_wrong_order(wrong=bool(choices and not choices.days_in_order()))
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        offer = self._offers.offer()
        known = offer.choices if offer else frozenset()
        self._period.setVisible("period" in known)
        self._writer.setVisible("writer" in known)
        self._language.setVisible("language" in known)
        self._script.setVisible("script" in known)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        for part in (self._offers, self._period, self._writer, self._language, self._script):
            self._column.addWidget(part)
        self._column.addWidget(Hair(self._look))
        self._column.addWidget(self._password)
        self._column.addStretch(1)
        self._writer.choose(_BOTH)
        self._language.choose(self._look.language)
        self._script.choose("nastaliq")
        self._measure()

    def _connect(self) -> None:
        self._offers.chosen.connect(self._on_chosen)
        self._period.changed.connect(self._on_chosen)
        for part in (self._writer, self._language, self._script):
            part.chosen.connect(self._on_chosen)
        self._look.changed.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(4), px(4), px(12), px(4))
        self._column.setSpacing(px(20))


def _writers(pair: Pair, partner: PartnerId | None) -> list[tuple[str, str]]:
    people = [person for person in (pair.a, pair.b) if person is not None]
    mine_last = sorted(people, key=lambda person: person.id == partner)
    named = [(p.id, _("Me") if p.id == partner else p.name) for p in mine_last]
    return [(_BOTH, _("Both")), *named]
