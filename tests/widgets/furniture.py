# SPDX-License-Identifier: GPL-3.0-or-later
"""One of every widget, for the tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.people import Person
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.check_row import CheckRow
from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.desk_chip import DeskChip
from bondsdesk.widgets.desk_drawing import DeskDrawing
from bondsdesk.widgets.empty_state import EmptyState
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.hair import Hair
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_drawing import LineDrawing
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.mark import Mark
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.notice_bar import NoticeBar
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.number_field import NumberField
from bondsdesk.widgets.page import Page
from bondsdesk.widgets.page_header import PageHeader
from bondsdesk.widgets.page_preview import PagePreview
from bondsdesk.widgets.password_field import PasswordField
from bondsdesk.widgets.person_disc import PersonDisc
from bondsdesk.widgets.progress_bar import Bar
from bondsdesk.widgets.radio_row import RadioRow
from bondsdesk.widgets.rail import Rail, RailEntry
from bondsdesk.widgets.reading_text import ReadingText
from bondsdesk.widgets.search_field import SearchField
from bondsdesk.widgets.section_title import SectionTitle
from bondsdesk.widgets.select_field import SelectField
from bondsdesk.widgets.side_rail import SideRail
from bondsdesk.widgets.sign import Sign
from bondsdesk.widgets.steps_bar import StepsBar
from bondsdesk.widgets.strength_bar import StrengthBar
from bondsdesk.widgets.swatch import Swatch
from bondsdesk.widgets.symbol_tile import SymbolTile
from bondsdesk.widgets.tool_button import ToolButton

DAY = date(2026, 11, 22)
AYESHA = Person("a", "Ayesha", "leaf", "leaf")
ROOMS = (RailEntry("today", "Today", "today"), RailEntry("listen", "Listen", "listen"))


def make_chips(look: Look) -> ChipRow:
    """Return a row of three choices."""
    row = ChipRow(look, name="Whose")
    for key, text in (("all", "All"), ("b", "From Bilal"), ("a", "From me")):
        row.add(key, text)
    return row


def make_notice_bar(look: Look) -> NoticeBar:
    """Return a bar that says something."""
    notices = Notices(look)
    bar = NoticeBar(notices, look)
    notices.tell("The note is given.", "done", ("Undo", notices.clear))
    return bar


def make_side_rail(look: Look) -> SideRail:
    """Return the whole leading edge."""
    rail = Rail(ROOMS, look)
    rail.choose("today")
    return SideRail(rail, DeskChip(AYESHA, look), look)


EVERY: dict[str, Callable[[Look], QWidget]] = {
    "button": lambda look: Button("Give note", look, kind="main", icon="check"),
    "icon button": lambda look: IconButton("close", "Close", look),
    "tool button": lambda look: ToolButton("lock", "Lock", look),
    "label": lambda look: Label("Small things count.", look),
    "reading text": lambda look: ReadingText("You waited up with tea.", look),
    "chip": lambda look: Chip("From Bilal", look),
    "chip row": make_chips,
    "card": lambda look: Card(look, band="plum"),
    "person": lambda look: PersonDisc("moon", "plum", look, name="Bilal"),
    "header": lambda look: PageHeader("Appreciate", "Small things count.", look),
    "section": lambda look: SectionTitle("Planned", look),
    "hair": Hair,
    "empty": lambda look: EmptyState("chairs", "No talk yet.", look),
    "drawing": lambda look: LineDrawing("tea", look),
    "desk": DeskDrawing,
    "mark": Mark,
    "sign": lambda look: Sign("warning", "warn", look),
    "field": lambda look: LabeledField("Name", LineField(look), look, help="Only you two see it."),
    "line": lambda look: LineField(look, name="Name"),
    "search": lambda look: SearchField(look, placeholder="Search"),
    "note": lambda look: NoteField(look, name="Note"),
    "password": lambda look: PasswordField(look, name="Passphrase"),
    "day": lambda look: DayField(look, day=DAY, today=DAY, name="Day"),
    "check": lambda look: CheckRow("Keep it", look, help="Both of you tick."),
    "radio": lambda look: RadioRow("Now", look),
    "select": lambda look: SelectField(look, name="Year"),
    "number": lambda look: NumberField(look, least=1, most=60, value=8, name="Minutes"),
    "bar": lambda look: Bar(look, name="Steps"),
    "steps": lambda look: StepsBar(["Language", "You", "Passphrase"], look),
    "strength": StrengthBar,
    "tile": lambda look: SymbolTile("leaf", "leaf", look, name="Leaf"),
    "swatch": lambda look: Swatch("plum", look, name="Plum"),
    "notice bar": make_notice_bar,
    "rail": lambda look: Rail(ROOMS, look),
    "desk chip": lambda look: DeskChip(AYESHA, look),
    "side rail": make_side_rail,
    "page": lambda look: Page(look, "Appreciate", "Small things count."),
    "preview": PagePreview,
}
