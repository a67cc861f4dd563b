# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps in the editor: a list to tick and change, a line to add to it, an order to arrange."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.parts.steps_model import StepRow, StepsModel
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look

_ROW: Final = 40
_BOX: Final = 20
_MOST_SEEN: Final = 7

_Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """A box to tick and the step's words; a ticked step is quiet."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return one row."""
        return QSize(self._look.px(80), self._look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one step."""
        px, rtl = self._look.px, self._look.rtl
        done = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("select"))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), px(8), px(8))
        x = box.right() + 1 - px(8 + _BOX) if rtl else box.x() + px(8)
        tick = QRectF(x, box.center().y() - px(_BOX) / 2, px(_BOX), px(_BOX))
        painter.setPen(QPen(self._look.colour("accent" if done else "line"), 1.5))
        painter.setBrush(self._look.colour("accent" if done else "card"))
        painter.drawRoundedRect(tick.adjusted(1, 1, -1, -1), px(5), px(5))
        if done:
            self._look.icons.paint(painter, "check", tick.adjusted(2, 2, -2, -2), "on_accent")
        lead = px(8 + _BOX + 10)
        room = box.adjusted(px(8) if rtl else lead, 0, -lead if rtl else -px(8), 0)
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.colour("quiet" if done else "ink"))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(flags), words)
        painter.restore()

    def editorEvent(
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: _Index,
    ) -> bool:
        """Leave ticking to the list: the box is not where the style would look for it."""
        return False

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index
    ) -> QWidget:
        """Return a line to change the words in."""
        return LineField(self._look, name=_("Step"), parent=parent)


class StepList(QListView):
    """Space ticks, Enter changes the words, Alt and the arrows move, Delete takes out."""

    def __init__(self, model: StepsModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self._steps = model
        self.setModel(model)
        self.setItemDelegate(StepDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(_("Steps"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed
        )
        self.viewport().setAutoFillBackground(False)
        self.setProperty("ring", 8)

    def tick(self, index: _Index) -> None:
        """Tick a step, or take its tick away."""
        done = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if done else Qt.CheckState.Checked
        self._steps.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick with a click on the box."""
        super().mousePressEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        row = self.visualRect(index)
        edge = self._look.px(8 + _BOX + 6)
        on_box = spot.x() > row.right() - edge if self._look.rtl else spot.x() < row.x() + edge
        if index.isValid() and on_box and event.button() == Qt.MouseButton.LeftButton:
            self.tick(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        index, key = self.currentIndex(), event.key()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if not index.isValid():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.tick(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self._steps.index(index.row()))
        elif key == Qt.Key.Key_Delete:
            self._steps.remove(index.row())
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def shift(self, by: int) -> None:
        """Move the chosen step up or down."""
        row = self._steps.shift(self.currentIndex().row(), by)
        self.setCurrentIndex(self._steps.index(row))


class StepLine(LineField):
    """A line to add steps with; several pasted lines are several steps at once."""

    pasted = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a paste of several lines apart before the field makes one line of it."""
        from PySide6.QtGui import QGuiApplication, QKeySequence

        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            if len(lines) > 1:
                self.pasted.emit(lines)
                return
        super().keyPressEvent(event)


class StepsEditor(QWidget):
    """Signals: changed(): a step was added, changed, ticked, moved or taken out."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.model = StepsModel(self)
        self.list = StepList(self.model, look)
        self.line = StepLine(look, placeholder=_("Add a small step"), name=_("Add a small step"))
        self._up = IconButton("chevron-up", _("Move step up"), look)
        self._down = IconButton("chevron-down", _("Move step down"), look)
        self._out = IconButton("trash", _("Take step out"), look)
        self._add = IconButton("plus", _("Add step"), look)
        self._row = QHBoxLayout()
        self._row.addWidget(self.line, 1)
        for button in (self._add, self._up, self._down, self._out):
            self._row.addWidget(button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.list)
        self._box.addLayout(self._row)
        self._connect()
        self._restyle()

    def _connect(self) -> None:
        self.line.returnPressed.connect(self.add_line)
        self.line.pasted.connect(self._on_pasted)
        self._add.clicked.connect(self.add_line)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._out.clicked.connect(self._on_out)
        for signal in (
            self.model.rowsInserted,
            self.model.rowsRemoved,
            self.model.rowsMoved,
            self.model.dataChanged,
        ):
            signal.connect(self._on_changed)
        self.model.modelReset.connect(self._restyle)
        self._look.changed.connect(self._restyle)

    def steps(self) -> tuple[StepRow, ...]:
        """Return the steps with the one that still stands in the line."""
        waiting = self.line.text()
        return (*self.model.steps(), *(((waiting, False),) if waiting.strip() else ()))

    def show_steps(self, steps: tuple[StepRow, ...]) -> None:
        """Show other steps."""
        self.line.clear()
        self.model.show(steps)

    @Slot()
    def add_line(self) -> None:
        """Add what stands in the line."""
        if self.line.text().strip():
            self.model.add([self.line.text()])
            self.line.clear()
            self.list.scrollToBottom()

    @Slot(list)
    def _on_pasted(self, lines: list[str]) -> None:
        self.model.add(lines)

    @Slot()
    def _on_up(self) -> None:
        self.list.shift(-1)

    @Slot()
    def _on_down(self) -> None:
        self.list.shift(1)

    @Slot()
    def _on_out(self) -> None:
        self.model.remove(self.list.currentIndex().row())

    @Slot()
    def _on_changed(self) -> None:
        self._restyle()
        self.changed.emit()

    @Slot()
    def _restyle(self) -> None:
        px, count = self._look.px, self.model.rowCount()
        self._box.setSpacing(px(4))
        self._row.setSpacing(px(4))
        self.list.setVisible(bool(count))
        self.list.setFixedHeight(px(_ROW) * min(count, _MOST_SEEN) + 2)
        for button in (self._up, self._down, self._out):
            button.setVisible(bool(count))
