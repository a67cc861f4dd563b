# SPDX-License-Identifier: GPL-3.0-or-later
"""Heavy work ends on the main thread, or not at all once nobody waits for it."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from bondsdesk.widgets.tasks import Tasks


class Page(QObject):
    """Someone who waits."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.told_on: int | None = None

    def done(self, result: object) -> None:
        self.results.append(result)
        self.told_on = threading.get_ident()

    def failed(self, error: BaseException) -> None:
        self.errors.append(error)


def test_the_result_comes_on_the_main_thread(tasks: Tasks, qtbot: QtBot) -> None:
    page = Page()
    worker: list[int] = []

    def work() -> int:
        worker.append(threading.get_ident())
        return 42

    tasks.run(work, page, page.done, page.failed)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert page.results == [42]
    assert page.told_on == threading.get_ident() != worker[0]


def test_an_error_is_told_as_it_is(tasks: Tasks, qtbot: QtBot) -> None:
    page = Page()
    tasks.run(lambda: 1 // 0, page, page.done, page.failed)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [type(error) for error in page.errors] == [ZeroDivisionError]
    assert page.results == []


def test_nothing_is_told_to_a_page_that_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    page = Page()
    told: list[object] = []
    gate = threading.Event()
    tasks.run(gate.wait, page, told.append, told.append)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert told == []


def test_a_cancelled_task_tells_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    page = Page()
    gate = threading.Event()
    task = tasks.run(gate.wait, page, page.done, page.failed)
    task.cancel()
    assert task.cancelled
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert page.results == []
    assert page.errors == []
