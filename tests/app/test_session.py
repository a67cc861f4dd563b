# SPDX-License-Identifier: GPL-3.0-or-later
"""The laptop goes to sleep or its session is locked: the desk locks too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Q_ARG, QMetaObject, Qt
from pytestqt.qtbot import QtBot

from bondsdesk.app.session import SessionWatch


@pytest.fixture
def left(qtbot: QtBot) -> tuple[SessionWatch, list[str]]:
    watch, told = SessionWatch(), []
    watch.leaving.connect(lambda: told.append("leaving"))
    return watch, told


def test_falling_asleep_locks_and_waking_up_does_not(left: tuple[SessionWatch, list[str]]) -> None:
    watch, told = left
    watch.slept(going=False)
    assert not told
    watch.slept(going=True)
    assert told == ["leaving"]


def test_a_locked_session_locks_the_desk(left: tuple[SessionWatch, list[str]]) -> None:
    watch, told = left
    watch.locked()
    assert told == ["leaving"]


def test_the_bus_finds_the_slots_by_their_names(left: tuple[SessionWatch, list[str]]) -> None:
    watch, told = left
    direct = Qt.ConnectionType.DirectConnection
    assert QMetaObject.invokeMethod(watch, "slept", direct, Q_ARG(bool, True))  # noqa: FBT003 - D-Bus says it so
    assert QMetaObject.invokeMethod(watch, "locked", direct)
    assert told == ["leaving", "leaving"]
