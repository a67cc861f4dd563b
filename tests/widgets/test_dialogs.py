# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking for a file leaves no trace of where it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.widgets.dialogs import Dialogs, FileKind


class Hand(QObject):
    """Chooses a folder and a name in the dialog as soon as it is there."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._choose)
        self._timer.start(20)

    @Slot()
    def _choose(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            self._timer.stop()
            dialog.setDirectory(str(self._folder))
            dialog.selectFile("letters.pdf")
            dialog.accept()


def test_the_chosen_folder_is_not_remembered_for_other_programs(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shared = QSettings(QSettings.Scope.UserScope, "QtProject")
    shared.setValue("FileDialog/lastVisited", "file:///elsewhere")
    shared.sync()
    parent = QWidget()
    qtbot.addWidget(parent)
    private = tmp_path / "between-us"
    private.mkdir()
    hand = Hand(private)

    chosen = Dialogs().save_path(parent, "Save", "letters", [FileKind("PDF", "pdf")])

    del hand
    assert chosen == private / "letters.pdf"
    kept = Path(shared.fileName()).read_text()
    assert "between-us" not in kept
    assert "elsewhere" in kept
    shared.remove("FileDialog")
