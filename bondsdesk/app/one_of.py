# SPDX-License-Identifier: GPL-3.0-or-later
"""One of a few words to choose: a label with chips under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class OneOf(QWidget):
    """A labelled row of chips.

    `options`: pairs of key and words; `said` turns words into what a screen reader says.
    Signals: `chosen(key)`: a person chose another one; setting it by `choose` is silent.
    """

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[str, str]],
        look: Look,
        *,
        help: str = "",
        said: Callable[[str], str] = str,
    ) -> None:
        super().__init__()
        self._look = look
        self._chips = ChipRow(look, name=title)
        for key, words in options:
            self._chips.add(key, words).setAccessibleName(said(words))
        self._chips.picked.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(title, look, bold=True))
        self._column.addWidget(self._chips)
        if help:
            self._column.addWidget(Label(help, look, role="second", tone="quiet", wrap=True))
        self._measure()
        look.changed.connect(self._measure)

    def choose(self, key: str) -> None:
        """Show one as chosen, without a signal."""
        self._chips.choose(key)

    def key(self) -> str:
        """Return the chosen one."""
        return self._chips.chosen

    @Slot()
    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(8))
