# SPDX-License-Identifier: GPL-3.0-or-later
"""The commit counter outside the database: notices lost commits and folders rolled back.

Two fixed records written in turn and flushed after every commit; a torn write spoils one of them
only. Sealed under a key from the vault key, so a stranger sees no times. See FORMAT.md.
"""

from __future__ import annotations

import contextlib
import os
import struct
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.people import PARTNERS, PartnerId
from bondsdesk.vault.aead import (
    NONCE_BYTES,
    TAG_BYTES,
    SealedBytes,
    UnsealError,
    seal,
    unseal,
)
from bondsdesk.vault.files import flush_file, make_private_folder, write_whole

_LAYOUT = struct.Struct(">QQQqqqB")
RECORD_BYTES = NONCE_BYTES + _LAYOUT.size + TAG_BYTES
Verdict = Literal["fine", "unclean", "missing", "older", "unknown"]


@dataclass(frozen=True, slots=True)
class State:
    """`sequence`: number of this record. `commits`: the database's counter. `epoch`: the header's.

    `moment`: when it was written; `sessions`: when each partner last was here (a, b); all in
    milliseconds since 1970 UTC, 0 for never. `clean`: the vault was closed properly.
    """

    sequence: int = 0
    commits: int = 0
    epoch: int = 0
    moment: int = 0
    sessions: tuple[int, int] = (0, 0)
    clean: bool = True

    def last_session(self, partner: PartnerId) -> datetime | None:
        """Return when a partner last was here."""
        milliseconds = self.sessions[PARTNERS.index(partner)]
        return _moment(milliseconds) if milliseconds else None

    def when(self) -> datetime:
        """Return when this record was written."""
        return _moment(self.moment)

    def after(self, partner: PartnerId | None, now: datetime, **changes: Any) -> State:
        """Return the record that follows this one; `changes` are of commits, epoch, clean."""
        moment = round(now.timestamp() * 1000)
        seen = [
            moment if partner == p else before
            for p, before in zip(PARTNERS, self.sessions, strict=True)
        ]
        return replace(
            self,
            sequence=self.sequence + 1,
            moment=moment,
            sessions=(seen[0], seen[1]),
            **changes,
        )


def judge(own: State | None, config: State | None, commits: int) -> tuple[Verdict, int]:
    """Compare the records with the database's counter; return the verdict and commits missing.

    "missing": the log was cut after a crash. "older": an older folder or database was put here.
    A counter one ahead of the record is a crash between the commit and its record: nothing lost.
    """
    known = max((s.commits for s in (own, config) if s), default=commits)
    if known > commits:
        crashed = own is not None and not own.clean and own.commits == known
        return ("missing" if crashed else "older"), known - commits
    if own is None:
        return "unknown", 0
    return ("fine" if own.clean else "unclean"), 0


def read_state(path: Path, key: bytes, vault_id: str) -> State | None:
    """Return the newer sound record of a file, None if there is none."""
    try:
        with path.open("rb") as stream:
            content = stream.read(2 * RECORD_BYTES)
    except OSError:
        return None
    records = (
        _open_record(key, vault_id, slot, content[slot * RECORD_BYTES : (slot + 1) * RECORD_BYTES])
        for slot in (0, 1)
    )
    return max((r for r in records if r), key=lambda r: r.sequence, default=None)


class StateFile:
    """The open state file of an open vault."""

    def __init__(self, path: Path, key: bytes, vault_id: str, state: State) -> None:
        """Open the file, making it if it is lost. Raises OSError."""
        self.state = state
        self._key = key
        self._vault_id = vault_id
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._handle: int | None = os.open(path, flags, 0o600)

    def write(self, state: State) -> None:
        """Write the next record over the older of the two and flush it. Raises OSError."""
        if self._handle is None:
            return
        slot = state.sequence & 1
        record = _seal_record(self._key, self._vault_id, slot, state)
        os.lseek(self._handle, slot * RECORD_BYTES, os.SEEK_SET)
        os.write(self._handle, record)
        if sys.platform == "linux":
            os.fdatasync(self._handle)
        else:
            flush_file(self._handle)
        self.state = state

    def close(self) -> None:
        """Close the file; closing twice is fine."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def write_first_state(path: Path, key: bytes, vault_id: str) -> None:
    """Write the state of a vault that nobody has opened yet. Raises OSError."""
    write_whole(path, _seal_record(key, vault_id, 0, State()))


def copy_state(path: Path, folder: Path, key: bytes, vault_id: str, state: State) -> None:
    """Keep one record in the per-user folder; a folder that cannot be written stops nothing."""
    slot = state.sequence & 1
    record = _seal_record(key, vault_id, slot, state)
    with contextlib.suppress(OSError):
        make_private_folder(folder)
        write_whole(path, bytes(slot * RECORD_BYTES) + record)


def _seal_record(key: bytes, vault_id: str, slot: int, state: State) -> bytes:
    content = _LAYOUT.pack(
        state.sequence,
        state.commits,
        state.epoch,
        state.moment,
        *state.sessions,
        1 if state.clean else 0,
    )
    sealed = seal(key, content, _label(vault_id, slot))
    return sealed.nonce + sealed.box


def _open_record(key: bytes, vault_id: str, slot: int, record: bytes) -> State | None:
    sealed = SealedBytes(record[:NONCE_BYTES], record[NONCE_BYTES:])
    try:
        content = unseal(key, sealed, _label(vault_id, slot))
        sequence, commits, epoch, moment, first, second, clean = _LAYOUT.unpack(content)
    except (UnsealError, struct.error):
        return None
    return State(sequence, commits, epoch, moment, (first, second), bool(clean))


def _label(vault_id: str, slot: int) -> bytes:
    return canonical_json([vault_id, "state", slot])


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
