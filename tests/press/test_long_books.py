# SPDX-License-Identifier: GPL-3.0-or-later
"""A book of many years is set in volumes by other processes and bound into one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bondsdesk.press import pdf as pdf_module
from bondsdesk.press import volumes
from bondsdesk.press.errors import CancelledError
from bondsdesk.press.pdf import PdfOptions, make_pdf
from bondsdesk.press.volume import set_apart
from tests.press.books import book
from tests.press.reading import bookmarks, opened, sound, words_in

YEARS = [f"20{n}" for n in range(20, 25)]


@pytest.fixture
def small_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a book of 60 entries as long as one of 3,000."""
    monkeypatch.setattr(pdf_module, "AT_ONCE", 5)
    monkeypatch.setattr(pdf_module, "ONE_VOLUME", 10)
    monkeypatch.setattr(volumes, "VOLUME", 25)


@pytest.mark.usefixtures("small_volumes")
@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_bound_book_keeps_bookmarks_tags_links_and_page_numbers(language: str) -> None:
    document = book(100, language)  # type: ignore[arg-type]
    heard: list[tuple[int, int]] = []
    made = make_pdf(
        document, PdfOptions(), progress=lambda done, total: heard.append((done, total))
    )
    assert heard[-1] == (100, 100)
    assert len(heard) > 1
    assert sound(made.data)
    assert [title for title, _ in bookmarks(made.data)] == [s.heading for s in document.sections]
    with opened(made.data) as pdf:
        assert len(pdf.pages) == made.pages
        tree = pdf.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        owners = {int(k): v for k, v in zip(numbers[::2], numbers[1::2], strict=True)}
        for page in pdf.pages:
            marked = owners[int(page.obj.StructParents)]
            assert all("/Pg" not in e or e.Pg.objgen == page.obj.objgen for e in marked)
        links = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
        assert len(links) >= len(document.sections)
        assert all("/Dest" in link and "/A" not in link for link in links)
        assert all(int(link.StructParent) in owners for link in links)


@pytest.mark.usefixtures("small_volumes")
def test_a_bound_book_holds_the_same_words_as_a_book_set_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = book(60, years=True)
    bound = words_in(make_pdf(document, PdfOptions(script="naskh")).data).split()
    monkeypatch.setattr(pdf_module, "AT_ONCE", 1_000)
    at_once = words_in(make_pdf(document, PdfOptions(script="naskh")).data).split()
    assert sorted(bound) == sorted(at_once)


@pytest.mark.usefixtures("small_volumes")
def test_cancelling_a_long_book_ends_its_child_and_leaves_nothing() -> None:
    asked = iter([False, False, True])
    with pytest.raises(CancelledError):
        make_pdf(book(60), PdfOptions(), cancelled=lambda: next(asked, True))


def test_a_child_that_fails_is_an_error_without_words_of_the_notes() -> None:
    files = {"main.typ": b'#panic("canary")', "data.json": json.dumps({}).encode()}
    with pytest.raises(RuntimeError) as caught:
        set_apart(files, bool)
    assert "canary" not in str(caught.value)


def test_a_child_gets_no_argument_with_private_text(tmp_path: Path) -> None:
    made = set_apart(
        {"main.typ": b'#set document(title: "x")\n#json("data.json")', "data.json": b'"a"'}, bool
    )
    assert made.startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []
