# SPDX-License-Identifier: GPL-3.0-or-later
"""Books of notes for the press tests: the same seed gives the same book."""

from __future__ import annotations

import random
from datetime import date, timedelta

from bondsdesk.kernel.dates import day_and_month, month_name
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import Language
from bondsdesk.press.document import Block, Document, Entry, Mark, Section, TitlePage

ENGLISH = (
    "thank you for calling my father first before even had to ask tea when load shedding kept me "
    "late at the shop it was best part of day way you explain fractions Hamza three times without "
    "sigh noticed left window open birds walked slowly mother market laughed remembered dentist "
    "brought blanket saved last paratha listened until finished said nothing else needed morning "
    "quiet house garden jasmine rain roof letters uncle school bag shoes polished ironed shirt"
).split()
URDU = (
    "آپ نے امی کی دوا خود لا کر دی اور کسی کو بتایا بھی نہیں دل سے شکریہ تھکی ہوئی تھیں "
    "پھر بھی سب کے لیے پراٹھے بنائے ہنس کر بٹھایا صبح چائے بارش چھت باغ چنبیلی کھڑکی "
    "پرندے بازار آہستہ چلے یاد رکھا کمبل بچا ہوا آخری سنتے رہے جب تک بات ختم نہ ہوئی گھر "
    "خاموش جوتے قمیص استری ماموں خط اسکول بستہ ڈاکٹر وقت میرے ساتھ بیٹھے زندگی عمر اچھی "
    "مل گیا کھینچتے ٹھنڈا پانی "
).split()
EMOJI = ("😀", "❤️", "👍🏽", "👨‍👩‍👧", "🌙", "☕", "🇵🇰")
MARKS = {"a": Mark("leaf", "leaf"), "b": Mark("moon", "plum")}


def english(chance: random.Random, words: int) -> str:
    """Return a made-up English sentence."""
    return " ".join(chance.choices(ENGLISH, k=words)).capitalize() + "."


def urdu(chance: random.Random, words: int) -> str:
    """Return a made-up Urdu sentence."""
    return " ".join(chance.choices(URDU, k=words)) + "۔"


def note(chance: random.Random) -> str:
    """Return a note: 45 % English, 40 % Urdu, 15 % mixed; now and then an emoji or two lines."""
    kind = chance.random()
    size = chance.randint(4, 30)
    if kind < 0.45:
        text = english(chance, size)
    elif kind < 0.85:
        text = urdu(chance, size)
    else:
        text = urdu(chance, size // 2) + " " + english(chance, size // 2) + " 2024-05-12"
    if chance.random() < 0.15:
        text += " " + chance.choice(EMOJI)
    if chance.random() < 0.1:
        text += "\n" + english(chance, 6)
    return text


def caption(day: date, writer: str, language: Language) -> str:
    """Return "Bilal to Ayesha, 10 November" with its names isolated."""
    names = ("Ayesha", "Bilal") if writer == "a" else ("Bilal", "Ayesha")
    giver, taker = (isolate(n) for n in names)
    if language == "ur":
        return f"{giver} کی طرف سے {taker} کے لیے، {day_and_month(day, 'ur')}"
    return f"{giver} to {taker}, {day_and_month(day, 'en')}"


def book(notes: int, language: Language = "en", *, seed: int = 1, years: bool = False) -> Document:
    """Return a keepsake of mixed notes, about forty a month."""
    chance = random.Random(seed)  # noqa: S311 - a made-up book, not a secret
    months: list[tuple[date, list[Block]]] = []
    day = date(2020, 1, 3)
    for _ in range(notes):
        if not months or (months[-1][0].year, months[-1][0].month) != (day.year, day.month):
            months.append((day, []))
        writer = chance.choice("ab")
        mark = MARKS[writer]
        months[-1][1].append(
            Entry(caption(day, writer, language), note(chance), mark.symbol, mark.colour)
        )
        day += timedelta(days=chance.randint(0, 1))
    other: Language = "ur" if language == "en" else "en"
    sections = tuple(
        Section(
            month_name(first.month, language),
            tuple(blocks),
            beside=month_name(first.month, other),
            part=str(first.year) if years else "",
        )
        for first, blocks in months
    )
    titles = ("The small things we noticed", "چھوٹی چھوٹی باتیں")
    title, beside = titles if language == "en" else titles[::-1]
    page = TitlePage(
        title, beside, ("Ayesha", "Bilal"), "January to November 2025", (MARKS["a"], MARKS["b"])
    )
    return Document("keepsake", title, language, sections, title_page=page)
