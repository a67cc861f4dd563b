# SPDX-License-Identifier: GPL-3.0-or-later
"""What this room says when something cannot be done, and the names of its steps for undo."""

from __future__ import annotations

from typing import Final

from bondsdesk.kernel.words import mark

SENTENCES: Final[dict[str, str]] = {
    "note.blank": mark("There is nothing to read in it yet. One line is enough."),
    "note.nobody_sits": mark(
        "The shared sheet opened this place, so nobody sits here. "
        "Come in with your own passphrase to write a note."
    ),
    "note.no_partner": mark(
        "There is no one here yet to give it to. It is kept as your draft until your partner "
        "has a place."
    ),
    "note.day_past": mark("Choose a day after today, or give it now."),
    "note.already_theirs": mark(
        "This note has been given, so its words stay. You can take it back and write another."
    ),
    "note.gone": mark("This note is no longer here."),
    "note.tag_long": mark("A tag can have up to {limit} letters."),
    "note.tags_many": mark("A note can have up to {limit} tags."),
    "plan.blank": mark("Both halves need a few words."),
}

STEPS: Final[dict[str, str]] = {
    "note.given": mark("Give note"),
    "note.left": mark("Leave note for a day"),
    "note.edited": mark("Change note"),
    "note.tagged": mark("Change tags"),
    "note.withdrawn": mark("Take note back"),
    "draft.dropped": mark("Delete draft"),
    "plan.kept": mark("Keep plan"),
    "plan.dropped": mark("Let plan go"),
}
