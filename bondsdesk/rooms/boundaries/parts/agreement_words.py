# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of one version of an agreement, to be read: what is OK, what is not, how to mend."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.dates import long_day
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText
from bondsdesk.rooms.boundaries.parts.bullets import Bullets
from bondsdesk.widgets.look import Look


class AgreementWords(QWidget):
    """Plain text that can be copied and not changed."""

    def __init__(self, text: AgreementText, look: Look) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(24))
        lists = QGridLayout()
        lists.setSpacing(look.px(24))
        parts = []
        if text.fine:
            parts.append(Bullets(_("What is OK"), text.fine, "check", look))
        if text.not_fine:
            parts.append(Bullets(_("What is not"), text.not_fine, "minus", look, "quiet"))
        for number, part in enumerate(parts):
            at = (number, 0) if look.zoom >= 1.5 else (0, number)
            lists.addWidget(part, *at)
            lists.setColumnStretch(at[1], 1)
        box.addLayout(lists)
        if text.repair:
            box.addWidget(Bullets(_("When it slips"), (text.repair,), "speech", look))
        box.addWidget(Bullets(_("Where and until when"), (_where(text),), "pin", look))


def _where(text: AgreementText) -> str:
    until = _("No end date.")
    if text.until:
        day = isolate(long_day(text.until, screen_words().language))
        until = _("Until {day}.").format(day=day)
    where = text.where.strip()
    if where and where[-1] not in ".!?۔؟":
        where += "۔" if screen_words().language == "ur" else "."
    return f"{isolate(where)} {until}" if where else until
