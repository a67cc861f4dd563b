# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+Z at the desk: take a step back and say which, with the way forward beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.undo import Undo


class SteppingBack(QObject):
    """Undo and redo with a notice that names the step."""

    def __init__(self, undo: Undo, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._undo = undo
        self._notices = notices

    @Slot()
    def back(self) -> None:
        """Take the last step back; with none left, say so."""
        step = self._undo.undo_text()
        if not self._undo.can_undo():
            self._notices.tell(_("There is nothing to take back."), "info")
        elif self._undo.undo():
            self._notices.tell(
                _("Taken back: {step}").format(step=step),
                action=(_("Do it again"), self.forward),
            )

    @Slot()
    def forward(self) -> None:
        """Do the last step again that was taken back."""
        step = self._undo.redo_text()
        if not self._undo.can_redo():
            self._notices.tell(_("There is nothing to do again."), "info")
        elif self._undo.redo():
            self._notices.tell(
                _("Done again: {step}").format(step=step), action=(_("Take back"), self.back)
            )
