# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the caret of an empty line waits. It knows no words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


def lean(field: QLineEdit) -> None:
    """Wait for words where the screen begins: Qt puts an empty field's caret by the keyboard.

    What is typed then stands by its own direction.
    """
    waits_right = field.layoutDirection() == Qt.LayoutDirection.RightToLeft and not field.text()
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    field.setAlignment(side if waits_right else Qt.AlignmentFlag.AlignLeading)
