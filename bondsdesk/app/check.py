# SPDX-License-Identifier: GPL-3.0-or-later
"""`bondsdesk check`: look through a whole vault from a terminal, without a window.

It asks for a passphrase, opens the vault as that partner, and says in whole sentences what is not
as it should be. It changes nothing but what every opening changes.
"""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from bondsdesk.app.front_door.sentences import door_sentence
from bondsdesk.app.options import Options
from bondsdesk.app.preamble import Preamble, read_preamble
from bondsdesk.kernel.clock import SystemClock
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext, use_language

if TYPE_CHECKING:
    from bondsdesk.vault.opening import Secrets


def check(options: Options) -> int:
    """Check the vault and say what was found; 0 if all is well, 1 if not or not to be opened."""
    preamble = read_preamble(options)
    use_language(options.language or preamble.settings.language or "en")
    try:
        found = _look_through(preamble)
    except ExpectedError as error:
        _tell(door_sentence(error), sys.stderr)
        return 1
    for finding in found:
        _tell(door_sentence(finding), sys.stdout)
    if found:
        told = ngettext("{count} thing to look at.", "{count} things to look at.", len(found))
        _tell(told.format(count=len(found)), sys.stdout)
        return 1
    _tell(_("Everything is as it should be."), sys.stdout)
    return 0


def _look_through(preamble: Preamble) -> list[ExpectedError]:
    from bondsdesk.app.house import migration_sets
    from bondsdesk.vault.opening import open_vault
    from bondsdesk.vault.threshold import read_threshold
    from bondsdesk.vault.whole_check import check_vault

    if not preamble.files.present():
        raise ExpectedError("check.nothing", folder=str(preamble.folders.data))
    read_threshold(preamble.files)
    secrets = _unlock(preamble, _ask())
    vault = open_vault(preamble.files, secrets, SystemClock(), migration_sets())
    try:
        return check_vault(vault)
    finally:
        vault.close()


def _unlock(preamble: Preamble, passphrase: str) -> Secrets:
    """Try both places; a terminal need not know who asks."""
    from bondsdesk.vault.opening import unwrap_passphrase
    from bondsdesk.vault.threshold import read_threshold

    slots = read_threshold(preamble.files).slots
    for slot in slots[:-1]:
        try:
            return unwrap_passphrase(preamble.files, slot.partner, passphrase)
        except ExpectedError as error:
            if error.code != "secret.wrong":
                raise
    return unwrap_passphrase(preamble.files, slots[-1].partner, passphrase)


def _ask() -> str:
    """Read the passphrase from the terminal without showing it, or one line from a pipe."""
    if sys.stdin is not None and not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return getpass.getpass(_("Passphrase") + ": ")


def _tell(sentence: str, stream: object) -> None:
    if stream is not None:
        print(sentence, file=stream)  # type: ignore[call-overload]
