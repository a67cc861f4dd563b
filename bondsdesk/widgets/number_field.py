# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a small whole number, with a button to go down and one to go up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.look import Look


class _Spin(QSpinBox):
    """Draws its own frame: a style sheet's frame leaves a spin box without buttons no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrame(False)
        self.lineEdit().setStyleSheet("background: transparent")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        live = self.isEnabled()
        edge = self._look.colour("accent" if self.hasFocus() else "line")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(self._look.colour("card" if live else "lane"))
        corner = self._look.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QWidget):
    """A number between `least` and `most`; `changed(value)` tells every change."""

    changed = Signal(int)

    def __init__(
        self,
        look: Look,
        *,
        least: int,
        most: int,
        value: int,
        name: str,
        step: int = 1,
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._spin = _Spin(look)
        self._spin.setRange(least, most)
        self._spin.setSingleStep(step)
        self._spin.setValue(value)
        self._spin.setSuffix(suffix)
        self._spin.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._spin.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._spin.setAccessibleName(name)
        self._spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._spin.setProperty("ring", 8)
        self._less = IconButton("minus", _("Less"), look, size=36)
        self._more = IconButton("plus", _("More"), look, size=36)
        for button in (self._less, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for widget in (self._less, self._spin, self._more):
            self._box.addWidget(widget)
        self._box.addStretch(1)
        self._less.clicked.connect(self._spin.stepDown)
        self._more.clicked.connect(self._spin.stepUp)
        self._spin.valueChanged.connect(self._on_changed)
        self.setFocusProxy(self._spin)
        self.setAccessibleName(name)
        look.changed.connect(self._restyle)
        self._restyle()
        self._on_changed(value)

    @property
    def value(self) -> int:
        """Return the number."""
        return self._spin.value()

    def set_value(self, value: int) -> None:
        """Show a number; outside the bounds it becomes the nearer one."""
        self._spin.setValue(value)

    @Slot(int)
    def _on_changed(self, value: int) -> None:
        self._less.setEnabled(value > self._spin.minimum())
        self._more.setEnabled(value < self._spin.maximum())
        self.changed.emit(value)

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(4))
        self._spin.setFixedSize(self._look.px(120), self._look.px(44))
