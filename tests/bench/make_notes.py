# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes for the bench: always the same ones, of both partners, English and Urdu, over years.

Every number of notes is a beginning of the same row of notes, so 1,000 are the oldest part of
100,000 in everything but their days.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.appreciation.domain import Note, first_place
from bondsdesk.rooms.appreciation.store.notes import NoteStore

if TYPE_CHECKING:
    from bondsdesk.vault.vault import Vault

_AT_ONCE = 5_000
YEARS = 12
URDU_SHARE = 0.4

_EN_OPENINGS = (
    "Thank you! You",
    "I noticed that you",
    "It helped me when you",
    "I smiled when you",
    "I like the way you",
    "You made my day easier when you",
)
_EN_DEEDS = """made tea before I asked|fixed the gate so that Dada would not trip|
called my father first|waited up when load-shedding kept me late at the shop|
explained fractions to Hamza three times without a sigh|brought the medicine in the rain|
let me sleep on Friday morning|sat with my mother while I cooked|
asked how the interview went and then listened|paid the school fee and said nothing of it|
laughed at my old joke again|carried the gas cylinder up two floors|
planted mint on the balcony|kept the last samosa for me|
put the phone away when I began to talk|walked with me to the bakery 🌿|
told your brother that the idea was mine|held my hand at the clinic""".replace("\n", "").split("|")
_EN_AFTER = """It was the best part of my day.|I did not say so then.|The whole house felt lighter.|
You were tired yourself.|I could breathe again.|Nobody else would have seen it.|
I told my sister about it.|It is a small thing and it is not small.""".replace("\n", "").split("|")

_UR_OPENINGS = (
    "شکریہ کہ آپ نے",
    "میں نے دیکھا کہ آپ نے",
    "دل خوش ہوا جب آپ نے",
    "آج بھی یاد ہے جب آپ نے",
)
_UR_DEEDS = """امی کی دوا خود لا کر دی|بچوں کو بغیر ڈانٹے پڑھایا|سب کے لیے پراٹھے بنائے|
میری بات بیچ میں نہیں کاٹی|ابو کو خود فون کیا|بارش میں بس اڈے تک ساتھ آئے|
مہمانوں کے جانے کے بعد برتن سمیٹے|چائے میں الائچی ڈالنا یاد رکھا|دروازے کی کنڈی ٹھیک کر دی|
میرے لیے کھڑکی والی جگہ چھوڑی|حمزہ کی فیس وقت پر جمع کرائی|تھکن کے باوجود ہنس کر بات کی""".replace(
    "\n", ""
).split("|")
_UR_AFTER = """اور کسی کو بتایا بھی نہیں۔|دل سے شکریہ۔|سارا دن آسان ہو گیا۔|
گھر میں روشنی سی ہو گئی۔|
یہ بات کہنے سے رہ گئی، آج لکھ دی۔|یہ چھوٹی بات نہیں تھی۔""".replace("\n", "").split("|")
_TAGS = ("family", "home", "tea", "work", "گھر", "بچے", "امی ابو", "سفر")


def texts(seed: int = 1) -> Iterator[str]:
    """Yield note texts without end: mostly one to three sentences, now and then a letter."""
    chance = random.Random(seed)  # noqa: S311 - the same notes each time
    while True:
        urdu = chance.random() < URDU_SHARE
        sentences = chance.choices((1, 2, 3, 5, 14), (42, 30, 18, 8, 2))[0]
        yield " ".join(_sentences(chance, urdu=urdu, count=sentences))


def _sentences(chance: random.Random, *, urdu: bool, count: int) -> Iterator[str]:
    openings, deeds, after = (
        (_UR_OPENINGS, _UR_DEEDS, _UR_AFTER) if urdu else (_EN_OPENINGS, _EN_DEEDS, _EN_AFTER)
    )
    end = "۔" if urdu else "."
    for turn in range(count):
        if turn % 2:
            yield chance.choice(after)
        else:
            yield f"{chance.choice(openings)} {chance.choice(deeds)}{end}"


def notes(count: int, last: date = date(2026, 11, 21), seed: int = 1) -> Iterator[Note]:
    """Yield notes, oldest first, spread evenly over the years before a day; none is closed."""
    chance = random.Random(seed + 1)  # noqa: S311 - the same notes each time
    days = YEARS * 365
    begin = last - timedelta(days=days - 1)
    turn_of_day, before = 0, begin
    for number, text in enumerate(islice(texts(seed), count)):
        day = begin + timedelta(days=number * days // count)
        turn_of_day = turn_of_day + 1 if day == before else 0
        before = day
        giver: PartnerId = "a" if chance.random() < 0.5 else "b"
        tags = tuple(chance.sample(_TAGS, 1 + (chance.random() < 0.2)))
        yield Note(
            place=first_place(day) + turn_of_day,
            uid=Uid(f"{chance.getrandbits(128):032x}"),
            giver=giver,
            given_at=datetime.combine(day, time(hour=chance.randrange(24)), UTC),
            opens_on=None,
            text=text,
            tags=tags if chance.random() < 0.15 else (),
        )


def write_notes(vault: Vault, count: int, seed: int = 1) -> None:
    """Write that many notes into an empty, open vault, some thousands in one transaction."""
    everything = notes(count, seed=seed)
    while some := list(islice(everything, _AT_ONCE)):
        with vault.work() as work:
            NoteStore(work).add_many(some)
