# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program, written from FORMAT.md alone, reads what we wrote (F33)."""

from __future__ import annotations

from pathlib import Path

from tests.people import AYESHA, Household
from tests.vault import second_reader as other


def _fill(household: Household) -> None:
    vault = household.sit_down("a")
    with vault.work() as work:
        work.run("INSERT INTO note (body) VALUES (?)", ("شکریہ کہ تم نے چائے بنائی ☕",))
        work.run("INSERT INTO note (body) VALUES (?)", ("long " * 8_000,))
        work.box.put("note.draft", "one", {"text": "ابھی نہیں", "when": "2026-11-22"})
        work.box.put("note.draft", "one", {"text": "not yet", "when": "2026-11-23"})
        work.box.put("check-in", "two", {"text": "x" * 700})
    household.close()


def test_another_program_opens_the_vault_with_each_kind_of_secret(household: Household) -> None:
    _fill(household)
    content = household.files.header.read_bytes()
    assert content == household.files.mirror.read_bytes()
    by_words = other.by_passphrase(content, "a", AYESHA.passphrase)
    by_paper = other.by_own_sheet(content, "a", household.own_sheets["a"])
    by_shared = other.by_shared_sheet(content, household.shared_sheet.lower())
    assert by_words.vault_key == by_paper.vault_key == by_shared.vault_key
    assert by_words.keyring is not None
    assert by_words.keyring["pin"] == by_words.header["partners"]["b"]["sig"]


def test_another_program_reads_shared_and_private_content(household: Household) -> None:
    _fill(household)
    opened = other.by_passphrase(household.files.header.read_bytes(), "a", AYESHA.passphrase)
    connection = other.open_database(household.files.database, opened)
    notes = [row[0] for row in connection.execute("SELECT body FROM note ORDER BY id")]
    assert notes == ["شکریہ کہ تم نے چائے بنائی ☕", "long " * 8_000]
    ((vault_id, commits),) = connection.execute("SELECT vault_id, commits FROM vault_meta")
    assert vault_id == opened.header["vault_id"]
    items = other.private_items(connection, opened)
    assert items["one"] == {
        "document": {"text": "not yet", "when": "2026-11-23"},
        "kind": "note.draft",
    }
    assert items["ledger-a"]["document"] == {"items": 2, "versions": 3}
    state = other.read_state(household.files.state.read_bytes(), opened)
    assert state[1] == commits
    assert state[6] == 1
    connection.close()


def test_another_program_reads_a_backup(household: Household, tmp_path: Path) -> None:
    _fill(household)
    made = household.sit_down("a").backup()
    household.close()
    manifest, header, database = other.split_backup(made.path.read_bytes())
    opened = other.by_passphrase(header, "a", AYESHA.passphrase)
    key = other.kb(opened.vault_key, b"bondsdesk backup v1")
    mac = manifest.pop("mac")
    assert other.kb(key, b"manifest" + other.canonical(manifest)).hex() == mac
    copy = tmp_path / "copy.db"
    copy.write_bytes(database)
    connection = other.open_database(copy, opened)
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        )
    ]
    counts = {t: connection.execute(f'SELECT count(*) FROM "{t}"').get for t in tables}  # noqa: S608
    assert other.kb(key, b"contents" + other.canonical(counts)).hex() == manifest["contents"]
    connection.close()
