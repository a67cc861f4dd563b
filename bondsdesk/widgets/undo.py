# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking back and doing again: the only undo command, around a Change of the kernel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.widgets.notices import Notices

STEPS = 100
"""Steps kept: more than anyone takes back in one sitting."""


class ChangeCommand(QUndoCommand):
    """One step. The service has already done it, so the first redo is skipped.

    A redo or undo that raises would stay on the stack and later take back what never happened;
    an ExpectedError is told instead and the step becomes obsolete, which removes it.
    """

    def __init__(
        self,
        change: Change,
        text: str,
        told: Callable[[frozenset[str]], None],
        failed: Callable[[ExpectedError], None],
    ) -> None:
        super().__init__(text)
        self._change = change
        self._told = told
        self._failed = failed
        self._fresh = True

    def redo(self) -> None:
        """Do it again, except for the first time."""
        if self._fresh:
            self._fresh = False
            return
        self._run(self._change.redo)

    def undo(self) -> None:
        """Take it back."""
        self._run(self._change.undo)

    def _run(self, deed: Callable[[], None] | None) -> None:
        try:
            if deed:
                deed()
        except ExpectedError as error:
            self.setObsolete(True)
            self._failed(error)
        else:
            self._told(self._change.touched)


class Undo(QObject):
    """The steps of one open vault. `touched` tells the kinds that changed, `changed` the menu."""

    touched = Signal(frozenset)
    changed = Signal()

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(STEPS)
        self._stack.indexChanged.connect(self._on_index)

    def push(self, change: Change, text: str) -> None:
        """Remember a change that a service has just made and tell its pages.

        `text` names it in the screen's language ("Give note"). A change without an undo is told
        and not remembered; what came before it can no longer be taken back past it.
        """
        if change.undo is None:
            self._stack.clear()
        else:
            told, failed = self.touched.emit, self._notices.tell_error
            self._stack.push(ChangeCommand(change, text, told, failed))
        self.touched.emit(change.touched)

    def undo(self) -> None:
        """Take the last step back."""
        self._stack.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._stack.redo()

    def clear(self) -> None:
        """Forget every step: the place is being locked."""
        self._stack.clear()

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return self._stack.canUndo()

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a step to do again."""
        return self._stack.canRedo()

    @property
    def undo_text(self) -> str:
        """Return the name of the step that undo takes back."""
        return self._stack.undoText()

    @property
    def redo_text(self) -> str:
        """Return the name of the step that redo does again."""
        return self._stack.redoText()

    def _on_index(self, _index: int) -> None:
        """Tell the menu; a way back that a notice offers was meant for the step before."""
        self._notices.retire(self.undo)
        self.changed.emit()
