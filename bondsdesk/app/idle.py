# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices that nobody has touched keyboard or mouse for a while. Sleep of the laptop counts.

It watches the windows of this program, never the rest of the desktop.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

from bondsdesk.kernel.clock import Clock

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)
_LONGEST_NAP = 20.0
"""Seconds between two looks at the clock: a timer stands still in sleep, so after waking the
place locks within this time even if nobody touches anything."""


class IdleLock(QObject):
    """Emits `idle` once after `minutes` without input; the single timer is set afresh lazily.

    Input only stores a number, so typing and scrolling cost nothing and the program wakes about
    three times a minute. The first touch after a long absence is swallowed: it locks, and a key
    pressed blindly does nothing else.
    """

    idle = Signal()

    def __init__(self, clock: Clock, minutes: int) -> None:
        super().__init__()
        self._clock = clock
        self._limit = minutes * 60.0
        self._touched = clock.elapsed()
        self._held = False
        self._done = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch every window of the program from now on; nothing holds it at first."""
        self._held = False
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._window_came)
        self._touched = self._clock.elapsed()
        self.look()

    def stop(self) -> None:
        """Watch no longer."""
        self._done = True
        self._timer.stop()

    def set_minutes(self, minutes: int) -> None:
        """Change the limit; it counts from the last touch."""
        self._limit = minutes * 60.0
        self.look()

    def hold(self, held: bool) -> None:
        """Do not lock while two people talk; letting go starts counting anew."""
        self._held = held
        self._touched = self._clock.elapsed()

    def next_look_seconds(self) -> float:
        """Return how long the timer sleeps now; what keeps the program quiet."""
        return self._timer.interval() / 1000

    @Slot()
    def look(self) -> None:
        """Compare the clock with the last touch: lock, or come back later."""
        if self._done:
            return
        left = self._limit - (self._clock.elapsed() - self._touched)
        if left <= 0 and not self._held:
            self._done = True
            self.idle.emit()
            return
        nap = _LONGEST_NAP if self._held else min(_LONGEST_NAP, left)
        self._timer.start(max(1, int(nap * 1000)))

    @Slot(QWindow)
    def _window_came(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember when a hand was there."""
        if self._done or event.type() not in _INPUT:
            return False
        now = self._clock.elapsed()
        if now - self._touched >= self._limit and not self._held:
            self.look()
            return True
        self._touched = now
        return False
