# SPDX-License-Identifier: GPL-3.0-or-later
"""The only place that asks for a file. It remembers nothing: no recent files, no last folder.

Qt's own dialog is used, not the system's: the desktop's would write the chosen name into its list
of recent documents, where a relative can read it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QSettings, QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

_TRACES = ("FileDialog/history", "FileDialog/lastVisited")
"""What the dialog's destructor writes into the settings that all Qt programs share."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its name in the screen's language and its suffix without a dot."""

    name: str
    suffix: str


class Dialogs:
    """Asks for a place. Tests put answers in with `answer`; then nothing is shown."""

    def __init__(self) -> None:
        self._answers: deque[Path | None] = deque()

    def answer(self, path: Path | None) -> None:
        """Queue an answer for the next question; None is "Cancel"."""
        self._answers.append(path)

    def save_path(
        self, parent: QWidget, title: str, suggested: str, kinds: Sequence[FileKind]
    ) -> Path | None:
        """Ask where to save; the kind's suffix is added. None if they thought better."""
        if self._answers:
            return self._answers.popleft()
        dialog = _dialog(parent, title, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(kinds[0].suffix)
        dialog.selectFile(suggested)
        return _ask(dialog)

    def open_path(self, parent: QWidget, title: str, kinds: Sequence[FileKind]) -> Path | None:
        """Ask for an existing file."""
        if self._answers:
            return self._answers.popleft()
        dialog = _dialog(parent, title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _ask(dialog)

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for an existing folder."""
        if self._answers:
            return self._answers.popleft()
        dialog = _dialog(parent, title, ())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _ask(dialog)


def _dialog(parent: QWidget, title: str, kinds: Sequence[FileKind]) -> QFileDialog:
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, home)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setHistory([])
    places = QStandardPaths.StandardLocation
    wanted = (places.DocumentsLocation, places.DesktopLocation, places.DownloadLocation)
    found = dict.fromkeys(QStandardPaths.writableLocation(place) for place in wanted)
    dialog.setSidebarUrls([QUrl.fromLocalFile(path) for path in found if path])
    if kinds:
        dialog.setNameFilters([f"{kind.name} (*.{kind.suffix})" for kind in kinds])
    return dialog


def _ask(dialog: QFileDialog) -> Path | None:
    shared = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {key: shared.value(key) for key in _TRACES}
    accepted = dialog.exec()
    chosen = dialog.selectedFiles()
    shiboken6.delete(dialog)
    for key, value in before.items():
        if value is None:
            shared.remove(key)
        else:
            shared.setValue(key, value)
    shared.sync()
    return Path(chosen[0]) if accepted and chosen else None
