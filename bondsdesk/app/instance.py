# SPDX-License-Identifier: GPL-3.0-or-later
"""One window per data folder: a second start brings the first one forward.

The lock file is for that courtesy only; what keeps two writers apart is the vault's own lock.
Both sides speak through a local socket of this account; the words said are one line.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from bondsdesk.kernel.errors import ExpectedError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_COME_FORWARD = b"come forward"
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_TOKEN = re.compile(rb"[!-~]{1,256}")
"""Printable ASCII without blanks; any program of this account may write to the socket."""
_ANY_PROCESS = -1  # winuser.h: ASFW_ANY
_PATIENCE = 60
"""Tries of 50 ms; the first window may be locking at this moment and listen again soon."""


class Instance(QObject):
    """This process's claim to a data folder. Emits `called` when a second start asks for it."""

    called = Signal()

    def __init__(self, lock: Path, key: str) -> None:
        super().__init__()
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)
        self._path = lock
        self._name = f"bondsdesk-{key}"
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the lock; False when another process holds it.

        Raises ExpectedError "start.lock_file" where a lock file cannot be made: that is never
        said to be "already open".
        """
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        raise ExpectedError("start.lock_file", folder=str(self._path.parent))

    def listen(self) -> None:
        """Wait for second starts. Loads QtNetwork, so it is called after the first paint."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(self._name):  # a socket file left by a killed process
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def release(self) -> None:
        """Give socket and lock back, before this process is replaced or ends."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def call_the_first(self) -> bool:
        """Ask the process that holds the lock to come forward; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        line = _COME_FORWARD + b" " + token.encode("ascii", "ignore") + b"\n"
        for _ in range(_PATIENCE):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(500):
                _give_the_focus_away()
                socket.write(line)
                socket.waitForBytesWritten(500)
                socket.disconnectFromServer()
                return True
            if self._lock.tryLock(0):  # it ended meanwhile: nobody is there to be called
                self._lock.unlock()
                return False
            threading.Event().wait(0.05)
        return False

    @Slot()
    def _answer(self) -> None:
        while self._server is not None:
            socket = self._server.nextPendingConnection()
            if socket is None:
                return
            socket.waitForReadyRead(200)
            said = bytes(socket.readAll().data()).strip()
            socket.disconnectFromServer()
            socket.deleteLater()
            if said.startswith(_COME_FORWARD):
                self._allow_to_come_forward(said[len(_COME_FORWARD) :].strip())
                self.called.emit()

    def _allow_to_come_forward(self, token: bytes) -> None:
        """Hand the desktop's permission to take the focus on to Qt, which reads it from there."""
        if _TOKEN.fullmatch(token):
            os.environ[_TOKENS[0]] = token.decode("ascii")


def _give_the_focus_away() -> None:
    """Let the first window come forward: Windows allows that only to whom the latest start says."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
