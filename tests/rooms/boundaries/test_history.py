# SPDX-License-Identifier: GPL-3.0-or-later
"""The history as people read it: talks with their day, earlier words that can be read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit

from bondsdesk.doorway import OfferOptions
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.boundaries.parts.agreement_card import AgreementCard
from bondsdesk.rooms.boundaries.parts.older_card import OlderCard
from tests.fakes import FakeClock
from tests.rooms.boundaries.conftest import Come, Sitting, Visit

Sit = Callable[[PartnerId], Sitting]


def lines(visit: Visit) -> list[str]:
    """Return the history from the top, as a screen reader hears it."""
    model = visit.card.history.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    return [row.replace("\u2068", "").replace("\u2069", "") for row in rows]


def amend(sitting: Sitting, uid: Uid, where: str) -> None:
    """Propose other words for an agreement."""
    draft = sitting.agreements.amending_draft(uid)
    sitting.agreements.propose(replace(draft, text=replace(draft.text, where=where)))


# talked over


def test_a_talk_is_a_dated_line_between_proposal_and_signature(
    come: Come, sit: Sit, clock: FakeClock
) -> None:
    uid = sit("a").propose()
    visit = come("b")
    visit.press("We talked it over")
    assert visit.told == "It stands in the history with the day of today."
    first = lines(visit)
    assert first[0].startswith("Talked over together, ")
    assert first[1].startswith("Ayesha proposed it, ")
    clock.advance(days=1)
    sit("b").sign(uid)
    visit = come("a")
    assert [line.split(",")[0] for line in lines(visit)] == [
        "Bilal signed",
        "Talked over together",
        "Ayesha proposed it",
    ]
    (offer,) = visit.room.offers()
    assert "Talked over together" in repr(offer.build(OfferOptions("en")))


def test_the_talk_of_a_day_is_noted_once_and_can_be_taken_back(come: Come, sit: Sit) -> None:
    uid = sit("a").propose()
    visit = come("b")
    visit.press("We talked it over")
    assert "We talked it over" not in buttons(visit)
    with pytest.raises(ExpectedError, match=r"agreement\.no_talk"):
        visit.page.agreements.talk_over(uid)
    assert visit.context.undo.undo_text == "We talked it over"
    visit.context.undo.undo()
    visit.page.reload()
    visit.settle()
    assert len(lines(visit)) == 1
    assert "We talked it over" in buttons(visit)
    visit.context.undo.redo()
    visit.page.reload()
    assert len(lines(visit)) == 2


def test_no_name_stands_beside_a_talk(come: Come, sit: Sit) -> None:
    uid = sit("a").propose()
    come("b").press("We talked it over")
    with sit("a").vault.read() as reader:
        columns = {row[1] for row in reader.rows("PRAGMA table_info(boundaries_talk)")}
    assert columns == {"agreement", "version", "after", "at"}
    assert sit("a").agreements.talks(uid)[0].after == 1


def test_a_talk_proves_nothing(in_force: Uid, sit: Sit) -> None:
    sitting = sit("a")
    sitting.tamper("INSERT INTO boundaries_talk VALUES (?, 1, -7, 'nonsense')", in_force)
    agreement = sitting.agreements.find(in_force)
    assert agreement is not None
    assert agreement.in_force
    assert len(sitting.agreements.talks(in_force)) == 1


def test_what_is_in_force_asks_for_no_talk(come: Come, in_force: Uid) -> None:
    assert "We talked it over" not in buttons(come("a"))


def buttons(visit: Visit) -> list[str]:
    """Return what the buttons in sight say."""
    return [b.text() for b in visit.page.findChildren(QAbstractButton) if b.isVisible()]


# earlier words


def test_an_earlier_version_is_read_again_and_left_again(
    come: Come, in_force: Uid, sit: Sit, clock: FakeClock
) -> None:
    amend(sit("b"), in_force, "Everywhere")
    visit = come("a")
    (line,) = [each for each in lines(visit) if each.startswith("Version")]
    assert line.startswith("Version 1, of ")
    assert line.endswith("Read these words again")
    history = visit.card.history
    row = lines(visit).index(line)
    spot = history.visualRect(history.model().index(row, 0)).center()
    QTest.mouseClick(
        history.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )
    visit.settle()
    older = visit.content
    assert isinstance(older, OlderCard)
    assert "At home, dinner until tea." in visit.read()
    assert "It is not in force." in visit.read()
    assert not older.findChildren(QLineEdit)
    assert not older.findChildren(QPlainTextEdit)
    plain = Qt.TextFormat.PlainText
    assert {label.textFormat() for label in older.findChildren(QLabel)} == {plain}
    QTest.keyClick(older, Qt.Key.Key_Escape)
    visit.settle()
    assert isinstance(visit.content, AgreementCard)
    assert "Everywhere" in visit.read()


def test_earlier_words_are_reached_with_the_keyboard(come: Come, in_force: Uid, sit: Sit) -> None:
    amend(sit("b"), in_force, "Everywhere")
    visit = come("a")
    history = visit.card.history
    row = next(n for n, line in enumerate(lines(visit)) if line.startswith("Version"))
    history.setFocus()
    history.setCurrentIndex(history.model().index(row, 0))
    QTest.keyClick(history, Qt.Key.Key_Return)
    visit.settle()
    assert isinstance(visit.content, OlderCard)
    assert visit.content.back.hasFocus()
    visit.press("Back to the words of today")
    assert isinstance(visit.content, AgreementCard)


def test_earlier_words_that_were_changed_are_shown_as_such(
    come: Come, in_force: Uid, sit: Sit
) -> None:
    sitting = sit("b")
    amend(sitting, in_force, "Everywhere")
    sitting.tamper(
        "UPDATE boundaries_version SET document = replace(document, 'Scrolling', 'Breathing')"
        " WHERE version = 1"
    )
    visit = come("a")
    visit.card.words_wanted.emit(1)
    visit.settle()
    assert "This text is not what was proposed then." in visit.read()
    visit.press("Back to the words of today")
    sitting = sit("b")
    sitting.tamper("UPDATE boundaries_version SET document = '{' WHERE version = 1")
    visit = come("a")
    visit.card.words_wanted.emit(1)
    visit.settle()
    assert "Words that cannot be read" in visit.read()


def test_words_that_are_gone_have_no_line(come: Come, in_force: Uid, sit: Sit) -> None:
    sitting = sit("b")
    amend(sitting, in_force, "Everywhere")
    sitting.tamper("DELETE FROM boundaries_version WHERE version = 1")
    assert not [line for line in lines(come("a")) if line.startswith("Version")]


def test_what_was_begun_to_be_said_survives_the_reading(
    come: Come, in_force: Uid, sit: Sit
) -> None:
    amend(sit("b"), in_force, "Everywhere")
    visit = come("a")
    visit.card.comments.field.setPlainText("Half a")
    visit.card.words_wanted.emit(1)
    visit.settle()
    visit.press("Back to the words of today")
    assert visit.card.comments.field.text() == "Half a"


# a page that was hidden


def test_a_page_shown_again_has_the_sizes_chosen_meanwhile(come: Come, in_force: Uid) -> None:
    visit = come("a")
    visit.page.hide()
    before = visit.card
    visit.context.look.set_zoom(2.0)
    assert visit.content is before
    visit.page.show()
    visit.settle()
    assert visit.card is not before
    visit.context.look.set_zoom(1.0)


def test_a_form_follows_the_text_size_with_everything_typed(come: Come) -> None:
    visit = come("a")
    visit.press("Start an agreement")
    (title,) = [f for f in visit.content.findChildren(QLineEdit) if f.accessibleName() == "Title"]
    title.setText("Tea first")
    title.textEdited.emit("Tea first")
    where = visit.content.findChildren(QLineEdit)[1]
    name = where.accessibleName()
    where.setFocus()
    visit.context.look.set_zoom(1.5)
    visit.settle()
    fields = visit.content.findChildren(QLineEdit)
    assert "Tea first" in [f.text() for f in fields]
    assert [f.accessibleName() for f in fields if f.hasFocus()] == [name]
    visit.context.look.set_zoom(1.0)
