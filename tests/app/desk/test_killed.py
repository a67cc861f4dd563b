# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desk says is kept survives a kill in the same instant."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from bondsdesk.kernel.assets import asset

if TYPE_CHECKING:
    from tests.people import Household


def test_a_kept_draft_survives_a_kill(household: Household) -> None:
    command = [sys.executable, "-m", "tests.app.desk.killed_desk", str(household.folder)]
    done = subprocess.run(
        [*command, "آدھی بات, half a thought"],
        cwd=asset().parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("kept\n", -9), done.stderr
    vault = household.sit_down("a")
    with vault.read() as reader:
        (draft,) = reader.box.list("notes.draft")
    assert draft.document["text"] == "آدھی بات, half a thought"
