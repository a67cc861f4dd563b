# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of setting up, for the first and the second partner. No Qt, no files.

Pages ask it where they are and what is still missing; the window asks it which page comes next.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import COLOURS, NAME_LIMIT, SYMBOLS, Colour, PartnerId, Symbol
from bondsdesk.kernel.text import clean_text, is_blank

Bar = Literal["language", "honest", "seat", "you", "passphrase", "sheets", "partner"]
Step = Literal[
    "language", "honest", "seat", "you", "passphrase", "own_sheet", "shared_sheet", "partner"
]

FIRST: tuple[Step, ...] = (
    "language",
    "honest",
    "you",
    "passphrase",
    "own_sheet",
    "shared_sheet",
    "partner",
)
SECOND: tuple[Step, ...] = ("seat", "you", "passphrase", "own_sheet")
AGAIN: tuple[Step, ...] = ("passphrase", "own_sheet")
AFTER_SEAL: frozenset[Step] = frozenset({"own_sheet", "shared_sheet", "partner"})


def _bar(step: Step) -> Bar:
    return "sheets" if step == "own_sheet" or step == "shared_sheet" else step  # noqa: PLR1714 - narrows


@dataclass(slots=True)
class Newcomer:
    """Who is being set up, as far as they have told. The passphrase stays in memory only."""

    symbol: Symbol
    colour: Colour
    name: str = ""
    passphrase: str = ""

    def clean_name(self) -> str:
        """Return the name as it will be kept. Raises ExpectedError for one that cannot be."""
        return clean_text(self.name, NAME_LIMIT).strip()


@dataclass(slots=True)
class SetupFlow:
    """One journey through the steps of one partner.

    `sealed` is set once the place exists: from then on there is no way back to the passphrase.
    `taken` is the other partner's symbol and colour, which this one cannot choose. `again`: a
    place is set up anew for somebody who has lost passphrase and own sheet.
    """

    who: PartnerId
    taken: tuple[Symbol, Colour] | None = None
    again: bool = False
    newcomer: Newcomer = field(init=False)
    sealed: bool = field(default=False, init=False)
    _at: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.newcomer = Newcomer(*self._suggestion())

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of this partner, in order."""
        if self.again:
            return AGAIN
        return FIRST if self.who == "a" else SECOND

    @property
    def step(self) -> Step:
        """Return the step that is on the screen."""
        return self.steps[self._at]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Return what the bars at the top show: both sheets are one bar."""
        return tuple(dict.fromkeys(_bar(step) for step in self.steps))

    @property
    def bar(self) -> int:
        """Return which bar is now, from 0."""
        return self.bars.index(_bar(self.step))

    def can_go_back(self) -> bool:
        """Tell whether the step before may be shown again; the place is made only once."""
        if self._at == 0:
            return False
        return not self.sealed or self.steps[self._at - 1] in AFTER_SEAL

    def is_last(self) -> bool:
        """Tell whether nothing comes after this step."""
        return self._at == len(self.steps) - 1

    def back(self) -> Step:
        """Go to the step before, or stay where there is no way back."""
        if self.can_go_back():
            self._at -= 1
        return self.step

    def forward(self) -> Step:
        """Go to the next step; stay on the last one, and wherever something is missing.

        The passphrase is left only once the place exists, because its sheets come next.
        """
        waits_for_seal = self.step == "passphrase" and not self.sealed
        if not (self.is_last() or waits_for_seal or self.missing()):
            self._at += 1
        return self.step

    def seal(self) -> None:
        """Remember that the place exists and forget the passphrase, which has done its work."""
        self.sealed = True
        self.newcomer.passphrase = ""

    def missing(self) -> str | None:
        """Return the code of what this step still needs, None when it may be left."""
        if self.step == "you":
            return self._missing_person()
        if self.step == "passphrase" and not (self.sealed or self.newcomer.passphrase):
            return "passphrase.missing"
        return None

    def _missing_person(self) -> str | None:
        if is_blank(self.newcomer.name):
            return "name.blank"
        try:
            self.newcomer.clean_name()
        except ExpectedError as error:
            return error.code
        if self.taken and self.newcomer.symbol == self.taken[0]:
            return "symbol.taken"
        if self.taken and self.newcomer.colour == self.taken[1]:
            return "colour.taken"
        return None

    def _suggestion(self) -> tuple[Symbol, Colour]:
        symbols: list[Symbol] = [s for s in SYMBOLS if not self.taken or s != self.taken[0]]
        colours: list[Colour] = [c for c in COLOURS if not self.taken or c != self.taken[1]]
        plum_for_the_moon: Colour = "plum" if "plum" in colours else colours[0]
        return (
            (symbols[0], colours[0])
            if self.who == "a"
            else (
                "moon" if "moon" in symbols else symbols[0],
                plum_for_the_moon,
            )
        )
