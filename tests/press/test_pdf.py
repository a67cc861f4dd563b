# SPDX-License-Identifier: GPL-3.0-or-later
"""What the finished file is: searchable, tagged, quiet about its maker, locked if wanted."""

from __future__ import annotations

import getpass
import random
import re
import socket
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from bondsdesk.kernel.words import Language
from bondsdesk.press.document import (
    Block,
    CodeGroups,
    Document,
    Entry,
    Facts,
    Kind,
    Mark,
    Paragraph,
    Points,
    Section,
    TitlePage,
    WriteLine,
)
from bondsdesk.press.errors import CancelledError
from bondsdesk.press.pdf import PdfOptions, make_pdf
from tests.press.books import URDU, book, english, urdu
from tests.press.reading import booklet, bookmarks, opened, sound, words_in

DAY = datetime(2026, 11, 22, 21, 4, tzinfo=UTC)


@pytest.mark.parametrize("script", ["nastaliq", "naskh"])
def test_words_of_both_languages_are_found(script: str) -> None:
    chance = random.Random(7)  # noqa: S311 - made-up sentences
    notes = [urdu(chance, 12) for _ in range(30)]
    options = PdfOptions(script=script)  # type: ignore[arg-type]
    text = words_in(make_pdf(booklet(*notes, "A quiet morning."), options).data)
    assert "A quiet morning." in text
    written = {word for word in URDU if any(word in note for note in notes)}
    found = {word for word in written if word in text}
    assert len(found) >= 0.95 * len(written)


def test_a_keepsake_is_made_as_pdf_ua_with_tags_language_and_title() -> None:
    made = make_pdf(book(40), PdfOptions(timestamp=DAY))
    assert sound(made.data)
    with opened(made.data) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()
        assert str(pdf.docinfo["/Title"]) == "The small things we noticed"
        languages = {str(e.Lang) for e in pdf.objects if _has_language(e)}
        assert {"ur-PK"} <= languages


def _has_language(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and "/Lang" in thing and "/S" in thing


def test_months_are_bookmarks_under_their_years() -> None:
    assert bookmarks(make_pdf(book(45), PdfOptions()).data) == [("January", []), ("February", [])]
    nested = bookmarks(make_pdf(book(45, years=True), PdfOptions()).data)
    assert nested == [("2020", ["January", "February"])]


def test_an_urdu_keepsake_has_its_spine_on_the_right() -> None:
    with opened(make_pdf(book(5, "ur"), PdfOptions()).data) as pdf:
        assert str(pdf.Root.ViewerPreferences.Direction) == "/R2L"
        assert str(pdf.Root.Lang) == "ur-PK"


def test_the_file_names_no_user_no_place_and_no_hour() -> None:
    made = make_pdf(book(20), PdfOptions(timestamp=DAY))
    with opened(made.data) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        metadata = pdf.Root.Metadata.read_bytes().decode()
    assert "/Author" not in info
    assert "21:04" not in metadata
    for private in (getpass.getuser(), str(Path.home()), str(Path.cwd()), "21040"):
        assert private not in " ".join(info.values()).replace("Typst", "")
    assert info["/CreationDate"].startswith("D:20261122")


def test_without_a_day_the_file_has_none() -> None:
    with opened(make_pdf(book(5), PdfOptions()).data) as pdf:
        assert "/CreationDate" not in pdf.docinfo


def test_names_go_into_the_description_only_if_wanted() -> None:
    with opened(make_pdf(booklet("a", author="Ayesha and Bilal"), PdfOptions()).data) as pdf:
        assert str(pdf.docinfo["/Author"]) == "Ayesha and Bilal"


def test_the_same_book_is_the_same_file() -> None:
    first, second = (make_pdf(book(30), PdfOptions(timestamp=DAY)).data for _ in range(2))
    assert first == second


def test_a_password_locks_every_word_away() -> None:
    made = make_pdf(
        booklet("canary in the cage"), PdfOptions(password="چابی and key", timestamp=DAY)
    )
    for word in (b"canary", b"small things", b"pdfuaid", b"Typst"):
        assert word not in made.data
    for wrong in ("", "wrong"):
        with pytest.raises(pikepdf.PasswordError):
            opened(made.data, wrong)
    with opened(made.data, "چابی and key") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.stream_method.name == "aesv3"
        assert pdf.Root.MarkInfo.Marked
    assert sound(made.data, "چابی and key")


def test_a_note_stays_on_one_page_and_a_letter_flows() -> None:
    letters = (
        "One line of a letter. " * 400,
        "یہ خط کا ایک جملہ ہے۔ " * 400,
        "W" * 3_000,
        "😀" * 900,
    )
    made = make_pdf(booklet(*letters), PdfOptions())
    text = words_in(made.data)
    assert text.count("One line of a letter.") + text.count("One line of a\nletter.") > 300
    assert text.count("جملہ") >= 380
    assert text.count("W") >= 3_000
    for share in (30, 60, 90):
        whole = make_pdf(booklet(*["word " * 10 * share]), PdfOptions())
        assert words_in(whole.data).count("word") == 10 * share


def test_recovery_sheets_fit_on_one_page_in_both_languages() -> None:
    blocks = (
        CodeGroups(
            "Nine groups", ("K7QM", "2H9D", "XW4T", "P0CR", "8JVN", "3ZSF", "YB6G", "1EQK", "M5TA")
        ),
        Facts((("Place", "4F2A 91C7"), ("تاریخ", "22 نومبر 2026"))),
        Points(("Somewhere only you look.", "لیپ ٹاپ کے ساتھ نہ رکھیں۔")),
        WriteLine("Where I put it"),
    )
    for language in ("en", "ur"):
        sheet = Document(
            "sheet", "Your own sheet", language, (Section("", blocks),), mark=Mark("leaf", "leaf")
        )
        made = make_pdf(sheet, PdfOptions())
        assert made.pages == 1
        text = words_in(made.data)
        for word in ("K7QM", "M5TA", "4F2A 91C7", "لیپ", "نومبر"):
            assert word in text


def test_a_summary_is_searchable_whatever_script_a_keepsake_would_have() -> None:
    entry = Entry("Ayesha", "میں نے یہ سنا کہ آپ اکیلے تھے", "leaf", "leaf")
    points = Points(("Monday", "Tuesday"), (True, False))
    document = Document("summary", "A talk", "ur", (Section("Kept", (entry, points)),))
    text = words_in(make_pdf(document, PdfOptions(script="nastaliq")).data)
    for word in ("میں", "اکیلے", "Tuesday"):
        assert word in text


def test_cancelling_a_short_book_gives_nothing() -> None:
    with pytest.raises(CancelledError):
        make_pdf(book(3), PdfOptions(), cancelled=lambda: True)


def test_making_a_pdf_touches_no_network_and_no_temporary_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr(socket, "socket", refused)
    for name in ("TMPDIR", "TMP", "TEMP", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    make_pdf(book(10), PdfOptions(password="secret"))
    assert list(tmp_path.rglob("*")) == []


def test_no_note_is_torn_over_two_pages() -> None:
    chance = random.Random(3)  # noqa: S311 - made-up sentences
    notes = [
        f"start{number} {english(chance, chance.randint(5, 70))} end{number}"
        for number in range(60)
    ]
    pages = words_in(make_pdf(booklet(*notes), PdfOptions()).data).split("\f")
    for number in range(60):
        whole = [page for page in pages if re.search(rf"\bstart{number}\b", page)]
        assert len(whole) == 1
        assert re.search(rf"\bend{number}\b", whole[0])


def test_endless_words_break_inside_the_page() -> None:
    words = ("x" * 500, "日" * 200, "ا" * 300, "!" * 300)
    with opened(make_pdf(booklet(*words), PdfOptions()).data) as pdf:
        assert len(pdf.pages) < 6
    text = words_in(make_pdf(booklet(*words), PdfOptions()).data)
    assert text.replace("\n", "").count("x") >= 500
    assert text.count("\ufffd") == 200


def test_years_that_not_every_month_has_are_left_out() -> None:
    entry = (Entry("a", "b", "leaf", "leaf"),)
    document = booklet(sections=(Section("May", entry), Section("June", entry, part="2025")))
    assert bookmarks(make_pdf(document, PdfOptions()).data) == [("May", []), ("June", [])]


@pytest.mark.parametrize("kind", ["keepsake", "summary", "sheet"])
@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("empty", ["", " \u200b", "\x07"])
def test_empty_words_anywhere_fail_nothing(kind: Kind, language: Language, empty: str) -> None:
    blocks: tuple[Block, ...] = (
        Entry(empty, empty, "leaf", "leaf"),
        Paragraph(empty, "note"),
        Facts(((empty, empty),)),
        Facts(()),
        Points((empty,)),
        Points(()),
        CodeGroups(empty, ()),
        WriteLine(empty),
    )
    sections = (Section(empty, blocks, empty), Section(empty, ()), Section("x", (), part="2025"))
    page = TitlePage(empty, empty, (empty, "Bilal"), empty) if kind == "keepsake" else None
    for chosen in (sections, ()):
        document = Document(kind, empty, language, chosen, page)
        assert make_pdf(document, PdfOptions()).pages >= 1
