# SPDX-License-Identifier: GPL-3.0-or-later
"""The SQL of Listen. Every function takes the reader or the transaction it works in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.text import match_query, search_shadow
from bondsdesk.rooms.listening.domain.formats import FormatKey, TopicKind
from bondsdesk.rooms.listening.domain.record import TalkRecord

if TYPE_CHECKING:
    from bondsdesk.vault.work import Reader, Work

_COLUMNS = "id, uid, held_at, format, topic, minutes, line, words, small_step"
_KEPT = f"SELECT {_COLUMNS} FROM listening_talk"  # noqa: S608 - a constant of this module

_FOUND = (
    f"{_KEPT} JOIN (SELECT rowid AS found, rank FROM listening_talk_search"  # noqa: S608
    " WHERE listening_talk_search MATCH ? ORDER BY rank LIMIT ?)"
    " ON found = id ORDER BY rank, held_at DESC"
)


def add(work: Work, record: TalkRecord) -> None:
    """Write a talk into the history; one with the same uid is replaced (a delete undone twice)."""
    remove(work, record.uid)
    work.run(
        "INSERT INTO listening_talk (uid, held_at, format, topic, minutes, line, words, small_step)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            record.uid,
            _stamp(record.held_at),
            record.format,
            record.topic,
            record.minutes,
            record.line,
            record.words,
            record.small_step,
        ),
    )
    _index(work, record)


def remove(work: Work, uid: Uid) -> None:
    """Take a talk out of the history and out of the search."""
    work.run(
        "DELETE FROM listening_talk_search"
        " WHERE rowid = (SELECT id FROM listening_talk WHERE uid = ?)",
        (uid,),
    )
    work.run("DELETE FROM listening_talk WHERE uid = ?", (uid,))


def find(reader: Reader, uid: Uid) -> TalkRecord | None:
    """Return one talk of the history."""
    row = reader.row(f"{_KEPT} WHERE uid = ?", (uid,))
    return _record(row) if row else None


def count(reader: Reader) -> int:
    """Return how many talks there are, up to what any rule asks for; never shown."""
    return int(reader.value("SELECT count(*) FROM (SELECT 1 FROM listening_talk LIMIT 10)"))


def page(
    reader: Reader,
    *,
    before: tuple[datetime, int] | None = None,
    after: tuple[datetime, int] | None = None,
    limit: int,
) -> list[TalkRecord]:
    """Return talks, newest first: the newest, or those older or newer than a key (time, id)."""
    if after is not None:
        rows = reader.rows(
            f"{_KEPT} WHERE (held_at, id) > (?, ?) ORDER BY held_at, id LIMIT ?",
            (_stamp(after[0]), after[1], limit),
        )
        return [_record(row) for row in reversed(rows)]
    if before is not None:
        rows = reader.rows(
            f"{_KEPT} WHERE (held_at, id) < (?, ?) ORDER BY held_at DESC, id DESC LIMIT ?",
            (_stamp(before[0]), before[1], limit),
        )
    else:
        rows = reader.rows(f"{_KEPT} ORDER BY held_at DESC, id DESC LIMIT ?", (limit,))
    return [_record(row) for row in rows]


def between(reader: Reader, first: datetime, until: datetime) -> list[TalkRecord]:
    """Return the talks from a moment up to, not including, another; oldest first."""
    rows = reader.rows(
        f"{_KEPT} WHERE held_at >= ? AND held_at < ? ORDER BY held_at, id",
        (_stamp(first), _stamp(until)),
    )
    return [_record(row) for row in rows]


def search(reader: Reader, typed: str, limit: int) -> list[TalkRecord]:
    """Return talks whose kept words or small step hold what was typed, best first."""
    query = match_query(typed)
    if query is None:
        return []
    rows = reader.rows(_FOUND, (query, limit))
    return [_record(row) for row in rows]


def with_small_step(reader: Reader, limit: int) -> list[TalkRecord]:
    """Return the newest talks whose small step is not empty."""
    rows = reader.rows(
        f"{_KEPT} WHERE small_step <> '' ORDER BY held_at DESC, id DESC LIMIT ?", (limit,)
    )
    return [_record(row) for row in rows]


def save_running(work: Work, document: str) -> None:
    """Keep the talk under way; there is only ever one."""
    work.run(
        "INSERT INTO listening_running (one, document) VALUES (1, ?)"
        " ON CONFLICT (one) DO UPDATE SET document = excluded.document",
        (document,),
    )


def running(reader: Reader) -> str | None:
    """Return the talk under way, None if there is none."""
    row = reader.row("SELECT document FROM listening_running")
    return str(row[0]) if row else None


def clear_running(work: Work) -> None:
    """Forget the talk under way, with the pauses and the topic in it."""
    work.run("DELETE FROM listening_running")


def save_choice(work: Work, minutes: int, steps: str) -> None:
    """Keep what the couple chose for "Our own"."""
    work.run(
        "INSERT INTO listening_choice (one, minutes, steps) VALUES (1, ?, ?)"
        " ON CONFLICT (one) DO UPDATE SET minutes = excluded.minutes, steps = excluded.steps",
        (minutes, steps),
    )


def choice(reader: Reader) -> tuple[int, str] | None:
    """Return what the couple chose last for "Our own"."""
    row = reader.row("SELECT minutes, steps FROM listening_choice")
    return (int(row[0]), str(row[1])) if row else None


def _index(work: Work, record: TalkRecord) -> None:
    shadow = search_shadow("\n".join((record.line, record.words, record.small_step)))
    if shadow.strip():
        work.run(
            "INSERT INTO listening_talk_search (rowid, shadow)"
            " SELECT id, ? FROM listening_talk WHERE uid = ?",
            (shadow, record.uid),
        )


def _stamp(moment: datetime) -> str:
    """Return UTC in one fixed width, so that text order is time order."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")


def _record(row: tuple[Any, ...]) -> TalkRecord:
    number, uid, held_at, form, topic, minutes, line, words, small_step = row
    return TalkRecord(
        id=int(number),
        uid=Uid(uid),
        held_at=datetime.fromisoformat(held_at).replace(tzinfo=UTC),
        format=cast("FormatKey", form),
        topic=cast("TopicKind", topic),
        minutes=int(minutes),
        line=str(line),
        words=str(words),
        small_step=str(small_step),
    )
