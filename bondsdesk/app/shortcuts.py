# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the open desk: one table that binds them and that the overview shows.

It knows names of actions, not what they do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import mark

Action = Literal[
    "room",
    "search",
    "export",
    "settings",
    "help",
    "undo",
    "redo",
    "hand_over",
    "lock",
    "hide",
    "full_screen",
    "larger",
    "smaller",
    "normal_size",
]


@dataclass(frozen=True, slots=True)
class Key:
    """One action: its key sequences (the first is the one shown) and what it does in words.

    `always`: it also works while a talk has the whole window.
    """

    action: Action
    sequences: tuple[str, ...]
    words: str
    always: bool = False


ROOM_KEYS = 8
"""Ctrl+1 to Ctrl+8: the house never has more than eight rooms (design.md, section 1)."""

KEYS: tuple[Key, ...] = (
    Key("room", tuple(f"Ctrl+{n}" for n in range(1, ROOM_KEYS + 1)), mark("Go to a room")),
    Key("search", ("Ctrl+F",), mark("Search everything you may read")),
    Key("export", ("Ctrl+P",), mark("Save as PDF or print")),
    Key("undo", ("Ctrl+Z",), mark("Take the last step back")),
    Key("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), mark("Do it again after all")),
    Key("settings", ("Ctrl+,",), mark("Settings")),
    Key("help", ("F1",), mark("Help, also when someone is afraid"), always=True),
    Key("hand_over", ("Ctrl+H",), mark("Hand over to the other"), always=True),
    Key("lock", ("Ctrl+L",), mark("Lock"), always=True),
    Key("hide", ("F9",), mark("Hide everything at once"), always=True),
    Key("full_screen", ("F11",), mark("Full screen and back"), always=True),
    Key("larger", ("Ctrl++", "Ctrl+="), mark("Larger text"), always=True),
    Key("smaller", ("Ctrl+-",), mark("Smaller text"), always=True),
    Key("normal_size", ("Ctrl+0",), mark("Normal text size"), always=True),
)


def shown_keys(key: Key) -> str:
    """Return the keys as they are printed on the keyboard: "Ctrl+Z"; a span for the rooms."""
    first = QKeySequence(key.sequences[0]).toString(QKeySequence.SequenceFormat.NativeText)
    if key.action != "room":
        return first
    last = QKeySequence(key.sequences[-1]).toString(QKeySequence.SequenceFormat.NativeText)
    return _("{first} to {last}").format(first=first, last=last)


def native_key(action: Action) -> str:
    """Return the first key of an action, to stand beside its name."""
    return next(shown_keys(key) for key in KEYS if key.action == action)


class Shortcuts:
    """The bound keys of one desk; they go with the widget they hang on."""

    def __init__(self, parent: QWidget, does: Mapping[Action, Callable[[], None]]) -> None:
        self._always: list[QShortcut] = []
        self._paged: list[QShortcut] = []
        for key in KEYS:
            if key.action == "room":
                continue
            for sequence in key.sequences:
                self._bind(parent, sequence, does[key.action], always=key.always)

    def bind_rooms(self, parent: QWidget, visits: Sequence[Callable[[], None]]) -> None:
        """Bind Ctrl+1 onwards to the rooms in tab order."""
        rooms = next(key for key in KEYS if key.action == "room")
        for sequence, visit in zip(rooms.sequences, visits, strict=False):
            self._bind(parent, sequence, visit, always=False)

    def set_paged(self, *, enabled: bool) -> None:
        """Switch the keys that need the pages; a talk in the whole window has none."""
        for shortcut in self._paged:
            shortcut.setEnabled(enabled)

    def _bind(
        self, parent: QWidget, sequence: str, slot: Callable[[], None], *, always: bool
    ) -> None:
        shortcut = QShortcut(QKeySequence(sequence), parent)
        shortcut.activated.connect(slot)
        (self._always if always else self._paged).append(shortcut)
