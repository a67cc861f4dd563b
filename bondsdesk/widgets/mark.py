# SPDX-License-Identifier: GPL-3.0-or-later
"""The mark of the house: two joined arches on one ground."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sign import Sign
from bondsdesk.widgets.tokens import Token


class Mark(Sign):
    """The mark, `size` pixels wide at 100 %."""

    def __init__(
        self,
        look: Look,
        *,
        size: int = 72,
        token: Token = "accent",  # noqa: S107 - a colour
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("mark", token, look, size=size, parent=parent)
