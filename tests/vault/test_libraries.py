# SPDX-License-Identifier: GPL-3.0-or-later
"""Known-bad storage libraries are refused before a vault is touched; the whole check tells all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bondsdesk.vault import libraries
from bondsdesk.vault.libraries import check_libraries
from bondsdesk.vault.whole_check import check_vault
from tests.people import Household
from tests.vault.codes import refusal
from tests.vault.notes import write_note


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    check_libraries.cache_clear()
    yield
    check_libraries.cache_clear()


def test_the_libraries_of_this_installation_are_fit() -> None:
    assert check_libraries().startswith("SQLite 3.")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("_SQLITE_AT_LEAST", (3, 99)),
        ("_SQLCIPHER_AT_LEAST", (5, 0)),
        ("_NEEDED_OPTIONS", frozenset({"TEMP_STORE=3"})),
    ],
)
def test_older_libraries_are_refused(
    household: Household, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    monkeypatch.setattr(libraries, name, value)
    assert refusal(lambda: household.sit_down("a")) == "libraries.unfit"


def test_the_whole_check_of_a_sound_vault_finds_nothing(household: Household) -> None:
    vault = household.sit_down("a")
    with vault.work() as work:
        work.box.put("note.draft", "1", {})
    vault.backup()
    assert check_vault(vault) == []


def test_the_whole_check_names_everything_that_is_wrong(household: Household) -> None:
    vault = household.sit_down("a")
    write_note(vault, "x")
    with vault.work() as work:
        work.box.put("note.draft", "1", {})
        work.run("UPDATE sealed_item SET version = 9 WHERE uid = '1'")
    made = vault.backup().path
    made.write_bytes(made.read_bytes()[:-1])
    assert [e.code for e in check_vault(vault)] == ["box.damaged", "backup.damaged"]
    assert [e.code for e in check_vault(household.sit_down("a"))] == [
        "box.rolled_back",
        "box.damaged",
        "backup.damaged",
    ]
