# SPDX-License-Identifier: GPL-3.0-or-later
"""Places in a lane as text keys between which there is always room.

Moving one card writes one row, and an undo that comes late still puts its card between the same
neighbours, whatever was moved meanwhile.
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_WIDTH = 5
"""Digits of a key at either end of a lane: 60 million cards before such a key grows longer."""
_MIDDLE = "i"


def rank_between(before: str | None, after: str | None) -> str:
    """Return a key that sorts after `before` and before `after`; None is the end of the lane.

    Keys are non-empty, lower-case, never end in "0" (so there is always room below one). At the
    ends of a lane keys stay short however many cards are added. Raises ValueError unless
    before < after.
    """
    if before is not None and after is not None:
        if before >= after:
            raise ValueError("no room between these ranks")
        return _middle(before, after)
    if before is not None:
        number = _head(before) + 1
        return _fixed(number) + _MIDDLE if number < _BASE**_WIDTH else _middle(before, None)
    if after is not None:
        number = _head(after) - 1
        return _fixed(number) + _MIDDLE if number >= 0 else _middle("", after)
    return _fixed(_BASE**_WIDTH // 2) + _MIDDLE


def ranks_from(before: str | None, count: int) -> list[str]:
    """Return keys for several cards at the end of a lane, in order."""
    ranks: list[str] = []
    for _ in range(count):
        before = rank_between(before, None)
        ranks.append(before)
    return ranks


def _middle(low: str, high: str | None) -> str:
    key: list[str] = []
    position = 0
    while True:
        floor = _DIGITS.index(low[position]) if position < len(low) else 0
        ceiling = _DIGITS.index(high[position]) if high and position < len(high) else _BASE
        if ceiling - floor > 1:
            key.append(_DIGITS[(floor + ceiling) // 2])
            return "".join(key)
        key.append(_DIGITS[floor])
        if ceiling > floor:
            high = None  # already below it: anything that sorts after `low` will do
        position += 1


def _head(key: str) -> int:
    return int(key[:_WIDTH].ljust(_WIDTH, "0"), _BASE)


def _fixed(number: int) -> str:
    digits = ""
    for _ in range(_WIDTH):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits
