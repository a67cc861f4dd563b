# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences for what can go wrong before anyone sits at the desk."""

from __future__ import annotations

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import mark

DOOR_SENTENCES: dict[str, str] = {
    "start.lock_file": mark(
        "Bondsdesk cannot write in its folder {folder}: the disk may be full, or this account may "
        "not write there. Make room, or choose another folder with --data-dir."
    ),
    "start.display": mark("Bondsdesk needs a screen to show its window, and found none."),
    "start.second": mark(
        "Bondsdesk is already open for this folder, but its window does not answer. "
        "Close it, then start again."
    ),
    "start.files": mark("A part of Bondsdesk is missing or damaged. Please install it again."),
    "check.nothing": mark("There is no place of Bondsdesk in {folder}."),
    "name.blank": mark("Write the name your partner calls you. A nickname is fine."),
    "symbol.taken": mark("Your partner has this symbol. Please choose another one."),
    "colour.taken": mark("Your partner has this colour. Please choose another one."),
    "passphrase.missing": mark("Type the words once, or write a passphrase of your own."),
    "passphrase.different": mark("The two lines are not the same. Look at them with the eye."),
    "group.wrong": mark("This is not what stands on the sheet. Look at it once more."),
    "pdf.unwritable": mark(
        "The file could not be saved there. Choose another folder, or copy the sheet by hand."
    ),
}


def door_sentence(error: ExpectedError) -> str:
    """Return the sentence for an error at the door, in the screen's language."""
    return sentence(error, DOOR_SENTENCES)


def code_sentence(code: str) -> str:
    """Return the sentence for a code without places."""
    return door_sentence(ExpectedError(code))
