# SPDX-License-Identifier: GPL-3.0-or-later
"""Longer texts of the front door, kept as data in both languages under the same ids."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bondsdesk.kernel.assets import read_text
from bondsdesk.kernel.words import Language


@dataclass(frozen=True, slots=True)
class HelpSection:
    """One part of the help page."""

    id: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A line to ring; `digits` is plain text as it is read out and dialled.

    `last_checked` is when it was last found in print, "2026-01" or "2024".
    """

    id: str
    area: str
    digits: str
    name: str
    note: str
    last_checked: str


@dataclass(frozen=True, slots=True)
class HelpText:
    """The help page in one language; `areas` are ids and names in the order shown."""

    title: str
    sentence: str
    sections: tuple[HelpSection, ...]
    lines_title: str
    lines_sentence: str
    lines_none: str
    reviewed: str
    areas: tuple[tuple[str, str], ...]
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class HonestText:
    """The page on what the program can and cannot protect from."""

    title: str
    sentence: str
    does_title: str
    does: tuple[str, ...]
    cannot_title: str
    cannot: tuple[str, ...]
    closing: str


def help_text(language: Language) -> HelpText:
    """Read the help page's words and numbers."""
    data = json.loads(read_text("content", language, "help.json"))
    return HelpText(
        title=data["title"],
        sentence=data["sentence"],
        sections=tuple(
            HelpSection(part["id"], part["title"], tuple(part["paragraphs"]))
            for part in data["sections"]
        ),
        lines_title=data["lines_title"],
        lines_sentence=data["lines_sentence"],
        lines_none=data["lines_none"],
        reviewed=data["reviewed"],
        areas=tuple((area["id"], area["name"]) for area in data["areas"]),
        lines=tuple(HelpLine(**line) for line in data["lines"]),
    )


def honest_text(language: Language) -> HonestText:
    """Read the honest page."""
    data = json.loads(read_text("content", language, "honest.json"))
    return HonestText(
        title=data["title"],
        sentence=data["sentence"],
        does_title=data["does_title"],
        does=tuple(item["text"] for item in data["does"]),
        cannot_title=data["cannot_title"],
        cannot=tuple(item["text"] for item in data["cannot"]),
        closing=data["closing"],
    )
