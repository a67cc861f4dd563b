# SPDX-License-Identifier: GPL-3.0-or-later
"""Vaults made by format 1 open for ever: one fixed vault, tried by us and by the second reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.vault.header import parse_header
from bondsdesk.vault.kdf import derive
from bondsdesk.vault.opening import (
    open_vault,
    unwrap_own_sheet,
    unwrap_passphrase,
    unwrap_shared_sheet,
)
from bondsdesk.vault.sheet_code import read_code, write_code
from bondsdesk.vault.vault_key import database_key, is_authentic
from tests.fakes import FakeClock
from tests.people import vault_files
from tests.vault import second_reader as other
from tests.vault.notes import NOTES, notes_in

VECTORS = Path(__file__).parent / "vectors" / "format-1.json"
NOTE = "Thank you for the tea. چائے کا شکریہ"


@pytest.fixture(scope="module")
def vector() -> dict[str, Any]:
    """The fixed vault and every key on the way into it."""
    document: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return document


def _laid_out(vector: dict[str, Any], folder: Path) -> Any:
    files = vault_files(folder)
    files.header.write_bytes(vector["header"].encode())
    files.mirror.write_bytes(vector["header"].encode())
    files.database.write_bytes(bytes.fromhex(vector["database"]))
    files.state.write_bytes(bytes.fromhex(vector["state"]["bytes"]))
    return files


def test_a_vault_of_format_1_opens_with_every_secret(
    vector: dict[str, Any], tmp_path: Path, clock: FakeClock
) -> None:
    files = _laid_out(vector, tmp_path)
    partners = vector["partners"]
    for secrets in (
        unwrap_passphrase(files, "a", partners["a"]["passphrase"]),
        unwrap_passphrase(files, "b", partners["b"]["passphrase"]),
        unwrap_own_sheet(files, partners["a"]["own_sheet"]),
        unwrap_own_sheet(files, partners["b"]["own_sheet"]),
        unwrap_shared_sheet(files, vector["shared_sheet"]),
    ):
        assert secrets.vault_key.hex() == vector["vault_key"]
        vault = open_vault(files, secrets, clock, (NOTES,))
        assert vault.warnings == ()
        assert notes_in(vault) == [NOTE]
        if secrets.partner == "a":
            with vault.read() as reader:
                item = reader.box.get(vector["sealed_item"]["uid"])
            assert item is not None
            assert item.document == vector["sealed_item"]["content"]["document"]
        vault.close()


def test_every_key_on_the_way_is_the_fixed_one(vector: dict[str, Any]) -> None:
    header = parse_header(vector["header"].encode())
    slot = header.partners["a"]
    a = vector["partners"]["a"]
    assert derive(a["passphrase"], slot.kdf.salt, slot.kdf.cost()).hex() == a["kdf_key"]
    vault_key = bytes.fromhex(vector["vault_key"])
    assert is_authentic(header, vault_key)
    assert database_key(vault_key).hex() == vector["database_key"]
    assert header.to_bytes() == vector["header"].encode()


def test_the_second_reader_gets_the_same(vector: dict[str, Any], tmp_path: Path) -> None:
    content = vector["header"].encode()
    opened = other.by_passphrase(content, "a", vector["partners"]["a"]["passphrase"])
    assert opened.vault_key.hex() == vector["vault_key"]
    assert opened.keyring == vector["partners"]["a"]["keyring"]
    assert other.by_shared_sheet(content, vector["shared_sheet"]).vault_key == opened.vault_key
    state = other.read_state(bytes.fromhex(vector["state"]["bytes"]), opened)
    assert state[1] == vector["state"]["commits"]
    path = tmp_path / "vault.db"
    path.write_bytes(bytes.fromhex(vector["database"]))
    connection = other.open_database(path, opened)
    assert connection.execute("SELECT body FROM note").get == NOTE
    items = other.private_items(connection, opened)
    assert items[vector["sealed_item"]["uid"]] == vector["sealed_item"]["content"]
    connection.close()


def test_codes_and_canonical_bytes_are_the_fixed_ones(vector: dict[str, Any]) -> None:
    for code in vector["sheet_codes"]:
        secret = bytes.fromhex(code["secret"])
        assert write_code(code["kind"], secret) == code["code"]
        assert read_code(code["kind"], code["code"]) == secret
        assert other.read_paper(code["kind"], code["code"]) == secret
    for example in vector["canonical"]:
        assert canonical_json(example["document"]).hex() == example["bytes"]
