# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates are ours, closed in themselves, and treat what a person wrote as letters."""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest

from bondsdesk.press.document import Document, Kind, Paragraph, Section
from bondsdesk.press.manuscript import manuscript
from bondsdesk.press.pdf import PdfOptions, make_pdf
from bondsdesk.press.typesetting import job, source
from tests.press.reading import booklet, words_in

MARKUP = (
    '#import "evil.typ"',
    "$x^2$",
    "*bold* _it_",
    "@ref <label>",
    "`raw`",
    "= heading",
    "// comment",
    "a -- b",
    '"quoted" \\ back',
    "#eval(\"1\") #read('/etc/passwd')",
    "<b>html</b> &amp;",
)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_template_imports_reads_and_evaluates_nothing(kind: Kind) -> None:
    code = re.sub(r"//.*", "", source(kind))
    for word in ("import", "include", "eval(", "plugin(", "read(", "@", "cbor(", "yaml(", "sys."):
        assert word not in code, word
    assert code.count('json("data.json")') == 1
    assert code.count("json(") == 1


def test_the_source_never_holds_what_a_person_wrote() -> None:
    written = manuscript(booklet("canary-in-a-note"), "nastaliq")
    files = job(booklet("canary-in-a-note"), written.data, written.marks)
    assert b"canary-in-a-note" not in files["main.typ"]
    assert "canary-in-a-note" in json.loads(files["data.json"])["sections"][0]["blocks"][0]["text"]


@pytest.mark.parametrize("kind", ["keepsake", "summary"])
def test_markup_is_printed_letter_by_letter(kind: Kind) -> None:
    if kind == "keepsake":
        document = booklet(*MARKUP)
    else:
        blocks = tuple(Paragraph(text) for text in MARKUP)
        document = Document("summary", MARKUP[0], "en", (Section(MARKUP[3], blocks),))
    text = words_in(make_pdf(document, PdfOptions()).data)
    for markup in MARKUP:
        assert markup in text
