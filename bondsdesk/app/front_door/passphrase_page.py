# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a passphrase: five words offered and typed once, or one's own that is strong enough."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.own_passphrase import OwnPassphrase
from bondsdesk.app.front_door.passphrase_words import strength_words
from bondsdesk.app.front_door.rehearsal_field import RehearsalField
from bondsdesk.app.front_door.sentences import code_sentence
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.app.front_door.word_cards import WordCards
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.strength_bar import StrengthBar


class Typed(NamedTuple):
    """The words that were offered, what was typed of them, and both lines of one's own."""

    words: tuple[str, ...]
    rehearsal: str
    own: tuple[str, str] | None
    covered: bool


class PassphrasePage(StepPage):
    """The offered words, or two fields for one's own. Typing them is the rehearsal.

    `tell` gets the passphrase as soon as the page could be left with it, and "" otherwise.
    `known` are words of this person that must not make a passphrase look strong.
    """

    def __init__(
        self,
        context: DoorContext,
        tell: Callable[[str], None],
        known: tuple[str, ...] = (),
        *,
        sheet_follows: bool = True,
    ) -> None:
        super().__init__(context)
        self._tell = tell
        self._words: list[str] = []
        self._covered = False
        self.box.setSpacing(self.look.px(12))
        self._cards = WordCards(self.look)
        self._field = RehearsalField(self.look)
        self._field.textChanged.connect(self._typed)
        self._field.returnPressed.connect(self.forward)
        self._strength = StrengthBar(self.look)
        self._own = OwnPassphrase(self.look, known)
        self._own.edited.connect(self._typed)
        self._own.done.connect(self.forward)
        self._offered = self._offered_way()
        self._own.hide()
        self.box.addWidget(self._offered)
        self.box.addWidget(self._own)
        if sheet_follows:
            self.box.addSpacing(self.look.px(12))
            self.box.addWidget(self._sheet_panel())
        self.box.addStretch(1)
        self._offer()

    def title(self) -> str:
        """See StepPage."""
        return _("Your passphrase")

    def sentence(self) -> str:
        """See StepPage."""
        if self._is_own():
            return _("It opens your own place. Nobody can look it up or reset it.")
        return _(
            "Five ordinary words, made just now on this laptop. They open your own place. "
            "Nobody can look them up or reset them for you."
        )

    def missing(self) -> str | None:
        """See StepPage."""
        if self._is_own():
            return self._own.missing()
        return None if self._field.complete() else code_sentence("passphrase.missing")

    def enter(self) -> None:
        """See StepPage."""
        (self._own.first if self._is_own() else self._field).setFocus()

    def leave(self) -> None:
        """See StepPage: neither words nor letters stay on a page that is gone."""
        self._field.clear()
        self._own.empty()
        self._cards.show_words([""] * len(self._words))

    def typed(self) -> Typed:
        """Return what a page made anew has to show; a hidden page has forgotten it."""
        own = self._own.typed() if self._is_own() else None
        return Typed(tuple(self._words), self._field.text(), own, self._covered)

    def restore(self, typed: Typed) -> None:
        """Show the same words and what was typed: the words may be on paper by now."""
        self._words = list(typed.words)
        self._cards.show_words(self._words)
        self._field.compare_with(self._words)
        self._field.setText(typed.rehearsal)
        if typed.own is not None:
            self._use_own()
            self._own.restore(*typed.own)
        if typed.covered:
            self._toggle_cover()
        self._typed()

    def _is_own(self) -> bool:
        return self._offered.isHidden()

    def _offered_way(self) -> QWidget:
        way = QWidget(self)
        box = QVBoxLayout(way)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self.look.px(12))
        box.addWidget(self._cards)
        box.addLayout(self._tools())
        box.addSpacing(self.look.px(12))
        box.addWidget(
            LabeledField(_("Type them once, so your fingers know them"), self._field, self.look)
        )
        box.addWidget(self._strength)
        return way

    def _tools(self) -> QHBoxLayout:
        others = Button(_("Five other words"), self.look, kind="text", icon="refresh")
        others.clicked.connect(self._offer)
        own = Button(_("Use my own"), self.look, kind="text", icon="pencil")
        own.clicked.connect(self._use_own)
        self._cover = Button(_("Cover the words"), self.look, kind="text", icon="eye-off")
        self._cover.clicked.connect(self._toggle_cover)
        tools = QHBoxLayout()
        tools.setSpacing(self.look.px(8))
        tools.addWidget(others)
        tools.addWidget(own)
        tools.addStretch(1)
        tools.addWidget(self._cover)
        self._own.offer_wanted.connect(self._use_offered)
        return tools

    def _sheet_panel(self) -> QWidget:
        panel = Card(self.look, fill="lane", edge=False)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        picture = Label("", self.look)
        picture.setPixmap(self.look.icons.pixmap("printer", "ink", self.look.px(24)))
        text = Label(
            _(
                "Next you get a paper sheet. If the words are ever forgotten, your sheet still "
                "opens your place. Keep it somewhere only you look."
            ),
            self.look,
            tone="quiet",
            wrap=True,
        )
        row.addWidget(picture)
        row.addWidget(text, 1)
        panel.box.addLayout(row)
        return panel

    @Slot()
    def _offer(self) -> None:
        from bondsdesk.vault.passphrase import offer_words

        self._words = offer_words()
        self._cards.show_words(self._words)
        self._field.compare_with(self._words)
        self._typed()

    @Slot()
    def _use_own(self) -> None:
        self._offered.hide()
        self._own.show()
        self._typed()
        self._own.first.setFocus()

    @Slot()
    def _use_offered(self) -> None:
        self._own.hide()
        self._offered.show()
        self._typed()
        self._field.setFocus()

    @Slot()
    def _toggle_cover(self) -> None:
        self._covered = not self._covered
        self._cards.cover(self._covered)
        self._field.cover(self._covered)
        self._cover.set_text(_("Show the words") if self._covered else _("Cover the words"))
        self._cover.set_icon("eye" if self._covered else "eye-off")

    @Slot()
    def _typed(self) -> None:
        complete = self.missing() is None
        if complete:
            own = self._own.passphrase()
            self._tell(own if self._is_own() else " ".join(self._words))
        else:
            self._tell("")
        self._show_strength()
        self.changed.emit()

    def _show_strength(self) -> None:
        right = self._field.right_words()
        if right < len(self._words):
            self._strength.clear()
            return
        reason = _("Guessing it would take far longer than anyone would try.")
        self._strength.show_strength(4, strength_words(4), reason)
