# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a document into the plain JSON a template reads: cleaned, cut into runs, measured.

Every text goes through here once; what cannot be drawn is counted here. The template decides how
things look; here it is only decided what may stay together on a page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bondsdesk.kernel.text import Direction, is_blank
from bondsdesk.kernel.words import Words
from bondsdesk.press.coverage import printable, with_breaks, without_pictures
from bondsdesk.press.document import (
    Bars,
    Block,
    CodeGroups,
    Document,
    Entry,
    Facts,
    Mark,
    Paragraph,
    Points,
    TitlePage,
    WriteLine,
)
from bondsdesk.press.drawings import mark_name
from bondsdesk.press.runs import Line, changed, line, portions

Script = Literal["nastaliq", "naskh"]
Json = dict[str, Any]
Keeping = Literal["whole", "measure", "flow"]

LINE_LENGTH = {False: 44, True: 48}
LINE_HEIGHT = {False: 20, True: 36}
"""Characters in a line of a keepsake and its height in points, Latin and Nastaliq."""
PAGE_HEIGHT = 490
"""Points of text on a keepsake's page."""
PORTION = 480
"""Characters of Nastaliq in one box, which cannot break over pages; most letters fit easily."""
SHORT = 200
"""Characters of Nastaliq that fit on a page whatever they are; a longer box is measured first."""
NAMELESS = "Bondsdesk"
"""The title of a document without one: PDF/UA asks for a title."""
AIRY = 3
"""Notes a month, on average, from which on every month begins a page of its own."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The JSON for a template, how many characters became marks, and the drawings it needs."""

    data: Json
    replaced: int
    marks: frozenset[Mark]


def manuscript(document: Document, script: Script, day: datetime | None = None) -> Manuscript:
    """Return what the template of `document.kind` reads as data.json; only `day`'s date is used."""
    return _Writer(document, script).manuscript(day)


class _Writer:
    """Keeps count while one document is written down."""

    def __init__(self, document: Document, script: Script) -> None:
        self._document = document
        self._words = Words(document.language)
        self._default: Direction = self._words.direction
        self._nastaliq = document.kind == "keepsake" and script == "nastaliq"
        self._replaced = 0
        self._marks: set[Mark] = set()

    def manuscript(self, day: datetime | None) -> Manuscript:
        document = self._document
        sections = document.sections
        parts = bool(sections) and all(section.part for section in sections)
        entries = sum(len(section.blocks) for section in sections)
        fresh = entries >= AIRY * len(sections)
        data: Json = {
            "language": document.language,
            "script": "nastaliq" if self._nastaliq else "naskh",
            "title": self._plain(document.title) or NAMELESS,
            "author": self._plain(document.author),
            "heading": self._line(document.title) or NAMELESS,
            "lead": self._line(document.lead),
            "footer": self._line(document.footer),
            "mark": self._mark(document.mark) if document.mark else None,
            "words": {"contents": self._words.gettext("Contents")},
            "title_page": self._title_page(document.title_page) if document.title_page else None,
            "depth": 2 if parts else 1,
            "contents": document.kind == "keepsake" and len(sections) > 1,
            "first_page": 1,
            "front": None,
            "later": [],
            "day": [day.year, day.month, day.day] if day else None,
            "sections": list(self._sections(fresh=fresh, parts=parts)),
        }
        return Manuscript(data, self._replaced, frozenset(self._marks))

    def _title_page(self, page: TitlePage) -> Json:
        for mark in page.marks:
            self._mark(mark)
        return {
            "title": self._line(page.title),
            "beside": self._line(page.beside),
            "names": [self._line(name) for name in page.names],
            "link": self._words.pgettext("between two names", "and"),
            "period": self._line(page.period),
        }

    def _sections(self, *, fresh: bool, parts: bool) -> Iterable[Json]:
        part = ""
        for section in self._document.sections:
            begins = parts and section.part != part
            yield {
                "heading": self._line(section.heading),
                "beside": self._line(section.beside),
                "part": self._line(section.part) if begins else "",
                "fresh": fresh or begins,
                "blocks": [self._block(block) for block in section.blocks],
            }
            part = section.part

    def _block(self, block: Block) -> Json:
        match block:
            case Entry():
                return self._entry(block)
            case Paragraph():
                own = self._paragraphs(block.text, reading=block.style == "note")
                return {"kind": "paragraph", "style": block.style, "text": own}
            case Facts():
                rows = [[self._line(label), self._line(value)] for label, value in block.rows]
                return {"kind": "facts", "rows": rows}
            case Points():
                items = [self._line(item) for item in block.items]
                return {"kind": "points", "items": items, "done": block.done}
            case CodeGroups():
                groups = [self._plain(group) for group in block.groups]
                return {"kind": "code", "label": self._line(block.label), "groups": groups}
            case WriteLine():
                return {"kind": "write", "label": self._line(block.label)}
            case Bars():
                bars = [
                    {"label": self._line(label), "share": min(max(share, 0.0), 1.0), "broad": broad}
                    for label, share, broad in block.rows
                ]
                return {"kind": "bars", "rows": bars}

    def _entry(self, entry: Entry) -> Json:
        text = self._paragraphs(entry.text, reading=True)
        return {
            "kind": "entry",
            "caption": self._line(entry.caption),
            "text": text,
            "mark": self._mark(Mark(entry.symbol, entry.colour)),
            "keep": keeping(text),
        }

    def _paragraphs(self, text: str, *, reading: bool) -> list[Line]:
        written: list[Line] = []
        for paragraph in self._clean(text).split("\n"):
            own = line(paragraph.strip(), self._default)
            if not (reading and self._nastaliq and isinstance(own, dict) and own["urdu"]):
                written.append(own)
            else:
                written.extend(_boxed(box) for box in portions(paragraph, PORTION))
        return written

    def _line(self, text: str) -> Line:
        return line(self._plain(text), self._default)

    def _plain(self, text: str) -> str:
        plain = self._clean(text).replace("\n", " ").strip()
        return "" if is_blank(plain) else plain

    def _clean(self, text: str) -> str:
        cleaned, replaced = printable(text)
        self._replaced += replaced
        return with_breaks(cleaned)

    def _mark(self, mark: Mark) -> str:
        self._marks.add(mark)
        return mark_name(mark)


def _boxed(text: str) -> Line:
    """Return one box of Nastaliq; what its invisible layer says is told where it differs."""
    own = line(text, base="rtl")
    found = changed(own, without_pictures)
    if isinstance(own, dict) and isinstance(found, dict):
        own["long"] = len(text) > SHORT
        own["found"] = found["runs"]
    return own


def keeping(paragraphs: list[Line]) -> Keeping:
    """Tell whether a note surely fits on a page, has to be measured, or surely does not fit.

    The bounds are wide: a page of W or of emoji is 2.3 times as long as a page of prose.
    """
    height = sum(_height(paragraph) for paragraph in paragraphs)
    if height < 0.4 * PAGE_HEIGHT:
        return "whole"
    return "measure" if height < 2 * PAGE_HEIGHT else "flow"


def _height(paragraph: Line) -> int:
    if isinstance(paragraph, str):
        return max(1, math.ceil(len(paragraph) / LINE_LENGTH[False])) * LINE_HEIGHT[False]
    urdu: bool = paragraph["urdu"]
    length = sum(len(run) if isinstance(run, str) else len(run[0]) for run in paragraph["runs"])
    return max(1, math.ceil(length / LINE_LENGTH[urdu])) * LINE_HEIGHT[urdu]
