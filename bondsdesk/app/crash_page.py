# SPDX-License-Identifier: GPL-3.0-or-later
"""After a bug: a calm page that says what was kept and where the report is. No private text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_drawing import LineDrawing
from bondsdesk.widgets.look import Look

_WIDTH = 560


class CrashPage(QWidget):
    """Emits `start_again` and `end`."""

    start_again = Signal()
    end = Signal()

    def __init__(self, look: Look, report: Path | None) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        inner = QWidget(self)
        inner.setFixedWidth(look.px(_WIDTH))
        box = QVBoxLayout(inner)
        box.setSpacing(look.px(16))
        box.addStretch(1)
        box.addWidget(LineDrawing("cups", look), 0, centre)
        title = _("Something went wrong in Bondsdesk")
        box.addWidget(Label(title, look, role="title", align=centre, wrap=True))
        card = Card(look)
        card.box.setSpacing(look.px(8))
        kept = _("What you had saved is safe, and your place is closed. Please start again.")
        card.box.addWidget(Label(kept, look, wrap=True))
        if report is not None:
            card.box.addWidget(self._report(report, look))
        box.addWidget(card)
        box.addLayout(self._buttons(look))
        box.addStretch(2)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner)
        outer.addStretch(1)

    def _report(self, report: Path, look: Look) -> Label:
        words = _(
            "A report with none of your words is in {path}. You may send it to the makers, or not."
        )
        label = Label(words.format(path=f"\u2068{report}\u2069"), look, tone="quiet", wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _buttons(self, look: Look) -> QHBoxLayout:
        end = Button(_("Close"), look)
        end.clicked.connect(self.end)
        again = Button(_("Start again"), look, kind="main")
        again.clicked.connect(self.start_again)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addStretch(1)
        row.addWidget(end)
        row.addWidget(again)
        row.addStretch(1)
        return row
