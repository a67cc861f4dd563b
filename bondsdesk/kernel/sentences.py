# SPDX-License-Identifier: GPL-3.0-or-later
"""The one table from an error's code to the sentence a person reads, with what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext, mark, screen_words

SENTENCES: dict[str, str] = {
    "pdf.cannot_write": mark(
        "This place cannot be written to. Choose another folder; nothing was changed."
    ),
    "text.nul": mark("This text holds a character that cannot be kept. Please take it out."),
    "text.too_long": mark(
        "This is {length} characters long; up to {limit} fit here. "
        "Nothing is lost: shorten it or split it."
    ),
    "backup.folder": mark("The copy could not be put there. Choose another folder or stick."),
    "backup.of_others": mark("This is a copy of another place, not of yours."),
    "backup.unreadable": mark("This file cannot be read. Is the stick still in the laptop?"),
    "export.nothing": mark("There is nothing to print with these choices. Try a longer time."),
}


def sentence(error: ExpectedError, own: Mapping[str, str] | None = None) -> str:
    """Return the sentence for an error in the screen's language.

    `own` is a room's table for its own codes, looked at first. Raises KeyError for a code without
    a sentence: that is a bug, and a test looks for it.
    """
    text = (own or {}).get(error.code) or SENTENCES[error.code]
    return gettext(text).format(**_readable(error.params))


def _readable(params: Mapping[str, str | int]) -> dict[str, str | int]:
    """Return the places' values; in Urdu a path or a name keeps the order of its own letters."""
    if screen_words().direction == "ltr":
        return dict(params)
    return {key: isolate(v) if isinstance(v, str) else v for key, v in params.items()}
