# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets one volume of a long book in a process of its own, whose memory goes back to the system.

Run as a program it reads a job from its standard input and writes the PDF to its standard output;
private text travels through these two pipes and touches no file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bondsdesk.press.errors import CancelledError
from bondsdesk.press.typesetting import typeset_pdf

POLL = 0.1
"""Seconds between two questions whether the person changed their mind."""

SET_VOLUME = "--set-volume"
"""The one argument that makes an installed program the child. No help names it; it is not part of
the contract of the command line, and it reads and writes nothing but its two pipes."""

_FRUGAL = {"MALLOC_MMAP_THRESHOLD_": "131072"}
"""Tells glibc to give large blocks back at once. Left to itself it raises its own limit by chance,
and the same book took 210 MB or 262; now 205, and no longer. Other systems do not read it."""

_children: set[subprocess.Popen[bytes]] = set()
"""The children at work: whoever locks the place has to find them."""

_PR_SET_DUMPABLE = 4
_ROOT = Path(__file__).resolve().parent.parent.parent
_PROGRAM = "from bondsdesk.press.volume import main; main()"


def set_apart(files: dict[str, bytes], cancelled: Callable[[], bool]) -> bytes:
    """Return the job's PDF, made by a child process.

    Raises CancelledError, after the child is gone, once `cancelled()` says so; RuntimeError if the
    child fails, which is a bug (its words are not passed on: they might quote a note).
    """
    written = json.dumps({name: content.decode() for name, content in files.items()}).encode()
    with subprocess.Popen(  # noqa: S603 - a fixed command, no shell
        child_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(_ROOT)} | _FRUGAL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        _children.add(child)
        try:
            made = _wait(child, written, cancelled)
        except BaseException:
            child.kill()
            raise
        finally:
            ended = child not in _children
            _children.discard(child)
    if ended:
        raise CancelledError
    if child.returncode != 0:
        raise RuntimeError(f"a volume failed with {child.returncode}")
    return made


def child_command() -> list[str]:
    """Return the command of a child: an installed program has no interpreter and starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SET_VOLUME]
    return [sys.executable, "-c", _PROGRAM]


def end_all() -> None:
    """Kill every child that still sets private text; called when the place is locked.

    A lock replaces this process, and a child would outlive it with the text in its memory. Whoever
    waits for one gets CancelledError.
    """
    while _children:
        _children.pop().kill()


def _wait(child: subprocess.Popen[bytes], written: bytes, cancelled: Callable[[], bool]) -> bytes:
    # The child reads all before it writes, so this cannot block for good; `communicate` itself
    # forgets what is left to write once it has timed out.
    if child.stdin:
        with suppress(BrokenPipeError), child.stdin:
            child.stdin.write(written)
        child.stdin = None
    while not cancelled():
        try:
            return child.communicate(timeout=POLL)[0]
        except subprocess.TimeoutExpired:
            continue
    raise CancelledError


def main() -> None:
    """Read a job, write its PDF."""
    _forbid_dumps()
    files = {name: text.encode() for name, text in json.load(sys.stdin.buffer).items()}
    sys.stdout.buffer.write(typeset_pdf(files))


def _forbid_dumps() -> None:
    """Keep core files and other programs of this user away from the text (Linux)."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


if __name__ == "__main__":
    main()
