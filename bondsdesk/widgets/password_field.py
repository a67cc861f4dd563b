# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a passphrase: nothing of it stays in an undo list, a clipboard or a hidden window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.lean import lean
from bondsdesk.widgets.look import Look

_REFUSED = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
)


class PasswordField(QLineEdit):
    """Dots, and an eye to look at the words for a moment. It empties itself when it is hidden.

    `caps_lock(on)` tells when Caps Lock seems to be on; the page says so beside the field.
    """

    caps_lock = Signal(bool)

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._caps = False
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMaxLength(1024)
        self.setProperty("ring", 8)
        self._eye = IconButton("eye", _("Show the words"), look, toggle=True, parent=self)
        self._eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self._eye.toggled.connect(self._on_eye)
        self.textChanged.connect(self._lean)
        look.changed.connect(self._restyle)
        self._restyle()
        self._lean()

    def take(self) -> str:
        """Return what was typed and empty the field."""
        typed = self.text()
        self.forget()
        return typed

    def forget(self) -> None:
        """Empty the field and its undo list, and cover it again."""
        self._eye.setChecked(False)
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Take the small dot from the style sheet: Qt reads it only when the style changes."""
        taken = super().event(event)
        if event.type() == QEvent.Type.Polish:
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
        return taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys in, but no undo, redo, copy or cut; notice Caps Lock by the letters."""
        if any(event.matches(key) for key in _REFUSED):
            event.ignore()
            return
        self._notice_caps(event)
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Empty the field when its window goes away."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer no menu: it would copy."""
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Put the eye at the other end when the direction changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_eye()
            self._lean()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the trailing end."""
        super().resizeEvent(event)
        self._place_eye()

    @Slot(bool)
    def _on_eye(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.set_icon("eye-off" if shown else "eye")
        self._eye.set_name(_("Cover the words") if shown else _("Show the words"))

    @Slot()
    def _lean(self) -> None:
        lean(self)

    @Slot()
    def _restyle(self) -> None:
        self._eye.resize(self._eye.sizeHint())
        self._place_eye()

    def _place_eye(self) -> None:
        gap = self._look.px(8)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = gap if rtl else self.width() - self._eye.width() - gap
        self._eye.move(x, (self.height() - self._eye.height()) // 2)
        room = self._eye.width()
        self.setTextMargins(room if rtl else 0, 0, 0 if rtl else room, 0)

    def _notice_caps(self, event: QKeyEvent) -> None:
        """Take a capital without Shift, or a small letter with it, as a sign of Caps Lock."""
        letter = event.text()
        if not (letter.isalpha() and letter.isascii()) or sys.platform == "darwin":
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        caps = letter.isupper() != shift
        if caps != self._caps:
            self._caps = caps
            self.caps_lock.emit(caps)
