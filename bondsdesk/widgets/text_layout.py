# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays a read text out: its own direction, typeface and leading, whatever the window's direction.

QLabel knows no line height and a QListView draws every row in the window's direction; reading
views and delegates of lists use this instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from bondsdesk.kernel.text import direction_of
from bondsdesk.widgets.look import LEAST_NASTALIQ, Look

_AIR: Final = 8
"""Pixels at the sides of Nastaliq: its swinging strokes reach out of the line's box."""

_LATIN: Final = re.compile(
    r"[A-Za-z\u00c0-\u024f](?:[^\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff\u2028]*[0-9A-Za-z\u00c0-\u024f])?"
)
"""Latin words with what stands between them, up to the next Urdu letter or line."""


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
    nastaliq = rtl and size >= LEAST_NASTALIQ
    air = look.px(_AIR) if nastaliq else 0
    room = max(1, width - 2 * air)
    layout = QTextLayout(text.replace("\n", "\u2028"), look.reading_font(text, size, bold=bold))
    layout.setTextOption(_option(rtl, centred))
    layout.setCacheEnabled(True)
    if nastaliq:
        layout.setFormats(_latin_runs(layout.text(), look.reading_font("", size, bold=bold)))
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
    if nastaliq and lines:
        y += _make_room(layout, lines)
    return Laid(layout, ceil(y), ceil(widest) + 2 * air + 1, lines, rtl, cut)


def _latin_runs(text: str, font: QFont) -> list[QTextLayout.FormatRange]:
    """Return the ranges of Latin words, to be set in their own font.

    Qt takes the blanks between them from the first font, and those of Nastaliq have no width:
    "Thankyouforthetea". Ranges are counted in UTF-16 units, as Qt counts.
    """
    ranges = []
    for found in _LATIN.finditer(text):
        style = QTextCharFormat()
        style.setFont(font)
        span = QTextLayout.FormatRange()
        span.start, span.length = _units(text[: found.start()]), _units(found[0])
        span.format = style
        ranges.append(span)
    return ranges


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _make_room(layout: QTextLayout, lines: int) -> float:
    """Move every line down if the first one's strokes reach above it; return what is added.

    Nastaliq climbs: a long word ends up to half an em above the line's own ascent, and a
    ligature such as the blessing hangs as far below the last one.
    """
    above = max(-_ink(layout.lineAt(0))[0], 0.0)
    last = layout.lineAt(lines - 1)
    below = max(_ink(last)[1] - (last.y() + last.height()), 0.0)
    if above:
        for number in range(lines):
            line = layout.lineAt(number)
            line.setPosition(line.position() + QPointF(0, above))
    return above + below


def _ink(line: QTextLine) -> tuple[float, float]:
    """Return how high and how low the strokes of a line reach, in the layout's coordinates.

    A glyph run's own rectangle is the line's box at the height of each letter, far too much.
    """
    top, bottom = line.y() + line.ascent(), line.y() + line.height()
    for run in line.glyphRuns():
        raw = run.rawFont()
        reaches = _reaches.setdefault((raw.familyName(), raw.weight(), raw.pixelSize()), {})
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            reach = reaches.get(glyph)
            if reach is None:
                box = raw.boundingRect(glyph)
                reach = reaches[glyph] = (box.top() - 1, box.bottom() + 1)
            y = place.y()
            top, bottom = min(top, y + reach[0]), max(bottom, y + reach[1])
    return top, bottom


_reaches: dict[tuple[str, int, float], dict[int, tuple[float, float]]] = {}
"""How far each glyph of a font reaches up and down from its place: asking Qt is slow, and there
are only some hundred shapes."""


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
