# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is written can be read, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import pytest

from bondsdesk.kernel.people import COLOURS, Colour
from bondsdesk.widgets.tokens import (
    HOVER,
    PRESSED,
    TOKEN_NAMES,
    TOKENS,
    Scheme,
    Token,
    contrast,
    mix,
    person_hex,
)

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
GROUNDS: tuple[Token, ...] = ("paper", "card", "lane")
WORDS: tuple[Token, ...] = ("ink", "quiet", "accent", "warn", "danger")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", WORDS)
def test_words_stand_out_from_every_ground(scheme: Scheme, ground: Token, words: Token) -> None:
    assert contrast(TOKENS[scheme][words], TOKENS[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("words", "ground"), [("on_accent", "accent"), ("ink", "select"), ("accent", "select")]
)
def test_chosen_and_filled_things_can_be_read(scheme: Scheme, words: Token, ground: Token) -> None:
    assert contrast(TOKENS[scheme][words], TOKENS[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("share", [HOVER, PRESSED])
def test_words_stay_readable_under_the_pointer(scheme: Scheme, share: float) -> None:
    tokens = TOKENS[scheme]
    for words, ground in (("on_accent", "accent"), ("ink", "card"), ("ink", "select")):
        moved = mix(tokens[ground], tokens["ink"], share)  # type: ignore[index]
        assert contrast(tokens[words], moved) >= 4.5  # type: ignore[index]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "card"])
@pytest.mark.parametrize("edge", ["line", "accent", "danger"])
def test_edges_of_fields_and_the_focus_ring_are_seen(
    scheme: Scheme, ground: Token, edge: Token
) -> None:
    assert contrast(TOKENS[scheme][edge], TOKENS[scheme][ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colour", COLOURS)
def test_a_partners_colour_can_be_read_on_their_tint_and_wash(
    scheme: Scheme, colour: Colour
) -> None:
    person = person_hex(colour, scheme)
    tokens = TOKENS[scheme]
    for ground in (person.tint, person.wash, tokens["card"], tokens["paper"]):
        assert contrast(person.line, ground) >= 4.5
    for words in ("ink", "quiet"):
        assert contrast(tokens[words], person.wash) >= 4.5
        assert contrast(tokens[words], person.tint) >= 4.5
    assert contrast(tokens["quiet"], person.wash) >= 3


def test_both_schemes_name_the_same_tokens() -> None:
    assert set(TOKENS["light"]) == set(TOKENS["dark"]) == set(TOKEN_NAMES)


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
