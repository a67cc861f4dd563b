# SPDX-License-Identifier: GPL-3.0-or-later
"""Every colour of the house as plain numbers, light and dark; it must not know Qt.

Values are sRGB, `#RRGGBB`. The palette was chosen for WCAG 2.2: text at least 4.5 to 1, edges of
controls at least 3 to 1; tests/widgets/test_tokens.py computes every pair again.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args

from bondsdesk.kernel.people import Colour

Scheme = Literal["light", "dark"]
Token = Literal[
    "paper", "card", "ink", "quiet", "line", "accent", "on_accent", "select", "warn", "danger",
    "hair", "lane", "track", "drawing",
]  # fmt: skip

TOKEN_NAMES: Final[tuple[Token, ...]] = get_args(Token)

TOKENS: Final[dict[Scheme, dict[Token, str]]] = {
    "light": {
        "paper": "#FAF7F2",
        "card": "#FFFFFF",
        "ink": "#26242B",
        "quiet": "#5E5A66",
        "line": "#8C8694",
        "accent": "#2F6152",
        "on_accent": "#FFFFFF",
        "select": "#DCEBE4",
        "warn": "#8A4B14",
        "danger": "#9B2C2C",
        "hair": "#E6DFD4",
        "lane": "#F2EDE4",
        "track": "#E9E3D9",
        "drawing": "#CFC6B8",
    },
    "dark": {
        "paper": "#1E1D22",
        "card": "#29272E",
        "ink": "#F1EEE8",
        "quiet": "#B9B3C0",
        "line": "#8A8494",
        "accent": "#8CC9B2",
        "on_accent": "#10231C",
        "select": "#2F4A40",
        "warn": "#E9B36B",
        "danger": "#F0A09A",
        "hair": "#38353F",
        "lane": "#232127",
        "track": "#3A3740",
        "drawing": "#46424E",
    },
}

PEOPLE: Final[dict[Colour, dict[Scheme, str]]] = {
    "leaf": {"light": "#2F6152", "dark": "#8CC9B2"},
    "clay": {"light": "#9A4526", "dark": "#E8A48A"},
    "sky": {"light": "#2B5C8A", "dark": "#93BFE8"},
    "plum": {"light": "#7A3B69", "dark": "#D9A5CC"},
    "ochre": {"light": "#7A5A0A", "dark": "#DDBE6A"},
    "rose": {"light": "#A03A56", "dark": "#EDA3B5"},
    "slate": {"light": "#4A5568", "dark": "#B5BECC"},
    "teal": {"light": "#1F6470", "dark": "#86C5CF"},
}

_TINT: Final[dict[Scheme, float]] = {"light": 0.12, "dark": 0.18}
_WASH: Final[dict[Scheme, float]] = {"light": 0.08, "dark": 0.10}

HOVER: Final = 0.06
"""How far a fill moves towards ink under the pointer."""
PRESSED: Final = 0.12
"""How far a fill moves towards ink while it is pressed."""


class PersonHex(NamedTuple):
    """One partner's colour: the line, the fill behind a symbol or note, the wash of a talk."""

    line: str
    tint: str
    wash: str


def mix(base: str, other: str, share: float) -> str:
    """Return `base` moved towards `other` by a share between 0 and 1."""
    pairs = zip(_channels(base), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(one: str, two: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def person_hex(colour: Colour, scheme: Scheme) -> PersonHex:
    """Return what one of the eight colours looks like in a scheme."""
    line = PEOPLE[colour][scheme]
    tokens = TOKENS[scheme]
    tint = mix(tokens["card"], line, _TINT[scheme])
    return PersonHex(line, tint, mix(tokens["paper"], line, _WASH[scheme]))


def _channels(colour: str) -> tuple[int, int, int]:
    value = int(colour[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
