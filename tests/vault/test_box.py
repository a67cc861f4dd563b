# SPDX-License-Identifier: GPL-3.0-or-later
"""The private place: mine opens for me, not for the other, and never half or changed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.vault.box import BoxKey, PrivateBox
from bondsdesk.vault.database import Database
from bondsdesk.vault.schema import VAULT_MIGRATIONS
from bondsdesk.vault.work import Work
from tests.people import Household
from tests.vault.codes import refusal
from tests.vault.notes import notes_in

texts = st.text(st.characters(exclude_categories=["Cs"]))
documents = st.dictionaries(
    texts,
    st.recursive(
        texts | st.integers() | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def boxes(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Boxes of both partners over one bare database."""
    database = Database(tmp_path_factory.mktemp("box") / "vault.db", bytes(32), bytes(16), "create")
    for statement in VAULT_MIGRATIONS.migrations[0].statements:
        database.run(statement)
    yield (
        PrivateBox(database, BoxKey("00" * 16, "a", b"A" * 32)),
        PrivateBox(database, BoxKey("00" * 16, "b", b"B" * 32)),
        database,
    )
    database.close()


@given(documents, texts)
def test_what_is_put_in_comes_out(boxes: Any, document: dict[str, Any], kind: str) -> None:
    mine, theirs, database = boxes
    mine.put(kind, "one", document)
    item = mine.get("one")
    assert (item.kind, item.document) == (kind, document)
    assert [i.document for i in mine.list(kind) if i.uid == "one"] == [document]
    assert theirs.get("one") is None
    assert theirs.list(kind) == []
    size = database.value("SELECT length(box) FROM sealed_item WHERE uid = 'one'")
    assert (size - 16) % 256 == 0


def test_a_kind_is_listed_by_itself_and_counts_its_writes(household: Household) -> None:
    vault = household.sit_down("a")
    with vault.work() as work:
        work.box.put("note.draft", "1", {"n": 1})
        work.box.put("limit", "2", {"n": 2})
        work.box.put("note.draft", "3", {"n": 3})
    with vault.work() as work:
        work.box.put("note.draft", "1", {"n": 10})
    with vault.read() as reader:
        drafts = reader.box.list("note.draft")
        assert [(i.uid, i.document["n"], i.version) for i in drafts] == [("1", 10, 2), ("3", 3, 1)]
        assert [i.uid for i in reader.box.list("limit")] == ["2"]
        assert reader.box.list("vault.ledger") == []
    with vault.work() as work:
        assert work.box.delete("1")
        assert not work.box.delete("1")
    with vault.read() as reader:
        assert [i.uid for i in reader.box.list("note.draft")] == ["3"]


def test_a_change_taken_back_is_not_remembered(household: Household) -> None:
    vault = household.sit_down("a")
    with vault.work() as work:
        work.box.put("note.draft", "1", {"n": 1})
    with pytest.raises(ZeroDivisionError), vault.work() as work:
        _put_and_fail(work)
    with vault.read() as reader:
        assert reader.box.list("limit") == []
        assert [i.document for i in reader.box.list("note.draft")] == [{"n": 1}]
        assert reader.box.agrees_with_ledger()


def _put_and_fail(work: Work) -> float:
    work.box.put("limit", "1", {"n": 2})
    return 1 / 0


def test_sharing_is_one_step_and_the_other_then_reads_it(household: Household) -> None:
    vault = household.sit_down("a")
    with vault.work() as work:
        work.box.put("note.draft", "1", {"text": "thank you"})
    with vault.work() as work:
        item = work.box.get("1")
        assert item is not None
        work.run("INSERT INTO note (body) VALUES (?)", (item.document["text"],))
        work.box.delete("1")
    vault = household.sit_down("b")
    assert notes_in(vault) == ["thank you"]
    with vault.read() as reader:
        assert reader.box.get("1") is None


def test_the_other_cannot_take_my_identifier(household: Household) -> None:
    with household.sit_down("a").work() as work:
        work.box.put("note.draft", "1", {})
    vault = household.sit_down("b")
    with vault.work() as work:
        assert refusal(lambda: work.box.put("note.draft", "1", {})) == "box.not_yours"
        assert not work.box.delete("1")
    vault = household.sit_down("a")
    with vault.read() as reader:
        assert reader.box.get("1") is not None


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE sealed_item SET partner = 'a' WHERE uid = 'b1'",
        "UPDATE sealed_item SET box = (SELECT box FROM sealed_item WHERE uid = 'a2'),"
        " nonce = (SELECT nonce FROM sealed_item WHERE uid = 'a2') WHERE uid = 'a1'",
        "UPDATE sealed_item SET version = version + 1 WHERE uid = 'a1'",
        "UPDATE sealed_item SET box = zeroblob(length(box)) WHERE uid = 'a1'",
        "UPDATE sealed_item SET nonce = x'00' WHERE uid = 'a1'",
        "UPDATE sealed_item SET box = x'' WHERE uid = 'a1'",
    ],
)
def test_an_item_that_was_changed_is_refused(household: Household, attack: str) -> None:
    with household.sit_down("b").work() as work:
        work.box.put("note.draft", "b1", {"text": "bilal"})
    with household.sit_down("a").work() as work:
        work.box.put("note.draft", "a1", {"text": "one"})
        work.box.put("note.draft", "a2", {"text": "two"})
    with household.sit_down("b").work() as work:
        work.run(attack)
    vault = household.sit_down("a")
    changed = "b1" if "'b1'" in attack else "a1"
    with vault.read() as reader:
        assert refusal(lambda: reader.box.get(changed)) == "box.damaged"
        assert reader.box.unreadable() == [changed]
        assert changed not in [i.uid for i in reader.box.list("note.draft")]


@pytest.mark.parametrize("attack", ["older version", "deleted", "ledger deleted"])
def test_items_rolled_back_or_deleted_by_the_other_are_noticed(
    household: Household, attack: str
) -> None:
    vault = household.sit_down("a")
    with vault.work() as work:
        work.box.put("note.draft", "1", {"text": "first"})
    with vault.read() as reader:
        old = reader.row("SELECT version, nonce, box FROM sealed_item WHERE uid = '1'")
    with vault.work() as work:
        work.box.put("note.draft", "1", {"text": "second"})
    assert old is not None
    with household.sit_down("b").work() as work:
        if attack == "older version":
            work.run("UPDATE sealed_item SET version = ?, nonce = ?, box = ? WHERE uid = '1'", old)
        elif attack == "deleted":
            work.run("DELETE FROM sealed_item WHERE uid = '1'")
        else:
            work.run("DELETE FROM sealed_item WHERE uid = 'ledger-a'")
    assert [w.code for w in household.sit_down("a").warnings] == ["box.rolled_back"]


def test_the_other_partners_whole_knowledge_does_not_open_a_draft(household: Household) -> None:
    """Every 32-byte window of what Bilal holds is tried as a key (F27, the short form)."""
    with household.sit_down("a").work() as work:
        work.box.put("note.draft", "1", {"text": "only mine"})
    vault = household.sit_down("b")
    with vault.read() as reader:
        row = reader.row("SELECT nonce, box FROM sealed_item WHERE uid = '1'")
    assert row is not None
    theirs = household.secrets["b"]
    assert theirs.keyring is not None
    known = theirs.vault_key + theirs.keyring.kem + theirs.keyring.sig + theirs.keyring.draft
    known += household.files.header.read_bytes()[:400]
    for start in range(len(known) - 32):
        box = PrivateBox(vault._database, BoxKey(vault.vault_id, "a", known[start : start + 32]))
        assert box._try(("1", 1, *row)) is None
