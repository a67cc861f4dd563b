# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks: English made two fifths longer, in brackets.

Whatever is not in brackets did not go through the catalogue; whatever is cut would be cut in some
real language too.
"""

from __future__ import annotations

import gettext
import re

_WORD = re.compile(r"\{[^{}]*\}|[^\W\d_]+")


def stretched(sentence: str) -> str:
    """Return a sentence with its places intact and its longer words longer."""

    def longer(match: re.Match[str]) -> str:
        word = match[0]
        if word.startswith("{") or len(word) < 3:
            return word
        return word + word[-1] * (2 * len(word) // 5 or 1)

    longest = _WORD.sub(longer, sentence)
    return sentence if longest == sentence else f"[{longest}]"


class Stretched(gettext.NullTranslations):
    """A catalogue of that language."""

    def gettext(self, message: str) -> str:
        """See gettext."""
        return stretched(message)

    def pgettext(self, context: str, message: str) -> str:
        """See gettext; the context only chooses between meanings."""
        return stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """See gettext."""
        return stretched(msgid1 if n == 1 else msgid2)
