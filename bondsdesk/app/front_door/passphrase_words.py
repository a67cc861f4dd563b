# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for how strong a passphrase is, and for what makes a weak one weak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bondsdesk.kernel.words import gettext, mark

if TYPE_CHECKING:
    from bondsdesk.vault.passphrase import Reason

_REASONS: dict[Reason, str] = {
    "empty": mark("Nothing is written yet."),
    "short": mark("It is short. A few more words make it strong."),
    "long": mark("It is longer than 200 letters. A shorter one is enough."),
    "name": mark("It holds a name. Your partner would try names first."),
    "date": mark("It holds a date or a year. Dates are guessed early."),
    "repeated": mark("It repeats or counts up. Such rows are guessed early."),
    "keyboard": mark("It follows the keys of the keyboard. Such rows are guessed early."),
    "common": mark("It is made of words that many people use. Add a few that do not fit."),
    "more": mark("A little longer and it is strong."),
}
_SCORES = (
    mark("Very weak"),
    mark("Very weak"),
    mark("Weak"),
    mark("Strong"),
    mark("Strong"),
)


def reason_sentence(reason: Reason) -> str:
    """Return why a passphrase is refused, in the screen's language."""
    return gettext(_REASONS[reason])


def strength_words(score: int) -> str:
    """Return the word beside the bar for a score of 0 to 4."""
    return gettext(_SCORES[score])
