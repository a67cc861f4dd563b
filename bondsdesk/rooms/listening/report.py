# SPDX-License-Identifier: GPL-3.0-or-later
"""Talks on paper: day, kind, length, and only the words that both kept. Plain data, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from bondsdesk.kernel.dates import clock_time, local_day, long_day, month_and_year
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import Language, Words
from bondsdesk.press.document import Block, Document, Facts, Paragraph, Section
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.service.content import content
from bondsdesk.rooms.listening.service.talks import Talks

_BEFORE_ALL = date(1970, 1, 2)
_AFTER_ALL = date(9000, 1, 1)


def talk_summary(record: TalkRecord, language: Language) -> Document:
    """Return one talk as a page."""
    words = Words(language)
    texts = content(language)
    return Document(
        kind="summary",
        title=texts.format_title(record.format),
        language=language,
        sections=(Section("", _blocks(record, words, with_format=False)),),
        lead=long_day(local_day(record.held_at), language),
        footer=_footer(words),
    )


def talks_summary(
    talks: Talks, language: Language, first: date | None, last: date | None
) -> Document:
    """Return the talks of some days, month by month, oldest first.

    Raises ExpectedError "export.nothing" if there are none.
    """
    words = Words(language)
    records = talks.between(_day_start(first), _day_after(last))
    if not records:
        raise ExpectedError("export.nothing")
    return Document(
        kind="summary",
        title=words.gettext("Our talks"),
        language=language,
        sections=tuple(
            Section(month_and_year(month, language), tuple(blocks))
            for month, blocks in _by_month(records, words)
        ),
        lead=words.gettext("When we took time to listen to each other."),
        footer=_footer(words),
    )


def _by_month(records: Sequence[TalkRecord], words: Words) -> list[tuple[date, list[Block]]]:
    months: list[tuple[date, list[Block]]] = []
    for record in records:
        month = local_day(record.held_at).replace(day=1)
        if not months or months[-1][0] != month:
            months.append((month, []))
        months[-1][1].extend(_blocks(record, words, with_format=True))
    return months


def _blocks(record: TalkRecord, words: Words, *, with_format: bool) -> tuple[Block, ...]:
    texts = content(words.language)
    day = long_day(local_day(record.held_at), words.language)
    length = words.ngettext("{count} minute", "{count} minutes", record.minutes)
    rows = [
        (words.gettext("Day"), f"{isolate(day)} · {isolate(clock_time(record.held_at))}"),
        (words.gettext("Topic"), texts.topic_title(record.topic)),
        (words.gettext("Length"), length.format(count=record.minutes)),
    ]
    blocks: list[Block] = [Facts(tuple(rows))]
    if with_format:
        blocks.insert(0, Paragraph(texts.format_title(record.format), "strong"))
    blocks += [Paragraph(text, "note") for text in (record.line, record.words) if text]
    if record.small_step:
        blocks.append(Paragraph(words.gettext("Your small step"), "quiet"))
        blocks.append(Paragraph(record.small_step, "note"))
    return tuple(blocks)


def _footer(words: Words) -> str:
    return words.gettext("Words are here only if you both chose to keep them.")


def _day_start(day: date | None) -> datetime:
    """Return the first moment of a local day; without one, a time before every talk."""
    start = datetime.combine(day or _BEFORE_ALL, time.min)
    try:
        return start.astimezone(UTC)
    except (OSError, OverflowError, ValueError):  # Windows knows its time from 1970 to 3000
        return start.replace(tzinfo=UTC)


def _day_after(day: date | None) -> datetime:
    return _day_start(day + timedelta(days=1) if day else _AFTER_ALL)
