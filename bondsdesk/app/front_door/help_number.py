# SPDX-License-Identifier: GPL-3.0-or-later
"""One number of the help page: whose it is, the digits, when it was last found in print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bondsdesk.app.front_door.content import HelpLine
from bondsdesk.kernel.dates import month_name
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class HelpNumber(QWidget):
    """A row: words at the leading side, digits large at the other. Nothing dials."""

    def __init__(self, line: HelpLine, look: Look) -> None:
        super().__init__()
        self._look = look
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(Label(line.name, look, wrap=True))
        if line.note:
            words.addWidget(Label(line.note, look, tone="quiet", wrap=True))
        words.addWidget(
            Label(_checked(line.last_checked), look, role="second", tone="quiet", wrap=True)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(24))
        row.addLayout(words, 1)
        row.addWidget(self._digits(line), 0, Qt.AlignmentFlag.AlignTop)

    def _digits(self, line: HelpLine) -> QLabel:
        digits = Label(f"\u2066{line.digits}\u2069", self._look, role="title")
        digits.setFont(self._look.font("title", language="en"))
        digits.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        digits.setAccessibleName(f"{line.name}: {line.digits}")
        return digits


def _checked(found: str) -> str:
    """Return "Last checked: January 2026" for "2026-01", or for a year alone."""
    year, _dash, month = found.partition("-")
    when = f"{month_name(int(month), screen_words().language)} {year}" if month else year
    return _("Last checked: {when}").format(when=when)
