# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine's clocks answer three questions; the fake one obeys."""

from __future__ import annotations

from datetime import UTC, datetime

from bondsdesk.kernel.clock import SystemClock
from tests.fakes import FakeClock


def test_the_machines_clocks_go_forward() -> None:
    machine = SystemClock()
    awake, elapsed, now = machine.awake(), machine.elapsed(), machine.now()
    assert now.tzinfo is UTC
    assert machine.awake() >= awake
    assert machine.elapsed() >= elapsed
    assert elapsed >= awake


def test_a_closed_lid_uses_up_no_awake_time() -> None:
    clock = FakeClock()
    awake, elapsed, now = clock.awake(), clock.elapsed(), clock.now()
    clock.sleep_machine(3600)
    assert clock.awake() == awake
    assert clock.elapsed() == elapsed + 3600
    assert (clock.now() - now).total_seconds() == 3600


def test_setting_the_wall_clock_moves_nothing_else() -> None:
    clock = FakeClock()
    awake, elapsed = clock.awake(), clock.elapsed()
    clock.set_wall(datetime(2031, 1, 1, tzinfo=UTC))
    assert (clock.awake(), clock.elapsed()) == (awake, elapsed)
    clock.advance(minutes=2)
    assert (clock.awake(), clock.elapsed()) == (awake + 120, elapsed + 120)
