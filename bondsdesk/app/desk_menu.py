# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of the desk chip: every deed of the desk in words, with its key beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bondsdesk.app.shortcuts import Action, native_key
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.icons import Icons


def desk_menu(parent: QWidget, icons: Icons, does: Mapping[Action, Callable[[], None]]) -> QMenu:
    """Return a menu to be shown once; it deletes itself when it closes.

    The keys stand there as words: the shortcuts themselves are bound in shortcuts.py.
    """
    menu = QMenu(parent)
    menu.setObjectName("DeskMenu")
    menu.aboutToHide.connect(menu.deleteLater)
    for group in _groups():
        if menu.actions():
            menu.addSeparator()
        for action, icon, words in group:
            item = QAction(icons.icon(icon, "quiet", 20), f"{words}\t{native_key(action)}", menu)
            item.triggered.connect(does[action])
            menu.addAction(item)
    return menu


def _groups() -> tuple[tuple[tuple[Action, str, str], ...], ...]:
    return (
        (
            ("search", "search", _("Search")),
            ("export", "printer", _("Save as PDF")),
        ),
        (
            ("undo", "undo", _("Take the last step back")),
            ("redo", "redo", _("Do it again")),
        ),
        (
            ("full_screen", "window", _("Full screen")),
            ("settings", "settings", _("Settings and keys")),
            ("help", "help", _("Help")),
        ),
    )
