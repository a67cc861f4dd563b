# SPDX-License-Identifier: GPL-3.0-or-later
"""Days and times as people say them, in both languages, with Western digits (ur_PK)."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from bondsdesk.kernel.words import Language

_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June "
        "July August September October November December".split()
    ),
    "ur": tuple("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر".split()),
}
_DAYS: dict[Language, tuple[str, ...]] = {
    "en": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    "ur": tuple("پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار".split()),
}
_NEAR: dict[Language, dict[int, str]] = {
    "en": {0: "today", 1: "yesterday", -1: "tomorrow"},
    "ur": {0: "آج", 1: "کل، {weekday}", -1: "کل، {weekday}"},
}
"""کل is the day before and the day after; which of them, the weekday tells, as it does at home.
گزشتہ کل and آنے والا کل would be clear without it, but nobody talks so."""


def local_day(moment: datetime, zone: tzinfo | None = None) -> date:
    """Return the calendar day of a moment where the laptop stands."""
    return moment.astimezone(zone).date()


def month_name(month: int, language: Language) -> str:
    """Return the name of a month, 1 to 12."""
    return _MONTHS[language][month - 1]


def month_and_year(day: date, language: Language) -> str:
    """Return "November 2026"."""
    return f"{month_name(day.month, language)} {day.year}"


def day_and_month(day: date, language: Language) -> str:
    """Return "16 November"."""
    return f"{day.day} {month_name(day.month, language)}"


def long_day(day: date, language: Language) -> str:
    """Return "16 November 2026"."""
    return f"{day.day} {month_name(day.month, language)} {day.year}"


def spoken_day(day: date, today: date, language: Language) -> str:
    """Return a day as it is said at home: today, yesterday, Wednesday, Sunday, 16 November.

    The year is named once it is another one; days to come are named with their date.
    """
    distance = (today - day).days
    weekday = _DAYS[language][day.weekday()]
    if distance in _NEAR[language]:
        return _NEAR[language][distance].format(weekday=weekday)
    if 1 < distance < 7:
        return weekday
    comma = "،" if language == "ur" else ","
    dated = day_and_month(day, language) if day.year == today.year else long_day(day, language)
    return f"{weekday}{comma} {dated}"


def clock_time(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return "21:04", local."""
    return moment.astimezone(zone).strftime("%H:%M")


def whole_minutes(span: timedelta) -> int:
    """Return a duration in minutes, rounded, at least 1 for anything that took place."""
    return max(1, round(span.total_seconds() / 60))
