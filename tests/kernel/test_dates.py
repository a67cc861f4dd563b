# SPDX-License-Identifier: GPL-3.0-or-later
"""Days are said as people say them at home."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bondsdesk.kernel import dates
from bondsdesk.kernel.words import LANGUAGES, Language

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "english", "urdu"),
    [
        (date(2026, 11, 22), "today", "آج"),
        (date(2026, 11, 21), "yesterday", "کل، ہفتہ"),
        (date(2026, 11, 23), "tomorrow", "کل، پیر"),
        (date(2026, 11, 18), "Wednesday", "بدھ"),
        (date(2026, 11, 15), "Sunday, 15 November", "اتوار، 15 نومبر"),
        (date(2026, 11, 29), "Sunday, 29 November", "اتوار، 29 نومبر"),
        (date(2025, 11, 22), "Saturday, 22 November 2025", "ہفتہ، 22 نومبر 2025"),
    ],
)
def test_a_day_is_said_by_how_near_it_is(day: date, english: str, urdu: str) -> None:
    assert dates.spoken_day(day, TODAY, "en") == english
    assert dates.spoken_day(day, TODAY, "ur") == urdu


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_day_has_a_name_of_its_own(language: Language) -> None:
    assert len({dates.month_name(month, language) for month in range(1, 13)}) == 12
    week = {dates.spoken_day(TODAY - timedelta(days=n), TODAY, language) for n in range(7)}
    assert len(week) == 7


def test_the_longer_forms_name_day_month_and_year() -> None:
    assert dates.long_day(TODAY, "en") == "22 November 2026"
    assert dates.long_day(TODAY, "ur") == "22 نومبر 2026"
    assert dates.day_and_month(TODAY, "en") == "22 November"
    assert dates.month_and_year(TODAY, "ur") == "نومبر 2026"


def test_an_hour_before_midnight_belongs_to_the_day_of_the_place_not_of_greenwich() -> None:
    karachi = timezone(timedelta(hours=5))
    moment = datetime(2026, 11, 22, 21, 4, tzinfo=UTC)
    assert dates.local_day(moment, karachi) == date(2026, 11, 23)
    assert dates.clock_time(moment, karachi) == "02:04"


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (89, 1), (91, 2), (1500, 25)])
def test_anything_that_took_place_lasted_at_least_a_minute(seconds: int, minutes: int) -> None:
    assert dates.whole_minutes(timedelta(seconds=seconds)) == minutes
