# SPDX-License-Identifier: GPL-3.0-or-later
"""A titled part of an agreement: lines with the same small icon before each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.rooms.boundaries.parts.own_words import own_words
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sign import Sign
from bondsdesk.widgets.tokens import Token


class Bullets(QWidget):
    """A title and its lines; the words are what people wrote, so they can be copied."""

    def __init__(
        self, title: str, lines: Sequence[str], icon: str, look: Look, tone: Token = "accent"
    ) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(8))
        box.addWidget(Label(title, look, bold=True, wrap=True))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(look.px(12))
            sign = Sign(icon, tone, look, size=18)
            words = own_words(line, look)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            box.addLayout(row)
        box.addStretch(1)
