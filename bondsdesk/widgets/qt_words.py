# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt's own words (OK, Cancel, Copy, the file dialog) from our catalogue: Qt ships no Urdu."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTranslator

from bondsdesk.kernel.words import Words, mark

QT_WORDS: Final = frozenset(
    (
        mark("OK"),
        mark("Save"),
        mark("Open"),
        mark("&Open"),
        mark("&Save"),
        mark("&Choose"),
        mark("Cancel"),
        mark("Close"),
        mark("&Yes"),
        mark("&No"),
        mark("Help"),
        mark("Apply"),
        mark("Reset"),
        mark("Discard"),
        mark("Retry"),
        mark("&Undo"),
        mark("&Redo"),
        mark("Cu&t"),
        mark("&Copy"),
        mark("&Paste"),
        mark("Delete"),
        mark("Select All"),
        mark("&Select All"),
        mark("&Step up"),
        mark("Step &down"),
        mark("Look in:"),
        mark("Back"),
        mark("Go back"),
        mark("Forward"),
        mark("Go forward"),
        mark("Parent Directory"),
        mark("Go to the parent directory"),
        mark("Create New Folder"),
        mark("Create a New Folder"),
        mark("List View"),
        mark("Change to list view mode"),
        mark("Detail View"),
        mark("Change to detail view mode"),
        mark("Sidebar"),
        mark("List of places and bookmarks"),
        mark("Files"),
        mark("Files of type:"),
        mark("File &name:"),
        mark("Directory:"),
        mark("Folder"),
        mark("File"),
        mark("New Folder"),
        mark("&New Folder"),
        mark("&Rename"),
        mark("&Delete"),
        mark("Show &hidden files"),
        mark("Name"),
        mark("Size"),
        mark("Type"),
        mark("Kind"),
        mark("Date Modified"),
        mark("Computer"),
        mark("My Computer"),
        mark("Remove"),
        mark("Find Directory"),
        mark("Save As"),
        mark("All Files (*)"),
        mark("%1 already exists.\nDo you want to replace it?"),
        mark("%1\nFile not found.\nPlease verify the correct file name was given."),
        mark("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
        mark("Are you sure you want to delete '%1'?"),
        mark("'%1' is write protected.\nDo you want to delete it anyway?"),
        mark("Could not delete directory."),
        mark("Scroll here"),
        mark("Top"),
        mark("Bottom"),
        mark("Page up"),
        mark("Page down"),
        mark("Scroll up"),
        mark("Scroll down"),
        mark("Left edge"),
        mark("Right edge"),
        mark("Page left"),
        mark("Page right"),
        mark("Scroll left"),
        mark("Scroll right"),
    )
)
"""What Qt's buttons, menus and its file dialog say, exactly as Qt asks for it."""


class QtWords(QTranslator):
    """Install it on the application: `app.installTranslator(QtWords(words, app))`."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        """Return False: Qt does not ask an empty translator."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return our words for Qt's, None for anything else; "" would blank the button."""
        del context, disambiguation, n
        return self._words.gettext(sourceText) if sourceText in QT_WORDS else None
