# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one PDF and puts it in its place, off the main thread. It knows no page.

What a person wrote goes in as plain data that was read before; nothing is read from the vault here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bondsdesk.press.document import Document
from bondsdesk.press.errors import CancelledError
from bondsdesk.press.pdf import PdfOptions, make_pdf
from bondsdesk.press.writing import write_pdf
from bondsdesk.widgets.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Saved:
    """A finished export: where it lies, its pages, and how many characters became marks."""

    path: Path
    pages: int
    replaced: int


class Making(QObject):
    """One PDF on its way; it goes by itself when it has ended.

    Signals: `moved(done, all)`: entries set so far; then exactly one of `saved(Saved)`,
    `cancelled()` and `failed(BaseException)`.
    """

    moved = Signal(int, int)
    saved = Signal(object)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stop = threading.Event()

    def begin(self, document: Document, options: PdfOptions, path: Path) -> None:
        """Start the work; returns at once."""
        work = _Work(document, options, path, self._stop, self.moved.emit)
        self._tasks.run(work, self, self._on_done, self.give_up)

    def cancel(self) -> None:
        """Stop as soon as the press looks up; nothing is written then."""
        self._stop.set()

    def give_up(self, error: BaseException) -> None:
        """End before or after the work began, because of an error."""
        if isinstance(error, CancelledError):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.deleteLater()

    def _on_done(self, saved: Saved) -> None:
        self.saved.emit(saved)
        self.deleteLater()


@dataclass(frozen=True, slots=True)
class _Work:
    """What the worker thread runs; it holds no widget."""

    document: Document
    options: PdfOptions
    path: Path
    stop: threading.Event
    tell: Callable[[int, int], None]

    def __call__(self) -> Saved:
        pdf = make_pdf(self.document, self.options, progress=self.tell, cancelled=self.stop.is_set)
        if self.stop.is_set():
            raise CancelledError
        write_pdf(self.path, pdf.data)
        return Saved(self.path, pdf.pages, pdf.replaced)
