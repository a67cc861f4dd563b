# SPDX-License-Identifier: GPL-3.0-or-later
"""Heavy work ends on the main thread, or not at all once nobody waits for it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
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


@pytest.fixture
def collecting() -> Iterator[None]:
    """The collector at work as in the program, eager enough to meet a short test."""
    was, thresholds = gc.isenabled(), gc.get_threshold()
    gc.enable()
    gc.set_threshold(50)
    yield
    gc.set_threshold(*thresholds)
    if not was:
        gc.disable()


class Circle:
    """Something closed that only the collector can free, as a page caught by its own lambda."""

    def __init__(self, freed_on: list[int]) -> None:
        self.itself = self
        self.freed_on = freed_on

    def __del__(self) -> None:
        self.freed_on.append(threading.get_ident())


def test_closed_pages_are_freed_on_the_main_thread_only(
    tasks: Tasks, qtbot: QtBot, collecting: None
) -> None:
    page, freed_on = Page(), list[int]()

    def work(go: threading.Event) -> list[list[int]]:
        go.wait()
        return [[each] for each in range(50_000)]

    for _ in range(4):
        go = threading.Event()
        tasks.run(partial(work, go), page, page.done, page.failed)
        for _ in range(20):
            Circle(freed_on)
        go.set()
        qtbot.waitUntil(lambda: not tasks.busy)
    assert gc.isenabled()
    gc.collect()
    assert len(freed_on) == 80
    assert set(freed_on) == {threading.get_ident()}


def test_what_the_work_holds_is_let_go_on_the_main_thread(tasks: Tasks, qtbot: QtBot) -> None:
    page, freed_on = Page(), list[int]()

    def failing(held: Held) -> None:
        raise ValueError(held)

    for work in (Held.look, failing):
        for _ in range(50):
            tasks.run(partial(work, Held(freed_on)), page, page.done, page.failed)
        qtbot.waitUntil(lambda: not tasks.busy)
    page.errors.clear()
    gc.collect()
    assert len(freed_on) == 100
    assert set(freed_on) == {threading.get_ident()}


class Held:
    """A thing that some work was given."""

    def __init__(self, freed_on: list[int]) -> None:
        self.freed_on = freed_on

    def look(self) -> int:
        return len(self.freed_on)

    def __del__(self) -> None:
        self.freed_on.append(threading.get_ident())
