# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list shows: chips for whose, when and which; search; a note from before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.people import PARTNERS, Pair, PartnerId, other
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.domain import Sieve
from bondsdesk.rooms.appreciation.parts.menu_chip import MenuChip
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.search_field import SearchField

_ALL, _DRAFTS = "all", "drafts"


class FilterBar(QWidget):
    """Tells what was chosen; the page reads `sieve` and `drafts`.

    Signals:
        changed(): another choice, or other words to search for.
        before_wanted(): a note from before, please.
        plan_wanted(): show my thank plan (only where it has no place of its own).
    """

    changed = Signal()
    before_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, pair: Pair, me: PartnerId | None, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chips = ChipRow(look, name=_("Which notes"))
        self._years = MenuChip(_("Year"), _("Every year"), look)
        self._tags = MenuChip(_("Tag"), _("Every tag"), look)
        self._search = IconButton("search", _("Search notes"), look, toggle=True)
        self._plan = IconButton("pin", _("My thank plan"), look)
        self._before = Button(_("A note from before"), look, kind="text", icon="history")
        self._before_small = IconButton("history", _("A note from before"), look)
        self._field = SearchField(look, placeholder=_("Search in the notes you can read"))
        self._build(pair, me)
        self._connect()
        self._field.hide()
        self._plan.hide()
        look.changed.connect(self._restyle)
        self._restyle()

    def _build(self, pair: Pair, me: PartnerId | None) -> None:
        self._chips.add(_ALL, _("All"))
        if pair.complete():
            first = other(me) if me else "a"
            for partner in (first, other(first)):
                name = isolate(pair.name_of(partner))
                mine = partner == me
                words = _("From me") if mine else _("From {name}").format(name=name)
                self._chips.add(partner, words)
        self._chips.add_beside(self._years)
        self._chips.add_beside(self._tags)
        self._drafts = self._chips.add(_DRAFTS, _("Drafts"), icon="lock")
        self._row = QHBoxLayout()
        self._row.addWidget(self._chips, 1)
        for widget in (self._search, self._plan, self._before, self._before_small):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._row)
        self._box.addWidget(self._field)

    def _connect(self) -> None:
        self._chips.picked.connect(self._on_changed)
        self._years.picked.connect(self._on_changed)
        self._tags.picked.connect(self._on_changed)
        self._field.searched.connect(self._on_changed)
        self._search.toggled.connect(self._on_search)
        self._before.clicked.connect(self.before_wanted)
        self._before_small.clicked.connect(self.before_wanted)
        self._plan.clicked.connect(self.plan_wanted)

    # What is chosen

    @property
    def drafts(self) -> bool:
        """Tell whether my drafts are wanted instead of notes."""
        return self._chips.chosen == _DRAFTS

    @property
    def sieve(self) -> Sieve:
        """Return what notes have to pass."""
        chosen = self._chips.chosen
        giver = next((partner for partner in PARTNERS if partner == chosen), None)
        year = int(self._years.chosen) if self._years.chosen else None
        typed = self._field.text() if self._search.isChecked() else ""
        return Sieve(giver=giver, year=year, tag=self._tags.chosen or None, typed=typed)

    @property
    def typed(self) -> str:
        """Return the words searched for."""
        return self.sieve.typed

    def offer(
        self, years: Sequence[int], tags: Sequence[tuple[str, str]], *, has_drafts: bool
    ) -> None:
        """Offer the years and tags that notes have; drafts only while there are some."""
        newest = str(years[0]) if years else ""
        self._years.offer([(str(year), str(year)) for year in years], newest)
        self._years.setVisible(len(years) > 1 or bool(self._years.chosen))
        self._tags.offer(tags)
        self._tags.setVisible(bool(tags) or bool(self._tags.chosen))
        self.offer_drafts(has_drafts=has_drafts)

    def offer_drafts(self, *, has_drafts: bool) -> None:
        """Offer my drafts while there are some, or while they show."""
        self._drafts.setVisible(has_drafts or self.drafts)
        self._fit()

    def show_all(self) -> None:
        """Let everything through again."""
        self._clear()
        self.changed.emit()

    def search_for(self, typed: str) -> None:
        """Search all notes for some words, as if they were typed here."""
        self._clear()
        self._search.setChecked(True)
        self.type_words(typed)

    def type_words(self, typed: str) -> None:
        """Search for other words, with everything else as it is chosen."""
        self._field.setText(typed)
        self.changed.emit()

    def choose_drafts(self) -> None:
        """Show my drafts."""
        self._drafts.setVisible(True)
        self._chips.choose(_DRAFTS)
        self.changed.emit()

    def begin_search(self) -> None:
        """Open the search field with the cursor in it."""
        self._search.setChecked(True)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def set_narrow(self, narrow: bool) -> None:
        """Say whether the page has one column; then the plan is behind a button."""
        self._plan.setVisible(narrow)
        self._fit()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the search with Escape (an empty field lets it through)."""
        if event.key() == Qt.Key.Key_Escape and self._search.isChecked():
            self._search.setChecked(False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the last button its words only where there is room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a chip has grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    # Private

    def _clear(self) -> None:
        self._chips.choose(_ALL)
        self._years.choose("")
        self._tags.choose("")
        self._field.clear()
        self._search.setChecked(False)

    def _fit(self) -> None:
        px = self._look.px
        others = self._search.sizeHint().width() + self._before.sizeHint().width() + px(24)
        if not self._plan.isHidden():
            others += self._plan.sizeHint().width() + px(8)
        roomy = self._chips.sizeHint().width() + others <= self.width()
        if self._before.isHidden() == roomy:
            self._before.setVisible(roomy)
        if self._before_small.isHidden() != roomy:
            self._before_small.setVisible(not roomy)

    @Slot()
    def _on_changed(self, _key: str = "") -> None:
        self.changed.emit()

    @Slot(bool)
    def _on_search(self, on: bool) -> None:
        self._field.setVisible(on)
        if on:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            had_words = bool(self._field.text())
            self._field.clear()
            if had_words:
                self.changed.emit()

    @Slot()
    def _restyle(self) -> None:
        self._row.setSpacing(self._look.px(8))
        self._box.setSpacing(self._look.px(12))
        self._fit()
