# SPDX-License-Identifier: GPL-3.0-or-later
"""A format of a talk as a card: what happens, how long, and the way in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.formats import FormatKey
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_drawing import LineDrawing
from bondsdesk.widgets.look import NARROW_ZOOM, Look


class FormatCard(Card):
    """`start(str)`: this format is wanted. `first` is the one offered before the others."""

    start = Signal(str)

    def __init__(
        self,
        key: FormatKey,
        minutes: int,
        content: Content,
        look: Look,
        *,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._key = key
        title = content.format_title(key)
        self.button = Button(
            _("Start talk"),
            look,
            kind="main" if first else "secondary",
            name=_("Start talk: {format}").format(format=title),
        )
        self.button.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(look.px(8))
        words.addWidget(Label(title, look, role="card", wrap=True))
        words.addWidget(Label(content.format_sentence(key), look, wrap=True))
        words.addWidget(Label(content.format_best(key), look, tone="quiet", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(look.px(24))
        head.addLayout(words, 1)
        self._drawing = LineDrawing("cups", look, height=88) if first else None
        if self._drawing is not None:
            head.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignVCenter)
            look.changed.connect(self._make_room)
        self.box.addLayout(head)
        self._make_room()  # a widget that is shown before it has a parent is a window
        self.box.addStretch(1)
        foot = QHBoxLayout()
        about = _("About {count} min").format(count=minutes) if minutes else ""
        foot.addWidget(Label(about, look, role="second", tone="quiet"))
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.box.addLayout(foot)

    @Slot()
    def _make_room(self) -> None:
        """Leave the drawing out where large words need its place."""
        if self._drawing is not None:
            self._drawing.setVisible(self._look.zoom < NARROW_ZOOM)

    @Slot()
    def _on_clicked(self) -> None:
        self.start.emit(self._key)
