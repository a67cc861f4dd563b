# SPDX-License-Identifier: GPL-3.0-or-later
"""One partner's signature: who, when, and whether it is valid, each in its accessible name too."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bondsdesk.kernel.people import Person
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.service.wording import signature_line
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import PersonDisc
from bondsdesk.widgets.sign import Sign


class SignatureCard(Card):
    """A partner's name with what can be proven about their signature."""

    def __init__(self, agreement: Agreement, person: Person, today: date, look: Look) -> None:
        super().__init__(look, padding=12)
        line = signature_line(agreement, person.id, today, screen_words())
        valid = agreement.confirmed(person.id)
        checked = agreement.verdict is not None and not agreement.taken_back_at(person.id)
        wrong = checked and not valid and agreement.signed_at(person.id)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(PersonDisc(person.symbol, person.colour, look, size=36))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(person.name, look, wrap=True))
        tone = "danger" if wrong else "quiet"
        words.addWidget(
            Label(line, look, role="second", tone=tone, wrap=True)  # type: ignore[arg-type]
        )
        row.addLayout(words, 1)
        if valid:
            row.addWidget(Sign("seal", "accent", look, size=20))
        elif wrong:
            row.addWidget(Sign("danger", "danger", look, size=20))
        self.box.addLayout(row)
        self.setAccessibleName(f"{person.name}. {line}")
