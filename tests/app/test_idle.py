# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody at the desk: it locks by itself, sleep counts, and a talk may hold it open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.app.idle import IdleLock
from tests.fakes import FakeClock


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    widget.close()


@pytest.fixture
def idle(window: QWidget, clock: FakeClock) -> Iterator[IdleLock]:
    lock = IdleLock(clock, minutes=3)
    lock.begin()
    yield lock
    lock.stop()


@pytest.fixture
def locked(idle: IdleLock) -> list[bool]:
    told: list[bool] = []
    idle.idle.connect(lambda: told.append(True))
    return told


def test_three_minutes_without_a_hand_lock_the_desk(
    idle: IdleLock, locked: list[bool], clock: FakeClock
) -> None:
    clock.advance(179)
    idle.look()
    assert not locked
    clock.advance(1)
    idle.look()
    assert locked == [True]


def test_it_locks_only_once(idle: IdleLock, locked: list[bool], clock: FakeClock) -> None:
    clock.advance(minutes=3)
    idle.look()
    idle.look()
    assert locked == [True]


def test_a_key_begins_the_wait_anew(
    idle: IdleLock, locked: list[bool], clock: FakeClock, window: QWidget
) -> None:
    clock.advance(170)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    clock.advance(170)
    idle.look()
    assert not locked


def test_closing_the_lid_counts(idle: IdleLock, locked: list[bool], clock: FakeClock) -> None:
    clock.sleep_machine(3600)
    idle.look()
    assert locked == [True]


def test_the_first_key_after_a_long_sleep_locks_and_does_nothing_else(
    idle: IdleLock, locked: list[bool], clock: FakeClock, window: QWidget
) -> None:
    pressed: list[int] = []
    window.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    clock.sleep_machine(3600)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert locked == [True]
    assert not pressed


def test_setting_the_wall_clock_does_not_lock(
    idle: IdleLock, locked: list[bool], clock: FakeClock
) -> None:
    from datetime import timedelta

    clock.set_wall(clock.now() + timedelta(days=1))
    idle.look()
    assert not locked


def test_a_talk_holds_it_open_and_letting_go_counts_anew(
    idle: IdleLock, locked: list[bool], clock: FakeClock
) -> None:
    idle.hold(held=True)
    clock.advance(minutes=20)
    idle.look()
    assert not locked
    idle.hold(held=False)
    clock.advance(179)
    idle.look()
    assert not locked
    clock.advance(1)
    idle.look()
    assert locked == [True]


def test_other_minutes_count_from_the_last_touch(
    idle: IdleLock, locked: list[bool], clock: FakeClock
) -> None:
    clock.advance(90)
    idle.set_minutes(1)
    assert locked == [True]


def test_it_wakes_at_most_three_times_a_minute(idle: IdleLock) -> None:
    assert idle.next_look_seconds() >= 20
