# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreements in SQL: versions, events, reviews and comments. It judges nothing it reads.

A row that somebody changed is handed on as it is, as long as it can be read at all: the verdict
says what is wrong with it. What cannot be read is handed on as words that are missing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.ids import Uid
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText, read_text
from bondsdesk.rooms.boundaries.domain.event import Entry, Event, History
from bondsdesk.rooms.boundaries.domain.standing import Comment, Kept, Talk

if TYPE_CHECKING:
    from bondsdesk.vault.work import Reader, Work

_EVENT = (
    "agreement, vault_id, about, version, text_sha256, action, signer, sequence,"
    " previous_sha256, signature, at"
)
_ADD_EVENT = f"INSERT INTO boundaries_event ({_EVENT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - names of code
_COMMENT = "uid, agreement, version, author, at, text"
_NO_TIME = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


class AgreementReader:
    """Reads agreements as they lie there."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self) -> list[Kept]:
        """Return every agreement of which anything is left, the one touched last first."""
        histories: dict[str, list[Entry]] = {}
        for row in self._reader.rows(f"SELECT {_EVENT} FROM boundaries_event ORDER BY place"):  # noqa: S608 - names of code
            events = histories.pop(row[0], [])
            events.append(_entry(row))
            histories[row[0]] = events
        versions = self._versions()
        uids = [*reversed(histories), *(uid for uid in versions if uid not in histories)]
        return [self._kept(uid, versions.get(uid), tuple(histories.get(uid, ()))) for uid in uids]

    def one(self, uid: str) -> Kept | None:
        """Return one agreement, None if nothing of it is left."""
        version = self._reader.row(
            "SELECT version, document FROM boundaries_version WHERE agreement = ?"
            " ORDER BY version DESC LIMIT 1",
            (uid,),
        )
        rows = self._reader.rows(
            f"SELECT {_EVENT} FROM boundaries_event WHERE agreement = ? ORDER BY place",  # noqa: S608
            (uid,),
        )
        if version is None and not rows:
            return None
        return self._kept(uid, version, tuple(_entry(row) for row in rows))

    def comments(self, uid: str) -> list[Comment]:
        """Return what was written beside an agreement, oldest first."""
        rows = self._reader.rows(
            f"SELECT {_COMMENT} FROM boundaries_comment WHERE agreement = ? ORDER BY at, uid",  # noqa: S608
            (uid,),
        )
        return [_comment(row) for row in rows]

    def comment(self, uid: str) -> Comment | None:
        """Return one comment."""
        row = self._reader.row(f"SELECT {_COMMENT} FROM boundaries_comment WHERE uid = ?", (uid,))  # noqa: S608
        return _comment(row) if row else None

    def talks(self, uid: str) -> list[Talk]:
        """Return when an agreement was talked over, in order."""
        rows = self._reader.rows(
            "SELECT agreement, version, after, at FROM boundaries_talk WHERE agreement = ?"
            " ORDER BY after, at",
            (uid,),
        )
        return [Talk(Uid(row[0]), row[1], row[2], _moment(row[3])) for row in rows]

    def versions(self, uid: str) -> list[int]:
        """Return the numbers of the versions whose words are kept."""
        rows = self._reader.rows(
            "SELECT version FROM boundaries_version WHERE agreement = ? ORDER BY version", (uid,)
        )
        return [int(row[0]) for row in rows]

    def words_of(self, uid: str, version: int) -> tuple[AgreementText | None, str] | None:
        """Return the words of a version and the hash of what is stored, None if they are gone."""
        document = self._reader.value(
            "SELECT document FROM boundaries_version WHERE agreement = ? AND version = ?",
            (uid, version),
        )
        if document is None:
            return None
        return _words(document), hashlib.sha256(document.encode()).hexdigest()

    def _versions(self) -> dict[str, Sequence[Any]]:
        """Return the newest version and its document by agreement."""
        rows = self._reader.rows(
            "SELECT agreement, version, document FROM boundaries_version"
            " ORDER BY agreement, version"
        )
        return {row[0]: row[1:] for row in rows}

    def _kept(self, uid: str, version: Sequence[Any] | None, history: History) -> Kept:
        number, document = version or (0, "")
        review = self._reader.row(
            "SELECT review_on FROM boundaries_review WHERE agreement = ? AND version = ?",
            (uid, number),
        )
        return Kept(
            Uid(uid),
            number,
            _words(document),
            hashlib.sha256(document.encode()).hexdigest(),
            history,
            _day(review[0]) if review else None,
        )


class AgreementStore(AgreementReader):
    """Writes agreements, inside one transaction."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work

    def add_version(self, uid: str, version: int, text: AgreementText) -> None:
        """Keep the words of a version; a version is never written twice."""
        self._work.run(
            "INSERT INTO boundaries_version (agreement, version, document) VALUES (?, ?, ?)",
            (uid, version, canonical_json(text.document()).decode()),
        )

    def append(self, entry: Entry) -> None:
        """Put an event at the end of its agreement's history."""
        event = entry.event
        self._work.run(
            _ADD_EVENT,
            (
                event.agreement,
                event.vault_id,
                event.agreement,
                event.version,
                event.text_sha256,
                event.action,
                event.signer,
                event.sequence,
                event.previous_sha256,
                entry.signature,
                entry.at.isoformat(),
            ),
        )

    def set_review(self, uid: str, version: int, review_on: date | None) -> None:
        """Keep a later day to look at it again, or with None the day that was signed."""
        self._work.run("DELETE FROM boundaries_review WHERE agreement = ?", (uid,))
        if review_on is not None:
            self._work.run(
                "INSERT INTO boundaries_review (agreement, version, review_on) VALUES (?, ?, ?)",
                (uid, version, review_on.isoformat()),
            )

    def add_talk(self, talk: Talk) -> None:
        """Keep a day on which both talked it over."""
        self._work.run(
            "INSERT INTO boundaries_talk (agreement, version, after, at) VALUES (?, ?, ?, ?)",
            (talk.agreement, talk.version, talk.after, talk.at.isoformat()),
        )

    def remove_talk(self, talk: Talk) -> None:
        """Delete such a day."""
        self._work.run(
            "DELETE FROM boundaries_talk WHERE agreement = ? AND version = ? AND at = ?",
            (talk.agreement, talk.version, talk.at.isoformat()),
        )

    def add_comment(self, comment: Comment) -> None:
        """Keep a comment."""
        self._work.run(
            f"INSERT INTO boundaries_comment ({_COMMENT}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                comment.uid,
                comment.agreement,
                comment.version,
                comment.author,
                comment.at.isoformat(),
                comment.text,
            ),
        )

    def remove_comment(self, uid: str) -> None:
        """Delete a comment; nothing happens if it is not there."""
        self._work.run("DELETE FROM boundaries_comment WHERE uid = ?", (uid,))


def _entry(row: Sequence[Any]) -> Entry:
    event = Event(row[1], Uid(row[2]), *row[3:9])
    return Entry(event, row[9], _moment(row[10]))


def _words(document: str) -> AgreementText | None:
    try:
        return read_text(json.loads(document))
    except (KeyError, TypeError, ValueError, RecursionError):
        return None


def _comment(row: Sequence[Any]) -> Comment:
    return Comment(Uid(row[0]), Uid(row[1]), row[2], row[3], _moment(row[4]), row[5])


def _moment(text: str) -> datetime:
    """Return the clock's time beside an event; it is not signed, so nonsense decides nothing."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _NO_TIME
    return moment if moment.tzinfo else _NO_TIME


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
