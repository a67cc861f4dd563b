# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows goes to sleep, or its session is locked or left: the desk locks in the same moment."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import VoidPtr

from bondsdesk.app.session import SessionWatch
from bondsdesk.app.windows_session import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_CONSOLE_DISCONNECT,
    WTS_REMOTE_DISCONNECT,
    WTS_SESSION_LOCK,
    WindowsSession,
    is_leaving,
)

PBT_APMPOWERSTATUSCHANGE, PBT_APMRESUMEAUTOMATIC, PBT_POWERSETTINGCHANGE = 0xA, 0x12, 0x8013
WTS_CONSOLE_CONNECT, WTS_SESSION_LOGON, WTS_SESSION_UNLOCK = 0x1, 0x5, 0x8
WM_MOUSEMOVE, WM_TIMER = 0x0200, 0x0113
WINDOW, ASKED = 0x2041C, 0x7FF612345678


class System:
    """Stands in for `ctypes.windll`; `told` is what was asked of it, as (name, HWND or handle)."""

    def __init__(self, *, willing: bool = True) -> None:
        self.told: list[tuple[str, int | None]] = []

        def ask_of_sleep(window: wintypes.HWND, flags: int) -> int | None:
            self.told.append((f"sleep {flags}", window.value))
            return ASKED if willing else None

        def ask_of_session(window: wintypes.HWND, flags: int) -> int:
            self.told.append((f"session {flags}", window.value))
            return int(willing)

        def no_more_of_sleep(asked: wintypes.HANDLE) -> int:
            self.told.append(("no more of sleep", asked.value))
            return 1

        def no_more_of_session(window: wintypes.HWND) -> int:
            self.told.append(("no more of the session", window.value))
            return 1

        self.user32 = SimpleNamespace(
            RegisterSuspendResumeNotification=ask_of_sleep,
            UnregisterSuspendResumeNotification=no_more_of_sleep,
        )
        self.wtsapi32 = SimpleNamespace(
            WTSRegisterSessionNotification=ask_of_session,
            WTSUnRegisterSessionNotification=no_more_of_session,
        )


@pytest.fixture
def locks() -> list[str]:
    return []


@pytest.fixture
def session(locks: list[str]) -> WindowsSession:
    return WindowsSession(System(), lambda: locks.append("locked"))


def say(session: WindowsSession, message: int, word: int) -> tuple[bool, int]:
    """Hand over a MSG as Qt for Python does: the address, in a pointer of its own kind."""
    told = wintypes.MSG(hWnd=WINDOW, message=message, wParam=word)
    pointer: int = VoidPtr(ctypes.addressof(told))  # type: ignore[assignment] # what its stubs say
    return session.nativeEventFilter(b"windows_generic_MSG", pointer)


@pytest.mark.parametrize(
    ("message", "word"),
    [
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
        (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT),
        (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT),
    ],
)
def test_sleep_a_locked_session_and_another_account_lock_the_desk(
    session: WindowsSession, locks: list[str], message: int, word: int
) -> None:
    assert is_leaving(message, word)
    say(session, message, word)
    assert locks == ["locked"]


@pytest.mark.parametrize(
    ("message", "word"),
    [
        (WM_POWERBROADCAST, PBT_APMPOWERSTATUSCHANGE),
        (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC),
        (WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE),
        (WM_POWERBROADCAST, WTS_SESSION_LOCK),
        (WM_WTSSESSION_CHANGE, WTS_CONSOLE_CONNECT),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOGON),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK),
        (WM_MOUSEMOVE, PBT_APMSUSPEND),
        (WM_TIMER, WTS_SESSION_LOCK),
    ],
)
def test_coming_back_the_mains_and_a_hand_on_the_mouse_do_not(
    session: WindowsSession, locks: list[str], message: int, word: int
) -> None:
    assert not is_leaving(message, word)
    say(session, message, word)
    assert not locks


def test_every_message_goes_on_to_the_window(session: WindowsSession) -> None:
    assert say(session, WM_POWERBROADCAST, PBT_APMSUSPEND) == (False, 0)
    assert say(session, WM_MOUSEMOVE, 0) == (False, 0)


@pytest.mark.usefixtures("qtbot")
def test_windows_is_asked_once_and_told_when_nobody_listens_any_more() -> None:
    system = System()
    session = WindowsSession(system, lambda: None)
    assert session.begin(WINDOW)
    assert system.told == [("sleep 0", WINDOW), ("session 0", WINDOW)]
    system.told.clear()
    session.end()
    assert system.told == [("no more of sleep", ASKED), ("no more of the session", WINDOW)]


@pytest.mark.usefixtures("qtbot")
def test_a_window_that_is_shown_again_is_asked_for_anew() -> None:
    system = System()
    session = WindowsSession(system, lambda: None)
    session.begin(WINDOW)
    system.told.clear()
    session.follow(WINDOW + 2)
    assert system.told == [
        ("no more of sleep", ASKED),
        ("no more of the session", WINDOW),
        ("sleep 0", WINDOW + 2),
        ("session 0", WINDOW + 2),
    ]
    session.end()


@pytest.mark.usefixtures("qtbot")
def test_a_windows_that_will_not_tell_of_sleep_is_not_asked_to_stop() -> None:
    system = System(willing=False)
    session = WindowsSession(system, lambda: None)
    assert not session.begin(WINDOW)
    system.told.clear()
    session.end()
    assert system.told == [("no more of the session", WINDOW)]


def test_the_watch_asks_for_the_window_and_follows_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    system, window = System(), QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr("bondsdesk.app.session.sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(ctypes, "windll", system, raising=False)
    watch = SessionWatch()
    assert watch.begin(window)
    first = window.winId()
    assert system.told == [("sleep 0", first), ("session 0", first)]

    window.destroy()
    second = window.winId()
    assert second != first
    assert system.told[-2:] == [("sleep 0", second), ("session 0", second)]

    watch.end()
    assert system.told[-1] == ("no more of the session", second)
    asked = len(system.told)
    watch.end()
    window.destroy()
    window.winId()
    assert len(system.told) == asked
