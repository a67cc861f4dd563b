# SPDX-License-Identifier: GPL-3.0-or-later
"""A vault is made, closed, opened by each partner, written to and read."""

from __future__ import annotations

from pathlib import Path

from bondsdesk.kernel.migration import Migration, MigrationSet
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import (
    create_vault,
    open_vault,
    prepare_partner,
    read_threshold,
    unwrap_own_sheet,
    unwrap_passphrase,
    unwrap_shared_sheet,
)
from tests.fakes import FakeClock
from tests.people import AYESHA, BILAL, vault_files

NOTES = MigrationSet(
    "notes",
    (Migration("notes", ("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT) STRICT",)),),
)


def test_two_people_found_a_vault_and_each_can_open_it(
    tmp_path: Path, clock: FakeClock, cheap_kdf: KdfCost
) -> None:
    files = vault_files(tmp_path)
    vault, sheets = create_vault(files, AYESHA.as_new(), clock, (NOTES,), cheap_kdf)
    own = vault.enrol_second(prepare_partner(BILAL.as_new(), cheap_kdf))
    assert vault.pair.name_of("a") == "Ayesha"
    assert vault.pair.name_of("b") == "Bilal"
    with vault.work() as work:
        work.run("INSERT INTO note (body) VALUES (?)", ("thank you",))
        work.box.put("note.draft", "11", {"text": "not yet"})
    vault.close()

    assert [s.symbol for s in read_threshold(files).slots] == ["leaf", "moon"]
    for secrets in (
        unwrap_passphrase(files, "b", BILAL.passphrase),
        unwrap_own_sheet(files, own.own),
        unwrap_shared_sheet(files, sheets.shared or ""),
    ):
        vault = open_vault(files, secrets, clock, (NOTES,))
        assert vault.warnings == ()
        with vault.read() as reader:
            assert reader.value("SELECT body FROM note") == "thank you"
            if secrets.partner:
                assert reader.box.get("11") is None
        vault.close()
    vault = open_vault(files, unwrap_passphrase(files, "a", AYESHA.passphrase), clock, (NOTES,))
    with vault.read() as reader:
        assert [i.document for i in reader.box.list("note.draft")] == [{"text": "not yet"}]
    vault.close()
