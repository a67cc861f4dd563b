# SPDX-License-Identifier: GPL-3.0-or-later
"""The soft chime and the clock that calls it: in time, once, and never without a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QProcess, QStandardPaths
from pytestqt.qtbot import QtBot

from bondsdesk.kernel.clock import SystemClock
from bondsdesk.rooms.listening.domain.moves import answer, hold
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.domain.talk import Talk, limit
from bondsdesk.rooms.listening.parts import chime
from bondsdesk.rooms.listening.parts.chime import Chime, SystemPlayer
from bondsdesk.rooms.listening.parts.ring import digits
from bondsdesk.rooms.listening.parts.talk_clock import TalkClock
from tests.fakes import FakeClock
from tests.rooms.listening.conftest import SilentPlayer
from tests.rooms.listening.test_moves import talk_of

Making = Callable[[Plan | None], Talk]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """What would have been started as a program."""
    calls: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> bool:
        calls.append((program, arguments))
        return True

    monkeypatch.setattr(QProcess, "startDetached", start)
    monkeypatch.setattr(chime.sys, "platform", "linux")  # type: ignore[attr-defined]
    return calls


def found_only(monkeypatch: pytest.MonkeyPatch, wanted: str) -> None:
    def find(program: str) -> str:
        return f"/usr/bin/{program}" if program == wanted else ""

    monkeypatch.setattr(QStandardPaths, "findExecutable", find)


def test_the_systems_own_player_gets_one_file(
    started: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    found_only(monkeypatch, "aplay")
    SystemPlayer().play("end")
    ((program, arguments),) = started
    assert program == "/usr/bin/aplay"
    assert arguments[0] == "-q"
    assert arguments[1].endswith("end.wav")


def test_without_a_player_the_talk_is_silent(
    started: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    found_only(monkeypatch, "nothing")
    SystemPlayer().play("chunk")
    assert started == []


def test_the_switch_acts_at_once() -> None:
    player, wanted = SilentPlayer(), [True]
    bell = Chime(player, lambda: wanted[0])
    bell.ring("chunk")
    wanted[0] = False
    bell.ring("end")
    assert player.played == ["chunk"]


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.0, "0:00"), (0.001, "0:01"), (37.0, "0:37"), (59.2, "1:00"), (600.0, "10:00")],
)
def test_zero_shows_exactly_when_the_time_is_up(seconds: float, shown: str) -> None:
    assert digits(seconds) == shown


def test_of_several_chimes_that_were_missed_one_rings(clock: FakeClock, qapp: object) -> None:
    ticker = TalkClock(clock)
    rung: list[bool] = []
    ticker.rang.connect(rung.append)
    start = clock.awake()
    talk = answer(replace(talk_of(), whole=talk_of().whole), "hear", start)
    ticker.follow(talk)
    assert ticker.awake_soon
    clock.advance(seconds=190)
    ticker.beat()
    assert rung == [False]
    clock.advance(seconds=200)
    ticker.beat()
    ticker.beat()
    assert rung == [False, True]
    assert not ticker.awake_soon


def test_a_standing_talk_and_an_untimed_step_need_no_wake_ups(
    clock: FakeClock, qapp: object
) -> None:
    ticker = TalkClock(clock)
    ticker.follow(talk_of())
    assert not ticker.awake_soon
    ticker.follow(hold(answer(talk_of(), "hear", clock.awake()), clock.awake()))
    assert not ticker.awake_soon
    ticker.follow(None)
    ticker.beat()
    assert not ticker.awake_soon


def test_the_end_of_a_real_turn_comes_in_time(qtbot: QtBot) -> None:
    clock = SystemClock()
    ticker = TalkClock(clock)
    now = clock.awake()
    talk = answer(talk_of(), "hear", now)
    talk = replace(talk, watch=replace(talk.watch, used=limit(talk) - 0.25, since=now))
    with qtbot.waitSignal(ticker.rang, timeout=5000) as heard:
        ticker.follow(talk)
    assert heard.args == [True]
    # The bench holds the 50 ms on a machine of its own; here others may be working too.
    assert 0.249 <= clock.awake() - now < 0.75
