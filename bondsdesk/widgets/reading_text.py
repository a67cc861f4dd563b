# SPDX-License-Identifier: GPL-3.0-or-later
"""Running text to be read: notes, prompts, rules, explanations; selectable, never markup."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bondsdesk.widgets.look import Look
from bondsdesk.widgets.text_layout import Laid, lay, selected
from bondsdesk.widgets.tokens import Token

MAX_WIDTH: Final = 720
"""Pixels at 100 %: a longer line of running text is tiring to follow (look.md)."""


class ReadingText(QLabel):
    """A text in its own direction, typeface and leading; as high as it needs for its width.

    A QLabel by kind, so that a screen reader meets a label with the whole text; the drawing is
    its own. `max_lines` cuts a preview short.
    """

    def __init__(
        self,
        text: str,
        look: Look,
        *,
        size: int = 18,
        tone: Token = "ink",
        bold: bool = False,
        centred: bool = False,
        max_width: int = MAX_WIDTH,
        max_lines: int | None = None,
        selectable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._tone: Token = tone
        self._bold = bold
        self._centred = centred
        self._max_width = max_width
        self._max_lines = max_lines
        self._laid: dict[int, Laid] = {}
        self._from = self._to = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if selectable:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.setCursor(Qt.CursorShape.IBeamCursor)
        self._selectable = selectable
        self.setProperty("ring", 0)
        self.set_text(text)
        look.changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self._from = self._to = 0
        self._restyle()

    def set_size(self, size: int) -> None:
        """Show it in another size, in pixels at 100 %."""
        self._size = size
        self._restyle()

    def set_tone(self, tone: Token) -> None:
        """Show it in another colour of the house."""
        self._tone = tone
        self.update()

    @property
    def selected_text(self) -> str:
        """Return what is selected."""
        return self.text()[min(self._from, self._to) : max(self._from, self._to)]

    # Qt

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrower column makes it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height it needs in a column."""
        return self._in(width).height

    def sizeHint(self) -> QSize:
        """Return the size of the text within the width that reads well."""
        laid = self._in(self._look.px(self._max_width))
        return QSize(laid.width, laid.height)

    def minimumSizeHint(self) -> QSize:
        """Return a column of a few words; the height is asked for by width."""
        return QSize(min(self._look.px(120), self.sizeHint().width()), self._look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text at its own leading edge."""
        painter = QPainter(self)
        laid = self._in(self.width())
        style = selected(self._from, self._to, self._look)
        laid.draw(painter, self._corner(laid), self._look.colour(self._tone), style)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        self._from = self._to = self._place(event.position().toPoint())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._to = self._place(event.position().toPoint())
            self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Select all of it: people copy notes, not words."""
        self._select_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy or select all; anything else is the page's."""
        if self._selectable and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text or self.text())
        elif self._selectable and event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when Qt brings another font or direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.LayoutDirectionChange):
            self._laid.clear()

    # Private

    def _in(self, width: int) -> Laid:
        room = max(1, min(width, self._look.px(self._max_width)))
        if room not in self._laid:
            if len(self._laid) > 8:
                self._laid.clear()
            self._laid[room] = lay(
                self.text(),
                room,
                self._look,
                size=self._size,
                bold=self._bold,
                centred=self._centred,
                most_lines=self._max_lines,
            )
        return self._laid[room]

    def _corner(self, laid: Laid) -> QPointF:
        spare = max(0, self.width() - self._look.px(self._max_width))
        if self._centred:
            return QPointF(spare / 2, 0)
        return QPointF(spare if laid.rtl else 0, 0)

    def _place(self, point: QPoint) -> int:
        if not self._selectable:
            return 0
        laid = self._in(self.width())
        at = QPointF(point) - self._corner(laid)
        for number in range(laid.lines):
            line = laid.layout.lineAt(number)
            if at.y() < line.y() + line.height() or number == laid.lines - 1:
                return line.xToCursor(at.x())
        return 0

    def _select_all(self) -> None:
        if self._selectable:
            self._from, self._to = 0, len(self.text())
            self.update()

    @Slot()
    def _restyle(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()
