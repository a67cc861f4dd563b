# SPDX-License-Identifier: GPL-3.0-or-later
"""Photographs the real program for the README, in both languages, light and dark.

    python packaging/screenshots.py        writes docs/screenshots/*.png

Names and words are invented. Nothing is drawn over: what stands in the pictures is what the
program shows on a screen of 1366x768.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

TOP = Path(__file__).resolve().parent.parent
PICTURES = TOP / "docs" / "screenshots"
sys.path[:0] = [str(TOP), str(TOP / "packaging")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "PKT-5"

from picture_home import first_evening, hang_boards, second_evening, third_evening  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from bondsdesk.app.house import migration_sets  # noqa: E402
from bondsdesk.app.start import make_application  # noqa: E402
from bondsdesk.kernel.ids import new_uid  # noqa: E402
from bondsdesk.kernel.people import PartnerId  # noqa: E402
from bondsdesk.kernel.words import Language, screen_words  # noqa: E402
from bondsdesk.rooms.appreciation.domain import Draft  # noqa: E402
from bondsdesk.rooms.appreciation.service.notes import AppreciationService  # noqa: E402
from bondsdesk.rooms.listening.service.content import content  # noqa: E402
from bondsdesk.vault import opening  # noqa: E402
from bondsdesk.vault.files import VaultFiles  # noqa: E402
from bondsdesk.vault.kdf import KdfCost  # noqa: E402
from bondsdesk.vault.vault import Vault  # noqa: E402
from bondsdesk.widgets.look import SchemeSetting  # noqa: E402
from tests.fakes import FakeClock  # noqa: E402
from tests.journeys.hands import Hands, settle  # noqa: E402
from tests.journeys.home import Laptop  # noqa: E402

LANGUAGES: Final[tuple[Language, ...]] = ("en", "ur")
PASSPHRASES: dict[PartnerId, str] = {
    "a": "velvet harbour nine lanterns quietly",
    "b": "copper teapot under seven mountains",
}
NOTES: tuple[tuple[int, PartnerId, str], ...] = (
    (31, "b", "You waited up when load-shedding kept me late at the shop. I saw the light."),
    (24, "a", "میں نے دیکھا کہ آپ نے امی کی دوا خود لا کر دی اور کسی کو بتایا بھی نہیں۔"),
    (17, "b", "I noticed that you explained fractions to Hamza three times without a sigh."),
    (11, "a", "Thank you for walking with me to the bakery 🌿 It was the best part of my week."),
    (6, "b", "بارش میں بس اڈے تک ساتھ آنے کا شکریہ۔ سارا دن آسان ہو گیا۔"),
    (3, "a", "You laughed at my old joke again. The whole house felt lighter."),
    (1, "b", "شکریہ کہ آپ نے چائے میں الائچی ڈالنا یاد رکھا۔"),
)
TALK_SO_FAR = ("Go on", "I would rather not say", "I would rather not say", "Just hear me")


def furnish(laptop: Laptop, clock: FakeClock, language: Language) -> None:
    """Make the place of two people with some weeks of notes, boards and agreements."""
    files = VaultFiles(laptop.folders.data, laptop.folders.copies)
    cost = KdfCost(memory_mib=64, passes=3)
    first = opening.NewPartner("Ayesha", "leaf", "leaf", PASSPHRASES["a"])
    second = opening.NewPartner("Bilal", "moon", "plum", PASSPHRASES["b"])
    prepared = opening.prepare_vault(first, cost)
    vault, _sheets = opening.finish_vault(files, prepared, clock, migration_sets())
    vault.enrol_second(opening.prepare_partner(second, cost))
    vault.close()
    evening = clock.now()
    evenings: tuple[tuple[PartnerId, int, Callable[[Vault, FakeClock], None]], ...] = (
        ("a", 27, partial(first_evening, language=language, passphrase=PASSPHRASES["a"])),
        ("b", 26, partial(second_evening, passphrase=PASSPHRASES["b"])),
        ("a", 20, partial(third_evening, language=language)),
        ("a", 0, partial(hang_boards, language=language)),
        ("a", 0, partial(give_notes, giver="a")),
        ("b", 0, partial(give_notes, giver="b")),
    )
    for partner, days, deed in evenings:
        clock.set_wall(evening - timedelta(days=days))
        secrets = opening.unwrap_passphrase(files, partner, PASSPHRASES[partner])
        vault = opening.open_vault(files, secrets, clock, migration_sets())
        deed(vault, clock)
        vault.close()
    clock.set_wall(evening)


def give_notes(vault: Vault, clock: FakeClock, giver: PartnerId) -> None:
    """Give what one of the two gave over the weeks."""
    service, evening = AppreciationService(vault, clock), clock.now()
    for days, by, text in NOTES:
        if by == giver:
            clock.set_wall(evening - timedelta(days=days, minutes=7 * days))
            service.give(Draft(new_uid(), text))
    clock.set_wall(evening)


def sit_down(hands: Hands, symbol: str, partner: PartnerId) -> None:
    """Unlock at the door."""
    hands.press(symbol)
    hands.write("Passphrase", PASSPHRASES[partner])
    hands.press("Open")
    hands.wait_for(hands.said("at the desk"))


def photograph(hands: Hands, name: str) -> None:
    """Keep what the window shows."""
    QApplication.processEvents()
    settle()
    PICTURES.mkdir(parents=True, exist_ok=True)
    hands.window.grab().save(str(PICTURES / f"{name}.png"))
    print(name)


def door_and_notes(laptop: Laptop, language: Language) -> None:
    """Photograph the lock screen, the notes and a talk in one language."""
    hands = laptop.wake(language)
    hands.press("Leaf")
    photograph(hands, f"lock-{language}")
    sit_down(hands, "Leaf", "a")
    hands.press("Appreciate")
    hands.press("Write a note")
    photograph(hands, f"appreciate-{language}")
    hands.press("Close and keep the draft")
    texts = content(screen_words().language)
    hands.press("Listen")
    photograph(hands, f"listen-{language}")
    hands.press("Start talk: {format}", format=texts.format_title("floor"))
    for name in ("Ayesha", "Bilal"):
        hands.press("{name}: {words}", name=name, words=hands.said("I am willing now"))
    for choice in (texts.topic_title("wish"), "Bilal"):
        hands.press("{it}", it=choice)
    for press in TALK_SO_FAR:
        hands.press(press)
    hands.press("Done for now")
    photograph(hands, f"talk-{language}")
    laptop.end()


def boards_and_agreements(laptop: Laptop, language: Language, scheme: SchemeSetting) -> None:
    """Photograph the boards with the second partner at the desk, and an agreement."""
    laptop.scheme = scheme
    name = language if scheme == "light" else "dark"
    hands = laptop.wake(language)
    sit_down(hands, "Leaf", "a")
    hands.press("Goals")
    photograph(hands, f"goals-{name}")
    hands.press("Boundaries")
    hands.wait_for(hands.said("In force. Both signatures verified."))
    photograph(hands, f"boundaries-{name}")
    laptop.end()
    laptop.scheme = "light"


def dark_and_paper(laptop: Laptop) -> None:
    """Photograph the notes in the dark and the preview of a keepsake."""
    laptop.scheme = "dark"
    hands = laptop.wake("en")
    sit_down(hands, "Moon", "b")
    hands.press("Appreciate")
    photograph(hands, "appreciate-dark")
    laptop.end()
    laptop.scheme = "light"
    hands = laptop.wake("en")
    sit_down(hands, "Moon", "b")
    hands.press("Appreciate")
    hands.press("Keepsake")
    hands.wait_for("4 pages")
    photograph(hands, "keepsake-en")
    laptop.end()


def main() -> None:
    """Take every picture."""
    make_application()
    clock = FakeClock(datetime(2026, 11, 22, 15, 30, tzinfo=UTC))
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory(prefix="desk-pictures-") as folder:
            laptop = Laptop(Path(folder), clock)
            furnish(laptop, clock, language)
            door_and_notes(laptop, language)
            boards_and_agreements(laptop, language, "light")
            if language == "en":
                boards_and_agreements(laptop, language, "dark")
                dark_and_paper(laptop)


if __name__ == "__main__":
    main()
