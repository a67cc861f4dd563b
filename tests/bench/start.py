# SPDX-License-Identifier: GPL-3.0-or-later
"""From the command to the painted lock screen, against a bare window of the same toolkit.

Both ends are the same: the first paint of the window, closed from the next turn of the event loop,
and a process that is gone at once. Ours leaves by os._exit, so the bare one does too: taking an
interpreter with Qt in it apart takes a fifth as long as the whole start, and is no part of it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.bench.measure import TOP, Figure, display, timed, wake_ups

TURNS = 15
BARE = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, watched.close)
        return False
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Bondsdesk"))
window.resize(1180, 760)
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
os._exit(0)
"""


def figures(vault: Path) -> list[Figure]:
    """Measure both kinds of window by turns, so that a busy machine is busy for both."""
    with display() as screen:
        # As from the desktop's menu: no words on the command line.
        place = {"BONDSDESK_DATA_DIR": str(vault), "BONDSDESK_QUIT_WHEN_PAINTED": "1"}
        env = {**os.environ, **screen, **place}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled files, as in every real start
        app = [sys.executable, "-m", "bondsdesk"]
        bare = [sys.executable, "-c", BARE]
        ours: list[float] = []
        theirs: list[float] = []
        for turn in range(TURNS + 1):
            pair = (timed(lambda: _run(bare, env)), timed(lambda: _run(app, env)))
            if turn:
                theirs.append(pair[0])
                ours.append(pair[1])
        asleep = _idle(app, env)
    floor, shown = statistics.median(theirs), statistics.median(ours)
    print(f"  a bare window {floor:.0f} ms, the lock screen {shown:.0f} ms")
    return [
        Figure("start to the painted lock screen", shown / floor, "x bare Qt", 1.35),
        Figure("wake-ups while locked", round(asleep, 2), "a second", 0),
    ]


def _run(command: list[str], env: Mapping[str, str]) -> None:
    subprocess.run(command, env=env, cwd=TOP, check=True, stdin=subprocess.DEVNULL)


def _idle(app: list[str], env: Mapping[str, str]) -> float:
    """Return how often a second the locked program wakes, once it has come to rest."""
    awake = {key: value for key, value in env.items() if key != "BONDSDESK_QUIT_WHEN_PAINTED"}
    program = subprocess.Popen(app, env=awake, cwd=TOP, stdin=subprocess.DEVNULL)
    try:
        wake_ups(program.pid, 4)
        return wake_ups(program.pid, 10)
    finally:
        program.terminate()
        program.wait()
