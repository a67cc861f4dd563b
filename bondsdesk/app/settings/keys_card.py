# SPDX-License-Identifier: GPL-3.0-or-later
"""Every key of the desk with what it does, from the table that binds them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from bondsdesk.app.settings.card import SettingsCard
from bondsdesk.app.shortcuts import KEYS, Key, shown_keys
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class KeysCard(SettingsCard):
    """Two columns: what it does, and its key."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            _("Keys"), look, sentence=_("Everything can be done without the mouse too.")
        )
        table = QWidget()
        self._grid = QGridLayout(table)
        self._grid.setColumnStretch(0, 1)
        for row, key in enumerate(KEYS):
            self._add(row, key)
        self.rows.addWidget(table)
        self._measure()
        look.changed.connect(self._measure)

    def _add(self, row: int, key: Key) -> None:
        words = Label(_(key.words), self.look, wrap=True)
        keys = Label(shown_keys(key), self.look, tone="quiet")
        words.setBuddy(keys)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignTrailing)

    @Slot()
    def _measure(self) -> None:
        px = self.look.px
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(8))
