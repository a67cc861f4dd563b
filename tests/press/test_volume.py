# SPDX-License-Identifier: GPL-3.0-or-later
"""A child sets a volume, in an installed program too, and ends when the place is locked."""

from __future__ import annotations

import shlex
import sys
import threading
from pathlib import Path

import pytest

from bondsdesk.press import volume
from bondsdesk.press.errors import CancelledError


def test_a_lock_ends_the_children_that_hold_private_text() -> None:
    begun = threading.Event()

    def asked() -> bool:
        begun.set()
        return False

    told: list[BaseException] = []

    def set_one() -> None:
        endless = b"#while true { [a] }"
        try:
            volume.set_apart({"main.typ": endless}, asked)
        except CancelledError as error:
            told.append(error)

    worker = threading.Thread(target=set_one)
    worker.start()
    assert begun.wait(20)
    children = tuple(volume._children)
    volume.end_all()
    worker.join(20)
    assert not worker.is_alive()
    assert told
    assert [child.returncode for child in children] == [-9]


def test_a_child_that_fails_says_nothing_of_its_text() -> None:
    with pytest.raises(RuntimeError, match=r"a volume failed with \d+$"):
        volume.set_apart({"main.typ": b"#panic([canary])"}, lambda: False)


def test_an_installed_program_sets_a_volume_by_starting_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, told = tmp_path / "bondsdesk", tmp_path / "told"
    program.write_text(
        "#!/bin/sh\n"
        f'echo "$@" >{shlex.quote(str(told))}\n'
        f'exec {shlex.quote(sys.executable)} -m bondsdesk "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    made = volume.set_apart({"main.typ": '#set document(title: "شام")\nچائے'.encode()}, bool)
    assert made.startswith(b"%PDF-")
    assert told.read_text(encoding="utf-8").split() == [volume.SET_VOLUME]
