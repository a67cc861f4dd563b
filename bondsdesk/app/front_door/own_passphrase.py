# SPDX-License-Identifier: GPL-3.0-or-later
"""A passphrase of one's own: typed twice, judged while typing, the reason in plain words."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.app.front_door.passphrase_words import reason_sentence, strength_words
from bondsdesk.app.front_door.sentences import code_sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.password_field import PasswordField
from bondsdesk.widgets.strength_bar import StrengthBar

_PAUSE = 150
"""Milliseconds after the last key before judging; one judgement takes some 20 ms."""


class OwnPassphrase(QWidget):
    """Emits `edited` after each judgement and change, `done` on Enter in the second field.

    `offer_wanted` asks to go back to the offered words.
    """

    edited = Signal()
    done = Signal()
    offer_wanted = Signal()

    def __init__(self, look: Look, known: tuple[str, ...]) -> None:
        super().__init__()
        self._look = look
        self._known = known
        self._accepted = False
        self._reason = code_sentence("passphrase.missing")
        self.first = PasswordField(look, name=_("Your own passphrase"))
        self._second = PasswordField(look, name=_("Once more"))
        self._first_row = LabeledField(
            _("Your own passphrase"),
            self.first,
            look,
            help=_("A sentence or some words that nobody links with you. Blanks are fine."),
        )
        self._second_row = LabeledField(_("Once more"), self._second, look)
        self._strength = StrengthBar(look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._judge)
        self.first.textChanged.connect(self._first_typed)
        self._second.textChanged.connect(self._second_typed)
        self.first.returnPressed.connect(self._second.setFocus)
        self._second.returnPressed.connect(self._finish)
        self._lay_out()

    def passphrase(self) -> str:
        """Return what stands in the first field."""
        return self.first.text()

    def missing(self) -> str | None:
        """Return a sentence for what is missing, None when both lines agree and are strong."""
        if not self.first.text():
            return code_sentence("passphrase.missing")
        if self._pause.isActive():
            self._measure()
        if not self._accepted:
            return self._reason
        if self.first.text() != self._second.text():
            return code_sentence("passphrase.different")
        return None

    def typed(self) -> tuple[str, str]:
        """Return what stands in both fields."""
        return self.first.text(), self._second.text()

    def restore(self, first: str, second: str) -> None:
        """Put back what stood in both fields."""
        self.first.setText(first)
        self._second.setText(second)

    def empty(self) -> None:
        """Take what was typed off the screen."""
        self.first.clear()
        self._second.clear()

    def _lay_out(self) -> None:
        back = Button(_("Offer me words"), self._look, kind="text", icon="refresh")
        back.clicked.connect(self.offer_wanted)
        tools = QHBoxLayout()
        tools.addWidget(back)
        tools.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._look.px(12))
        box.addWidget(self._first_row)
        box.addWidget(self._strength)
        box.addWidget(self._second_row)
        box.addLayout(tools)

    @Slot()
    def _first_typed(self) -> None:
        self._pause.start()
        self._second_row.set_error(None)

    @Slot()
    def _second_typed(self) -> None:
        first, second = self.first.text(), self._second.text()
        longer_or_other = bool(second) and not first.startswith(second)
        self._second_row.set_error(
            code_sentence("passphrase.different") if longer_or_other else None
        )
        self.edited.emit()

    @Slot()
    def _finish(self) -> None:
        differs = self.first.text() != self._second.text()
        self._second_row.set_error(code_sentence("passphrase.different") if differs else None)
        self.done.emit()

    @Slot()
    def _judge(self) -> None:
        self._measure()
        self.edited.emit()

    def _measure(self) -> None:
        self._pause.stop()
        typed = self.first.text()
        self._accepted = False
        if not typed:
            self._strength.clear()
            return
        from bondsdesk.vault.passphrase import judge

        strength = judge(typed, self._known)
        self._accepted = strength.accepted
        self._reason = reason_sentence(strength.reason) if strength.reason else ""
        self._strength.show_strength(strength.score, strength_words(strength.score), self._reason)
