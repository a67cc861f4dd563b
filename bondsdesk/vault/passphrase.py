# SPDX-License-Identifier: GPL-3.0-or-later
"""Passphrases: five generated words, or one's own that is hard to guess. No PINs.

The other partner can copy the header and guess offline at about 0.4 s a try, and knows every name
and date of this family; so an own passphrase is judged against what such a person would try first.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from bondsdesk.kernel.assets import read_text

WORDS_OFFERED = 5
"""Five of 7,776 words are 64.6 bits (vault-format.md, "Keys")."""
LENGTH_LIMIT = 200
GUESSES_ACCEPTED = 10**9
"""At 0.4 s a guess some twelve core-years. zxcvbn's own score 3 begins at 10^8, too low for someone
who may keep a copy of the header for years."""
SCORE_REFUSED = 2
"""The most that the bar shows for one that is refused."""
_JUDGED = 100
"""zxcvbn's time grows with the square of the length and more; the first 100 letters decide."""

Reason = Literal["empty", "short", "long", "name", "date", "repeated", "keyboard", "common", "more"]

_SHORTEST = 10
_REASONS: dict[str, Reason] = {
    "dictionary": "common",
    "spatial": "keyboard",
    "repeat": "repeated",
    "sequence": "repeated",
    "regex": "date",
    "date": "date",
    "bruteforce": "more",
}


@dataclass(frozen=True, slots=True)
class Strength:
    """How a passphrase stands: `score` 0 (a first guess) to 4, and what makes a weak one weak."""

    score: int
    reason: Reason | None

    @property
    def accepted(self) -> bool:
        """Tell whether a vault may be sealed with it."""
        return self.reason is None


@cache
def word_list() -> tuple[str, ...]:
    """Return the words that are offered, in alphabetical order."""
    return tuple(read_text("content", "passphrase_words.txt").split())


def offer_words(count: int = WORDS_OFFERED) -> list[str]:
    """Return freshly drawn words from the system's random source."""
    words = word_list()
    return [secrets.choice(words) for _ in range(count)]


def judge(passphrase: str, known: Sequence[str] = ()) -> Strength:
    """Return the strength of somebody's own passphrase.

    `known`: what the two would think of first, such as their names; it counts as no strength.
    The first call loads zxcvbn (about 0.1 s).
    """
    if not passphrase.strip():
        return Strength(0, "empty")
    if len(passphrase) > LENGTH_LIMIT:
        return Strength(0, "long")
    if len(passphrase) < _SHORTEST:
        return Strength(min(_estimate(passphrase, known).score, SCORE_REFUSED), "short")
    return _estimate(passphrase, known)


def _estimate(passphrase: str, known: Sequence[str]) -> Strength:
    from zxcvbn import zxcvbn

    inputs = [name for name in known if name.strip()]
    result = zxcvbn(passphrase[:_JUDGED], user_inputs=inputs, max_length=_JUDGED)
    if result["guesses"] >= GUESSES_ACCEPTED:
        return Strength(int(result["score"]), None)
    return Strength(min(int(result["score"]), SCORE_REFUSED), _why(result["sequence"]))


def _why(parts: Sequence[Mapping[str, Any]]) -> Reason:
    """Return what the longest recognised part of a weak passphrase is."""
    longest = max(parts, key=lambda part: len(part["token"]))
    if longest.get("dictionary_name") == "user_inputs":
        return "name"
    return _REASONS.get(longest["pattern"], "more")
