# SPDX-License-Identifier: GPL-3.0-or-later
"""A short line of words in one of the house's sizes and colours; always plain text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bondsdesk.kernel.text import direction_of
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import Token
from bondsdesk.widgets.typeface import Role


class Label(QLabel):
    """Words that follow the look. What a person typed is never read as markup."""

    def __init__(
        self,
        text: str,
        look: Look,
        *,
        role: Role = "body",
        tone: Token = "ink",
        bold: bool | None = None,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role: Role = role
        self._tone: Token = tone
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._align = align
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_tone(self, tone: Token) -> None:
        """Show the words in another colour of the house."""
        self._tone = tone
        self._restyle()

    def set_bold(self, bold: bool) -> None:
        """Show the words bold or regular."""
        self._bold = bold
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._look.font(self._role, bold=self._bold))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, self._look.colour(self._tone))
        self.setPalette(colours)
        self._align_words()

    def changeEvent(self, event: QEvent) -> None:
        """Go to the other side with the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lines from the right by ourselves.

        QLabel counts the blank at which a line was broken, so that all lines but the last would
        begin a blank's width further left.
        """
        chosen = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if chosen or not self.wordWrap() or direction_of(self.text()) != "rtl":
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._draw_lines(painter)

    def _draw_lines(self, painter: QPainter) -> None:
        room = self.contentsRect()
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        layout.setTextOption(option)
        leading, height = QFontMetricsF(self.font()).leading(), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, height))
            height += line.height() + leading
        layout.endLayout()
        spare = room.height() - (height - leading)
        top = spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0
        layout.draw(painter, QPointF(room.x(), room.y() + round(max(0, top))))

    def _align_words(self) -> None:
        """Start at the window's leading edge; QLabel would follow the words' own direction."""
        side = self._align
        if side == Qt.AlignmentFlag.AlignLeading:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            side = edge | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
