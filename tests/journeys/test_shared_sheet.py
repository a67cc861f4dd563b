# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared sheet opens the place and nobody sits: every room is walked, every button pressed.

Only what both share is there; what cannot work is absent or says why, and nothing breaks.
"""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit

from bondsdesk.app.house import HOUSE, migration_sets
from bondsdesk.kernel.ids import new_uid
from bondsdesk.rooms.appreciation.domain import Draft as NoteDraft
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.rooms.boundaries.page import BoundariesPage
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.service.limits import Limits
from bondsdesk.rooms.goals.domain.card import Card, Step
from bondsdesk.rooms.goals.page import GoalsPage
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.vault.vault import Vault
from tests.journeys.hands import Hands, settle, until
from tests.journeys.home import Laptop
from tests.people import ACTORS, Household

PRIVATE = "Nasturtium"
SHARED = "Marigold"
OUTSIDE = ("Lock", "Hide", "Hand over", "Menu")
MOST_PRESSES = 40


@pytest.fixture
def laptop(household: Household, laptop: Laptop) -> Laptop:
    """A laptop with something shared and something private of both in every room."""
    household.sets = migration_sets()
    for who in ("a", "b"):
        furnish(household.sit_down(who), ACTORS[who].passphrase)
    household.close()
    shutil.copytree(household.files.data, laptop.folders.data, dirs_exist_ok=True)
    return laptop


def furnish(vault: Vault, passphrase: str) -> None:
    """Leave something in every room, once for both and once for its writer alone."""
    notes = AppreciationService(vault, vault.clock)
    notes.give(NoteDraft(new_uid(), f"{SHARED} note"))
    notes.keep_draft(NoteDraft(new_uid(), f"{PRIVATE} note"))
    goals = GoalsService(vault, vault.clock)
    board = new_uid()
    goals.make_board(f"{SHARED} board", "leaf", board)
    goals.add(Card(new_uid(), board, "doing", f"{SHARED} card", steps=(Step("Water it"),)))
    limits, service = Limits(Desk(vault, vault.clock)), Agreements(Desk(vault, vault.clock))
    limits.share(f"{SHARED} limit", "rest")
    limits.keep(f"{PRIVATE} limit", "rest")
    draft = service.new_draft()
    words = replace(draft.text, title=f"{SHARED} agreement", fine=("Tea",))
    _, uid = service.propose(replace(draft, text=words))
    service.finish_signing(service.signing(uid, passphrase)())
    service.keep_unsaid(uid, f"{PRIVATE} comment")
    service.keep_draft(replace(service.new_draft(), text=replace(words, title=f"{PRIVATE} draft")))


def open_with_the_shared_sheet(laptop: Laptop, code: str) -> Hands:
    hands = laptop.wake()
    hands.press("Use a paper sheet")
    hands.fill(hands.fields_in_order()[0], code)
    hands.press("Open")
    hands.press("Open what we share")
    until(lambda: hands.buttons("Lock"), "the open desk")
    return hands


def buttons_to_try(hands: Hands, tried: set[str]) -> list[QAbstractButton]:
    """Return what can be pressed on the page, nothing that leaves the room or was tried."""
    rooms = {room.title() for room in HOUSE}
    return [
        button
        for button in hands.visible(QAbstractButton)
        if button.isEnabled()
        and not rooms.union(OUTSIDE, tried) & {button.text(), button.accessibleName()}
    ]


def close_menus() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu) and widget.isVisible():
            widget.close()


@pytest.mark.parametrize("room", [room.key for room in HOUSE])
def test_every_button_of_a_room_can_be_pressed_where_nobody_sits(
    laptop: Laptop, household: Household, room: str
) -> None:
    hands = open_with_the_shared_sheet(laptop, household.shared_sheet)
    (title,) = (each.title() for each in HOUSE if each.key == room)
    assert laptop.program is not None
    hands.press(title)
    tried: set[str] = set()
    for _ in range(MOST_PRESSES):
        todo = buttons_to_try(hands, tried)
        if not todo:
            if hands.buttons(title):
                break
            QTest.keyClick(hands.window, Qt.Key.Key_Escape)
            settle()
            todo = buttons_to_try(hands, set())
        button = todo[-1]
        tried.add(button.text() or button.accessibleName())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        laptop.program.tasks.wait_all()
        settle()
        close_menus()
        assert PRIVATE not in hands.read(), f"after {button}"
    assert tried


def test_agreements_and_limits_are_there_to_read_and_nothing_to_write(
    laptop: Laptop, household: Household
) -> None:
    hands = open_with_the_shared_sheet(laptop, household.shared_sheet)
    hands.press("Boundaries")
    (page,) = hands.visible(BoundariesPage)
    uids = page.list.uids()
    assert len(uids) == 4
    for uid in ["", *uids]:
        page.open(uid)
        settle()
        assert not list(page.findChildren(QLineEdit))
        assert not [f for f in hands.visible(QPlainTextEdit) if page.isAncestorOf(f)]
        absent = ("Start an agreement", "Say a limit", "Change together", "Let it rest",
                  "I have read it", "Sign now", "We talked it over", "Say it")  # fmt: skip
        assert not [name for name in absent if hands.buttons(name)]
        for button in hands.buttons("Withdraw"):
            assert not button.isEnabled()
            assert hands.sees("Nobody sits here")
    assert PRIVATE not in hands.read()


def test_a_card_is_changed_together_and_kept_when_the_place_is_locked(
    laptop: Laptop, household: Household
) -> None:
    hands = open_with_the_shared_sheet(laptop, household.shared_sheet)
    hands.press("Goals")
    (page,) = hands.visible(GoalsPage)
    (face,) = page.board.model.lanes["doing"].faces()
    page.open_card(face.uid)
    settle()
    assert hands.sees("Why it matters to \u2068Ayesha\u2069")
    page.editor.fields.notes["obstacle"].setPlainText("No rain")
    hands.press("Lock")
    hands = laptop.next_process()
    laptop.end()
    hands = open_with_the_shared_sheet(laptop, household.shared_sheet)
    hands.press("Goals")
    (page,) = hands.visible(GoalsPage)
    card = page._service.card(face.uid)
    assert card is not None
    assert card.obstacle == "No rain"
