# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk that writes until it is killed; each number it prints was acknowledged before."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from bondsdesk.kernel.clock import SystemClock
from bondsdesk.kernel.migration import Migration, MigrationSet
from bondsdesk.vault.opening import open_vault, unwrap_passphrase
from bondsdesk.vault.vault import Vault
from tests.people import AYESHA, vault_files
from tests.vault.notes import NOTES

STEPS = 12
MANY = MigrationSet(
    "notes",
    (
        *NOTES.migrations,
        *(
            Migration(
                f"step {n}",
                (f"CREATE TABLE t{n} AS SELECT '{'y' * 20_000}' AS x",),
            )
            for n in range(STEPS)
        ),
    ),
)


def main() -> None:
    """Open the vault below a folder and write, or bring its tables up to date."""
    folder, mode = Path(sys.argv[1]), sys.argv[2]
    files = vault_files(folder)
    secrets = unwrap_passphrase(files, "a", AYESHA.passphrase)
    say("ready")
    if mode == "migrate":
        open_vault(files, secrets, SystemClock(), (MANY,))
        say("done")
        return
    _write(open_vault(files, secrets, SystemClock(), (NOTES,)))


def _write(vault: Vault) -> None:
    chance = random.Random()  # noqa: S311 - a workload
    with vault.read() as reader:
        number = reader.value("SELECT coalesce(max(id), 0) FROM note")
    while True:
        number += 1
        with vault.work() as work:
            body = f"{number} " + "x" * chance.randrange(9_000)
            work.run("INSERT INTO note (id, body) VALUES (?, ?)", (number, body))
            work.run("INSERT INTO note_search (rowid, shadow) VALUES (?, ?)", (number, body))
            work.box.put("note.draft", "draft", {"number": number})
            if chance.random() < 0.2:
                gone = chance.randrange(1, number + 1)
                work.run("UPDATE note SET body = 'gone' WHERE id = ?", (gone,))
        say(str(number))
        if chance.random() < 0.05:
            vault.backup()


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
