# SPDX-License-Identifier: GPL-3.0-or-later
"""Heavy work beside the window: one function, two endings, both on the main thread.

What goes in and out is plain data. When the context object is gone, so are the endings: nothing
is told to a page that was closed meanwhile.

Qt's objects must die on the thread they live on, and Python frees a thing wherever it is let go of
last. So the worker is given numbers, borrows its task by number and hands it back before it says
that it is done, and the collector rests meanwhile (kernel/collector.py).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

if TYPE_CHECKING:
    from bondsdesk.kernel.collector import Rest

T = TypeVar("T")


class Task(QObject):
    """One piece of work under way. `cancel` drops its ending; the work itself goes on."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self._work = work
        self._done: Callable[[Any], None] | None = done
        self._failed: Callable[[BaseException], None] | None = failed
        self._result: Any = None
        self._error: BaseException | None = None
        self.cancelled = False

    def perform(self) -> None:
        """Do the work and keep its outcome; called by the worker."""
        try:
            self._result = self._work()
        except BaseException as error:
            self._error = error

    @Slot()
    def cancel(self) -> None:
        """Forget the endings."""
        self.cancelled = True
        self._done = self._failed = None

    def end(self) -> None:
        """Tell the outcome, if anybody still wants to know; on the main thread."""
        done, failed = self._done, self._failed
        self._done = self._failed = None
        if self._error is not None and failed:
            failed(self._error)
        elif self._error is None and done:
            done(self._result)


class _Work(QRunnable):
    def __init__(self, perform: Callable[[int], None], number: int) -> None:
        super().__init__()
        self._perform = perform
        self._number = number

    def run(self) -> None:
        self._perform(self._number)


class Tasks(QObject):
    """Runs work in two threads at most: the machine stays quick for the person in front of it.

    To be let go of after `wait_all`: what is still at work holds on to it.
    """

    _performed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._numbers = count()
        self._under_way: dict[int, Task] = {}
        self._rest: Rest | None = None
        self._performed.connect(self._end, Qt.ConnectionType.QueuedConnection)

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
        from bondsdesk.kernel.collector import Rest  # the lock screen does without it

        task = Task(work, done, failed)
        context.destroyed.connect(task.cancel)
        number = next(self._numbers)
        self._under_way[number] = task
        self._rest = self._rest or Rest()
        self._pool.start(_Work(self._perform, number))
        return task

    def wait_all(self, milliseconds: int = 10_000) -> bool:
        """Wait for every thread to finish; False when one did not in time.

        The endings come with the next turn of the event loop.
        """
        finished = self._pool.waitForDone(milliseconds)
        if finished:
            self._wake_collector()
        return finished

    def _perform(self, number: int) -> None:
        self._under_way[number].perform()
        self._performed.emit(number)

    @Slot(int)
    def _end(self, number: int) -> None:
        task = self._under_way.pop(number)
        if not self._under_way:
            self._wake_collector()
        task.end()

    def _wake_collector(self) -> None:
        if self._rest is not None:
            self._rest.end()
            self._rest = None
