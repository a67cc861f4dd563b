# SPDX-License-Identifier: GPL-3.0-or-later
"""The one window. It shows whatever screen it is given and remembers where it stood.

It never puts content in its title: a taskbar is read over the shoulder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from bondsdesk.app.machine_settings import MachineSettings

_FIRST_SIZE = QSize(1180, 760)
_SMALLEST = QSize(640, 480)
_FRAME = QSize(16, 48)
"""What title bars and borders take on the desktops tried, and a little more: Qt tells a window's
frame only after it was shown, and what hangs over the screen's edge cannot be pressed."""


class MainWindow(QMainWindow):
    """Signals: `closing`: the window is about to go; keep drafts and close the vault now."""

    closing = Signal()

    def __init__(self, machine: MachineSettings) -> None:
        super().__init__()
        self._machine = machine
        self.setObjectName("MainWindow")
        self.setWindowTitle("Bondsdesk")
        self.setMinimumSize(_SMALLEST)
        self._restore_place()

    def show_screen(self, screen: QWidget) -> None:
        """Show a screen in place of the one before, which is deleted."""
        self.setCentralWidget(screen)

    def remember_place(self) -> None:
        """Write down where the window stands, for the next start or the next process."""
        self._machine.geometry = bytes(self.saveGeometry().data())

    @Slot()
    def come_forward(self) -> None:
        """Show the window over the others: a second start has asked for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def toggle_full_screen(self) -> None:
        """Fill the whole screen, or come back from it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and say goodbye."""
        self.remember_place()
        self.closing.emit()
        event.accept()

    def _restore_place(self) -> None:
        kept = self._machine.geometry
        if kept and self.restoreGeometry(QByteArray(kept)):
            return
        room = QGuiApplication.primaryScreen().availableSize() - _FRAME
        self.resize(_FIRST_SIZE.boundedTo(room))
