# SPDX-License-Identifier: GPL-3.0-or-later
"""The history as a list of rows, and how a row reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from bondsdesk.kernel.dates import local_day, spoken_day
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import ngettext, screen_words
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.rooms.listening.service.talks import Talks
from bondsdesk.widgets.keyset_model import KeysetModel


def history_model(
    talks: Talks, content: Content, today: Callable[[], date]
) -> KeysetModel[TalkRecord]:
    """Return the talks, newest first, read in pages by key."""
    return KeysetModel(partial(_fetch, talks), _key, partial(_row_text, content, today))


def row_text(content: Content, today: date, record: TalkRecord) -> str:
    """Return a whole row as a screen reader says it."""
    words = (content.format_title(record.format), caption(content, today, record), preview(record))
    return ". ".join(word for word in words if word)


def caption(content: Content, today: date, record: TalkRecord) -> str:
    """Return day, kind and length: all that is kept by default."""
    day = spoken_day(local_day(record.held_at), today, screen_words().language)
    length = ngettext("{count} minute", "{count} minutes", record.minutes)
    parts = (day, content.topic_title(record.topic), length.format(count=record.minutes))
    return " · ".join(isolate(part) for part in parts)


def preview(record: TalkRecord) -> str:
    """Return the first kept words in one line, empty if none were kept."""
    text = record.line or record.words or record.small_step
    return " ".join(text.split())


def _row_text(content: Content, today: Callable[[], date], record: TalkRecord) -> str:
    return row_text(content, today(), record)


def _fetch(
    talks: Talks, edge: TalkRecord | None, limit: int, *, back: bool
) -> Sequence[TalkRecord]:
    if back and edge is not None:
        return talks.newer(edge, limit)
    return talks.older(edge, limit)


def _key(record: TalkRecord) -> TalkRecord:
    return record
