# SPDX-License-Identifier: GPL-3.0-or-later
"""The two people at the desk: who they are, their symbols and colours."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

PartnerId = Literal["a", "b"]
Symbol = Literal["leaf", "moon", "star", "wave", "stone", "lamp", "bird", "cup"]
Colour = Literal["leaf", "clay", "sky", "plum", "ochre", "rose", "slate", "teal"]

PARTNERS: tuple[PartnerId, ...] = get_args(PartnerId)
SYMBOLS: tuple[Symbol, ...] = get_args(Symbol)
COLOURS: tuple[Colour, ...] = get_args(Colour)

NAME_LIMIT = 40


def other(partner: PartnerId) -> PartnerId:
    """Return the other one of two."""
    return "b" if partner == "a" else "a"


class Person(NamedTuple):
    """One partner as everyone at the open desk sees them. A name is never known before unlock."""

    id: PartnerId
    name: str
    symbol: Symbol
    colour: Colour


class Pair(NamedTuple):
    """Both partners; `b` is missing until the second one has sat down."""

    a: Person
    b: Person | None

    def person(self, partner: PartnerId) -> Person | None:
        """Return the person behind an id, None for a partner who has not come yet."""
        return self.a if partner == "a" else self.b

    def complete(self) -> bool:
        """Tell whether both partners have their place."""
        return self.b is not None

    def name_of(self, partner: PartnerId) -> str:
        """Return a name for display; empty while that partner has no place."""
        person = self.person(partner)
        return person.name if person else ""
