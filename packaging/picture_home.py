# SPDX-License-Identifier: GPL-3.0-or-later
"""The boards and agreements of the two invented people in the README's pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.people import Colour
from bondsdesk.kernel.words import Language
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText, Area, Draft
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.service.limits import Limits
from bondsdesk.rooms.goals.domain.board import Holder, Lane
from bondsdesk.rooms.goals.domain.card import Card, Step
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock

BOARDS: Final[dict[Language, tuple[tuple[str, Colour], ...]]] = {
    "en": (("Home", "leaf"), ("Trip", "sky"), ("Business", "ochre")),
    "ur": (("گھر", "leaf"), ("سفر", "sky"), ("کاروبار", "ochre")),
}


@dataclass(frozen=True)
class Wish:
    """A card of a picture. `steps`: those done, then those open; money in rupees; days from now."""

    lane: Lane
    en: str
    ur: str
    holder: Holder = "both"
    done: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    saved: int = 0
    target: int | None = None
    review: int | None = None
    first_step: int | None = None
    line: tuple[str, str] = ("", "")


WISHES: Final = (
    Wish(
        "dream",
        "A small garden on the roof",
        "چھت پر چھوٹا سا باغ",
        line=("Mint, chillies, a chair each", "پودینہ، مرچیں، دو کرسیاں"),
    ),
    Wish(
        "dream",
        "Umrah with Ammi and Abbu",
        "امی ابو کے ساتھ عمرہ",
        saved=60_000,
        target=900_000,
        review=40,
    ),
    Wish(
        "plan",
        "Learn to drive",
        "گاڑی چلانا سیکھنا",
        "a",
        ("Ask Saima who taught her|صائمہ سے پوچھنا کہ کس نے سکھایا",),
        ("Get the learner's permit|لرنر پرمٹ بنوانا", "Ten lessons|دس سبق", "Test|امتحان"),
        review=12,
    ),
    Wish(
        "plan",
        "Trip to Hunza in June",
        "جون میں ہنزہ کا سفر",
        "both",
        ("Choose the week|ہفتہ چننا", "Ask for leave|چھٹی مانگنا"),
        ("Ask Asad about his car|اسد سے گاڑی کا پوچھنا", "Book|بکنگ", "Pack|سامان", "Go|روانگی"),
        saved=85_000,
        target=240_000,
        review=20,
    ),
    Wish(
        "doing",
        "Three months of savings",
        "تین مہینے کی بچت",
        "both",
        ("Open the account|کھاتہ کھولنا", "First month|پہلا مہینہ", "Second month|دوسرا مہینہ"),
        ("Third month|تیسرا مہینہ", "Look at it over tea|چائے پر دیکھنا"),
        saved=310_000,
        target=450_000,
        review=14,
    ),
    Wish(
        "doing",
        "Paint the front room",
        "بیٹھک میں رنگ کرنا",
        "b",
        ("Choose the colour|رنگ چننا", "Buy it|خریدنا", "First wall|پہلی دیوار"),
        ("The rest, on Sunday|باقی، اتوار کو",),
        review=8,
    ),
    Wish(
        "done",
        "Sunday lunch at Nani’s",
        "اتوار کا کھانا نانی کے ہاں",
        "both",
        ("Ask her|ان سے پوچھنا", "Find the day|دن طے کرنا", "Go|جانا"),
    ),
    Wish(
        "done", "New stove for the kitchen", "باورچی خانے کا نیا چولہا", saved=38_000, target=38_000
    ),
    Wish("resting", "Evening course", "شام کا کورس", "a", review=70),
)

AGREEMENTS: Final[dict[Language, tuple[tuple[str, Area, str, str, str, str], ...]]] = {
    "en": (
        (
            "No work calls after Isha", "work", "A call that cannot wait", "Chats with the shop",
            "We say it once, kindly.", "At home",
        ),
        (
            "Visits on Eid, both families", "family", "First day with yours, second with mine",
            "Deciding without asking", "We ask again over tea.", "Each Eid",
        ),
        (
            "Phones away at dinner", "phone", "A call from our parents\nA photo with guests",
            "Scrolling at the table\nWork chats until tea",
            "We say “the basket?” once, kindly, and begin again.", "At home, dinner until tea",
        ),
    ),
    "ur": (
        (
            "عشاء کے بعد کام کی کال نہیں", "work", "جو کال رک نہ سکے", "دکان کی چیٹ",
            "ایک بار نرمی سے یاد دلا دیں گے۔", "گھر پر",
        ),
        (
            "عید پر دونوں گھروں میں", "family", "پہلا دن آپ کے ہاں، دوسرا ہمارے ہاں",
            "پوچھے بغیر طے کر لینا", "چائے پر پھر پوچھ لیں گے۔", "ہر عید پر",
        ),
        (
            "کھانے پر فون ایک طرف", "phone", "امی ابو کی کال\nمہمانوں کے ساتھ تصویر",
            "میز پر اسکرول کرنا\nچائے تک کام کی چیٹ",
            "نرمی سے ایک بار “ٹوکری؟” کہیں گے اور پھر سے شروع۔", "گھر پر، کھانے سے چائے تک",
        ),
    ),
}  # fmt: skip
LIMIT: Final[dict[Language, str]] = {
    "en": "Half an hour alone after work. Then I am all here.",
    "ur": "کام کے بعد آدھا گھنٹہ اکیلے۔ پھر پوری طرح حاضر۔",
}


def hang_boards(vault: Vault, clock: FakeClock, language: Language) -> None:
    """Make the boards, the first one with its cards."""
    goals = GoalsService(vault, clock)
    uids = []
    for name, colour in BOARDS[language]:
        uids.append(new_uid())
        goals.make_board(name, colour, uids[-1])
    evening = clock.now()
    for wish in reversed(WISHES):
        if wish.lane == "done":
            clock.set_wall(evening - timedelta(days=80))
        goals.add(_card(wish, uids[0], clock, language))
        clock.set_wall(evening)


def _card(wish: Wish, board: Uid, clock: FakeClock, language: Language) -> Card:
    at = 0 if language == "en" else 1
    today = local_day(clock.now())
    steps = [(text, done) for done in (True, False) for text in (wish.done if done else wish.open)]
    return Card(
        new_uid(),
        board,
        wish.lane,
        wish.en if language == "en" else wish.ur,
        steps=tuple(Step(text.split("|")[at], done) for text, done in steps),
        picture=wish.line[at],
        holder=wish.holder,
        target=wish.target * 100 if wish.target else None,
        saved=wish.saved * 100,
        review_on=today + timedelta(days=wish.review) if wish.review else None,
    )


def agreement_texts(language: Language, today: date) -> list[AgreementText]:
    """Return what the two agree on: the first will rest, the second waits, the third is shown."""
    return [
        AgreementText(
            title, area, tuple(fine.split("\n")), tuple(not_fine.split("\n")), repair, where,
            None, today + timedelta(days=50 - 10 * number),
        )
        for number, (title, area, fine, not_fine, repair, where) in enumerate(AGREEMENTS[language])
    ]  # fmt: skip


def first_evening(vault: Vault, clock: FakeClock, language: Language, passphrase: str) -> None:
    """Say a limit, propose three agreements and sign two of them. Ayesha sits."""
    desk = Desk(vault, clock)
    Limits(desk).share(LIMIT[language], "rest")
    service = Agreements(desk)
    for number, text in enumerate(agreement_texts(language, desk.today())):
        _, uid = service.propose(Draft(new_uid(), text))
        if number == 2:
            clock.advance(minutes=73)
            service.talk_over(uid)
        if number != 1:
            clock.advance(minutes=25)
            service.finish_signing(service.signing(uid, passphrase)())


def second_evening(vault: Vault, clock: FakeClock, passphrase: str) -> None:
    """Sign all of them. Bilal sits."""
    service = Agreements(Desk(vault, clock))
    for agreement in reversed(service.all()):
        service.finish_signing(service.signing(agreement.uid, passphrase)())


def third_evening(vault: Vault, clock: FakeClock, language: Language) -> None:
    """Let the first one rest. Ayesha sits."""
    service = Agreements(Desk(vault, clock))
    for agreement in service.all():
        if agreement.title == AGREEMENTS[language][0][0]:
            service.withdraw(agreement.uid)
