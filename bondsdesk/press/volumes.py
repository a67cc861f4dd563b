# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts a long book's manuscript into volumes and writes the front part that leads to them.

A volume ends where a year ends (where sections have no `part`: where a month ends), so headings
and bookmarks keep their places; pages are numbered through.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bondsdesk.press.binding import PLACE

VOLUME = 1_000
"""Entries in one volume; more only if one year alone has more."""

Json = dict[str, Any]


def entries_of(data: Json) -> int:
    """Return how many blocks a manuscript holds."""
    return sum(len(section["blocks"]) for section in data["sections"])


def cut(data: Json) -> Iterator[Json]:
    """Yield the manuscript's volumes, without title page and contents."""
    inner = data | {"title_page": None, "contents": False, "front": None}
    volume: list[Json] = []
    size = 0
    for year in _years(data["sections"]):
        length = sum(len(section["blocks"]) for section in year)
        if volume and size + length > VOLUME:
            yield inner | {"sections": volume}
            volume, size = [], 0
        volume += year
        size += length
    if volume:
        yield inner | {"sections": volume}


def _years(sections: list[Json]) -> Iterator[list[Json]]:
    """Yield sections that stay together: a named part and what follows it without a name."""
    year: list[Json] = []
    grouped = any(section["part"] for section in sections)
    for section in sections:
        if year and (section["part"] or not grouped):
            yield year
            year = []
        year.append(section)
    if year:
        yield year


def front_part(data: Json, starts: list[int]) -> Json:
    """Return title page and contents. `starts`: the page of each section, counted from 0."""
    rows: list[Json] = []
    sections = [section for section in data["sections"] if section["heading"]]
    for index, (section, start) in enumerate(zip(sections, starts, strict=True)):
        place = {"page": start + 1, "place": f"{PLACE}{index}"}
        if section["part"]:
            rows.append({"level": 1, "name": section["part"], **place})
        rows.append({"level": data["depth"], "name": section["heading"], **place})
    return data | {"front": rows, "sections": []}
