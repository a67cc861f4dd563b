# SPDX-License-Identifier: GPL-3.0-or-later
"""The look of the house: colours, type, zoom, motion, direction, and the signal that they changed.

One Look belongs to one application and is handed to every widget; a widget keeps no colour and no
size of its own but asks again when `changed` comes. It knows no room and stores no setting.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from bondsdesk.kernel.assets import read_text
from bondsdesk.kernel.people import Colour
from bondsdesk.kernel.text import direction_of
from bondsdesk.kernel.words import Language
from bondsdesk.widgets import typeface
from bondsdesk.widgets.icons import Icons
from bondsdesk.widgets.palette import palette
from bondsdesk.widgets.sheet import filled_sheet
from bondsdesk.widgets.tokens import TOKENS, Scheme, Token, mix, person_hex

SchemeSetting = Literal["system", "light", "dark"]

ZOOM_STEPS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
NARROW_WIDTH: Final = 1100
"""Below this window width, in pixels, the rail is narrow and columns go under one another."""
NARROW_ZOOM: Final = 1.5
LEAST_NASTALIQ: Final = 18
"""The size of reading text; smaller Nastaliq is hard to read on a screen."""
STYLE_ARGUMENTS: Final = ("-style", "fusion")
"""For QApplication's command line. Asking for the style later costs 25 ms of the start: Qt's answer
is a QStyle, whose many enumerations Python would build for it."""
LONGEST_MOTION: Final = 400
"""Milliseconds; nothing on screen moves longer (look.md)."""


class PersonColours(NamedTuple):
    """One partner's colour in the present scheme; see tokens.PersonHex."""

    line: QColor
    tint: QColor
    wash: QColor


class Look(QObject):
    """What everything looks like now. Setters take effect at once and tell `changed` once."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._app = app
        self._setting: SchemeSetting = "system"
        self._zoom = 1.0
        self._scheme: Scheme = self._wanted_scheme()
        self._reduced_motion = False
        self._language: Language = "en"
        self._nastaliq_loaded = False
        self._colours: dict[str, QColor] = {}
        self._template = read_text("styles", "bondsdesk.qss")
        typeface.load(typeface.START_FILES)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    @cached_property
    def icons(self) -> Icons:
        """Return the house's icons in this look's colours."""
        return Icons(self)

    # What is set

    @property
    def scheme_setting(self) -> SchemeSetting:
        """Return what was chosen: follow the system, or one of the two."""
        return self._setting

    def set_scheme(self, setting: SchemeSetting) -> None:
        """Choose light, dark or whatever the system says."""
        self._setting = setting
        self._scheme = self._wanted_scheme()
        self.apply()

    @property
    def scheme(self) -> Scheme:
        """Return the scheme that shows now; a system that does not say counts as light."""
        return self._scheme

    def _wanted_scheme(self) -> Scheme:
        if self._setting != "system":
            return self._setting
        system = QGuiApplication.styleHints().colorScheme()
        return "dark" if system == Qt.ColorScheme.Dark else "light"

    @property
    def zoom(self) -> float:
        """Return the size of text and furniture, 0.8 to 2.0."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Choose the size; anything outside 0.8 to 2.0 is brought to the nearer end."""
        self._zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        self.apply()

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self.set_zoom(next((z for z in ZOOM_STEPS if z > self._zoom + 0.01), ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        smaller = (z for z in reversed(ZOOM_STEPS) if z < self._zoom - 0.01)
        self.set_zoom(next(smaller, ZOOM_STEPS[0]))

    @property
    def reduced_motion(self) -> bool:
        """Tell whether changes happen at once instead of moving."""
        return self._reduced_motion

    def set_reduced_motion(self, reduced: bool) -> None:
        """Switch motion off or on."""
        self._reduced_motion = reduced
        self.changed.emit()

    def duration(self, milliseconds: int) -> int:
        """Return how long an animation may take: at most 400 ms, 0 under reduced motion."""
        return 0 if self._reduced_motion else min(milliseconds, LONGEST_MOTION)

    @property
    def language(self) -> Language:
        """Return the language of the interface."""
        return self._language

    def set_language(self, language: Language) -> None:
        """Choose the typefaces and the direction that belong to a language."""
        self._language = language
        self._app.setLayoutDirection(self.direction)
        self.apply()

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Return which way windows run."""
        return Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight

    @property
    def rtl(self) -> bool:
        """Tell whether windows run from the right."""
        return self._language == "ur"

    # What it looks like

    def colour(self, token: Token) -> QColor:
        """Return a token's colour in the present scheme."""
        return self._cached(TOKENS[self.scheme][token])

    def mix(self, base: Token, other: Token, share: float) -> QColor:
        """Return one token moved towards another; used for hover (6 %) and pressed (12 %)."""
        tokens = TOKENS[self.scheme]
        return self._cached(mix(tokens[base], tokens[other], share))

    def person(self, colour: Colour) -> PersonColours:
        """Return a partner's colours in the present scheme."""
        found = person_hex(colour, self.scheme)
        return PersonColours(*(self._cached(value) for value in found))

    def px(self, pixels: float) -> int:
        """Return a length at the present zoom, in device-independent pixels."""
        return round(pixels * self._zoom)

    def narrow(self, width: int) -> bool:
        """Tell whether a window of this width has room for one column only."""
        return width < NARROW_WIDTH or self._zoom >= NARROW_ZOOM

    def font(
        self, role: typeface.Role, *, bold: bool | None = None, language: Language | None = None
    ) -> QFont:
        """Return the font of a role, in the interface's language unless another is named."""
        return typeface.role_font(role, language or self._language, self._zoom, bold=bold)

    def nastaliq(self, size: int = 20, *, bold: bool = False) -> QFont:
        """Return the reading font of Urdu; `size` in pixels at 100 %. Loads the font if needed."""
        if not self._nastaliq_loaded:
            typeface.load(typeface.NASTALIQ_FILES)
            self._nastaliq_loaded = True
        return typeface.nastaliq_font(size, self._zoom, bold=bold)

    def reading_font(self, text: str, size: int = 18, *, bold: bool = False) -> QFont:
        """Return the font a text is read in; two pixels larger when it is Urdu.

        Urdu is set in Nastaliq from 18 on, in Naskh below: explanations, not letters.
        """
        rtl = direction_of(text) == "rtl"
        if rtl and size >= LEAST_NASTALIQ:
            return self.nastaliq(size + 2, bold=bold)
        font = self.font("reading", bold=bold, language="ur" if rtl else "en")
        font.setPixelSize(self.px(size + 2 if rtl else size))
        return font

    def leading(self, text: str, size: int = 18) -> int:
        """Return the height of one line of a read text, in pixels at the present zoom.

        Source: NOTES.md: 18/28 and 28/42 in English, Nastaliq 20/46, 24/56, 32/76.
        """
        if direction_of(text) == "rtl":
            return self.px((size + 2) * (2.35 if size >= LEAST_NASTALIQ else 1.75))
        return self.px(size * 1.55)

    def apply(self) -> None:
        """Give the application its palette, font and style sheet, and tell everyone."""
        scheme = self.scheme
        self._app.setFont(self.font("body"))
        self._app.setPalette(palette(scheme))
        self._app.setStyleSheet(filled_sheet(self._template, scheme, self._zoom))
        self.changed.emit()

    def load_rest(self) -> None:
        """Load the large emoji font; call it once, after the first paint."""
        typeface.load(typeface.EMOJI_FILES)

    @Slot()
    def _on_system_scheme(self) -> None:
        if self._setting == "system":
            self._scheme = self._wanted_scheme()
            self.apply()

    def _cached(self, value: str) -> QColor:
        if value not in self._colours:
            self._colours[value] = QColor(value)
        return self._colours[value]
