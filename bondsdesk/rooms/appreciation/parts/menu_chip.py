# SPDX-License-Identifier: GPL-3.0-or-later
"""A chip that opens a menu of values, one of which may be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.look import Look


class MenuChip(Chip):
    """Shows the chosen value, or `idle` while every value is let through.

    Signals:
        picked(key): a value was chosen; "" for all of them.
    """

    picked = Signal(str)

    def __init__(self, name: str, everything: str, look: Look) -> None:
        super().__init__(name, look, menu=True)
        self._name = name
        self._everything = everything
        self._idle = name
        self._values: list[tuple[str, str]] = []
        self._chosen = ""
        self.setCheckable(True)
        self._list = QMenu(self)
        # A screen reader toggles what can be checked, and then nothing is `clicked`.
        self.toggled.connect(self._open)
        self._list.triggered.connect(self._on_triggered)

    @property
    def chosen(self) -> str:
        """Return the key of the chosen value, "" for all."""
        return self._chosen

    def offer(self, values: Sequence[tuple[str, str]], idle: str = "") -> None:
        """Offer values as key and words; `idle` is shown while none is chosen."""
        self._values = list(values)
        self._idle = idle or self._name
        if self._chosen and self._chosen not in dict(self._values):
            self._values.append((self._chosen, self._words_of_chosen()))
        self._show()

    def choose(self, key: str) -> None:
        """Choose a value without telling `picked`."""
        self._chosen = key
        self._show()

    def _words_of_chosen(self) -> str:
        return dict(self._values).get(self._chosen, self._chosen)

    def _show(self) -> None:
        words = self._words_of_chosen() if self._chosen else self._idle
        self.set_text(words)
        self.setAccessibleName(f"{self._name}: {words if self._chosen else self._everything}")
        self._show_checked()

    def _show_checked(self) -> None:
        with QSignalBlocker(self):
            self.setChecked(bool(self._chosen))

    @Slot()
    def _open(self) -> None:
        self._show_checked()
        self._list.clear()
        group = QActionGroup(self._list)
        for key, words in (("", self._everything), *self._values):
            action = self._list.addAction(words.replace("&", "&&"))
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == self._chosen)
            group.addAction(action)
        self._list.popup(self.menu_point())

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.choose(str(action.data()))
        self.picked.emit(self._chosen)
