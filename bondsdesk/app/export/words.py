# SPDX-License-Identifier: GPL-3.0-or-later
"""What the export page says when a PDF is there."""

from __future__ import annotations

from bondsdesk.app.export.making import Saved
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext


def saved_words(saved: Saved) -> str:
    """Return where it lies, how long it is, and honestly how many characters became marks."""
    said = ngettext(
        "Saved as {name}, {count} page.", "Saved as {name}, {count} pages.", saved.pages
    ).format(name=saved.path.name, count=saved.pages)
    if not saved.replaced:
        return said
    marks = ngettext(
        "{count} character has no letter in our fonts; a mark stands in its place.",
        "{count} characters have no letter in our fonts; a mark stands in their place.",
        saved.replaced,
    ).format(count=saved.replaced)
    return _("{first} {second}").format(first=said, second=marks)
