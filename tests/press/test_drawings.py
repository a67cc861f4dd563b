# SPDX-License-Identifier: GPL-3.0-or-later
"""The title page carries the partners' own symbols."""

from __future__ import annotations

from itertools import product
from xml.etree import ElementTree as ET

import pytest

from bondsdesk.kernel.people import COLOURS, SYMBOLS
from bondsdesk.press import drawings
from bondsdesk.press.document import Mark
from bondsdesk.press.drawings import arch, symbol


@pytest.mark.parametrize("name", SYMBOLS)
def test_every_symbol_is_drawn_in_its_partners_colour(name: str) -> None:
    drawn = symbol(Mark(name, "rose"))  # type: ignore[arg-type]
    assert drawings.COLOURS["rose"] in drawn
    assert "currentColor" not in drawn


def test_every_colour_of_a_partner_prints() -> None:
    assert set(drawings.COLOURS) == set(COLOURS)


@pytest.mark.parametrize(("first", "second"), list(product(SYMBOLS, SYMBOLS)))
def test_the_arch_is_a_whole_drawing_for_every_pair(first: str, second: str) -> None:
    marks = (Mark(first, "sky"), Mark(second, "clay"))  # type: ignore[arg-type]
    drawing = arch(marks)
    ET.fromstring(drawing)  # noqa: S314 - our own drawing
    for colour in ("sky", "clay"):
        assert drawings.COLOURS[colour] in drawing
    for token in ("LINE", "SOFT", "CUP", "PLANT", "SKY"):
        assert token not in drawing


def test_a_leaf_is_the_plant_and_a_cup_the_cup() -> None:
    drawing = arch((Mark("leaf", "teal"), Mark("cup", "ochre")))
    assert drawing.count(drawings.COLOURS["teal"]) == 1
    assert drawing.count(drawings.COLOURS["ochre"]) == 1
