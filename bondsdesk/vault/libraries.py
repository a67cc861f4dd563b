# SPDX-License-Identifier: GPL-3.0-or-later
"""The self-check of the storage libraries: known-bad builds are refused before a vault is touched.

Source of the bounds: security-evidence section 3. The family's other wheels carry a bug of the
write-ahead log and two memory bugs of FTS5.
"""

from __future__ import annotations

from functools import cache

import sqlcipher3.dbapi2 as sqlcipher

from bondsdesk.kernel.errors import ExpectedError

_SQLITE_AT_LEAST = (3, 53, 3)
_SQLCIPHER_AT_LEAST = (4, 17)
_NEEDED_OPTIONS = frozenset({"TEMP_STORE=2", "ENABLE_FTS5", "HAS_CODEC"})


@cache
def check_libraries() -> str:
    """Return the versions in one line for the self-test.

    Raises ExpectedError "libraries.unfit" with `found`.
    """
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA key = \"x'" + "00" * 48 + "'\"")
        cipher = _first(connection, "cipher_version")
        provider = _first(connection, "cipher_provider")
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    finally:
        connection.close()
    found = f"SQLite {sqlcipher.sqlite_version}, SQLCipher {cipher}, {provider}"
    fit = (
        _numbers(sqlcipher.sqlite_version) >= _SQLITE_AT_LEAST
        and _numbers(cipher) >= _SQLCIPHER_AT_LEAST
        and provider == "openssl"
        and options >= _NEEDED_OPTIONS
    )
    if not fit:
        raise ExpectedError("libraries.unfit", found=found)
    return found


def _first(connection: sqlcipher.Connection, pragma: str) -> str:
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return str(row[0]) if row else ""


def _numbers(version: str) -> tuple[int, ...]:
    number, _, _ = version.partition(" ")
    return tuple(int(part) for part in number.split(".") if part.isdigit())
