# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws one card: title, bars with their figures, the line at the foot, who holds it.

Used by the lists and for the picture that is dragged. Lengths are pixels at 100 % (NOTES.md, 5).
Texts are laid out once for a width and remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from bondsdesk.kernel.people import PARTNERS, Colour, Pair, Person, Symbol
from bondsdesk.kernel.text import direction_of
from bondsdesk.kernel.words import Language
from bondsdesk.rooms.goals.domain.board import Face
from bondsdesk.rooms.goals.parts.card_words import foot_text, money_text, steps_text
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import paint_person
from bondsdesk.widgets.progress_bar import paint_bar
from bondsdesk.widgets.text_layout import Laid, lay

CORNER: Final = 12
_PAD: Final = 12
_FOOT: Final = 9
_DISC: Final = 28
_OVERLAP: Final = 6
_RIM: Final = 2
_THIN: Final = 4
_BROAD: Final = 8
_ABOVE_BAR: Final = 13
_UNDER_BAR: Final = 6
_BETWEEN: Final = 12
_ABOVE_STEP: Final = 6
_BOX: Final = 16
_REACH: Final = 8
_LAID: Final = 400
_PICTURES: Final = 96
"""Cards kept as pictures: all that fit on a large screen, 10 MB."""


class CardFace:
    """Measures and draws cards for one pair on one day."""

    def __init__(self, pair: Pair, today: date, look: Look) -> None:
        self._look = look
        self._laid: OrderedDict[tuple[str, int], Laid] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, int, float], tuple[Face, QPixmap]] = OrderedDict()
        self._discs: dict[tuple[Symbol, Colour, float], QPixmap] = {}
        self._metrics: QFontMetrics | None = None
        self.know(pair, today)

    def know(self, pair: Pair, today: date) -> None:
        """Draw for these two, on this day."""
        self._pair, self._today = pair, today
        self._pictures.clear()

    def forget(self) -> None:
        """Lay everything out anew: the look has changed."""
        self._laid.clear()
        self._pictures.clear()
        self._discs.clear()
        self._metrics = None

    def height(self, face: Face, width: int) -> int:
        """Return the height of a card in a width."""
        px, small = self._look.px, self._small()
        height = px(_PAD) + self._title(face.title, width).height
        if self._line(face):
            height += px(2) + small
        if face.steps:
            height += px(_ABOVE_BAR) + px(_THIN) + px(_UNDER_BAR) + small
        if face.step_to_tick:
            height += px(_ABOVE_STEP) + self._step_height()
        if face.target is not None:
            above = _BETWEEN if face.steps else _ABOVE_BAR
            height += px(above) + px(_BROAD) + px(_UNDER_BAR) + small
        return height + px(_BETWEEN) + max(px(_DISC), small) + px(_FOOT)

    def show(self, painter: QPainter, face: Face, box: QRect) -> None:
        """Draw a card that is only looked at, from its picture if it was drawn before.

        A move draws every card in sight again; drawing costs 1 ms a card, a picture almost none.
        """
        ratio = painter.device().devicePixelRatio()
        key = (face.uid, box.width(), ratio)
        held = self._pictures.get(key)
        if held is None or not _alike(held[0], face):
            picture = QPixmap(box.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            brush = QPainter(picture)
            self.paint(brush, face, QRect(QPoint(0, 0), box.size()))
            brush.end()
            held = self._pictures[key] = (face, picture)
            if len(self._pictures) > _PICTURES:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        painter.drawPixmap(box.topLeft(), held[1])

    def paint(
        self, painter: QPainter, face: Face, box: QRect, *, edge: QColor | None = None
    ) -> None:
        """Draw a card into a box of its height; `edge` for one that is lifted or chosen."""
        px = self._look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge or self._look.colour("hair"), 1))
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(CORNER), px(CORNER))
        inner = box.adjusted(px(_PAD), px(_PAD), -px(_PAD), -px(_FOOT))
        title = self._title(face.title, box.width())
        title.draw(painter, QPointF(inner.x(), inner.y()), self._look.colour("ink"))
        y = inner.y() + title.height
        if line := self._line(face):
            y = self._paint_line(painter, line, inner, y + px(2))
        if face.steps:
            share = face.steps_done / face.steps
            y = self._paint_bar(painter, inner, y + px(_ABOVE_BAR), px(_THIN), share)
            y = self._paint_line(painter, steps_text(face), inner, y)
        if face.step_to_tick:
            y = self._paint_step(painter, face, inner, y + px(_ABOVE_STEP))
        if face.target is not None:
            above = px(_BETWEEN if face.steps else _ABOVE_BAR)
            y = self._paint_bar(painter, inner, y + above, px(_BROAD), face.money_share)
            self._paint_money(painter, face, QRect(inner.x(), y, inner.width(), self._small()))
        self._paint_foot(painter, face, inner)

    def step_target(self, face: Face, card: QRect) -> QRect:
        """Return where a click ticks the next step: the box with some room around it."""
        if not face.step_to_tick:
            return QRect()
        px = self._look.px
        top = card.y() + px(_PAD) + self._title(face.title, card.width()).height
        top += px(_ABOVE_BAR) + px(_THIN) + px(_UNDER_BAR) + self._small() + px(_ABOVE_STEP)
        side, room = px(_BOX), px(_REACH)
        x = card.right() + 1 - px(_PAD) - side if self._look.rtl else card.x() + px(_PAD)
        y = top + (self._step_height() - side) // 2
        return QRect(x, y, side, side).adjusted(-room, -room, room, room)

    def _step_height(self) -> int:
        return max(self._look.px(_BOX) + 2, self._small())

    def _paint_step(self, painter: QPainter, face: Face, inner: QRect, y: int) -> int:
        """Draw the next step with its box."""
        px, height = self._look.px, self._step_height()
        side, used = px(_BOX), px(_BOX) + px(8)
        x = inner.right() + 1 - side if self._look.rtl else inner.x()
        box = QRectF(x, y + (height - side) / 2, side, side)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        before, after = (0, used) if self._look.rtl else (used, 0)
        room = QRect(inner.x(), y, inner.width(), height).adjusted(before, 0, -after, 0)
        self._paint_words(painter, face.step_to_tick, room, token_ink=True)
        return y + height

    def _paint_bar(self, painter: QPainter, inner: QRect, y: int, height: int, share: float) -> int:
        paint_bar(painter, QRectF(inner.x(), y, inner.width(), height), share, self._look)
        return y + height + self._look.px(_UNDER_BAR)

    def _paint_line(self, painter: QPainter, text: str, inner: QRect, y: int) -> int:
        height = self._small()
        self._paint_words(painter, text, QRect(inner.x(), y, inner.width(), height))
        return y + height

    def _paint_words(
        self, painter: QPainter, text: str, box: QRect, token_ink: bool = False
    ) -> None:
        rtl = self._look.rtl
        language: Language = "ur" if direction_of(text, "rtl" if rtl else "ltr") == "rtl" else "en"
        painter.setFont(self._look.font("second", language=language))
        painter.setPen(self._look.colour("ink" if token_ink else "quiet"))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(flags), shown)

    def _paint_money(self, painter: QPainter, face: Face, box: QRect) -> None:
        """Draw the figures, with what is saved in ink, by drawing that part once more over it."""
        text, saved = money_text(face)
        self._paint_words(painter, text, box)
        at = text.find(saved)
        width = painter.fontMetrics().horizontalAdvance
        if at < 0 or width(text) > box.width():
            return
        before = width(text[:at])
        x = box.right() + 1 - before - width(saved) if self._look.rtl else box.x() + before
        part = QRectF(x, box.y(), width(saved), box.height())
        painter.setClipRect(part)
        self._paint_words(painter, text, box, token_ink=True)
        painter.setClipping(False)

    def _paint_foot(self, painter: QPainter, face: Face, inner: QRect) -> None:
        px, rtl = self._look.px, self._look.rtl
        side, step = px(_DISC), px(_DISC - _OVERLAP)
        people = [
            person
            for who in PARTNERS
            if face.holder in (who, "both") and (person := self._pair.person(who)) is not None
        ]
        used = side + step * (len(people) - 1) if people else 0
        top = inner.bottom() + 1 - side
        row = QRect(inner.x(), top, inner.width(), side)
        told = foot_text(face, self._today, self._look.language)
        room = row.adjusted(used + px(8) if rtl else 0, 0, 0 if rtl else -used - px(8), 0)
        self._paint_words(painter, told, room)
        for number, person in enumerate(people):
            start = used - number * step
            x = row.x() + start - side if rtl else row.right() + 1 - start
            disc = self._disc(person, painter.device().devicePixelRatio())
            painter.drawPixmap(QPoint(x - px(_RIM), top - px(_RIM)), disc)

    def _disc(self, person: Person, ratio: float) -> QPixmap:
        """Return a partner's disc with a rim of the card's colour; drawing a symbol is slow."""
        key = (person.symbol, person.colour, ratio)
        disc = self._discs.get(key)
        if disc is None:
            side, rim = self._look.px(_DISC), self._look.px(_RIM)
            whole = QRectF(0, 0, side + 2 * rim, side + 2 * rim)
            disc = self._discs[key] = QPixmap(whole.size().toSize() * ratio)
            disc.setDevicePixelRatio(ratio)
            disc.fill(Qt.GlobalColor.transparent)
            brush = QPainter(disc)
            brush.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush.setPen(Qt.PenStyle.NoPen)
            brush.setBrush(self._look.colour("card"))
            brush.drawEllipse(whole)
            inner = whole.adjusted(rim, rim, -rim, -rim)
            paint_person(brush, inner, person.symbol, person.colour, self._look)
            brush.end()
        return disc

    def _line(self, face: Face) -> str:
        """Return the second line of a card that has neither steps nor money to show yet."""
        return "" if face.steps or face.target is not None else face.line

    def _title(self, title: str, width: int) -> Laid:
        laid = self._laid.get((title, width))
        if laid is None:
            if len(self._laid) >= _LAID:
                self._laid.popitem(last=False)
            lines = 3 if self._look.zoom >= 1.5 else 2
            room = width - 2 * self._look.px(_PAD)
            laid = lay(title, room, self._look, size=14, bold=True, most_lines=lines)
            self._laid[title, width] = laid
        return laid

    def _small(self) -> int:
        if self._metrics is None:
            self._metrics = QFontMetrics(self._look.font("second"))
        return max(self._look.px(16), self._metrics.height() if self._look.rtl else 0)


def _alike(one: Face, other: Face) -> bool:
    """Tell whether two cards are drawn the same; their place in a lane is not drawn."""
    return one is other or replace(one, rank=other.rank) == other
