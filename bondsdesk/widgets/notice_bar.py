# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar in which the house speaks: an icon, one sentence, at most one deed, a cross."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.announce import announce
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.notices import NoticeKind, Notices
from bondsdesk.widgets.sign import Sign
from bondsdesk.widgets.tokens import Token

_SIGNS: Final[dict[NoticeKind, tuple[str, Token]]] = {
    "done": ("check", "accent"),
    "info": ("info", "quiet"),
    "ask": ("help", "accent"),
    "warn": ("warning", "warn"),
    "danger": ("danger", "danger"),
}


class NoticeBar(Card):
    """Shows the current notice until it is read; it takes no room while there is none."""

    def __init__(self, notices: Notices, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=12, parent=parent)
        self._notices = notices
        self._sign = Sign("info", "quiet", look, size=20)
        self._text = Label("", look, wrap=True)
        self._deed = Button("", look, kind="small")
        self._decline = Button("", look, kind="text")
        self._close = IconButton("close", _("Put this message away"), look)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        for button in (self._deed, self._decline, self._close):
            row.addWidget(button)
        self.box.addLayout(row)
        self._deed.clicked.connect(notices.act)
        self._decline.clicked.connect(notices.dismiss)
        self._close.clicked.connect(notices.dismiss)
        notices.changed.connect(self._on_changed)
        self._on_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the notice away with Escape while the focus is in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self._notices.dismiss()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_changed(self) -> None:
        notice = self._notices.current
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._sign.show_icon(*_SIGNS[notice.kind])
        self._text.setText(notice.text)
        self._deed.setVisible(notice.action is not None)
        self._deed.set_text(notice.action[0] if notice.action else "")
        asking = notice.kind == "ask"
        self._decline.setVisible(asking)
        self._decline.set_text(notice.decline)
        self._close.setVisible(not asking)
        self.setAccessibleName(notice.text)
        announce(self, notice.text)
