# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking for a file leaves no trace of where it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.widgets.dialogs import Dialogs, FileKind


def _accept(folder: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(folder))
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
    QTimer.singleShot(100, lambda: _accept(private))

    chosen = Dialogs().save_path(parent, "Save", "letters", [FileKind("PDF", "pdf")])

    assert chosen == private / "letters.pdf"
    kept = Path(shared.fileName()).read_text()
    assert "between-us" not in kept
    assert "elsewhere" in kept
    shared.remove("FileDialog")
