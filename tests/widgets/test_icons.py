# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons: one family of lines, in any colour and size."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QImage

from bondsdesk.kernel.assets import asset
from bondsdesk.kernel.people import SYMBOLS
from bondsdesk.widgets.icons import MIRRORED
from bondsdesk.widgets.look import Look

ROOMS = ("today", "listen", "book", "teapot", "envelope", "flag", "fence", "compass")
FILES = sorted(asset("icons").rglob("*.svg"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_icon_is_made_of_paths_with_one_pen(path: object) -> None:
    text = str(getattr(path, "read_text")())  # noqa: B009
    assert set(re.findall(r"<(\w+)", text)) == {"svg", "path"}
    assert 'stroke-width="1.75"' in text
    assert 'stroke-linecap="round"' in text
    assert "currentColor" in text
    assert not re.search(r"#[0-9a-fA-F]{3}", text)


def test_every_icon_paints_something_in_its_colour(look: Look) -> None:
    for name in look.icons.names():
        picture = look.icons.pixmap(name, QColor("#ff0000"), 48).toImage()
        assert _ink(picture) > 20, name
        assert _only_red(picture), name


def test_rooms_and_symbols_have_their_icons(look: Look) -> None:
    names = look.icons.names()
    assert {*ROOMS, *SYMBOLS, *MIRRORED} <= set(names)


def test_arrows_turn_round_in_urdu_and_symbols_do_not(look: Look) -> None:
    arrow = look.icons.pixmap("arrow-forward", "ink", 24).toImage()
    leaf = look.icons.pixmap("leaf", "ink", 24).toImage()
    look.set_language("ur")
    assert look.icons.pixmap("arrow-forward", "ink", 24).toImage() != arrow
    assert look.icons.pixmap("leaf", "ink", 24).toImage() == leaf


def test_a_larger_icon_has_the_same_line(look: Look) -> None:
    small = _ink(look.icons.pixmap("minus", "ink", 24).toImage()) / 24
    large = _ink(look.icons.pixmap("minus", "ink", 96).toImage()) / 96
    assert large == pytest.approx(small, rel=0.35)


def test_an_unknown_icon_is_a_bug(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.icons.pixmap("unicorn", "ink", 24)


def test_drawings_have_the_proportions_they_say(look: Look) -> None:
    for name in look.icons.drawings():
        assert look.icons.drawing_size(name).width() >= 190


def _ink(image: QImage) -> float:
    alphas = (
        image.pixelColor(x, y).alphaF() for x in range(image.width()) for y in range(image.height())
    )
    return sum(alphas)


def _only_red(image: QImage) -> bool:
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            if colour.alpha() > 40 and (colour.red() < 200 or colour.blue() > 40):
                return False
    return True
