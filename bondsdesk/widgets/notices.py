# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house tells and asks: one sentence at a time, in a bar, never in a pop-up.

A notice stays until it is read and put away or another takes its place. It knows no widget; the
bar shows it (notice_bar.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence

NoticeKind = Literal["done", "info", "warn", "danger", "ask"]
Action = tuple[str, Callable[[], None]]


@dataclass(frozen=True)
class Notice:
    """One sentence with at most one deed, and for a question the word that declines."""

    text: str
    kind: NoticeKind
    action: Action | None = None
    decline: str = ""


class Notices(QObject):
    """The notice that shows now. A question that is put away counts as declined."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: Notice | None = None
        self._waiting: list[Notice] = []

    @property
    def current(self) -> Notice | None:
        """Return what shows now."""
        return self._current

    def tell(self, text: str, kind: NoticeKind = "done", action: Action | None = None) -> None:
        """Say something. A warning or danger that is not read yet waits its turn, not lost."""
        self._show(Notice(text, kind, action))

    def tell_error(self, error: ExpectedError, own: Mapping[str, str] | None = None) -> None:
        """Say what went wrong; `own` is a room's table of sentences for its own codes."""
        self._show(Notice(sentence(error, own), "danger"))

    def ask(self, text: str, yes: str, no: str, on_yes: Callable[[], None]) -> None:
        """Ask something; `yes` and `no` are what the two buttons do, in words."""
        self._show(Notice(text, "ask", (yes, on_yes), no))

    def act(self) -> None:
        """Do what the notice offers and put it away."""
        if self._current and self._current.action:
            deed = self._current.action[1]
            self.dismiss()
            deed()

    def dismiss(self) -> None:
        """Put the notice away; the next one that waits comes."""
        self._current = self._waiting.pop(0) if self._waiting else None
        self.changed.emit()

    def retire(self, deed: Callable[[], None]) -> None:
        """Put the notice away if it offers a deed that would do something else by now."""
        if self._current and self._current.action and self._current.action[1] == deed:
            self.dismiss()

    def clear(self) -> None:
        """Forget everything: the place is being locked."""
        self._waiting.clear()
        self._current = None
        self.changed.emit()

    def _show(self, notice: Notice) -> None:
        unread = self._current
        if unread == notice:
            return
        if unread and unread.kind in ("warn", "danger") and unread not in self._waiting:
            self._waiting.append(unread)
        self._current = notice
        self.changed.emit()
