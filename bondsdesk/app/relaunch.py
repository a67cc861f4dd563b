# SPDX-License-Identifier: GPL-3.0-or-later
"""Locking means a fresh process: only the end of a process empties its memory of keys and text.

Measured: keys and notes stay findable in a process that "locks" by closing and deleting; after
exec there are none (security evidence, 9.1).
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from typing import NamedTuple, NoReturn

from bondsdesk.kernel.people import PARTNERS, PartnerId

_SITS = "BONDSDESK_SITS_DOWN"


def relaunch(sits_down: PartnerId | None) -> NoReturn:
    """Replace this process by a fresh one on the same command line.

    `sits_down` is the partner whose symbol is chosen already (hand over), None for nobody. The
    vault is closed and the instance lock given back before this is called.
    """
    environment = dict(os.environ)
    environment[_SITS] = sits_down or ""
    command = command_line()
    if sys.platform == "win32":  # exec there leaves the console's parent waiting for the wrong one
        import subprocess

        subprocess.Popen(command, env=environment, close_fds=True)  # noqa: S603 - our own command
        os._exit(0)
    os.execve(command[0], command, environment)  # noqa: S606 - our own command, no shell


def command_line() -> list[str]:
    """Return the command that started this process, with its interpreter as a full path."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, *sys.orig_argv[1:]]


class Arrival(NamedTuple):
    """How this process came to be: by a person's start, or after a lock with or without a next."""

    after_lock: bool = False
    sits_down: PartnerId | None = None


def arrival(environment: MutableMapping[str, str]) -> Arrival:
    """Return what the process before left word of, and take that word out of the environment."""
    told = environment.pop(_SITS, None)
    partner = next((each for each in PARTNERS if each == told), None)
    return Arrival(after_lock=told is not None, sits_down=partner)
