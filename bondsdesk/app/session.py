# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears when the laptop goes to sleep or its session is locked (Linux, through D-Bus).

Elsewhere, and where there is no D-Bus, the idle clock notices the sleep afterwards.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIND = "org.freedesktop.login1"
_SAVER = "org.freedesktop.ScreenSaver"
_GNOME_SAVER = "org.gnome.ScreenSaver"


class SessionWatch(QObject):
    """Emits `leaving` when the desk should lock because the laptop or its session does."""

    leaving = Signal()

    def begin(self) -> bool:
        """Listen to logind and the screen savers; True if at least one bus is there.

        Loads QtDBus, so it is called after unlock.
        """
        if sys.platform != "linux":
            return False
        from PySide6.QtDBus import QDBusConnection

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            self._hear(
                system, _LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep", "slept"
            )
            self._hear(system, _LOGIND, "org.freedesktop.login1.Session", "Lock", "locked")
        if session.isConnected():
            self._hear(session, _SAVER, _SAVER, "ActiveChanged", "slept")
            self._hear(session, _GNOME_SAVER, _GNOME_SAVER, "ActiveChanged", "slept")
        return bool(system.isConnected() or session.isConnected())

    def _hear(self, bus: object, service: str, interface: str, name: str, slot: str) -> None:
        signature = "bool" if slot == "slept" else ""
        bus.connect(service, "", interface, name, self, SLOT(f"{slot}({signature})"))  # type: ignore[attr-defined]

    @Slot(bool)
    def slept(self, going: bool) -> None:
        """Take a signal that says true on the way down and false on the way up."""
        if going:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """Take a signal that says nothing but its name."""
        self.leaving.emit()
