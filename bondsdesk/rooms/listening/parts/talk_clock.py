# SPDX-License-Identifier: GPL-3.0-or-later
"""Wakes up once a second and exactly at each chime of a talk, and not at all between talks."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from bondsdesk.kernel.clock import Clock
from bondsdesk.rooms.listening.domain.talk import Talk, limit, next_bell, remaining

_EARLY_SECONDS = 0.000_5
"""A timer may come a fraction of its millisecond early; that counts as on time."""


class TalkClock(QObject):
    """One precise single-shot timer, set anew for whatever comes first.

    `second`: the digits change. `rang(bool)`: a chime is due, True at the end of the time. The
    time itself is always computed from the talk's start, so a late wake-up is only a late picture.
    """

    second = Signal()
    rang = Signal(bool)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._talk: Talk | None = None
        self._heard = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    @property
    def awake_soon(self) -> bool:
        """Tell whether a wake-up is planned; never without a running turn."""
        return self._timer.isActive()

    def follow(self, talk: Talk | None) -> None:
        """Follow a talk as it stands now; None or a standing talk needs no wake-ups."""
        now = self._clock.awake()
        self._talk = talk
        self._heard = talk.watch.elapsed(now) if talk else 0.0
        self._arm(now)

    @Slot()
    def beat(self) -> None:
        """Ring what is due, show the second, plan the next wake-up."""
        talk = self._talk
        if talk is None:
            return
        now = self._clock.awake()
        due = self._due_bell(talk, now)
        if due is not None:
            self.rang.emit(due >= limit(talk))
        self.second.emit()
        # A slot may have moved the talk on and planned for it already.
        if self._talk is talk:
            self._arm(self._clock.awake())

    def _due_bell(self, talk: Talk, now: float) -> float | None:
        """Return the last chime that is due; of several missed ones only that one rings."""
        due = None
        elapsed = talk.watch.elapsed(now) + _EARLY_SECONDS
        while (bell := next_bell(talk, self._heard)) is not None and bell <= elapsed:
            self._heard = due = bell
        return due

    def _arm(self, now: float) -> None:
        talk = self._talk
        bell = next_bell(talk, self._heard) if talk and talk.watch.since is not None else None
        if talk is None or bell is None:
            self._timer.stop()
            return
        left = remaining(talk, now)
        to_second = left - math.ceil(left) + 1.0 if left > 0 else math.inf
        wait = max(0.0, min(to_second, bell - talk.watch.elapsed(now)))
        self._timer.start(math.ceil(wait * 1000))
