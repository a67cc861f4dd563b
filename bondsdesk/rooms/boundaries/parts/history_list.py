# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated history of an agreement in plain words, the newest first, long ones scroll inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from bondsdesk.kernel.dates import clock_time, local_day, long_day
from bondsdesk.kernel.people import Pair
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.story import Happening
from bondsdesk.rooms.boundaries.parts.painting import draw_line, line_height
from bondsdesk.rooms.boundaries.service.wording import happening_line
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import paint_person
from bondsdesk.widgets.rows_model import ROW, RowsModel
from bondsdesk.widgets.tokens import Token

Index = QModelIndex | QPersistentModelIndex

_STEP: Final = 42
_DISC: Final = 28
_MOST: Final = 8
"""Rows that show at once; more scroll inside."""
_ICONS: Final = {"in_force": "check", "talked": "cup", "words": "read"}


@dataclass(frozen=True, slots=True)
class _Line:
    happening: Happening
    words: str
    moment: str

    def spoken(self) -> str:
        return f"{self.words}, {self.moment}"


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, pair: Pair, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._pair = look, pair

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), step(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = self._look, self._look.px
        line = cast("_Line", index.data(ROW))
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(_DISC)
        left = box.right() - side - 1 if look.rtl else box.left() + 1
        disc = QRectF(left, box.top() + px(4), side, side)
        if index.row() + 1 < index.model().rowCount():
            painter.setPen(QPen(look.colour("hair"), px(2)))
            middle = disc.center().x()
            painter.drawLine(QPointF(middle, disc.bottom()), QPointF(middle, box.bottom() + px(4)))
        self._paint_disc(painter, disc, line.happening)
        before, after = (0, px(40)) if look.rtl else (px(40), 0)
        words = box.adjusted(before, px(1), -after, 0)
        newest = index.row() == 0 and line.happening.deed == "in_force"
        height = draw_line(painter, words, line.words, look, bold=newest)
        words.adjust(0, height, 0, 0)
        tone: Token = "accent" if line.happening.deed == "words" else "quiet"
        draw_line(painter, words, line.moment, look, role="second", tone=tone)
        painter.restore()

    def _paint_disc(self, painter: QPainter, disc: QRectF, happening: Happening) -> None:
        look, inset = self._look, self._look.px(6)
        person = self._pair.person(happening.who) if happening.who else None
        if person and happening.deed != "withdrew":
            paint_person(painter, disc, person.symbol, person.colour, look, on_card=False)
            return
        done = happening.deed == "in_force"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent" if done else "lane"))
        painter.drawEllipse(disc)
        inner = disc.adjusted(inset, inset, -inset, -inset)
        icon = _ICONS.get(happening.deed, "pause")
        look.icons.paint(painter, icon, inner, "on_accent" if done else "quiet")


class HistoryList(QListView):
    """What happened and when; Ctrl+C copies the chosen lines, the tooltip has the seconds.

    words_wanted(version): a click or Enter on the line of an earlier version.
    """

    words_wanted = Signal(int)

    def __init__(self, happenings: Sequence[Happening], pair: Pair, look: Look) -> None:
        super().__init__()
        self._look = look
        rows = RowsModel(_Line.spoken, self)
        rows.show([_line(each, pair) for each in happenings])
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(_Delegate(look, pair, self))
        self.setAccessibleName(_("History"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._on_line)
        self.viewport().setAutoFillBackground(False)
        self._shown = min(len(happenings), _MOST)
        look.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setFixedHeight(self._shown * step(self._look) + self._look.px(4))

    @Slot(QModelIndex)
    def _on_line(self, index: QModelIndex) -> None:
        line = self._rows.row(index)
        if line and line.happening.deed == "words":
            self.words_wanted.emit(line.happening.version)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen lines; open an earlier version's words with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_line(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted(index.row() for index in self.selectedIndexes())
            lines = [line for n in chosen if (line := self._rows.row(self._rows.index(n)))]
            QGuiApplication.clipboard().setText("\n".join(line.spoken() for line in lines))
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: object) -> bool:
        """Tell the exact time in a tooltip."""
        if isinstance(event, QHelpEvent):
            line = self._rows.row(self.indexAt(event.pos()))
            if line:
                exact = line.happening.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
                QToolTip.showText(event.globalPos(), exact, self)
                return True
        return super().viewportEvent(event)  # type: ignore[arg-type]


def step(look: Look) -> int:
    """Return the height of a row, more where the letters are larger."""
    lines = line_height("", look, "body") + line_height("", look, "second")
    return max(look.px(_STEP), lines + look.px(4))


def _line(happening: Happening, pair: Pair) -> _Line:
    words = screen_words()
    told = happening_line(happening, pair, words)
    if happening.deed == "words":
        return _Line(happening, told, _("Read these words again"))
    day = long_day(local_day(happening.at), words.language)
    moment = f"{isolate(day)}، " if words.language == "ur" else f"{day}, "
    return _Line(happening, told, moment + clock_time(happening.at))
