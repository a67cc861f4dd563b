# SPDX-License-Identifier: GPL-3.0-or-later
"""The main button of the export page; while a book is made, how far it is and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.progress_bar import Bar


class SaveBar(QWidget):
    """Signals: `save_asked`, `cancelled`: the buttons; `pages_asked`: to see pages, or choices.

    The button for the pages is there only where the window has no room for both.
    """

    save_asked = Signal()
    pages_asked = Signal()
    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._save = Button(_("Save as PDF"), look, kind="main", icon="save")
        self._pages = Button(_("Look at the pages"), look, toggle=True)
        self._words = Label("", look, role="second", tone="quiet", wrap=True)
        self._progress = Bar(look, name=_("How far the PDF is"))
        self._cancel = Button(_("Stop"), look, kind="secondary")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build()
        self._save.clicked.connect(self.save_asked)
        self._pages.toggled.connect(self._on_pages)
        self._cancel.clicked.connect(self.cancelled)
        look.changed.connect(self._measure)

    def set_ready(self, *, ready: bool) -> None:
        """Let the button be pressed, or not while the choices leave nothing to print."""
        self._save.setEnabled(ready)

    def pages_wanted(self) -> bool:
        """Tell whether the pages are to be seen in place of the choices."""
        return self._pages.isChecked()

    def offer_pages(self, *, offered: bool) -> None:
        """Show or hide the button for the pages."""
        self._pages.setVisible(offered)

    def begin(self) -> None:
        """Show that work has begun; how long it takes is not known yet."""
        said = _("Setting the pages")
        self._words.setText(said)
        self._stack.setCurrentWidget(self._working)
        self._progress.live(said)
        self._cancel.setFocus()

    @Slot(int, int)
    def show_progress(self, done: int, whole: int) -> None:
        """Show how many entries are set."""
        said = _("Setting the pages, {done} of {whole}").format(done=done, whole=whole)
        self._progress.set_share(done / max(1, whole), said)
        self._words.setText(said)

    def rest(self) -> None:
        """Show the button again."""
        self._stack.setCurrentWidget(self._resting)
        self._save.setFocus()

    @Slot(bool)
    def _on_pages(self, shown: bool) -> None:
        self._pages.set_text(_("Back to the choices") if shown else _("Look at the pages"))
        self.pages_asked.emit()

    def _build(self) -> None:
        self._resting = QWidget()
        self._row = QHBoxLayout(self._resting)
        self._row.addWidget(self._pages)
        self._row.addWidget(self._save, 1)
        self._working = QWidget()
        words = QVBoxLayout()
        words.addWidget(self._words)
        words.addWidget(self._progress)
        self._working_row = QHBoxLayout(self._working)
        self._working_row.addLayout(words, 1)
        self._working_row.addWidget(self._cancel)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._resting)
        self._stack.addWidget(self._working)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(4), px(8), px(12), px(4))
        self._row.setSpacing(px(12))
        self._working_row.setContentsMargins(px(4), px(8), px(12), px(4))
        self._working_row.setSpacing(px(12))
