# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters travel with the program, under names that no system font takes from them."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from bondsdesk.kernel.assets import asset, read_text

FAMILIES = ("Bondsdesk Sans", "Bondsdesk Naskh", "Bondsdesk Nastaliq")
STYLES = ("Regular", "Bold")
URDU = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےۓئۂۃ،۔؟"


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("style", STYLES)
def test_each_font_bears_our_name_and_its_makers_licence(family: str, style: str) -> None:
    file = f"{family.replace(' ', '')}-{style}.ttf"
    names = TTFont(asset("fonts", file))["name"]
    assert names.getDebugName(1) == names.getDebugName(16) == family
    assert names.getDebugName(2) == style
    assert "Noto" not in "".join(names.getDebugName(n) or "" for n in (1, 3, 4, 6, 16))
    assert "Open Font License" in (names.getDebugName(13) or "")
    assert f"{file}: {names.getDebugName(0)}" in read_text("fonts", "OFL.txt")


@pytest.mark.parametrize("family", FAMILIES)
def test_qt_finds_them_and_draws_no_empty_boxes(family: str, qapp: QApplication) -> None:
    for style in STYLES:
        path = asset("fonts", f"{family.replace(' ', '')}-{style}.ttf")
        number = QFontDatabase.addApplicationFont(str(path))
        assert QFontDatabase.applicationFontFamilies(number) == [family]
        letters = "Thank you" if family.endswith("Sans") else URDU
        assert all(QRawFont(str(path), 16).supportsCharacter(ord(c)) for c in letters if c != " ")
    assert QFontInfo(QFont(family)).family() == family
