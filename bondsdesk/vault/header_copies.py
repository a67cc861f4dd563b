# SPDX-License-Identifier: GPL-3.0-or-later
"""The three copies of the key slots: the newest sound one is the truth, the others are healed."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.envelope import LIMIT, DamagedEnvelopeError, NewerFormatError
from bondsdesk.vault.files import VaultFiles, make_private_folder, os_failure, write_whole
from bondsdesk.vault.header import Header, parse_header


class HeaderCopies(NamedTuple):
    """What was found: sound headers, best first, and whether a copy in the data folder differs.

    Those of the vault that lies in the data folder come first, then by epoch.
    """

    candidates: tuple[Header, ...]
    needs_healing: bool

    @property
    def newest(self) -> Header:
        """Return the header that counts until a secret says otherwise."""
        return self.candidates[0]


def read_copies(files: VaultFiles) -> HeaderCopies:
    """Read all copies; never writes. One that cannot be read counts as one that is damaged.

    Where none is sound, raises ExpectedError "vault.newer" if one is of a later format, what
    `os_failure` says if one may not be read, else "vault.header_damaged" or
    "vault.header_missing" (both with `folder` and `backups`).
    """
    found = {p: _look(p) for p in (files.header, files.mirror, files.config_header)}
    sound = {path: copy.header for path, copy in found.items() if copy.header}
    if not sound:
        raise _none_sound(files, list(found.values()))
    at_home = [h for p, h in sound.items() if p != files.config_header] or list(sound.values())
    home_id = max(at_home, key=_epoch).vault_id
    ranked = sorted(sound.values(), key=lambda h: (h.vault_id == home_id, h.epoch), reverse=True)
    newest = ranked[0].to_bytes()
    stale = any(found[path].content != newest for path in (files.header, files.mirror))
    return HeaderCopies(tuple({h.to_bytes(): h for h in ranked}.values()), stale)


class _Copy(NamedTuple):
    content: bytes | None = None
    header: Header | None = None
    failure: ExpectedError | None = None


def _look(path: Path) -> _Copy:
    try:
        content = _content(path)
    except OSError as error:
        return _Copy(failure=os_failure(error, path.parent))
    if content is None:
        return _Copy()
    try:
        return _Copy(content, parse_header(content))
    except NewerFormatError:
        return _Copy(content, failure=ExpectedError("vault.newer"))
    except DamagedEnvelopeError:
        return _Copy(content)


def _none_sound(files: VaultFiles, copies: Sequence[_Copy]) -> ExpectedError:
    failures = [copy.failure for copy in copies if copy.failure]
    newer = [failure for failure in failures if failure.code == "vault.newer"]
    for failure in (*newer, *failures):
        return failure
    there = any(copy.content is not None for copy in copies)
    return ExpectedError(
        "vault.header_damaged" if there else "vault.header_missing",
        folder=str(files.data),
        backups=str(files.backups),
    )


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
        # It may have failed after the new file was in place: then it is in force.
        if _look(files.header).content != content:
            raise os_failure(error, files.data) from error
    with contextlib.suppress(OSError):
        write_whole(files.mirror, content)
    refresh_config_copy(files, content)


def heal_copies(files: VaultFiles, header: Header) -> None:
    """Write the true header wherever a copy differs. A place that cannot be written is left."""
    content = header.to_bytes()
    for path in (files.header, files.mirror):
        with contextlib.suppress(OSError):
            if _look(path).content != content:
                _keep_newer(path)
                write_whole(path, content)
    refresh_config_copy(files, content)


def refresh_config_copy(files: VaultFiles, content: bytes) -> None:
    """Renew the third copy. A config folder that cannot be written stops nothing."""
    with contextlib.suppress(OSError, ExpectedError):
        if _look(files.config_header).content != content:
            make_private_folder(files.config)
            write_whole(files.config_header, content)


def _content(path: Path) -> bytes | None:
    """Return the bytes of a copy, None if it is not there; never more than a header can have."""
    try:
        with path.open("rb") as stream:
            return stream.read(LIMIT + 1)
    except FileNotFoundError:
        return None


def _keep_newer(path: Path) -> None:
    """Set a copy of a later format aside under another name before it is replaced."""
    failure = _look(path).failure
    if failure is not None and failure.code == "vault.newer":
        path.replace(path.with_name(path.name + ".newer"))


def _epoch(header: Header) -> int:
    return header.epoch
