# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper sheet of set-up: shown once, saved as PDF or copied by hand, then two groups typed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.app.front_door.code_view import CodeView
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.rehearsal import choose_groups, group_matches
from bondsdesk.app.front_door.sentences import code_sentence, door_sentence
from bondsdesk.app.front_door.sheet_pdf import save_sheet
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.dialogs import FileKind
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField

Sheet = Literal["own", "shared"]


class SheetPage(StepPage):
    """One sheet. It may be left when both groups asked for were copied right."""

    def __init__(
        self, context: DoorContext, sheet: Sheet, code: str, symbol: Symbol, colour: Colour
    ) -> None:
        super().__init__(context)
        self._sheet: Sheet = sheet
        self._code = code
        self._owner = (symbol, colour)
        self._asked = choose_groups(code)
        self._fields: list[LineField] = []
        self._rows: list[LabeledField] = []
        self._view = CodeView(self.look)
        self._view.show_code(code)
        self.box.addWidget(self._view)
        self._save = Button(_("Save as PDF to print"), self.look, icon="printer")
        self._save.clicked.connect(self._save_pdf)
        self._said = Label("", self.look, tone="quiet", wrap=True)
        self.box.addLayout(self._save_row())
        self.box.addSpacing(self.look.px(8))
        self.box.addWidget(self._confirmation())
        self.box.addStretch(1)

    def title(self) -> str:
        """See StepPage."""
        return _("Your own sheet") if self._sheet == "own" else _("The sheet you share")

    def sentence(self) -> str:
        """See StepPage."""
        if self._sheet == "own":
            return _(
                "Print it or copy it by hand. It opens your place when the words are forgotten. "
                "Keep it where only you look."
            )
        return _(
            "This one opens only what you two share, nobody's own place. "
            "Keep it where you keep the papers of the house."
        )

    def missing(self) -> str | None:
        """See StepPage."""
        if all(self._right(place) for place in range(len(self._asked))):
            return None
        return _("Type the two groups, so it is sure that you have the sheet.")

    def enter(self) -> None:
        """See StepPage."""
        self._save.setFocus()

    def leave(self) -> None:
        """See StepPage: the code goes off the screen."""
        self._view.show_code("")
        for field in self._fields:
            field.clear()

    def _save_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        row.addWidget(self._save)
        row.addWidget(self._said, 1)
        return row

    def _confirmation(self) -> QWidget:
        part = QWidget(self)
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self.look.px(12))
        box.addWidget(Label(_("Two groups from your paper"), self.look, bold=True))
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        for place, group in enumerate(self._asked):
            field = LineField(self.look, limit=8)
            field.setFont(self.look.font("reading", language="en"))
            field.textChanged.connect(self._typed)
            field.editingFinished.connect(self._check)
            title = _("Group {number}").format(number=group + 1)
            labeled = LabeledField(title, field, self.look)
            labeled.setMaximumWidth(self.look.px(220))
            self._fields.append(field)
            self._rows.append(labeled)
            row.addWidget(labeled, 0, Qt.AlignmentFlag.AlignTop)
            if place == 0:
                field.returnPressed.connect(self._next_field)
        self._fields[-1].returnPressed.connect(self.forward)
        row.addStretch(1)
        box.addLayout(row)
        return part

    def _right(self, place: int) -> bool:
        return group_matches(self._fields[place].text(), self._code, self._asked[place])

    @Slot()
    def _typed(self) -> None:
        for place, row in enumerate(self._rows):
            if self._right(place):
                row.set_error(None)
        self.changed.emit()

    @Slot()
    def _check(self) -> None:
        """Say which group is wrong once its field is left."""
        for place, row in enumerate(self._rows):
            wrong = bool(self._fields[place].text().strip()) and not self._right(place)
            row.set_error(code_sentence("group.wrong") if wrong else None)

    @Slot()
    def _next_field(self) -> None:
        self._fields[-1].setFocus()

    @Slot()
    def _save_pdf(self) -> None:
        name = _("Bondsdesk own sheet") if self._sheet == "own" else _("Bondsdesk shared sheet")
        path = self.context.dialogs().save_path(
            self, self.title(), f"{name}.pdf", [FileKind("PDF", "pdf")]
        )
        if path is None:
            return
        self._say_saved(path)

    def _say_saved(self, path: Path) -> None:
        try:
            save_sheet(
                path,
                sheet=self._sheet,
                code=self._code,
                owner=self._owner,
                language=self.look.language,
                now=self.context.clock.now(),
            )
        except ExpectedError as error:
            self._said.set_tone("danger")
            self._said.setText(door_sentence(error))
            return
        self._said.set_tone("quiet")
        self._said.setText(
            _(
                "Saved as {name}. Print it, then delete the file: whoever has it can open "
                "what the sheet opens."
            ).format(name=path.name)
        )
