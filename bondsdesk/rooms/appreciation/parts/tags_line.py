# SPDX-License-Identifier: GPL-3.0-or-later
"""The tags of the note being written: a small button first, a field once they are wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look

_TYPED = 400


class TagsLine(LabeledField):
    """A field for tags; `add` is the button that opens it, placed by whoever lays the form out."""

    def __init__(self, look: Look) -> None:
        self.field = LineField(look, placeholder=_("home, tea, …"), limit=_TYPED)
        super().__init__(_("Tags"), self.field, look, help=_("Parted by commas."))
        self.add = Button(_("Add tags"), look, kind="text", icon="tag", parent=self)
        self.add.clicked.connect(self._on_add)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show the tags of a draft; without any, only the button."""
        self.field.setText(", ".join(tags))
        self.set_error(None)
        self._open(open_=bool(tags))

    @property
    def tags(self) -> tuple[str, ...]:
        """Return what is typed, as one piece; the service parts it into tags."""
        typed = self.field.text()
        return (typed,) if typed.strip() else ()

    def _open(self, *, open_: bool) -> None:
        self.setVisible(open_)
        self.add.setVisible(not open_)

    @Slot()
    def _on_add(self) -> None:
        self._open(open_=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
