# SPDX-License-Identifier: GPL-3.0-or-later
"""Heavy work beside the window: one function, two endings, both on the main thread.

What goes in and out is plain data. When the context object is gone, so are the endings: nothing
is told to a page that was closed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")


class Task(QObject):
    """One piece of work under way. `cancel` drops its ending; the work may look at `cancelled`."""

    _finished = Signal(object, object)

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        gone: Callable[[Task], None],
    ) -> None:
        super().__init__()
        self._done: Callable[[Any], None] | None = done
        self._failed: Callable[[BaseException], None] | None = failed
        self._gone = gone
        self.cancelled = False
        self._finished.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def report(self, result: object, error: BaseException | None) -> None:
        """Hand the outcome to the main thread; called by the worker."""
        self._finished.emit(result, error)

    @Slot()
    def cancel(self) -> None:
        """Forget the endings. The work itself stops only if it looks at `cancelled`."""
        self.cancelled = True
        self._done = self._failed = None

    @Slot(object, object)
    def _end(self, result: object, error: BaseException | None) -> None:
        done, failed = self._done, self._failed
        self._done = self._failed = None
        self._gone(self)
        if error is not None and failed:
            failed(error)
        elif error is None and done:
            done(result)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object], task: Task) -> None:
        super().__init__()
        self._work = work
        self._task = task

    def run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:
            self._task.report(None, error)
        else:
            self._task.report(result, None)


class Tasks(QObject):
    """Runs work in two threads at most: the machine stays quick for the person in front of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._under_way: set[Task] = set()

    @property
    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._under_way)

    def run(
        self,
        work: Callable[[], T],
        context: QObject,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Task:
        """Do `work` in a thread, then `done(result)` or `failed(error)` while `context` lives."""
        task = Task(done, failed, self._under_way.discard)
        self._under_way.add(task)
        context.destroyed.connect(task.cancel)
        self._pool.start(_Work(work, task))
        return task

    def wait_all(self, milliseconds: int = 10_000) -> bool:
        """Wait for every thread to finish; False when one did not in time.

        The endings come with the next turn of the event loop.
        """
        return self._pool.waitForDone(milliseconds)
