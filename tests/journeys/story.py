# SPDX-License-Identifier: GPL-3.0-or-later
"""Ayesha and Bilal, from the first start to Bilal's own evening: every word of it in one place.

    python -m tests.journeys.story FOLDER     tells it without a test runner, for a tracer

Every step is a press or a word at the real window. The words that nobody else may ever meet are
at the top; a test looks for them in every file the program leaves.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QLineEdit

from bondsdesk.kernel.words import ngettext, screen_words
from bondsdesk.rooms.listening.service.content import content
from tests.journeys.hands import Hands, until
from tests.journeys.home import Laptop

if TYPE_CHECKING:
    from bondsdesk.kernel.clock import Clock
    from tests.fakes import FakeClock

AYESHA_PASSPHRASE = "velvet harbour nine quailfeather quietly"
BILAL_PASSPHRASE = "copper teapot under seven mossywickets"
ENGLISH_NOTE = "Thank you for the tea at dawn, zebrasparrow."
URDU_NOTE = "شکریہ کہ آپ نے امی کی دوا لا کر دی۔ زمردکبوتر"
DRAFT = "What I have not dared to say yet: ottermandolin."
KEPT_WORDS = "Tea first, then the telephone: plumlantern."
SECRETS = (
    "quailfeather",
    "mossywickets",
    "zebrasparrow",
    "زمردکبوتر",
    "ottermandolin",
    "plumlantern",
)

TURNS = (
    "Go on",
    "Only I am looking",
    "3",
    "Cover it again",
    "I would rather not say",
    "Just hear me",
    "Done for now",
    "I said it back",
    "Not quite",
    "I said it back",
    "Yes",
    "I made a guess",
    "Just hear me",
    "Done for now",
    "I said it back",
    "Yes",
    "Skip",
    "I said it",
    "I said it",
    "Without a step",
)
"""Every press of a Floor talk, once topic and beginner are chosen: one say-back was "not quite"."""


def first_partner(hands: Hands) -> None:
    """Keep the language, read the honest page, make Ayesha's place and confirm both sheets."""
    hands.press("Continue")
    hands.press("I have read it")
    _make_place(hands, "Ayesha", ("Leaf", "Leaf green"), AYESHA_PASSPHRASE)
    _confirm_sheet(hands, "Your own sheet")
    _confirm_sheet(hands, "The sheet you share")


def second_partner(hands: Hands) -> None:
    """Bilal sits down at once and makes his place."""
    hands.press("My partner is here and sits down now")
    hands.press("Continue")
    hands.press("I sit here now")
    _make_place(hands, "Bilal", ("Moon", "Plum"), BILAL_PASSPHRASE)
    _confirm_sheet(hands, "Your own sheet")
    hands.wait_for(hands.said("{name} is at the desk").format(name="Ayesha"))


def floor_talk(hands: Hands, clock: Clock) -> None:
    """Hold a talk; the listener says it back twice, because once was not quite it."""
    texts = content(screen_words().language)
    hands.press("Listen")
    hands.press("Start talk: {format}", format=texts.format_title("floor"))
    _both(hands, "I am willing now")
    for choice in (texts.topic_title("wish"), "Ayesha"):
        hands.press("{it}", it=choice)
    hands.press("{count} min", count=5)
    for press in TURNS:
        hands.press(press)
        if hasattr(clock, "advance"):
            cast("FakeClock", clock).advance(20)
    hands.write("Words to remember", KEPT_WORDS)
    _both(hands, "Keep these words")
    hands.press("Finish")
    hands.press("Back to Listen")


def _both(hands: Hands, words: str) -> None:
    """Let each of the two press for themselves."""
    for name in ("Ayesha", "Bilal"):
        hands.press("{name}: {words}", name=name, words=hands.said(words))


def give_note(hands: Hands, text: str) -> None:
    """Write a note and give it."""
    hands.press("Write a note")
    hands.write("Your note", text)
    hands.press("Give note")
    hands.wait_for(text)


def keep_draft(hands: Hands) -> None:
    """Write something that only its writer may read."""
    hands.press("Write a note")
    hands.write("Your note", DRAFT)
    hands.press("Keep as draft")
    until(lambda: hands.buttons("Drafts"), "the drafts")


def keepsake(hands: Hands, laptop: Laptop, path: Path) -> None:
    """Save a keepsake whose Urdu can be searched."""
    program = laptop.program
    assert program is not None
    hands.press("Keepsake")
    hands.press("Naskh, to search")
    hands.wait_for(ngettext("{count} page", "{count} pages", 2).format(count=2))
    program.dialogs().answer(path)
    hands.press("Save as PDF")
    until(path.exists, "the saved keepsake")
    program.tasks.wait_all()
    hands.wait_for(path.name)


def sit_down(hands: Hands, symbol: str, passphrase: str) -> None:
    """Unlock at the door."""
    hands.press(symbol)
    hands.write("Passphrase", passphrase)
    hands.press("Open")
    until(lambda: hands.buttons("Lock"), "the open desk")


def _make_place(hands: Hands, name: str, sign: tuple[str, str], passphrase: str) -> None:
    hands.write("Your name", name)
    for part in sign:
        hands.press(part)
    hands.press("Continue")
    hands.press("Use my own")
    hands.write("Your own passphrase", passphrase)
    hands.write("Once more", passphrase)
    hands.press("Continue")


def _confirm_sheet(hands: Hands, title: str) -> None:
    """Read the sheet on the screen and type the two groups that are asked for."""
    until(lambda: hands.sees(hands.said(title)) and len(_groups(hands)) == 9, title)
    groups = _groups(hands)
    for field in list(hands.visible(QLineEdit)):
        number = re.search(r"\d", field.accessibleName())
        assert number is not None
        hands.fill(field, groups[int(number[0])])
    hands.press("Continue")


def _groups(hands: Hands) -> dict[int, str]:
    spoken = re.findall(r"(\d): ((?:[0-9A-Z] ){3}[0-9A-Z])(?:\n|\]|$)", hands.read())
    return {int(number): letters.replace(" ", "") for number, letters in spoken}


def tell(folder: Path, clock: Clock) -> Path:
    """Tell the whole story on one laptop and return the keepsake."""
    from bondsdesk.vault.kdf import KdfCost

    laptop = Laptop(folder, clock, KdfCost(memory_mib=64, passes=3))
    pdf = folder / "keepsake.pdf"
    hands = laptop.wake()
    first_partner(hands)
    second_partner(hands)
    floor_talk(hands, clock)
    hands.press("Appreciate")
    give_note(hands, ENGLISH_NOTE)
    give_note(hands, URDU_NOTE)
    keep_draft(hands)
    keepsake(hands, laptop, pdf)
    hands.press("Lock")
    hands = laptop.next_process()
    sit_down(hands, "Moon", BILAL_PASSPHRASE)
    hands.press("Appreciate")
    hands.wait_for(ENGLISH_NOTE)
    laptop.end()
    return pdf


def main() -> int:
    """Tell the story with the machine's own clock and a display."""
    from bondsdesk.app.start import make_application
    from bondsdesk.kernel.clock import SystemClock

    app = make_application()
    pdf = tell(Path(sys.argv[1]), SystemClock())
    print(f"told on {app.platformName()}, keepsake of {pdf.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
