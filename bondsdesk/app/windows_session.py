# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears what Windows tells the window when it goes to sleep or its session is locked or left.

Windows waits about two seconds for the answer before it sleeps, so whoever listens is told while
the message is being answered, not afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

WM_POWERBROADCAST = 0x0218  # winuser.h
PBT_APMSUSPEND = 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
WTS_SESSION_LOCK = 0x7  # wtsapi32.h
WTS_CONSOLE_DISCONNECT = 0x2  # somebody else's session is shown on this laptop
WTS_REMOTE_DISCONNECT = 0x4

_LEFT = frozenset({WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT})
_NOTIFY_FOR_THIS_SESSION = 0
_DEVICE_NOTIFY_WINDOW_HANDLE = 0


def is_leaving(message: int, word: int) -> bool:
    """Tell whether a message, with its WPARAM, says that nobody sits before this desk any more."""
    if message == WM_POWERBROADCAST:
        return word == PBT_APMSUSPEND
    return message == WM_WTSSESSION_CHANGE and word in _LEFT


class WindowsSession(QAbstractNativeEventFilter):
    """Calls `leave` for every message that says so, and lets all messages go on to Qt.

    `system` is `ctypes.windll`.
    """

    def __init__(self, system: Any, leave: Callable[[], None]) -> None:
        super().__init__()
        self._user32, self._wtsapi32 = system.user32, system.wtsapi32
        self._leave = leave
        self._window = wintypes.HWND()
        self._sleep: int | None = None

    def begin(self, window: int) -> bool:
        """Listen, and ask Windows to tell `window` (its HWND); True if it will tell of locking."""
        app = QCoreApplication.instance()
        if app is None:
            return False
        app.installNativeEventFilter(self)
        return self._ask(window)

    def follow(self, window: int) -> None:
        """Ask anew for the HWND that has taken the other's place."""
        self._ask_no_longer()
        self._ask(window)

    def end(self) -> None:
        """Listen no longer, and tell Windows so."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)
        self._ask_no_longer()

    def nativeEventFilter(  # noqa: N802 - Qt calls it so
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int, /
    ) -> tuple[bool, int]:
        """Look at one message before Qt does; `message` is the address of a MSG."""
        told = wintypes.MSG.from_address(int(message))
        if is_leaving(told.message, told.wParam):
            self._leave()
        return False, 0

    def _ask(self, window: int) -> bool:
        """Ask for both; a laptop with Modern Standby tells of sleep only whom it was asked by."""
        self._window = wintypes.HWND(window)
        ask = self._user32.RegisterSuspendResumeNotification
        ask.restype = wintypes.HANDLE
        self._sleep = ask(self._window, _DEVICE_NOTIFY_WINDOW_HANDLE)
        return bool(
            self._wtsapi32.WTSRegisterSessionNotification(self._window, _NOTIFY_FOR_THIS_SESSION)
        )

    def _ask_no_longer(self) -> None:
        if self._sleep is not None:
            self._user32.UnregisterSuspendResumeNotification(wintypes.HANDLE(self._sleep))
        self._wtsapi32.WTSUnRegisterSessionNotification(self._window)
