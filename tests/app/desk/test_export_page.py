# SPDX-License-Identifier: GPL-3.0-or-later
"""From Ctrl+P to a file: choose, look, save; what can go wrong stays small."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton

from bondsdesk.app.export import making
from bondsdesk.app.export.page import ExportPage
from bondsdesk.app.export.preview_pane import PreviewPane
from bondsdesk.press.errors import CancelledError
from bondsdesk.press.pdf import Pdf, PdfOptions, make_pdf
from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.page_preview import PagePreview
from bondsdesk.widgets.password_field import PasswordField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bondsdesk.press.document import Document
    from tests.app.desk.conftest import Scene


@pytest.fixture
def page(scene: Scene) -> ExportPage:
    """The export page with one line on each pad, come to from the notes."""
    scene.rooms["notes"].add("You fixed the gate quietly. 🫖")
    scene.rooms["plans"].add("چھت پر چائے")
    return _visit(scene)


def _visit(scene: Scene) -> ExportPage:
    screen = scene.desk._screen
    assert screen is not None
    screen.visit_place("export")
    scene.settle()
    found = scene.window.findChild(ExportPage)
    assert found is not None
    return found


def _button(page: ExportPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def _chip(page: ExportPage, text: str) -> Chip:
    return next(c for c in page.findChildren(Chip) if c.text() == text)


def _save(scene: Scene, page: ExportPage, path: Path | None) -> None:
    scene.services.dialogs.answer(path)
    _button(page, "Save as PDF").click()
    scene.settle()
    scene.settle()


def test_what_rooms_offer_is_shown_with_the_present_room_first(scene: Scene) -> None:
    scene.rooms["notes"].add("a")
    scene.rooms["plans"].add("b")
    screen = scene.desk._screen
    assert screen is not None
    screen.visit_room("plans")
    page = _visit(scene)
    offered = [b.text() for b in page.findChildren(QRadioButton) if b.isVisible()]
    assert offered == ["The plans", "The notes"]
    assert page.findChildren(QRadioButton)[0].isChecked()


def test_with_nothing_to_print_there_is_one_sentence_and_no_form(scene: Scene) -> None:
    page = _visit(scene)
    assert not _button(page, "Save as PDF").isVisible()


def test_a_rooms_own_button_opens_the_page_with_its_offer(page: ExportPage, scene: Scene) -> None:
    offer = scene.rooms["plans"].offers()[0]
    scene.rooms["plans"].context.export(offer)
    scene.settle()
    assert page._panel.offer() == offer


def test_the_preview_shows_the_real_pages(page: ExportPage) -> None:
    preview = page.findChild(PagePreview)
    assert preview is not None
    assert preview.isVisible()
    assert preview._sheet.count() == 1
    assert page._preview._count.text() == "1 page"


def test_a_lock_right_after_a_choice_sets_no_more_pages(page: ExportPage, scene: Scene) -> None:
    page.findChildren(QRadioButton)[1].click()
    assert page._pause.isActive()
    scene.desk.close()
    assert not page._pause.isActive()


def test_a_pdf_is_saved_where_it_was_asked_for(
    page: ExportPage, scene: Scene, tmp_path: Path
) -> None:
    target = tmp_path / "pad.pdf"
    _save(scene, page, target)
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == 1
    assert scene.notice == "Saved as pad.pdf, 1 page."
    assert [p.name for p in tmp_path.iterdir() if p.suffix in (".pdf", ".part")] == ["pad.pdf"]


def test_a_password_is_asked_twice_and_locks_the_file(
    page: ExportPage, scene: Scene, tmp_path: Path
) -> None:
    target = tmp_path / "locked.pdf"
    tick = next(c for c in page.findChildren(QCheckBox) if "password" in c.text())
    tick.click()
    first, second = page.findChildren(PasswordField)
    first.setText("seven77")
    _save(scene, page, target)
    assert not target.exists()
    first.setText("chai on the roof")
    second.setText("chai on the r00f")
    _button(page, "Save as PDF").click()
    assert not target.exists()
    second.setText("chai on the roof")
    _button(page, "Save as PDF").click()
    scene.settle()
    scene.settle()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password="chai on the roof") as pdf:
        assert pdf.encryption.R == 6
    assert (first.text(), second.text()) == ("", "")
    assert not tick.isChecked()


@pytest.mark.parametrize(("letters", "fits"), [(63, True), (64, False)])
def test_a_password_longer_than_a_pdf_can_have_is_said_before_anything_is_saved(
    page: ExportPage, scene: Scene, tmp_path: Path, letters: int, fits: bool
) -> None:
    typed = "چ" * letters
    target = tmp_path / "locked.pdf"
    next(c for c in page.findChildren(QCheckBox) if "password" in c.text()).click()
    for field in page.findChildren(PasswordField):
        field.setText(typed)
    scene.services.dialogs.answer(target)
    _button(page, "Save as PDF").click()
    scene.settle()
    scene.settle()
    assert target.exists() == fits
    if fits:
        with pikepdf.open(target, password=typed) as pdf:
            assert len(pdf.pages) == 1
    else:
        said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert "A PDF knows no password that long. Please take a shorter one." in said


def test_a_place_that_cannot_be_written_leaves_every_choice_as_it_was(
    page: ExportPage, scene: Scene, tmp_path: Path
) -> None:
    page._panel.choose("plans.pad")
    _chip(page, "اردو").click()
    _save(scene, page, tmp_path / "gone" / "pad.pdf")
    assert scene.notice == (
        "This place cannot be written to. Choose another folder; nothing was changed."
    )
    choices = page._panel.choices()
    assert choices is not None
    assert (choices.offer.key, choices.language) == ("plans.pad", "ur")
    assert _button(page, "Save as PDF").isVisible()


def test_thinking_better_of_it_does_nothing(page: ExportPage, scene: Scene) -> None:
    _save(scene, page, None)
    assert scene.notice == ""
    assert page._making is None


def test_a_long_book_can_be_stopped(
    page: ExportPage, scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_document: Document, _options: PdfOptions, progress: object, cancelled: object) -> Pdf:
        assert callable(progress)
        assert callable(cancelled)
        progress(400, 1200)
        while not cancelled():
            pass
        raise CancelledError

    monkeypatch.setattr(making, "make_pdf", slow)
    scene.services.dialogs.answer(tmp_path / "book.pdf")
    _button(page, "Save as PDF").click()
    stop = _button(page, "Stop")
    assert stop.isVisible()
    stop.click()
    scene.settle()
    assert scene.notice == "Stopped. Nothing was saved."
    assert not (tmp_path / "book.pdf").exists()
    assert _button(page, "Save as PDF").isVisible()


def test_a_book_under_way_is_saved_and_told_though_the_language_changes(
    page: ExportPage, scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(document: Document, options: PdfOptions, progress: object, cancelled: object) -> Pdf:
        assert callable(progress)
        go_on.wait()
        progress(400, 1200)
        return make_pdf(document, options)

    monkeypatch.setattr(making, "make_pdf", slow)
    scene.services.dialogs.answer(tmp_path / "book.pdf")
    _button(page, "Save as PDF").click()
    QCoreApplication.processEvents()
    scene.desk.switch_language("ur")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gone = not shiboken6.isValid(page)
    go_on.set()
    scene.settle()
    assert gone
    assert (tmp_path / "book.pdf").exists()
    assert "book.pdf" in scene.notice


def test_replaced_characters_are_counted_honestly(
    page: ExportPage, scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.BytesIO()
    pikepdf.new().save(out)

    def two_replaced(*_: object, **__: object) -> Pdf:
        return Pdf(out.getvalue(), 2, 27)

    monkeypatch.setattr(making, "make_pdf", two_replaced)
    _save(scene, page, tmp_path / "book.pdf")
    assert scene.notice.startswith("Saved as book.pdf, 27 pages. 2 characters have no letter")


def test_own_days_that_run_backwards_are_said_and_not_printed(
    page: ExportPage, scene: Scene, tmp_path: Path
) -> None:
    from datetime import date

    _chip(page, "Own days").click()
    page._panel._period._first.set_day(date(2026, 12, 1))
    _save(scene, page, tmp_path / "pad.pdf")
    assert page._panel._period._wrong.isVisible()
    assert not (tmp_path / "pad.pdf").exists()
    scene.services.dialogs._answers.clear()


def test_choices_that_leave_nothing_say_so_in_place_of_the_pages(
    page: ExportPage, scene: Scene
) -> None:
    from datetime import date

    _chip(page, "Own days").click()
    page._panel._period._first_on.setChecked(False)
    page._panel._period._last.set_day(date(1999, 1, 1))
    page._show_pages()
    pane = page.findChild(PreviewPane)
    assert pane is not None
    assert "nothing to print" in pane._sentence._sentence.text()
    assert not _button(page, "Save as PDF").isEnabled()


def test_pages_of_an_urdu_document_lie_from_the_right(page: ExportPage, scene: Scene) -> None:
    _chip(page, "اردو").click()
    page._show_pages()
    scene.settle()
    preview = page.findChild(PagePreview)
    assert preview is not None
    assert preview._sheet._right_to_left


@pytest.mark.parametrize(("width", "zoom"), [(1024, 1.0), (1366, 2.0)])
def test_where_the_window_is_narrow_choices_or_pages_are_shown(
    page: ExportPage, scene: Scene, width: int, zoom: float
) -> None:
    scene.look.set_zoom(zoom)
    scene.window.resize(width, 700)
    scene.settle()
    assert not page._preview.isVisible()
    _button(page, "Look at the pages").click()
    scene.settle()
    assert page._preview.isVisible()
    assert not page._choices.isVisible()
    assert _button(page, "Save as PDF").isVisible()
    _button(page, "Back to the choices").click()
    assert page._choices.isVisible()
    scene.look.set_zoom(1.0)


def test_escape_goes_back_to_the_room(page: ExportPage, scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert scene.rooms["notes"].page().isVisible()
    assert page.findChildren(QLineEdit) is not None
