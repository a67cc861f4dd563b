# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts Bondsdesk is made of, with their licences and the versions at hand. No Qt widgets."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

import bondsdesk


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name as people know it, its distribution, its licence (SPDX)."""

    name: str
    distribution: str
    licence: str


PARTS: tuple[Part, ...] = (
    Part("Qt for Python", "PySide6-Essentials", "LGPL-3.0-only"),
    Part("SQLCipher", "sqlcipher3", "BSD-3-Clause, Zlib"),
    Part("libsodium, PyNaCl", "pynacl", "ISC, Apache-2.0"),
    Part("Typst", "typst", "Apache-2.0"),
    Part("pikepdf, qpdf", "pikepdf", "MPL-2.0, Apache-2.0"),
    Part("platformdirs", "platformdirs", "MIT"),
    Part("zxcvbn", "zxcvbn", "MIT"),
)
"""Licences as each project states them in its own distribution."""

FONTS = "Noto Sans, Noto Naskh Arabic, Noto Nastaliq Urdu, Noto Color Emoji"
FONT_LICENCE = "OFL-1.1"
OWN_LICENCE = "GPL-3.0-or-later"


def own_version() -> str:
    """Return Bondsdesk's version."""
    return bondsdesk.__version__


def part_lines() -> list[str]:
    """Return "Typst 0.15.0 · Apache-2.0" for every part; without a number if none is at hand."""
    return [f"{_named(part)} · {part.licence}" for part in PARTS] + [f"{FONTS} · {FONT_LICENCE}"]


def _named(part: Part) -> str:
    try:
        return f"{part.name} {metadata.version(part.distribution)}"
    except metadata.PackageNotFoundError:
        return part.name
