# SPDX-License-Identifier: GPL-3.0-or-later
"""A child that sets a volume ends when the place is locked."""

from __future__ import annotations

import threading

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
