# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a note of any length: it grows, and it turns to the direction of what is typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from bondsdesk.kernel.text import direction_of
from bondsdesk.widgets.look import Look

SETTLE: Final = 600
"""Milliseconds without a key after which a draft is worth keeping."""

PASTE_LIMIT: Final = 250_000
"""Characters taken from one paste: more than a note may have, so that the note can say so itself,
and few enough that laying them out does not stop the window."""


class NoteField(QPlainTextEdit):
    """Plain words in the reading size. Heights in pixels at 100 %.

    `edited` tells every change by a person, `settled` a pause after one.
    """

    edited = Signal()
    settled = Signal()

    def __init__(
        self,
        look: Look,
        *,
        placeholder: str = "",
        least: int = 176,
        most: int = 320,
        size: int = 18,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._least, self._most, self._size = least, most, size
        self._rtl: bool | None = None
        self._quiet = False
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE)
        self._pause.timeout.connect(self.settled)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        look.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """Return what is written, as it stands."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without telling `edited`; its undo history begins anew."""
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False
        self._pause.stop()

    def settle(self) -> None:
        """Tell `settled` now if a pause is being waited for."""
        if self._pause.isActive():
            self._pause.stop()
            self.settled.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only: no markup, no file, no half characters, no character U+0000."""
        text = source.text()[:PASTE_LIMIT].replace("\0", "")
        self.textCursor().insertText(text.encode("utf-8", "replace").decode("utf-8"))
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter and Escape to the page."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if (enter and control) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_changed(self) -> None:
        self._turn()
        if not self._quiet:
            self._pause.start()
            self.edited.emit()

    @Slot()
    def _restyle(self) -> None:
        self._rtl = None
        self._turn()
        self._grow()

    def _turn(self) -> None:
        head = self.document().firstBlock().text()[:200] or self.toPlainText()[:200]
        rtl = direction_of(head, "rtl" if self._look.rtl else "ltr") == "rtl"
        if rtl == self._rtl:
            return
        self._rtl = rtl
        option = self.document().defaultTextOption()
        leading = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(leading)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        quiet, self._quiet = self._quiet, True
        self.document().setDefaultTextOption(option)
        font = self._look.font("reading", language="ur" if rtl else "en")
        font.setPixelSize(self._look.px(self._size + (2 if rtl else 0)))
        self.setFont(font)
        self._quiet = quiet

    @Slot()
    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = round(self.document().size().height()) * line + self._look.px(32)
        least, most = self._look.px(self._least), self._look.px(self._most)
        self.setFixedHeight(min(max(wanted, least), max(most, least)))
