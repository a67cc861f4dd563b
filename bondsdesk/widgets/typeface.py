# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled typefaces, their sizes, and which of them a text is set in.

They carry names of our own: a system font of the same name would win over a bundled one, and the
Noto Nastaliq Urdu 2.000 that Debian ships is drawn with colliding letters by Qt.
Sizes are pixels at 100 % zoom (look.md; NOTES.md for Urdu).
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from bondsdesk.kernel.assets import asset
from bondsdesk.kernel.words import Language

SANS: Final = "Bondsdesk Sans"
NASKH: Final = "Bondsdesk Naskh"
NASTALIQ: Final = "Bondsdesk Nastaliq"
EMOJI: Final = "Noto Color Emoji"

FAMILIES: Final[dict[Language, list[str]]] = {
    "en": [SANS, NASKH, EMOJI],
    "ur": [NASKH, SANS, EMOJI],
}
READING: Final = [NASTALIQ, NASKH, SANS, EMOJI]

START_FILES: Final = (
    "BondsdeskSans-Regular.ttf",
    "BondsdeskSans-Bold.ttf",
    "BondsdeskNaskh-Regular.ttf",
    "BondsdeskNaskh-Bold.ttf",
)
NASTALIQ_FILES: Final = ("BondsdeskNastaliq-Regular.ttf", "BondsdeskNastaliq-Bold.ttf")
EMOJI_FILES: Final = ("NotoColorEmoji.ttf",)

Role = Literal[
    "second", "body", "money", "reading", "card", "starter", "button", "title", "rule", "big",
    "clock",
]  # fmt: skip


class Size(NamedTuple):
    """How one role is set: pixels in English and in Urdu, and whether it is bold by itself."""

    en: int
    ur: int
    bold: bool = False


SIZES: Final[dict[Role, Size]] = {
    "second": Size(12, 14),
    "body": Size(14, 16),
    "money": Size(12, 14),
    "reading": Size(18, 20),
    "card": Size(18, 20, bold=True),
    "starter": Size(20, 22),
    "button": Size(20, 22),
    "title": Size(24, 28, bold=True),
    "rule": Size(28, 30),
    "big": Size(48, 48, bold=True),
    "clock": Size(144, 144),
}
_TABULAR: Final[tuple[Role, ...]] = ("money", "clock")
_TIGHT: Final[tuple[Role, ...]] = ("title", "big")


def load(files: tuple[str, ...]) -> None:
    """Give Qt some of the bundled files. Raises RuntimeError: the installation is broken."""
    for name in files:
        _load_once(name)


@cache
def _load_once(name: str) -> None:
    """Load a file; Qt keeps it for the whole process, and twice if it is given twice."""
    if QFontDatabase.addApplicationFont(str(asset("fonts", name))) < 0:
        raise RuntimeError(f"the bundled font {name} cannot be loaded")


def role_font(role: Role, language: Language, zoom: float, *, bold: bool | None = None) -> QFont:
    """Return the font of a role in a language's own typeface; the caller may change it."""
    return QFont(_made_font(role, language, zoom, bold))


@cache
def _made_font(role: Role, language: Language, zoom: float, bold: bool | None) -> QFont:
    size = SIZES[role]
    font = QFont(FAMILIES[language])
    font.setPixelSize(max(1, round((size.ur if language == "ur" else size.en) * zoom)))
    font.setBold(size.bold if bold is None else bold)
    if role in _TABULAR:
        font.setFeature(QFont.Tag("tnum"), 1)
    if role in _TIGHT and language == "en":
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.2 * zoom)
    return font


def nastaliq_font(size: int, zoom: float, *, bold: bool = False) -> QFont:
    """Return the reading font of Urdu at a size in unscaled pixels."""
    font = QFont(READING)
    font.setPixelSize(max(1, round(size * zoom)))
    font.setBold(bold)
    return font
