# SPDX-License-Identifier: GPL-3.0-or-later
"""One window per data folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from bondsdesk.app.instance import Instance
from bondsdesk.kernel.errors import ExpectedError

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from bondsdesk.app.instance import Instance
app = QCoreApplication([])
second = Instance(Path(sys.argv[1]), "test")
sys.exit(10 if second.claim() else (0 if second.call_the_first() else 1))
"""
KILLED = """
import os, signal, sys
from pathlib import Path
from bondsdesk.app.instance import Instance
instance = Instance(Path(sys.argv[1]), "test")
assert instance.claim()
os.kill(os.getpid(), signal.SIGKILL)
"""


def start(program: str, lock: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", program, str(lock)])


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[Instance]:
    instance = Instance(tmp_path / "vault.lock", "test")
    assert instance.claim()
    instance.listen()
    yield instance
    instance.release()


def test_a_second_start_calls_the_first_and_ends(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.called, timeout=20_000):
        second = start(SECOND, tmp_path / "vault.lock")
    assert second.wait(timeout=20) == 0


def test_after_the_first_has_gone_the_next_one_takes_its_place(
    first: Instance, tmp_path: Path
) -> None:
    first.release()
    assert start(SECOND, tmp_path / "vault.lock").wait(timeout=20) == 10


def test_a_killed_process_does_not_keep_the_place(qtbot: QtBot, tmp_path: Path) -> None:
    lock = tmp_path / "vault.lock"
    assert start(KILLED, lock).wait(timeout=20) == -9
    assert lock.exists()
    instance = Instance(lock, "test")
    assert instance.claim()
    instance.release()


def test_asking_twice_is_one_claim(first: Instance) -> None:
    assert first.claim()


def test_a_lock_that_cannot_be_made_is_not_called_already_open(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with pytest.raises(ExpectedError) as caught:
        Instance(tmp_path / "missing" / "vault.lock", "test").claim()
    assert caught.value.code == "start.lock_file"


@pytest.mark.parametrize(
    "said", [b"come forward a\0b\n", b"come forward " + b"x" * 300, b"\xff\xfe", b"", b"go away"]
)
def test_whatever_is_said_on_the_socket_the_open_window_stays(
    qtbot: QtBot, first: Instance, said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    socket = QLocalSocket()
    socket.connectToServer("bondsdesk-test")
    assert socket.waitForConnected(5000)
    socket.write(said)
    socket.waitForBytesWritten(1000)
    qtbot.wait(50)
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    socket.disconnectFromServer()


def test_the_desktops_permission_is_handed_on(
    qtbot: QtBot, first: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    socket = QLocalSocket()
    socket.connectToServer("bondsdesk-test")
    assert socket.waitForConnected(5000)
    with qtbot.waitSignal(first.called):
        socket.write(b"come forward token-42\n")
        socket.waitForBytesWritten(1000)
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "token-42"
    socket.disconnectFromServer()
