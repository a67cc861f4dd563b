# SPDX-License-Identifier: GPL-3.0-or-later
"""The rail at the leading edge: the mark, a tab for every room, and room for the desk chip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.rail_access import teach_screen_readers
from bondsdesk.widgets.rail_tab import RailTab

_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class RailEntry(NamedTuple):
    """A room as the rail shows it: its key, its name in the screen's language, its icon."""

    key: str
    title: str
    icon: str


class Rail(QWidget):
    """The list of rooms. `picked(key)` tells when a person chooses another one."""

    picked = Signal(str)

    def __init__(
        self, entries: Sequence[RailEntry], look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        teach_screen_readers()
        self._look = look
        self._tabs: dict[str, RailTab] = {}
        self.setAccessibleName(_("Rooms"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for entry in entries:
            tab = RailTab(entry.key, entry.title, entry.icon, look)
            tab.clicked.connect(self._on_clicked)
            self._tabs[entry.key] = tab
            self._box.addWidget(tab)
        self.choose("")
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def current(self) -> str:
        """Return the key of the chosen room, "" before one is chosen."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show a room as chosen without telling `picked`; "" shows none as chosen.

        The chosen tab is the rail's one Tab stop, the first one while none is chosen.
        """
        stop = key or self.keys()[0]
        for name, tab in self._tabs.items():
            tab.setChecked(name == key)
            policy = Qt.FocusPolicy.StrongFocus if name == stop else Qt.FocusPolicy.ClickFocus
            tab.setFocusPolicy(policy)

    def keys(self) -> list[str]:
        """Return the rooms from the top."""
        return list(self._tabs)

    def tab(self, key: str) -> RailTab:
        """Return one tab."""
        return self._tabs[key]

    def set_narrow(self, narrow: bool) -> None:
        """Put the icons over the words."""
        for tab in self._tabs.values():
            tab.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down with the arrows; Home and End go to the ends."""
        keys = self.keys()
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(keys) - 1}
        pressed = Qt.Key(event.key())
        if pressed in _STEPS:
            step = _STEPS[pressed]
            number = (keys.index(self.current) + step) % len(keys) if self.current else 0
        elif pressed in ends:
            number = ends[pressed]
        else:
            super().keyPressEvent(event)
            return
        self.choose(keys[number])
        self._tabs[keys[number]].setFocus(Qt.FocusReason.TabFocusReason)
        self.picked.emit(keys[number])

    @Slot()
    def _on_clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, RailTab):
            self.choose(tab.key)
            self.picked.emit(tab.key)

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(4))
