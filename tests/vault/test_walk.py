# SPDX-License-Identifier: GPL-3.0-or-later
"""A random walk beside a simple model: they agree after every switch, crash and failure (F41)."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
from pathlib import Path

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from tests.people import Household

ACTS = {"add": 30, "edit": 20, "delete": 10, "draft": 20, "undraft": 8, "fail": 8}
MOVES = {"switch": 2, "crash": 1}


class Walk:
    """The vault under test and what it ought to hold."""

    def __init__(self, household: Household, folder: Path, chance: random.Random) -> None:
        self.home, self.folder, self.chance = household, folder, chance
        self.who: PartnerId = "a"
        self.vault = household.sit_down("a")
        self.notes: dict[int, str] = {}
        self.drafts: dict[PartnerId, dict[str, int]] = {"a": {}, "b": {}}
        self.step = 0

    def go(self, steps: int) -> None:
        """Take random steps; compare at every switch and crash and now and then."""
        acts = {**ACTS, **MOVES}
        for self.step in range(steps):
            act = self.chance.choices(list(acts), list(acts.values()))[0]
            getattr(self, act)()
            if act in MOVES or self.step % 100 == 0:
                self.compare()
        self.compare()
        self.home.close()

    def add(self) -> None:
        body = f"{self.step} " + "ش" * self.chance.randrange(3_000)
        with self.vault.work() as work:
            work.run("INSERT INTO note (body) VALUES (?)", (body,))
            number = work.value("SELECT last_insert_rowid()")
        self.notes[number] = body

    def edit(self) -> None:
        for number in self._some_note():
            with self.vault.work() as work:
                work.run("UPDATE note SET body = ? WHERE id = ?", (f"edit {self.step}", number))
            self.notes[number] = f"edit {self.step}"

    def delete(self) -> None:
        for number in self._some_note():
            with self.vault.work() as work:
                work.run("DELETE FROM note WHERE id = ?", (number,))
            del self.notes[number]

    def draft(self) -> None:
        uid = self._some_draft()
        with self.vault.work() as work:
            work.box.put("note.draft", uid, {"step": self.step})
        self.drafts[self.who][uid] = self.step

    def undraft(self) -> None:
        uid = self._some_draft()
        with self.vault.work() as work:
            there = work.box.delete(uid)
        assert there == (self.drafts[self.who].pop(uid, None) is not None)

    def fail(self) -> None:
        with contextlib.suppress(ExpectedError), self.vault.work() as work:
            work.run("DELETE FROM note")
            work.box.put("note.draft", self._some_draft(), {"step": -1})
            raise ExpectedError("box.closed")

    def switch(self) -> None:
        self.who = self.chance.choice(["a", "b"])
        self.vault = self.home.sit_down(self.who)
        assert self.vault.warnings == ()

    def crash(self) -> None:
        crashed = self.home.copied(self.folder / str(self.step), self.home.clock)
        self.home.close()
        shutil.rmtree(self.home.folder)
        self.home = crashed
        self.vault = self.home.sit_down(self.who)
        assert {w.code for w in self.vault.warnings} == {"vault.unclean"}

    def compare(self) -> None:
        with self.vault.read() as reader:
            assert dict(reader.rows("SELECT id, body FROM note")) == self.notes
            found = {i.uid: i.document["step"] for i in reader.box.list("note.draft")}
            assert found == self.drafts[self.who]
            assert reader.box.agrees_with_ledger()

    def _some_note(self) -> list[int]:
        return self.chance.sample(list(self.notes), 1) if self.notes else []

    def _some_draft(self) -> str:
        return f"{self.who}{self.chance.randrange(20)}"


@pytest.mark.parametrize(
    "steps", [300, pytest.param(10_000, marks=[pytest.mark.faults, pytest.mark.timeout(1800)])]
)
def test_the_vault_and_a_simple_model_agree(
    household: Household, tmp_path: Path, steps: int
) -> None:
    chance = random.Random(int(os.environ.get("FAULT_SEED", "1")))  # noqa: S311 - a workload
    Walk(household, tmp_path, chance).go(steps)
