# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of setting up: progress on top, one step in the middle, Back and Continue below.

It shows whatever page the journey gives it; which page comes is the flow's and the journey's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.app.front_door.columns import centred, column_area, scrolled_by_key
from bondsdesk.app.front_door.flow import Bar, SetupFlow
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import mark
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.steps_bar import StepsBar

_WIDTH = 760
_TEXT_WIDTH = 640
_ROOMY = 740
"""Window height in pixels from which the wide margins do not push a page into scrolling."""

BAR_WORDS: dict[Bar, str] = {
    "language": mark("Language"),
    "honest": mark("What it protects"),
    "seat": mark("Please sit down"),
    "you": mark("You"),
    "passphrase": mark("Passphrase"),
    "sheets": mark("Your sheets"),
    "partner": mark("Your partner"),
}


class SetupFrame(QWidget):
    """Emits `back` and `forward`; the middle scrolls, the buttons stay."""

    back = Signal()
    forward = Signal()

    def __init__(self, look: Look, flow: SetupFlow) -> None:
        super().__init__()
        self._look = look
        self._flow = flow
        self._page: StepPage | None = None
        self._waits = False
        self._bars = StepsBar([_(BAR_WORDS[bar]) for bar in flow.bars], look)
        self._title = Label("", look, role="title", wrap=True)
        self._sentence = Label("", look, tone="quiet", wrap=True)
        self._sentence.setMaximumWidth(look.px(_TEXT_WIDTH))
        self._back = Button(_("Back"), look)
        self._back.clicked.connect(self.back)
        self._hint = Label("", look, role="second", tone="quiet", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._forward = Button(_("Continue"), look, kind="main")
        self._forward.setMinimumWidth(look.px(144))
        self._forward.clicked.connect(self.forward)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._lay_out()

    def show_page(self, page: StepPage) -> None:
        """Show a step; the page before is let go of."""
        if self._page is not None:
            self._page.leave()
            self._middle.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._waits = False
        page.changed.connect(self.show_state)
        page.forward.connect(self._enter_pressed)
        self._middle.addWidget(page, 1)
        page.show()
        self._bars.set_step(self._flow.bar)
        self._title.setText(page.title())
        self._area.verticalScrollBar().setValue(0)
        self._forward.set_text(page.button_text() or _("Continue"))
        self.show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spend less on air where there is little height."""
        super().resizeEvent(event)
        self._breathe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a page that is longer than the window be read without a mouse."""
        if not scrolled_by_key(self._area.verticalScrollBar(), event):
            super().keyPressEvent(event)

    @property
    def page(self) -> StepPage | None:
        """Return the step that is shown."""
        return self._page

    @property
    def waits(self) -> bool:
        """Tell whether something is being made."""
        return self._waits

    def enter(self) -> None:
        """Put the focus where typing begins, or on the button of a page that is only read."""
        if self._page is not None:
            self._page.enter()
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._forward.setFocus()

    def wait(self, words: str) -> None:
        """Say on the button what is being made; nothing can be pressed or typed meanwhile.

        What is typed now would not be what the place is made of.
        """
        self._waits = True
        if self._page is not None:
            self._page.setEnabled(False)
        self._forward.set_text(words)
        self._forward.setEnabled(False)
        self._back.setEnabled(False)
        self._hint.setText("")

    def say(self, sentence: str) -> None:
        """Say beside the button why it did not go on."""
        self._waits = False
        if self._page is not None:
            self._page.setEnabled(True)
            self._page.enter()
        self.show_state()
        self._hint.set_tone("danger")
        self._hint.setText(sentence)

    @Slot()
    def show_state(self) -> None:
        """Enable what can be done, and say near it what is missing."""
        if self._waits:
            return
        page = self._page
        self._sentence.setText(page.sentence() if page is not None else "")
        missing = page.missing() if page is not None else None
        self._forward.set_text((page and page.button_text()) or _("Continue"))
        self._forward.setEnabled(missing is None)
        self._back.setEnabled(True)
        self._back.setVisible(self._flow.can_go_back())
        self._hint.set_tone("quiet")
        self._hint.setText(missing or "")

    def _lay_out(self) -> None:
        px = self._look.px
        inner = QWidget(self)
        inner.setLayout(self._middle)
        self._middle.addWidget(self._title)
        self._middle.addSpacing(px(4))
        sentence = QHBoxLayout()
        sentence.addWidget(self._sentence, 1_000)
        sentence.addStretch(1)
        self._middle.addLayout(sentence)
        self._middle.addSpacing(px(24))
        self._area = column_area(inner, px(_WIDTH), self)
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        self._outer = outer
        outer.addWidget(centred(self._bars, px(_WIDTH)))
        outer.addWidget(self._area, 1)
        outer.addSpacing(px(12))
        outer.addWidget(centred(self._feet(), px(_WIDTH)))

    def _breathe(self) -> None:
        """Give the air of a large window; in a low one, or at large text, content comes first."""
        roomy = self.height() >= _ROOMY and self._look.zoom < 1.5
        self._middle.setContentsMargins(0, 48 if roomy else 20, 0, self._look.px(16))
        self._outer.setContentsMargins(0, 40 if roomy else 24, 0, 40 if roomy else 24)

    def _feet(self) -> QWidget:
        feet = QWidget(self)
        row = QHBoxLayout(feet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(16))
        row.addWidget(self._back)
        row.addWidget(self._hint, 1)
        row.addWidget(self._forward)
        return feet

    @Slot()
    def _enter_pressed(self) -> None:
        if self._forward.isEnabled():
            self.forward.emit()
        else:
            self.show_state()
