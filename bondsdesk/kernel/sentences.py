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
    "desk.not_kept": mark(
        "Something you wrote could not be kept yet. It still stands on its page."
    ),
    "draft.changed": mark(
        "You have written on this draft since, so the step is not done again. The draft is here."
    ),
    "export.nothing": mark("There is nothing to print with these choices. Try a longer time."),
    "libraries.unfit": mark(
        "This copy of Bondsdesk came with parts that could harm what you keep ({found}). Please "
        "install it again."
    ),
    "vault.header_missing": mark(
        "The file that opens this place is missing from {folder}. Put it back from a copy in "
        "{backups}; nothing new is begun here."
    ),
    "vault.header_damaged": mark(
        "The file that opens this place is damaged, and so is its second copy. Bring back a copy "
        "from {backups}; your passphrase is not the cause."
    ),
    "vault.header_changed": mark(
        "Somebody changed the file that opens this place. Bring back a copy from before that, and"
        " look who can use this laptop."
    ),
    "vault.header_healed": mark(
        "One copy of the file that opens this place was damaged or old. It is whole again."
    ),
    "vault.newer": mark(
        "This place was made by a newer Bondsdesk. Install the newer one to open it; nothing is "
        "lost."
    ),
    "vault.kdf_bounds": mark(
        "The file that opens this place asks for an effort that cannot be right. Somebody may "
        "have changed it; bring back a copy from before."
    ),
    "vault.database_missing": mark(
        "The file with what you two wrote is missing from {folder}. Bring it back from {backups} "
        "(newest copy: {newest}); nothing new is begun here."
    ),
    "vault.database_empty": mark(
        "The file with what you two wrote is empty: it was damaged or replaced. Bring it back "
        "from {backups} (newest copy: {newest}); nothing new is begun here."
    ),
    "vault.database_replaced": mark(
        "The file with what you two wrote is not the one that belongs here. Bring yours back from"
        " {backups} (newest copy: {newest})."
    ),
    "vault.damaged": mark(
        "A part of what is kept in {folder} is damaged. Nothing is written over it. Copies lie in"
        " {backups}, the newest is {newest}."
    ),
    "vault.row_damaged": mark(
        "This part is damaged and is not shown. A copy may still hold it whole."
    ),
    "vault.in_use": mark(
        "This place is open already, in another window or by another account of this laptop. "
        "Close it there first."
    ),
    "vault.files_present": mark(
        "There is already something of Bondsdesk in {folder}. Nothing new is begun over it; "
        "choose another folder, or bring back a copy."
    ),
    "vault.disk_full": mark(
        "The disk with {folder} is full, so this could not be kept. Make some room, then try "
        "again; what you typed is still here."
    ),
    "vault.disk_low": mark(
        "The disk with {folder} is almost full ({mib} MB left). Make some room before you go on; "
        "what you typed is still here."
    ),
    "vault.read_only": mark(
        "Nothing can be written in {folder}: the disk or the folder is read-only. Unlock the disk"
        " or move the folder, then open it again."
    ),
    "vault.no_rights": mark(
        "This account may not read or write in {folder}. Give it the right to, or choose another "
        "folder."
    ),
    "vault.io": mark(
        "The disk with {folder} does not answer as it should (number {number}). Look at the disk "
        "or the cable, then try again."
    ),
    "vault.memory": mark(
        "There is not enough free memory to open this place: {mib} MB are needed for a moment. "
        "Close other programs and try again; your passphrase is not the cause."
    ),
    "vault.memory_low": mark(
        "The laptop is out of free memory. Close other programs and try again; what you typed is "
        "still here."
    ),
    "vault.older_copy": mark(
        "This place is older than the one you used on {day}. Changes missing: {count}. If nobody "
        "brought back a copy on purpose, look for the newer one before you go on."
    ),
    "vault.commits_missing": mark(
        "The laptop stopped suddenly on {day}, and the disk did not keep all of it. Changes "
        "missing: {count}. Please look at what you did last."
    ),
    "vault.unclean": mark("The laptop stopped suddenly last time. All that was saved is here."),
    "vault.state_lost": mark(
        "The small file that counts your changes was missing. It is kept again from now on."
    ),
    "vault.header_older": mark(
        "The file that opens this place was put back from before: an old passphrase or an old "
        "sheet may open it again. If nobody brought back a copy on purpose, make a new passphrase "
        "and new sheets."
    ),
    "vault.restore_damaged": mark(
        "A copy was being brought back here, and its note in {folder} is damaged. Set that folder "
        "aside, then bring the copy back once more."
    ),
    "vault.restored": mark(
        "On {day} a copy was brought back here. What was written after the copy is in the folder "
        "{folder}."
    ),
    "vault.partner_key_replaced": mark(
        "Your partner's keys are new since you were last here: their place was set up again. If "
        "you did not know of this, ask them."
    ),
    "vault.look_taken": mark("Your partner has this symbol or colour. Please choose another one."),
    "vault.seat_taken": mark("Both places are taken already."),
    "vault.seat_yours": mark(
        "This is your own place. Change your passphrase in the settings instead."
    ),
    "secret.wrong": mark("That passphrase doesn't open this place."),
    "sheet.wrong": mark(
        "This sheet doesn't open this place. It may be an old one, or belong to another place."
    ),
    "secret.no_seat": mark("Nobody has taken this place yet."),
    "secret.outdated": mark("These keys were replaced meanwhile. Please open the place again."),
    "sheet.length": mark(
        "A sheet has {wanted} letters and digits in nine groups; these are {count}. Look at them "
        "group by group."
    ),
    "sheet.letter": mark("“{letter}” is on no sheet. Look at that group once more."),
    "sheet.mistyped": mark(
        "One of the letters is not the one on the sheet. Look at them group by group."
    ),
    "sheet.other_kind": mark(
        "This is the other kind of sheet. Please use the one that is asked for."
    ),
    "box.closed": mark(
        "The shared sheet opens what you two share, and nobody's own place. Use your passphrase "
        "or your own sheet for that."
    ),
    "box.damaged": mark(
        "This private piece cannot be opened: it was damaged, or sealed with keys that are gone."
    ),
    "box.not_yours": mark("This belongs to your partner."),
    "box.rolled_back": mark(
        "Something in your private place is older or fewer than you left it. Look whether all "
        "your drafts are there."
    ),
    "bundle.no_file": mark("This file cannot be read."),
    "bundle.unreadable": mark("This file is not an agreement that was saved for checking."),
    "bundle.newer": mark("This file was made by a newer Bondsdesk."),
    "bundle.no_text": mark("The words of this agreement cannot be read, so it cannot be saved."),
    "backup.cancelled": mark("The copy was not finished. The older copies are untouched."),
    "backup.unsound": mark(
        "The new copy did not pass its check, so it was thrown away. The older copies are "
        "untouched; please try again."
    ),
    "backup.damaged": mark("The copy {file} is damaged. Please take another one."),
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
