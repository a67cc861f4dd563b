# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets in the rail: a tab list named "Rooms" with a page tab for each room.

QTabBar would give the roles, but it reports the chosen tab's word as the name of the list, so
`setAccessibleName` has no effect there. The factory is asked only while accessibility is on.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget


class TabAccess(QAccessibleWidget):
    """A page tab that can be pressed and says whether it is the chosen one."""

    def __init__(self, tab: QAbstractButton) -> None:
        super().__init__(tab, QAccessible.Role.PageTab)

    def _tab(self) -> QAbstractButton:
        """Return the tab; Qt keeps it, so that a closed window is not held by its interface."""
        return cast("QAbstractButton", self.object())

    def state(self) -> QAccessible.State:
        """Return focusable, focused, selectable, selected."""
        state = super().state()
        state.selectable = True
        state.selected = self._tab().isChecked()
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return what can be done: press it, or bring the keyboard there."""
        return ["Press", *super().actionNames()]

    def doAction(self, actionName: str) -> None:  # noqa: N802, N803 - Qt's names
        """Do one of the actions."""
        if actionName == "Press":
            self._tab().click()
        else:
            super().doAction(actionName)


def rail_factory(key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface of a rail or of its tab; None for anything else."""
    if key == "RailTab" and isinstance(thing, QAbstractButton):
        return TabAccess(thing)
    if key == "Rail" and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.PageTabList, thing.accessibleName())
    return None


@cache
def teach_screen_readers() -> None:
    """Have Qt ask `rail_factory`, once in the process."""
    QAccessible.installFactory(rail_factory)
