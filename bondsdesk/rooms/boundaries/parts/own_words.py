# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that a person wrote, at the window's leading edge; a word without an end breaks anywhere.

A QLabel breaks between words only, and one of a hundred letters would push its card out of sight.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText

_ENDLESS: Final = 24
"""Letters of a word that may not fit in a narrow column; hardly any real word is as long."""


def own_words(text: str, look: Look, *, title: bool = False) -> QLabel:
    """Return the words as a label, of a title or of running text; they can be copied."""
    if any(len(word) > _ENDLESS for word in text.split()):
        return ReadingText(text, look, size=24 if title else 14, bold=title)
    label = Label(text, look, role="title" if title else "body", wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
