# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue: every sentence a person reads, in English and Urdu, for the screen and for paper.

Code marks English sentences; Babel collects them into resources/translations/bondsdesk.pot and
compiles the Urdu catalogue; the standard library's gettext reads it. The screen's language is the
one process-wide setting here, because a sentence may be asked for from anywhere; paper is made in
its own language through `Words`.
"""

from __future__ import annotations

import gettext as _gettext
from typing import Literal, get_args

from bondsdesk.kernel.assets import asset
from bondsdesk.kernel.text import Direction

Language = Literal["en", "ur"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "ur": "اردو"}


class Words:
    """Sentences in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._catalogue: _gettext.NullTranslations = _load(language)

    @property
    def direction(self) -> Direction:
        """Return which way this language's own pages run."""
        return "rtl" if self.language == "ur" else "ltr"

    def gettext(self, sentence: str) -> str:
        """Return the sentence in this language; the English one if the catalogue lacks it."""
        return self._catalogue.gettext(sentence)

    def pgettext(self, context: str, sentence: str) -> str:
        """Like gettext, for a word that means different things in different places."""
        return self._catalogue.pgettext(context, sentence)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form for a count, with its `{count}` place still to be filled."""
        return self._catalogue.ngettext(one, many, count)


def _load(language: Language) -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    with asset("translations", language, "bondsdesk.mo").open("rb") as stream:
        return _gettext.GNUTranslations(stream)


_screen = Words("en")


def use_language(language: Language) -> Words:
    """Make a language the screen's language and return its words."""
    global _screen  # noqa: PLW0603 - the one process-wide setting, see the module's docstring
    _screen = Words(language)
    return _screen


def screen_words() -> Words:
    """Return the words of the screen's language."""
    return _screen


def gettext(sentence: str) -> str:
    """Translate a sentence for the screen; import it as `_`."""
    return _screen.gettext(sentence)


def pgettext(context: str, sentence: str) -> str:
    """Translate a sentence in a context for the screen."""
    return _screen.pgettext(context, sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a counted sentence for the screen."""
    return _screen.ngettext(one, many, count)


def mark(sentence: str) -> str:
    """Mark a sentence in a table for the catalogue, to be translated when it is shown."""
    return sentence
