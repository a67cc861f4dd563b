# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of words, drawn at the leading edge of its box, cut with an ellipsis."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from bondsdesk.kernel.text import direction_of
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import Token
from bondsdesk.widgets.typeface import Role

_URDU: Final = re.compile("[\u0600-\u06ff]")


def line_font(text: str, look: Look, role: Role, *, bold: bool = False) -> QFont:
    """Return the font for a line; an Urdu sentence may begin with a Latin name."""
    rtl = direction_of(text, "rtl" if look.rtl else "ltr") == "rtl"
    rtl = rtl or (look.rtl and bool(_URDU.search(text)))
    return look.font(role, bold=bold, language="ur" if rtl else "en")


def draw_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    look: Look,
    *,
    role: Role = "body",
    bold: bool = False,
    tone: Token = "ink",
) -> float:
    """Draw a line at the top of a box and return its height."""
    font = line_font(text, look, role, bold=bold)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(look.colour(tone))
    side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
    room = QRectF(box.left(), box.top(), box.width(), metrics.height())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags, shown)
    return metrics.height()


def line_height(text: str, look: Look, role: Role) -> int:
    """Return the height of a line."""
    return QFontMetrics(line_font(text, look, role)).height()
