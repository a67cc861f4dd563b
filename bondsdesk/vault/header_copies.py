# SPDX-License-Identifier: GPL-3.0-or-later
"""The three copies of the key slots: the newest sound one is the truth, the others are healed."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.envelope import LIMIT, DamagedEnvelopeError, NewerFormatError
from bondsdesk.vault.files import VaultFiles, make_private_folder, os_failure, write_whole
from bondsdesk.vault.header import Header, parse_header


@dataclass(frozen=True, slots=True)
class HeaderCopies:
    """What was found: sound headers, newest first, and whether a copy in the data folder is not it.

    Copies of another vault id than the newest one in the data folder are left out.
    """

    candidates: tuple[Header, ...]
    needs_healing: bool

    @property
    def newest(self) -> Header:
        """Return the header that counts."""
        return self.candidates[0]


def read_copies(files: VaultFiles) -> HeaderCopies:
    """Read all copies; never writes.

    Raises ExpectedError "vault.header_missing" where there is no copy at all,
    "vault.header_damaged" where none is sound (both with `folder` and `backups`), "vault.newer",
    and what `os_failure` says for a folder that cannot be read.
    """
    contents = {p: _content(p) for p in (files.header, files.mirror, files.config_header)}
    sound = {path: header for path, c in contents.items() if c and (header := _parse(c))}
    if not sound:
        there = any(c is not None for c in contents.values())
        raise ExpectedError(
            "vault.header_damaged" if there else "vault.header_missing",
            folder=str(files.data),
            backups=str(files.backups),
        )
    at_home = [h for p, h in sound.items() if p != files.config_header] or list(sound.values())
    home_id = max(at_home, key=_epoch).vault_id
    ranked = sorted((h for h in sound.values() if h.vault_id == home_id), key=_epoch, reverse=True)
    newest = ranked[0].to_bytes()
    stale = contents[files.header] != newest or contents[files.mirror] != newest
    distinct = tuple({h.to_bytes(): h for h in ranked}.values())
    return HeaderCopies(distinct, stale)


def save_header(files: VaultFiles, header: Header) -> None:
    """Write all copies: the primary, then the mirror, then the one in the config folder.

    An interruption leaves the primary old or new, never half. Raises ExpectedError as `os_failure`
    does if the primary could not be written; then nothing has changed. A copy that cannot be
    written is healed at the next unlock.
    """
    content = header.to_bytes()
    try:
        write_whole(files.header, content)
    except OSError as error:
        raise os_failure(error, files.data) from error
    with contextlib.suppress(OSError):
        write_whole(files.mirror, content)
    refresh_config_copy(files, content)


def heal_copies(files: VaultFiles, header: Header) -> None:
    """Write the true header wherever a copy differs. A place that cannot be written is left."""
    content = header.to_bytes()
    for path in (files.header, files.mirror):
        with contextlib.suppress(OSError):
            if _content(path) != content:
                write_whole(path, content)
    refresh_config_copy(files, content)


def refresh_config_copy(files: VaultFiles, content: bytes) -> None:
    """Renew the third copy. A config folder that cannot be written stops nothing."""
    with contextlib.suppress(OSError, ExpectedError):
        if _content(files.config_header) != content:
            make_private_folder(files.config)
            write_whole(files.config_header, content)


def _content(path: Path) -> bytes | None:
    """Return the bytes of a copy, None if it is not there; never more than a header can have."""
    try:
        with path.open("rb") as stream:
            return stream.read(LIMIT + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise os_failure(error, path.parent) from error


def _parse(content: bytes) -> Header | None:
    try:
        return parse_header(content)
    except NewerFormatError as error:
        raise ExpectedError("vault.newer") from error
    except DamagedEnvelopeError:
        return None


def _epoch(header: Header) -> int:
    return header.epoch
