# SPDX-License-Identifier: GPL-3.0-or-later
"""SPDX licence expressions: which licences somebody who passes a part on has to hand over."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

_WORDS = re.compile(r"\(|\)|[^\s()]+")
_EXCEPTIONS = {"LLVM-exception", "GCC-exception-3.1", "Bootloader-exception"}


def chosen(expression: str, known: AbstractSet[str]) -> frozenset[str]:
    """Return the licences and exceptions to follow: of OR, the first that is wholly known.

    Apache-2.0 is preferred to MIT where both are offered. Raises ValueError for an expression of
    which no branch is known.
    """
    words = _WORDS.findall(expression.replace("/", " OR "))
    ways, rest = _either(words)
    if rest:
        raise ValueError(f"not a licence expression: {expression}")
    open_ways = [way for way in ways if way <= known]
    if not open_ways:
        raise ValueError(f"no text is here for {expression}")
    return min(open_ways, key=lambda way: ("MIT" in way, len(way)))


def _either(words: list[str]) -> tuple[list[frozenset[str]], list[str]]:
    ways, words = _both(words)
    while words and words[0] == "OR":
        more, words = _both(words[1:])
        ways = ways + more
    return ways, words


def _both(words: list[str]) -> tuple[list[frozenset[str]], list[str]]:
    ways, words = _one(words)
    while words and words[0] == "AND":
        more, words = _one(words[1:])
        ways = [a | b for a in ways for b in more]
    return ways, words


def _one(words: list[str]) -> tuple[list[frozenset[str]], list[str]]:
    if not words:
        raise ValueError("a licence expression ends too early")
    if words[0] == "(":
        ways, words = _either(words[1:])
        return ways, words[1:]
    name, words = words[0], words[1:]
    if len(words) > 1 and words[0] == "WITH" and words[1] in _EXCEPTIONS:
        return [frozenset({name, words[1]})], words[2:]
    return [frozenset({name})], words
