# SPDX-License-Identifier: GPL-3.0-or-later
"""What this room says when something cannot be done, and the names of its steps for undo."""

from __future__ import annotations

from typing import Final

from bondsdesk.kernel.words import mark

SENTENCES: Final[dict[str, str]] = {
    "board.unnamed": mark("Give the board a name, one word is enough."),
    "board.gone": mark("This board is no longer here."),
    "card.gone": mark("This card is no longer here."),
    "card.untitled": mark("A few words for the wish are enough, but it needs those."),
    "card.title_long": mark(
        "The wish is {length} characters long; {limit} fit on a card. Nothing is lost: move the "
        "rest into the best picture below."
    ),
    "card.text_long": mark(
        "This is {length} characters long; up to {limit} fit here. Nothing is lost: shorten it."
    ),
    "card.step_long": mark(
        "One step is {length} characters long; up to {limit} fit. Nothing is lost: make two of it."
    ),
    "card.steps": mark(
        "These are {count} steps; up to {limit} fit on a card. Nothing is lost: take some out, "
        "or begin a second card with them."
    ),
    "card.past": mark("This day has passed. Choose today or a day to come."),
    "card.first_step": mark("A first step that is near gets done: choose a day within a week."),
    "money.letters": mark("Write an amount in figures, such as 450,000 or 4.5 lakh."),
    "money.negative": mark("An amount below zero cannot be kept here. Nothing is lost."),
    "money.too_much": mark("That is more than this place can hold. Is there a zero too many?"),
}

MISSED: Final = mark("The card is where it was. Drop it on a lane to move it.")

TOLD: Final[dict[str, str]] = {
    "card.deleted": mark("The card is deleted. It can come back until you lock."),
    "card.ticked": mark("One step is done."),
    "board.archived": mark("The board is put away with everything on it."),
}
"""What is said after a step that took something out of sight, with a way back."""

STEPS: Final[dict[str, str]] = {
    "board.made": mark("New board"),
    "board.changed": mark("Change board"),
    "board.archived": mark("Put board away"),
    "board.restored": mark("Bring board back"),
    "card.added": mark("Add card"),
    "card.saved": mark("Change card"),
    "card.moved": mark("Move card"),
    "card.ticked": mark("Tick step"),
    "card.unticked": mark("Take tick away"),
    "card.deleted": mark("Delete card"),
}
