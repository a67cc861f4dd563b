# SPDX-License-Identifier: GPL-3.0-or-later
"""A limit and an agreement in the real window: shared, signed by both over a hand-over, checked
by the command, edited behind the program's back, withdrawn without a passphrase."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from bondsdesk.app.house import migration_sets
from bondsdesk.app.options import Options
from bondsdesk.app.verify_agreement import verify_agreement
from bondsdesk.rooms.boundaries.page import BoundariesPage
from bondsdesk.rooms.boundaries.parts.row_list import RowList
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.opening import open_vault
from bondsdesk.widgets.dialogs import Dialogs
from bondsdesk.widgets.notice_bar import NoticeBar
from tests.fakes import FakeClock
from tests.journeys.hands import Hands, settle, until
from tests.journeys.home import Laptop
from tests.people import ACTORS, AYESHA, BILAL, Actor, Household

TITLE = "Phones away at dinner"

pytestmark = pytest.mark.usefixtures("both_live_here")


def sit_down(hands: Hands, who: Actor) -> None:
    hands.press(who.symbol.capitalize())
    hands.write("Passphrase", who.passphrase)
    hands.press("Open")
    until(lambda: hands.buttons("Lock"), "the open desk")
    hands.press("Boundaries")


def hand_over(hands: Hands, laptop: Laptop, who: Actor) -> Hands:
    hands.press("Lock")
    hands = laptop.next_process()
    sit_down(hands, who)
    return hands


def sign(hands: Hands, laptop: Laptop, passphrase: str) -> None:
    assert laptop.program is not None
    hands.write("Your passphrase", passphrase)
    hands.press("Sign agreement")
    laptop.program.tasks.wait_all()
    settle()


def write_agreement(hands: Hands) -> None:
    hands.press("Start an agreement")
    hands.write("Title", TITLE)
    hands.write("What is OK", "A call from our parents\nA photo with guests")
    hands.write("What is not", "Scrolling at the table")
    hands.write("When it slips", "We say the word once, kindly, and begin again.")
    hands.press("Close and keep the draft")


def test_a_limit_and_an_agreement_from_first_word_to_rest(
    laptop: Laptop,
    clock: FakeClock,
    tmp_path: Path,
    household: Household,
    capfd: pytest.CaptureFixture[str],
) -> None:
    hands = laptop.wake()
    sit_down(hands, AYESHA)
    hands.press("Say a limit")
    hands.write("My limit", "Half an hour alone after work")
    hands.press("Share limit")
    write_agreement(hands)

    hands = hand_over(hands, laptop, BILAL)
    assert not hands.sees(TITLE), "a draft is nobody else's"
    hands.press("I have read it")
    hands.wait_for("You have read it.")

    hands = hand_over(hands, laptop, AYESHA)
    choose(hands, TITLE)
    hands.press("Propose agreement")
    hands.write("Say something about it", "When my mother calls, I would like to answer.")
    hands.press("Say it")
    hands.press("Sign now")
    sign(hands, laptop, "not my passphrase at all")
    hands.wait_for("That is not your passphrase. Nothing was signed.")
    sign(hands, laptop, AYESHA.passphrase)
    until(lambda: not any(hands.visible(QLineEdit)), "the end of signing")

    hands = hand_over(hands, laptop, BILAL)
    choose(hands, TITLE)
    hands.wait_for("When my mother calls")
    hands.press("Sleep on it until tomorrow")
    clock.advance(days=1)
    hands = hand_over(hands, laptop, BILAL)
    choose(hands, TITLE)
    hands.press("Sign now")
    sign(hands, laptop, BILAL.passphrase)
    hands.wait_for("In force. Both signatures verified.")

    file, pdf = tmp_path / "agreement.json", tmp_path / "agreement.pdf"
    dialogs(hands).answer(file)
    hands.press("Save for checking")
    assert verify_agreement(Options("verify-agreement", file=file)) == 0
    assert TITLE in capfd.readouterr().out
    assert "In force. Both signatures verified." in printed(hands, laptop, pdf)
    laptop.end()

    edit_behind_the_back(laptop, household, clock)
    hands = laptop.wake()
    sit_down(hands, AYESHA)
    choose(hands, TITLE)
    hands.wait_for("This text is not what was signed.")
    assert not hands.sees("Both signatures verified")
    hands.press("Withdraw")
    assert not any(hands.visible(QLineEdit)), "no secret and no reason is asked for"
    say_yes(laptop)
    hands.wait_for("Resting. It is not in force.")


def choose(hands: Hands, title: str) -> None:
    """Choose a row of the list as the arrow keys do."""
    (rows,) = hands.visible(RowList)
    model = rows.model()
    found = [i for i in range(model.rowCount()) if title in str(model.index(i, 0).data())]
    rows.setCurrentIndex(model.index(found[0], 0))
    settle()


def dialogs(hands: Hands) -> Dialogs:
    (page,) = hands.visible(BoundariesPage)
    return page.context.dialogs


def say_yes(laptop: Laptop) -> None:
    """Say yes to the question in the bar."""
    assert laptop.program is not None
    (bar,) = (b for b in laptop.program.window.findChildren(NoticeBar) if b.isVisible())
    Hands(bar).press("Withdraw")


def printed(hands: Hands, laptop: Laptop, pdf: Path) -> str:
    assert laptop.program is not None
    saving = dialogs(hands)
    hands.press("Print or save")
    laptop.program.tasks.wait_all()
    settle()
    saving.answer(pdf)
    hands.press("Save as PDF")
    until(pdf.exists, "the saved agreement")
    laptop.program.tasks.wait_all()
    settle()
    return subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout


def edit_behind_the_back(laptop: Laptop, household: Household, clock: FakeClock) -> None:
    files = VaultFiles(laptop.folders.data, laptop.folders.copies)
    vault = open_vault(files, household.secrets[ACTORS["b"].id], clock, migration_sets())
    with vault.work() as work:
        assert work.run(
            "UPDATE boundaries_version SET document = replace(document, 'Scrolling', 'Breathing')"
        )
    vault.close()
