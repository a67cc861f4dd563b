# SPDX-License-Identifier: GPL-3.0-or-later
"""What is copied at the desk: marked as private on the clipboard, and taken back when it locks.

What another program copied is neither read nor touched.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QClipboard

PRIVATE = {
    "x-kde-passwordManagerHint": b"secret",  # KDE: not in Klipper's history
    "ExcludeClipboardContentFromMonitorProcessing": b"1",  # Windows: not in Win+V, not in a cloud
}
"""Formats that ask the keepers of clipboard histories to leave a text out, and what they hold."""


def private(text: str) -> QMimeData:
    """Return a text for the clipboard that no history should keep."""
    content = QMimeData()
    content.setText(text)
    for name, value in PRIVATE.items():
        content.setData(name, value)
    return content


class OwnClipboard(QObject):
    """Watches what this program puts on the clipboard, until `end` takes it away.

    An empty text takes its place, not nothing: GNOME brings back what it knew once the clipboard
    belongs to nobody.
    """

    def __init__(self, board: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        board.dataChanged.connect(self._mark)

    def end(self) -> None:
        """Take back what is still ours: what was copied, and what a mouse marked (X11)."""
        self._board.dataChanged.disconnect(self._mark)
        if self._board.ownsClipboard():
            self._board.setText("")
        if self._board.supportsSelection() and self._board.ownsSelection():
            self._board.setText("", QClipboard.Mode.Selection)

    @Slot()
    def _mark(self) -> None:
        if not self._board.ownsClipboard():
            return
        content = self._board.mimeData()
        if content.hasText() and not all(content.hasFormat(name) for name in PRIVATE):
            self._board.setMimeData(private(content.text()))
