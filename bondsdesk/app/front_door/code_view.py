# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet's code on the screen: numbered groups, large, each letter easy to copy by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look

_COLUMNS = 3
_COLUMNS_LARGE = 2
"""From 150 % text on, where three do not fit a window of 1024 pixels."""


class CodeView(QWidget):
    """Groups in rows of three, read from the left in both languages as on the paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(12))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_code(self, code: str) -> None:
        """Show the groups of a code, nothing for an empty one."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        columns = _COLUMNS if self._look.zoom < 1.5 else _COLUMNS_LARGE
        for place, group in enumerate(code.split("-") if code else ()):
            self._grid.addWidget(self._card(place, group), place // columns, place % columns)

    def _card(self, place: int, group: str) -> Card:
        look = self._look
        card = Card(look, padding=8)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        number = Label(str(place + 1), look, role="second", tone="quiet")
        number.setFixedWidth(look.px(16))
        letters = Label(group, look, role="title", align=Qt.AlignmentFlag.AlignCenter)
        font = look.font("title", language="en")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.px(4))
        letters.setFont(font)
        letters.setAccessibleName(
            _("Group {number}: {letters}").format(number=place + 1, letters=" ".join(group))
        )
        row.addWidget(number)
        row.addWidget(letters, 1)
        row.addSpacing(look.px(28))
        card.box.addLayout(row)
        return card
