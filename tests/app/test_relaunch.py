# SPDX-License-Identifier: GPL-3.0-or-later
"""Locking replaces the process: nothing of the old one's memory is left."""

from __future__ import annotations

import subprocess
import sys

from bondsdesk.app.relaunch import Arrival, arrival, command_line

ONCE = """
import os, sys
from bondsdesk.app.relaunch import arrival, relaunch
came = arrival(os.environ)
left = "BONDSDESK_SITS_DOWN" in os.environ
print(os.getpid(), came.after_lock, came.sits_down, sys.argv[1:], left)
sys.stdout.flush()
if not came.after_lock:
    relaunch("b")
"""


def test_a_person_started_it() -> None:
    assert arrival({}) == Arrival()


def test_after_a_lock_nobody_is_chosen_after_a_hand_over_the_other_one() -> None:
    environment = {"BONDSDESK_SITS_DOWN": "", "HOME": "/h"}
    assert arrival(environment) == Arrival(after_lock=True)
    assert environment == {"HOME": "/h"}
    assert arrival({"BONDSDESK_SITS_DOWN": "b"}).sits_down == "b"
    assert arrival({"BONDSDESK_SITS_DOWN": "nonsense"}).sits_down is None


def test_the_command_is_the_one_of_this_process() -> None:
    assert command_line()[0] == sys.executable
    assert command_line()[1:] == sys.orig_argv[1:]


def test_the_process_is_replaced_under_the_same_number_with_the_same_arguments() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ONCE, "--data-dir", "x"],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    first, second = ended.stdout.splitlines()
    number, rest = first.split(" ", 1)
    assert rest == "False None ['--data-dir', 'x'] False"
    assert second == f"{number} True b ['--data-dir', 'x'] False"
