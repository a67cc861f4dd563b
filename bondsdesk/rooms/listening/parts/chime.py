# SPDX-License-Identifier: GPL-3.0-or-later
"""A soft chime through the system's own player; without one the talk is simply silent.

Never alone: whoever rings also changes something visible and announces it. It knows no talk.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Literal, Protocol

from PySide6.QtCore import QProcess, QStandardPaths

from bondsdesk.kernel.assets import asset

Sound = Literal["chunk", "end"]

_PLAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}
"""Programs that come with the system, the usual one first; the file is the last argument."""


class Player(Protocol):
    """Whoever can play one of the two sounds without waiting for its end."""

    def play(self, sound: Sound) -> None:
        """Begin to play; never raises for a machine without sound."""
        ...


class SystemPlayer:
    """The machine's player, looked for once."""

    def __init__(self) -> None:
        self._command: tuple[str, ...] | None = None

    def play(self, sound: Sound) -> None:
        """See Player.play."""
        path = str(asset("sounds", f"{sound}.wav"))
        if sys.platform == "win32":
            _play_on_windows(path)
            return
        if self._command is None:
            self._command = _find_player()
        if self._command:
            program, *arguments = self._command
            QProcess.startDetached(program, [*arguments, path])


class Chime:
    """Rings if the couple wants it on this machine; asked each time, so the switch acts at once."""

    def __init__(self, player: Player, wanted: Callable[[], bool]) -> None:
        self._player = player
        self._wanted = wanted

    def ring(self, sound: Sound) -> None:
        """Play a sound unless it is switched off."""
        if self._wanted():
            self._player.play(sound)


def _find_player() -> tuple[str, ...]:
    for program, *arguments in _PLAYERS.get(sys.platform, ()):
        found = QStandardPaths.findExecutable(program)
        if found:
            return (found, *arguments)
    return ()


def _play_on_windows(path: str) -> None:
    import winsound

    flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT  # type: ignore[attr-defined,unused-ignore]
    try:
        winsound.PlaySound(path, flags)  # type: ignore[attr-defined,unused-ignore]
    except RuntimeError:
        # A machine without a sound device: the visible change is there all the same.
        return
