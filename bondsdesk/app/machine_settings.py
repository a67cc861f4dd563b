# SPDX-License-Identifier: GPL-3.0-or-later
"""What this machine remembers between two starts: a few declared keys, nothing private.

It is read before anyone has unlocked anything, so no name, no symbol, no path and no text of the
two people may ever become a key here.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar, overload

from bondsdesk.kernel.words import LANGUAGES, Language

Scheme = Literal["system", "light", "dark"]
Motion = Literal["system", "on", "off"]
T = TypeVar("T")


class Key(Generic[T]):
    """One declared setting: its default, and how a stored value is judged.

    `accept` returns the value for what the file holds, or None for anything else; a spoilt or
    hand-edited file therefore costs a setting, never a start.
    """

    def __init__(self, default: T, accept: Callable[[Any], T | None]) -> None:
        self.default = default
        self.accept = accept
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, settings: None, owner: type) -> Key[T]: ...
    @overload
    def __get__(self, settings: MachineSettings, owner: type) -> T: ...
    def __get__(self, settings: MachineSettings | None, owner: type) -> Key[T] | T:
        if settings is None:
            return self
        stored = self.accept(settings.stored(self.name))
        return self.default if stored is None else stored

    def __set__(self, settings: MachineSettings, value: T) -> None:
        settings.store(self.name, _plain(value))


def _plain(value: object) -> object:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _one_of(*allowed: str) -> Callable[[Any], Any]:
    return lambda stored: stored if stored in allowed else None


def _whole(lowest: int, highest: int) -> Callable[[Any], int | None]:
    def accept(stored: Any) -> int | None:
        return stored if type(stored) is int and lowest <= stored <= highest else None

    return accept


def _switch(stored: Any) -> bool | None:
    return stored if isinstance(stored, bool) else None


def _word(stored: Any) -> str | None:
    return stored if isinstance(stored, str) and stored.isidentifier() else None


def _bytes(stored: Any) -> bytes | None:
    try:
        return base64.b64decode(stored, validate=True) if isinstance(stored, str) else None
    except ValueError:
        return None


class MachineSettings:
    """The declared keys; reading is free, setting one writes the file at once.

    A file that cannot be written is left alone: settings then last until the program ends.
    """

    language: Key[Language | None] = Key(None, _one_of(*LANGUAGES))
    """None until someone has chosen."""
    scheme: Key[Scheme] = Key("system", _one_of("system", "light", "dark"))
    zoom = Key(100, _whole(80, 200))
    """Percent."""
    reduced_motion: Key[Motion] = Key("system", _one_of("system", "on", "off"))
    chime = Key(True, _switch)  # noqa: FBT003 - a default, not a flag
    lock_minutes = Key(3, _whole(1, 30))
    """Minutes without a hand on keyboard or mouse before the place locks (rule R13)."""
    geometry = Key(b"", _bytes)
    """Qt's own form of the window's place and size; empty for the first start."""
    tab = Key("", _word)
    """Key of the room shown last; never what was shown in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _read(path)

    def stored(self, name: str) -> Any:
        """Return what the file holds under a name, None for nothing."""
        return self._values.get(name)

    def store(self, name: str, value: object) -> None:
        """Keep a value and write the whole file to a temporary name, then put it in place."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        waiting = self._path.with_suffix(".new")
        try:
            waiting.write_text(json.dumps(self._values, indent=1, sort_keys=True), encoding="utf-8")
            waiting.replace(self._path)
        except OSError:
            return


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
