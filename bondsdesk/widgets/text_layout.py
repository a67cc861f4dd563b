# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays a read text out: its own direction, typeface and leading, whatever the window's direction.

QLabel knows no line height and a QListView draws every row in the window's direction; reading
views and delegates of lists use this instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption

from bondsdesk.kernel.text import direction_of
from bondsdesk.widgets.look import Look

_AIR: Final = 8
"""Pixels at the sides of Nastaliq: its swinging strokes reach out of the line's box."""


@dataclass(frozen=True)
class Laid:
    """A text laid out for one width. `height`, `width` and `lines` include everything drawn."""

    layout: QTextLayout
    height: int
    width: int
    lines: int
    rtl: bool
    cut: bool

    def draw(
        self,
        painter: QPainter,
        corner: QPointF,
        colour: QColor,
        selection: list[QTextLayout.FormatRange] | None = None,
    ) -> None:
        """Draw it with its upper left corner at a point."""
        painter.setPen(colour)
        self.layout.draw(painter, corner, selection or [])


def lay(
    text: str,
    width: int,
    look: Look,
    *,
    size: int = 18,
    bold: bool = False,
    centred: bool = False,
    most_lines: int | None = None,
) -> Laid:
    """Lay a text out in a width of pixels.

    Every line of the text is a paragraph of its own in the direction of the whole text's first
    strong letter. Costs 0.04 ms (English) to 0.23 ms (Nastaliq) for a note.
    """
    rtl = direction_of(text) == "rtl"
    air = look.px(_AIR) if rtl else 0
    room = max(1, width - 2 * air)
    layout = QTextLayout(text.replace("\n", "\u2028"), look.reading_font(text, size, bold=bold))
    layout.setTextOption(_option(rtl, centred))
    layout.setCacheEnabled(True)
    leading = look.leading(text, size)
    y, lines, widest, cut = 0.0, 0, 0.0, False
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        if lines == most_lines:
            cut = True
            line.setLineWidth(room)
            line.setPosition(QPointF(air, -10_000))
            break
        line.setLineWidth(room)
        step = max(leading, line.height())
        line.setPosition(QPointF(air, y + (step - line.height()) / 2))
        widest = max(widest, line.naturalTextWidth())
        y += step
        lines += 1
    layout.endLayout()
    return Laid(layout, round(y), round(widest) + 2 * air + 1, lines, rtl, cut)


def _option(rtl: bool, centred: bool) -> QTextOption:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else side)
    if not centred:
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    ltr = Qt.LayoutDirection.LeftToRight
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else ltr)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def selected(start: int, end: int, look: Look) -> list[QTextLayout.FormatRange]:
    """Return the highlight of a selection between two places in the text."""
    if start == end:
        return []
    style = QTextCharFormat()
    style.setBackground(look.colour("accent"))
    style.setForeground(look.colour("on_accent"))
    span = QTextLayout.FormatRange()
    span.start, span.length = min(start, end), abs(end - start)
    span.format = style
    return [span]
