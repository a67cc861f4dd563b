# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing the five words once, and typing parts of a paper sheet: what counts as right. No Qt."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

_LOOKALIKES = str.maketrans("OIL", "011")


def ticks(typed: str, words: Sequence[str]) -> list[bool]:
    """Tell for each offered word whether it stands at its place in what was typed.

    Capitals and extra blanks do not matter while learning; the passphrase itself is the offered
    words, in small letters with one blank between them.
    """
    given = typed.casefold().split()
    return [i < len(given) and given[i] == word.casefold() for i, word in enumerate(words)]


def words_match(typed: str, words: Sequence[str]) -> bool:
    """Tell whether exactly the offered words were typed."""
    return typed.casefold().split() == [word.casefold() for word in words]


def choose_groups(code: str, count: int = 2) -> tuple[int, ...]:
    """Choose which groups of a sheet are asked for, as ascending places from 0."""
    places = secrets.SystemRandom().sample(range(len(code.split("-"))), count)
    return tuple(sorted(places))


def group_matches(typed: str, code: str, place: int) -> bool:
    """Tell whether one group was copied right; O and 0, I, L and 1 count as the same."""
    return _plain(typed) == _plain(code.split("-")[place])


def _plain(group: str) -> str:
    return "".join(group.upper().split()).replace("-", "").translate(_LOOKALIKES)
