# SPDX-License-Identifier: GPL-3.0-or-later
"""A person in front of the window: finds things by the name they bear, presses and types.

It needs no test runner, so the same story runs under a tracer as well.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from bondsdesk.kernel.words import gettext

Thing = TypeVar("Thing", bound=QWidget)
Field = QLineEdit | QPlainTextEdit
PATIENCE = 20.0
"""Seconds until something that was promised must be there, on a busy machine."""


class MissingError(AssertionError):
    """What the person looked for is not on the screen."""


def until(
    true: Callable[[], object], what: str | Callable[[], str], seconds: float = PATIENCE
) -> None:
    """Let the program run until something is true; `what` names it if it does not come."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise MissingError(what if isinstance(what, str) else what())
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle() -> None:
    """Let everything happen that is waiting to happen."""
    for _ in range(5):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def plain(text: str) -> str:
    """Return a name without the mark of its access key."""
    return re.sub(r"&(?!&)", "", text).strip()


class Hands:
    """Hands and eyes at one window.

    Things are asked for in English; where the screen speaks Urdu, the person reads it in Urdu.
    `seen` is called with a word for every screen that is reached.
    """

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.seen: Callable[[str], None] = _nothing

    @staticmethod
    def said(sentence: str, /, **places: object) -> str:
        """Return a sentence as the screen says it; what goes into its places stays as it is."""
        return gettext(sentence).format(**places) if places else gettext(sentence)

    def visible(self, kind: type[Thing]) -> Iterator[Thing]:
        """Yield the visible widgets of a kind, top window first."""
        others = [w for w in QApplication.topLevelWidgets() if w is not self.window]
        for top in [self.window, *(w for w in others if w.isVisible())]:
            yield from (w for w in top.findChildren(kind) if w.isVisible())

    def buttons(self, name: str, /, **places: object) -> list[QAbstractButton]:
        """Return the visible buttons that bear a name, written or spoken."""
        wanted = plain(self.said(name, **places))
        return [
            b
            for b in self.visible(QAbstractButton)
            if wanted in (plain(b.text()), plain(b.accessibleName()))
        ]

    def press(self, name: str, /, **places: object) -> None:
        """Press a button once it is there and may be pressed."""
        until(
            lambda: any(b.isEnabled() for b in self.buttons(name, **places)),
            lambda: f"the button {self.said(name, **places)!r} among:\n{self.read()}",
        )
        button = next(b for b in self.buttons(name, **places) if b.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        self.seen(f"after {name}")

    def fields_in_order(self) -> list[Field]:
        """Return the visible fields, top to bottom."""
        return [*self.visible(QLineEdit), *self.visible(QPlainTextEdit)]

    def fields(self, name: str) -> list[Field]:
        """Return the visible fields that bear a name."""
        wanted = self.said(name)
        return [f for f in self.fields_in_order() if plain(f.accessibleName()) == wanted]

    def write(self, name: str, text: str) -> None:
        """Put the cursor in a field and type; Urdu arrives as an input method sends it."""
        until(lambda: any(f.isEnabled() for f in self.fields(name)), f"the field {name!r}")
        self.fill(self.fields(name)[0], text)

    def fill(self, field: Field, text: str) -> None:
        """Type into a field that was found already."""
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(text)
            field.textEdited.emit(field.text())
        else:
            field.selectAll()
            field.insertPlainText(text)
        settle()
        self.seen("after typing")

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the keyboard is."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)
        settle()
        self.seen(f"after key {key.name}")

    def read(self) -> str:
        """Return every sentence on the screen, and what a list tells a screen reader."""
        texts = [label.text() for label in self.visible(QLabel)]
        texts += [plain(b.text()) for b in self.visible(QAbstractButton)]
        texts += [w.accessibleName() for w in self.visible(QWidget)]
        for view in self.visible(QAbstractItemView):
            model = view.model()
            for row in range(model.rowCount()):
                texts.append(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "")
        return "\n".join(t for t in texts if t)

    def sees(self, text: str) -> bool:
        """Tell whether a text is somewhere on the screen."""
        return text in self.read()

    def wait_for(self, text: str) -> None:
        """Wait until a text can be read."""
        until(lambda: self.sees(text), lambda: f"{text!r} among:\n{self.read()}")
        self.seen("once it was there")


def _nothing(_where: str) -> None:
    """Look at nothing."""
