# SPDX-License-Identifier: GPL-3.0-or-later
"""The one file of a backup: manifest, header, database, one after the other (see FORMAT.md)."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.aead import keyed_hash
from bondsdesk.vault.envelope import (
    LIMIT,
    DamagedEnvelopeError,
    NewerFormatError,
    read_envelope,
    write_envelope,
)
from bondsdesk.vault.files import flush_file, flush_folder, replace_file
from bondsdesk.vault.header import APP, FORMAT, Header
from bondsdesk.vault.vault_key import backup_key

Contents = dict[str, int]
_CHUNK = 1024**2


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the file: how long it is and its SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class BackupOrigin:
    """Why and when a copy is made ("daily", "migration", "asked"), and of which commit."""

    reason: str
    now: datetime
    commits: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the first two lines of a backup say; nothing of what was written by people.

    `contents`: keyed hash of the number of rows per table, so that only the vault's own people
    can compare it. `mac`: over everything else, under a key from the vault key.
    """

    vault_id: str
    made: str
    reason: str
    commits: int
    header: Part
    database: Part
    contents: str
    mac: str = ""

    def document(self) -> dict[str, Any]:
        """Return the JSON form without the MAC."""
        return {
            "app": APP,
            "commits": self.commits,
            "contents": self.contents,
            "database": {"sha256": self.database.sha256, "size": self.database.size},
            "format": FORMAT,
            "header": {"sha256": self.header.sha256, "size": self.header.size},
            "kind": "backup",
            "made": self.made,
            "reason": self.reason,
            "vault_id": self.vault_id,
        }

    def whole_document(self) -> dict[str, Any]:
        """Return the JSON form with the MAC."""
        return {**self.document(), "mac": self.mac}

    def moment(self) -> datetime:
        """Return when the copy was made, in UTC."""
        return datetime.fromisoformat(self.made)

    def is_authentic(self, vault_key: bytes) -> bool:
        """Tell whether the manifest was written by somebody with the vault key."""
        return hmac.compare_digest(self.mac, _mac(self, vault_key))


def manifest_for(
    copy: Path, header: Header, vault_key: bytes, origin: BackupOrigin, contents: Contents
) -> Manifest:
    """Return the manifest of a checked copy."""
    slots = header.to_bytes()
    with copy.open("rb") as stream:
        database = _measure(stream, copy.stat().st_size)
    manifest = Manifest(
        vault_id=header.vault_id,
        made=origin.now.isoformat(timespec="seconds"),
        reason=origin.reason,
        commits=origin.commits,
        header=Part(len(slots), hashlib.sha256(slots).hexdigest()),
        database=database,
        contents=contents_hash(contents, vault_key),
    )
    return replace(manifest, mac=_mac(manifest, vault_key))


def contents_hash(contents: Contents, vault_key: bytes) -> str:
    """Return the keyed hash of the number of rows per table."""
    return keyed_hash(backup_key(vault_key), b"contents" + canonical_json(contents)).hex()


def write_bundle(path: Path, manifest: Manifest, header: bytes, copy: Path) -> None:
    """Write the file under a temporary name, flush it, and give it its name. Raises OSError."""
    temporary = path.with_name("bundle.tmp")
    try:
        with temporary.open("wb") as stream, copy.open("rb") as source:
            temporary.chmod(0o600)
            stream.write(write_envelope(manifest.whole_document()))
            stream.write(header)
            for chunk in _chunks(source, manifest.database.size):
                stream.write(chunk)
            stream.flush()
            flush_file(stream.fileno())
        replace_file(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    flush_folder(path.parent)


def read_bundle(path: Path) -> Manifest:
    """Check every byte of a backup against its manifest; needs no secret.

    Raises ExpectedError "backup.damaged" (`file`) or "vault.newer"; OSError if it cannot be read.
    """
    with path.open("rb") as stream:
        manifest = _read_manifest(stream, path.name)
        header = _measure(stream, manifest.header.size)
        database = _measure(stream, manifest.database.size)
        if header != manifest.header or database != manifest.database or stream.read(1):
            raise ExpectedError("backup.damaged", file=path.name)
    return manifest


def glance_at_bundle(path: Path) -> Manifest:
    """Read the manifest alone. Raises as `read_bundle` does."""
    with path.open("rb") as stream:
        return _read_manifest(stream, path.name)


def unpack_bundle(path: Path, header: Path, database: Path) -> Manifest:
    """Write the parts of a backup to two new files, checked on the way and flushed.

    Raises ExpectedError "backup.damaged" with nothing to be trusted in the new files; OSError.
    """
    with path.open("rb") as stream:
        manifest = _read_manifest(stream, path.name)
        for part, target in ((manifest.header, header), (manifest.database, database)):
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as out:
                digest = hashlib.sha256()
                for chunk in _chunks(stream, part.size):
                    digest.update(chunk)
                    out.write(chunk)
                out.flush()
                flush_file(out.fileno())
            if digest.hexdigest() != part.sha256 or target.stat().st_size != part.size:
                raise ExpectedError("backup.damaged", file=path.name)
        if stream.read(1):
            raise ExpectedError("backup.damaged", file=path.name)
    return manifest


def _read_manifest(stream: BinaryIO, name: str) -> Manifest:
    content = stream.readline(LIMIT) + stream.readline(LIMIT)
    try:
        return manifest_from(read_envelope(content, APP, FORMAT))
    except NewerFormatError as error:
        raise ExpectedError("vault.newer") from error
    except (DamagedEnvelopeError, ValueError) as error:
        raise ExpectedError("backup.damaged", file=name) from error


def manifest_from(document: Any) -> Manifest:
    """Return the manifest a JSON document is. Raises ValueError if it is none."""
    try:
        manifest = Manifest(
            vault_id=str(document["vault_id"]),
            made=datetime.fromisoformat(document["made"]).isoformat(timespec="seconds"),
            reason=str(document["reason"]),
            commits=int(document["commits"]),
            header=_part(document["header"]),
            database=_part(document["database"]),
            contents=str(document["contents"]),
            mac=str(document["mac"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError from error
    if manifest.whole_document() != document or manifest.moment().tzinfo is None:
        raise ValueError
    return manifest


def _part(entry: dict[str, Any]) -> Part:
    return Part(int(entry["size"]), str(entry["sha256"]))


def _measure(stream: BinaryIO, size: int) -> Part:
    digest = hashlib.sha256()
    found = 0
    for chunk in _chunks(stream, size):
        digest.update(chunk)
        found += len(chunk)
    return Part(found, digest.hexdigest())


def _chunks(stream: BinaryIO, size: int) -> Iterator[bytes]:
    left = size
    while left > 0:
        chunk = stream.read(min(_CHUNK, left))
        if not chunk:
            return
        left -= len(chunk)
        yield chunk


def _mac(manifest: Manifest, vault_key: bytes) -> str:
    return keyed_hash(
        backup_key(vault_key), b"manifest" + canonical_json(manifest.document())
    ).hex()
