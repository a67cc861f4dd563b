# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to begin a note, as chips in both languages; the long list comes on asking."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from bondsdesk.kernel.assets import read_text
from bondsdesk.kernel.words import LANGUAGES, Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.look import Look

_SHOWN = {True: 2, False: 1}
"""Chips shown at once: two in the screen's language, one in the other."""


@dataclass(frozen=True, slots=True)
class PlanIdea:
    """A thank plan to take over or change."""

    when: str
    then: str


def starters(language: Language) -> list[str]:
    """Return the beginnings of a note in one language, with the blank to go on after."""
    content = json.loads(read_text("content", language, "appreciation.json"))
    return [str(entry["text"]) for entry in content["starters"]]


def plan_ideas(language: Language) -> list[PlanIdea]:
    """Return ready thank plans in one language."""
    content = json.loads(read_text("content", language, "appreciation.json"))
    return [PlanIdea(str(entry["when"]), str(entry["then"])) for entry in content["plans"]]


class StarterChip(Chip):
    """A chip that begins the note. It chooses nothing, so it needs no room for a tick."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text.rstrip() + "…", look)
        self._room = look
        self.setCheckable(False)
        self.setAccessibleName(text.strip())

    def sizeHint(self) -> QSize:
        """Return room for the words alone."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + self._room.px(18), super().sizeHint().height())


class Starters(QWidget):
    """Signals: picked(text): begin the note like this."""

    picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chips: dict[str, StarterChip] = {}
        self._flow = FlowLayout(self)
        self.setAccessibleName(_("Ways to begin"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for language in sorted(LANGUAGES, key=look.language.__ne__):
            own = language == look.language
            for number, text in enumerate(starters(language)):
                self._add(text, shown=number < _SHOWN[own])
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def texts(self) -> list[str]:
        """Return every beginning."""
        return list(self._chips)

    @Slot()
    def show_all(self) -> None:
        """Show every beginning there is."""
        for chip in self._chips.values():
            chip.show()

    def _add(self, text: str, *, shown: bool) -> None:
        chip = StarterChip(text, self._look)
        chip.clicked.connect(partial(self._on_clicked, text))
        self._chips[text] = chip
        self._flow.addWidget(chip)
        chip.setVisible(shown)  # once it has a parent: before, it would be a window of its own

    @Slot()
    def _on_clicked(self, text: str, _checked: bool = False) -> None:
        self.picked.emit(text)

    @Slot()
    def _restyle(self) -> None:
        self._flow.setSpacing(self._look.px(8))
