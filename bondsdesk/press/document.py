# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page can hold, as plain data that a room's report builds and a test compares.

All text arrives ready in the paper's language, taken from `Words(language)` by whoever builds it.
A text carries no markup: what a person wrote is printed letter by letter. Direction and font of
each paragraph follow its own first strong letter. Nothing here knows Typst, PDF, rooms or Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.kernel.words import Language

Kind = Literal["keepsake", "summary", "sheet"]
"""keepsake: an A5 booklet with title page, contents and months, Urdu in Nastaliq.
summary: A4 pages to read, search and hand on, all Urdu in Naskh.
sheet: one A4 page to print and put away, all Urdu in Naskh."""

Style = Literal["body", "lead", "quiet", "strong", "note"]
"""body; lead: larger, for an opening sentence; quiet: small second text; strong: bold;
note: words of a person, in reading type (Nastaliq where the document uses it)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One partner's symbol in their colour."""

    symbol: Symbol
    colour: Colour


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line feed begins a new paragraph, an empty line leaves a gap."""

    text: str
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of one person with their symbol beside them: a note, an answer, a kept sentence.

    `caption` stands above in small type ("Bilal to Ayesha, 10 November"). Names in it may run the
    other way than the sentence around them: put each in `kernel.text.isolate`. An entry is kept on
    one page unless it is longer than a page.
    """

    caption: str
    text: str
    symbol: Symbol
    colour: Colour


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and a value, one under the other: a date, a length, a vault's short id."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short texts. `done` gives each a box, ticked or empty; None gives plain bullets."""

    items: tuple[str, ...]
    done: tuple[bool, ...] | None = None


@dataclass(frozen=True, slots=True)
class CodeGroups:
    """A code to type by hand, in big numbered groups that always run left to right."""

    label: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WriteLine:
    """An empty line with a label under it, to be filled in by hand."""

    label: str


@dataclass(frozen=True, slots=True)
class Bars:
    """How far something has come, as bars with their figures under them.

    Each row is the figure in words ("2 of 6 steps"), the share that is filled (0 to 1), and
    whether the bar is a broad one (money) or a thin one (steps).
    """

    rows: tuple[tuple[str, float, bool], ...]


Block = Paragraph | Entry | Facts | Points | CodeGroups | WriteLine | Bars


@dataclass(frozen=True, slots=True)
class Section:
    """A month of a keepsake, a part of a summary: it has a line in contents and bookmarks.

    `beside` is the same heading in the other language, shown at the far edge; `part` groups
    sections in contents and bookmarks (the year, in a keepsake longer than one); it is left out
    unless all sections have one. An empty heading makes a section without a line.
    """

    heading: str
    blocks: tuple[Block, ...]
    beside: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The first page of a keepsake. Names, period and both titles may be empty.

    `beside` is the title in the other language. The two marks stand in the drawing's arch, the
    first one as the partner who sat down first.
    """

    title: str
    beside: str = ""
    names: tuple[str, ...] = ()
    period: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that becomes one PDF.

    `title` and `author` go into the file's description as well (`author` stays empty unless the
    couple's names are wanted there). `lead` is a sentence under the title; `mark` a symbol beside
    the title of a summary or sheet; `footer` small words at the foot of each page of these two.
    A keepsake has a `title_page`; the other kinds print `title` at the top of the first page.
    """

    kind: Kind
    title: str
    language: Language
    sections: tuple[Section, ...]
    title_page: TitlePage | None = None
    author: str = ""
    lead: str = ""
    mark: Mark | None = None
    footer: str = ""
