# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+Z at the desk: take a step back and say which, with the way forward beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.undo import Undo


class SteppingBack(QObject):
    """Undo and redo with a notice that names the step. A step that failed has told so itself."""

    def __init__(self, undo: Undo, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._undo = undo
        self._notices = notices
        self._moved = False
        undo.touched.connect(self._on_touched)

    @Slot()
    def back(self) -> None:
        """Take the last step back; with none left, say so."""
        step = self._undo.undo_text
        if not self._undo.can_undo:
            self._notices.tell(_("There is nothing to take back."), "info")
            return
        self._moved = False
        self._undo.undo()
        if self._moved:
            said = _("Taken back: {step}").format(step=step)
            self._notices.tell(said, action=(_("Do it again"), self.forward))

    @Slot()
    def forward(self) -> None:
        """Do the last step again that was taken back."""
        step = self._undo.redo_text
        if not self._undo.can_redo:
            self._notices.tell(_("There is nothing to do again."), "info")
            return
        self._moved = False
        self._undo.redo()
        if self._moved:
            said = _("Done again: {step}").format(step=step)
            self._notices.tell(said, action=(_("Take back"), self.back))

    @Slot()
    def _on_touched(self) -> None:
        self._moved = True
