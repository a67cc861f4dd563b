# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the whole furniture to PNG files, to be looked at: `python -m tests.widgets.gallery DIR`.

One picture for light, dark, Urdu, 200 % and the narrow rail each. Not a test.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.people import COLOURS, SYMBOLS, Person
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import use_language
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.calendar_popup import CalendarPopup
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.check_row import CheckRow
from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.desk_chip import DeskChip
from bondsdesk.widgets.desk_drawing import DeskDrawing
from bondsdesk.widgets.empty_state import EmptyState
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.focus_ring import FocusRing
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.mark import Mark
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.notice_bar import NoticeBar
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.number_field import NumberField
from bondsdesk.widgets.page import Page
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
from bondsdesk.widgets.steps_bar import StepsBar
from bondsdesk.widgets.strength_bar import StrengthBar
from bondsdesk.widgets.swatch import Swatch
from bondsdesk.widgets.symbol_tile import SymbolTile

ENGLISH = (
    "You waited up with tea when load-shedding kept me late at the shop. "
    "It was the best part of my day."
)
URDU = "آپ نے امی کی دوا خود لا کر دی اور کسی کو بتایا بھی نہیں۔ دل سے شکریہ۔"
ROOMS = {
    "en": (
        "Today",
        "Listen",
        "Inner world",
        "Moments",
        "Appreciate",
        "Goals",
        "Boundaries",
        "Guidance",
    ),
    "ur": (
        "آج",
        "سنیں",
        "دل کی باتیں",
        "ساتھ کے لمحے",
        "قدردانی",
        "ہمارے ارادے",
        "حدیں",
        "رہنمائی",
    ),
}
ICONS = ("today", "listen", "book", "teapot", "envelope", "flag", "fence", "compass")
TODAY = date(2026, 11, 22)


def window(look: Look, *, narrow: bool = False) -> QWidget:
    """A page with a rail and as much furniture as fits."""
    ur = look.language == "ur"
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    entries = [RailEntry(i, t, i) for i, t in zip(ICONS, ROOMS[look.language], strict=True)]
    rail = Rail(entries, look)
    rail.choose("envelope")
    person = Person("a", "عائشہ" if ur else "Ayesha", "leaf", "leaf")
    side = SideRail(rail, DeskChip(person, look), look)
    side.set_narrow(narrow)
    row.addWidget(side)
    title = "قدردانی" if ur else "Appreciate"
    words = (
        "چھوٹی باتیں بھی گنی جاتی ہیں۔ ایک سطر کافی ہے۔"
        if ur
        else "Small things count. One line is enough."
    )
    page = Page(look, title, words)
    page.header.add_button(Button("کتابچہ" if ur else "Keepsake", look, icon="printer"))
    write = Button("رقعہ لکھیں" if ur else "Write a note", look, icon="pencil", toggle=True)
    write.setChecked(True)
    page.header.add_button(write)
    columns = QHBoxLayout()
    columns.setSpacing(look.px(40))
    columns.addLayout(left(look), 1)
    columns.addWidget(right(look))
    page.body.addLayout(columns)
    row.addWidget(page, 1)
    FocusRing(whole, look)
    return whole


def left(look: Look) -> QVBoxLayout:
    """Reading things."""
    ur = look.language == "ur"
    box = QVBoxLayout()
    notices = Notices(look)
    box.addWidget(NoticeBar(notices, look))
    notices.tell(
        "رقعہ دے دیا۔" if ur else "The note is given.",
        "done",
        ("واپس لیں" if ur else "Undo", print),
    )
    chips = ChipRow(look, name="From")
    for key, text in (
        ("all", "سب" if ur else "All"),
        ("b", "بلال کی طرف سے" if ur else "From Bilal"),
        ("a", "میری طرف سے" if ur else "From me"),
    ):
        chips.add(key, text)
    chips.add("year", "2026")
    box.addWidget(chips)
    box.addWidget(SearchField(look, placeholder="تلاش" if ur else "Search notes"))
    for number, text in enumerate((ENGLISH, URDU)):
        line = QHBoxLayout()
        line.setSpacing(look.px(16))
        him = number == 0
        disc = PersonDisc("moon", "plum", look) if him else PersonDisc("leaf", "leaf", look)
        line.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(
            Label("بلال · کل" if ur else "Bilal · yesterday", look, role="second", tone="quiet")
        )
        words.addWidget(ReadingText(text, look))
        line.addLayout(words, 1)
        box.addLayout(line)
    box.addWidget(SectionTitle("طے کیا ہوا" if ur else "Planned", look))
    tint = Card(look, person="plum")
    tint.box.addWidget(ReadingText("A note from Bilal opens today", look))
    tint.box.addWidget(Label("He left it for you on Monday.", look, tone="quiet"))
    box.addWidget(tint)
    bar = Bar(look, name="Steps")
    bar.set_share(0.4)
    box.addWidget(bar)
    buttons = QHBoxLayout()
    for kind in ("main", "secondary", "small", "text"):
        buttons.addWidget(Button(f"{kind.title()}", look, kind=kind))
    off = Button("Off", look, kind="main")
    off.setEnabled(False)
    buttons.addWidget(off)
    buttons.addStretch(1)
    box.addLayout(buttons)
    box.addStretch(1)
    return box


def right(look: Look) -> Card:
    """Form things."""
    ur = look.language == "ur"
    card = Card(look, padding=24)
    card.box.addWidget(Label("بلال کے لیے" if ur else "A note for Bilal", look, role="card"))
    note = NoteField(look, name="Note")
    note.set_text("میں نے دیکھا کہ" if ur else "I noticed that you fixed the gate quietly.")
    card.box.addWidget(note)
    name = LabeledField("نام" if ur else "Name", LineField(look), look, help="Only you two see it.")
    card.box.addWidget(name)
    wrong = LabeledField(
        "خفیہ جملہ" if ur else "Passphrase", PasswordField(look, name="Passphrase"), look
    )
    wrong.set_error(
        "یہ جملہ اس جگہ کو نہیں کھولتا۔" if ur else "That passphrase doesn't open this place."
    )
    card.box.addWidget(wrong)
    card.box.addWidget(RadioRow("ابھی دیں" if ur else "Now", look))
    later = RadioRow(
        "کسی دن تک بند رہے" if ur else "Leave it closed until a day",
        look,
        help="The app simply waits until then. It is not a lock.",
    )
    later.setChecked(True)
    card.box.addWidget(later)
    card.box.addWidget(DayField(look, day=TODAY, today=TODAY, name="Day"))
    tick = CheckRow("We both want to keep it", look)
    tick.setChecked(True)
    card.box.addWidget(tick)
    select = SelectField(look, name="Year")
    select.add("1", "2026")
    card.box.addWidget(select)
    card.box.addWidget(NumberField(look, least=1, most=60, value=8, name="Minutes"))
    card.box.addWidget(Button("رقعہ دے دیں" if ur else "Give note", look, kind="main"))
    card.setFixedWidth(look.px(376))
    return card


def door(look: Look) -> QWidget:
    """A lock screen's furniture on the desk, with the parts of setting up."""
    back = DeskDrawing(look)
    back.setAutoFillBackground(True)
    outer = QHBoxLayout(back)
    outer.addStretch(1)
    box = QVBoxLayout()
    outer.addLayout(box)
    outer.addStretch(1)
    middle = Qt.AlignmentFlag.AlignHCenter
    box.addWidget(Mark(look), 0, middle)
    box.addWidget(Label(_("Who is sitting down?"), look, role="title"), 0, middle)
    tiles = QHBoxLayout()
    holder = QWidget()
    holder.setLayout(tiles)
    chosen = SymbolTile("leaf", "leaf", look, name="Leaf")
    chosen.setChecked(True)
    tiles.addWidget(chosen)
    tiles.addWidget(SymbolTile("moon", "plum", look, name="Moon"))
    box.addWidget(holder, 0, middle)
    password = PasswordField(look, name="Passphrase")
    password.setText("harbour walnut")
    box.addWidget(password)
    password.setFocus()
    strength = StrengthBar(look)
    strength.show_strength(4, "Strong", "Guessing it would take far longer than anyone would try.")
    box.addWidget(strength)
    steps = StepsBar(
        ["Language", "What it protects", "You", "Passphrase", "Your sheets", "Your partner"], look
    )
    steps.set_step(3)
    box.addWidget(steps)
    grid = QGridLayout()
    for number, symbol in enumerate(SYMBOLS):
        grid.addWidget(
            SymbolTile(symbol, COLOURS[number], look, name=symbol, small=True),
            0,
            number,
        )
        swatch = Swatch(COLOURS[number], look, name=COLOURS[number])
        swatch.setChecked(number == 2)
        grid.addWidget(swatch, 1, number)
    box.addLayout(grid)
    box.addStretch(1)
    FocusRing(back, look)
    return back


def shot(widget: QWidget, path: Path, width: int, height: int) -> None:
    """Show, settle and save."""
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    QApplication.processEvents()
    widget.grab().save(str(path))
    widget.hide()
    widget.deleteLater()


def main(folder: Path) -> None:
    """Paint everything."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    look = Look(app)
    look.apply()
    shot(window(look), folder / "light.png", 1366, 900)
    shot(door(look), folder / "door.png", 1366, 820)
    empty = EmptyState(
        "chairs",
        "No talk yet. Two chairs and ten minutes are enough.",
        look,
        button=Button("Start talk", look, kind="main"),
    )
    shot(empty, folder / "empty.png", 700, 420)
    calendar_parent = QWidget()
    calendar = CalendarPopup(
        look, day=TODAY, today=TODAY, first=date(2026, 11, 10), last=None, parent=calendar_parent
    )
    shot(calendar, folder / "calendar.png", 320, 330)
    look.set_scheme("dark")
    shot(window(look), folder / "dark.png", 1366, 900)
    shot(door(look), folder / "door-dark.png", 1366, 820)
    look.set_scheme("light")
    shot(window(look, narrow=True), folder / "narrow.png", 1024, 700)
    use_language("ur")
    look.set_language("ur")
    shot(window(look), folder / "urdu.png", 1366, 900)
    look.set_zoom(2.0)
    shot(window(look, narrow=True), folder / "urdu-200.png", 1366, 1400)
    use_language("en")
    look.set_language("en")
    shot(window(look, narrow=True), folder / "large.png", 1366, 1400)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
