# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears when the laptop goes to sleep or its session is locked: from D-Bus, or from Windows.

Elsewhere, and where there is no D-Bus, the idle clock notices the sleep afterwards.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QEvent, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtWidgets import QWidget

    from bondsdesk.app.windows_session import WindowsSession

_LOGIND = "org.freedesktop.login1"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SessionWatch(QObject):
    """Emits `leaving` when the desk should lock because the laptop or its session does."""

    leaving = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows: WindowsSession | None = None

    def begin(self, window: QWidget) -> bool:
        """Listen; True if there is somebody to be heard. `window` is whom Windows will tell.

        Loads what it needs for that (QtDBus, ctypes), so it is called after unlock.
        """
        if sys.platform == "win32":
            import ctypes

            from bondsdesk.app.windows_session import WindowsSession

            self._windows = WindowsSession(ctypes.windll, self.locked)
            heard = self._windows.begin(window.winId())
            window.installEventFilter(self)
            return heard
        return self._hear_buses() if sys.platform == "linux" else False

    def end(self) -> None:
        """Listen no longer to Windows; what D-Bus says ends with this object."""
        windows, self._windows = self._windows, None
        if windows is not None:
            windows.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window: one that was closed and is shown again is another one to Windows."""
        if event.type() == QEvent.Type.WinIdChange and self._windows is not None:
            window = cast("QWidget", watched).internalWinId()
            if window:  # there is none while it is closed
                self._windows.follow(window)
        return False

    def _hear_buses(self) -> bool:
        """Listen to logind and the screen savers; True if at least one bus is there."""
        from PySide6.QtDBus import QDBusConnection

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            self._hear(system, f"{_LOGIND}.Manager", "PrepareForSleep", "slept(bool)")
            self._hear(system, f"{_LOGIND}.Session", "Lock", "locked()")
        if session.isConnected():
            for saver in _SAVERS:
                self._hear(session, saver, "ActiveChanged", "slept(bool)")
        return bool(system.isConnected() or session.isConnected())

    def _hear(self, bus: QDBusConnection, interface: str, name: str, slot: str) -> None:
        """Hear one signal from whoever sends it: a false one could do no more than lock."""
        bus.connect("", "", interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    @Slot(bool)
    def slept(self, going: bool) -> None:
        """Take a signal that says true on the way down and false on the way up."""
        if going:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """Take a signal that says nothing but its name."""
        self.leaving.emit()
