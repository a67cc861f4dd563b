# SPDX-License-Identifier: GPL-3.0-or-later
"""One method per intent: keep the talk under way, finish it, look back, take out of the history."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.text import clean_text
from bondsdesk.rooms.listening import store
from bondsdesk.rooms.listening.domain.formats import FORMATS, StepKind, usual_minutes
from bondsdesk.rooms.listening.domain.moves import end_for_today
from bondsdesk.rooms.listening.domain.plan import LINE_LIMIT
from bondsdesk.rooms.listening.domain.record import (
    STEP_LIMIT,
    WORDS_LIMIT,
    Keeping,
    TalkRecord,
    record_of,
)
from bondsdesk.rooms.listening.domain.saved import from_document, to_document
from bondsdesk.rooms.listening.domain.talk import Talk

if TYPE_CHECKING:
    from datetime import datetime

    from bondsdesk.kernel.ids import Uid
    from bondsdesk.vault.vault import Vault

TOUCHED = frozenset({"talk"})
"""The kind that the house's pages listen for."""


@dataclass(frozen=True, slots=True)
class Running:
    """The talk under way and the words begun at its end."""

    talk: Talk
    words: str = ""


class Talks:
    """The talks of one open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def save_running(self, talk: Talk, now: float, words: str = "") -> None:
        """Keep the talk as it stands, so that a crash or a closed lid takes nothing away."""
        document = {"talk": to_document(talk, now), "words": words}
        with self._vault.work() as work:
            store.save_running(work, canonical_json(document).decode())

    def running(self) -> Running | None:
        """Return the talk under way, held; None if there is none this version can go on with."""
        with self._vault.read() as reader:
            text = store.running(reader)
        if text is None:
            return None
        try:
            document = json.loads(text)
            return Running(from_document(document["talk"]), str(document["words"]))
        except (ValueError, KeyError, TypeError):
            # A later version may write what this one cannot read; the next talk replaces it.
            return None

    def forget_running(self) -> None:
        """Leave nothing of the talk under way."""
        with self._vault.work() as work:
            store.clear_running(work)

    def finish(self, talk: Talk, keeping: Keeping) -> TalkRecord | None:
        """Write what is kept of a talk that is over and forget the rest, in one transaction.

        Returns what the history holds of it, None for a start that was no talk. Raises
        ExpectedError "text.too_long", "text.nul" and nothing is changed.
        """
        clean = replace(talk, small_step=clean_text(talk.small_step, STEP_LIMIT))
        kept = Keeping(clean_text(keeping.words, WORDS_LIMIT), keeping.ticked)
        record = record_of(clean, kept)
        with self._vault.work() as work:
            if record is not None:
                store.add(work, record)
            store.clear_running(work)
        return record

    def end_running(self) -> TalkRecord | None:
        """End the talk that waits for today: its day, kind and length stay.

        Returns what the history holds of it, None if nothing waited. Raises ExpectedError.
        """
        waiting = self.running()
        if waiting is None:
            return None
        return self.finish(end_for_today(waiting.talk, 0.0), Keeping())

    def delete(self, uid: Uid) -> Change:
        """Take a talk out of the history, by either; it can be undone while the desk is open."""
        record = self._found(uid)
        change = Change(
            "talk.deleted", TOUCHED, partial(self._remove, uid), partial(self._put, record)
        )
        self._remove(uid)
        return change

    def take_words_out(self, uid: Uid) -> Change:
        """Take the kept words out of a talk, by either, in one step and without a reason."""
        record = self._found(uid)
        bare = replace(record, line="", words="")
        self._put(bare)
        return Change(
            "talk.words_out", TOUCHED, partial(self._put, bare), partial(self._put, record)
        )

    def find(self, uid: Uid) -> TalkRecord | None:
        """Return one talk of the history."""
        with self._vault.read() as reader:
            return store.find(reader, uid)

    def count(self) -> int:
        """Return how many talks were held, at most 10: only the first three matter to a rule."""
        with self._vault.read() as reader:
            return store.count(reader)

    def older(self, before: TalkRecord | None, limit: int) -> list[TalkRecord]:
        """Return talks, newest first, from the newest or from one that is shown already."""
        key = (before.held_at, before.id) if before else None
        with self._vault.read() as reader:
            return store.page(reader, before=key, limit=limit)

    def newer(self, after: TalkRecord, limit: int) -> list[TalkRecord]:
        """Return the talks right above one that is shown, newest first."""
        with self._vault.read() as reader:
            return store.page(reader, after=(after.held_at, after.id), limit=limit)

    def between(self, first: datetime, until: datetime) -> list[TalkRecord]:
        """Return the talks of a time, oldest first."""
        with self._vault.read() as reader:
            return store.between(reader, first, until)

    def search(self, typed: str, limit: int) -> list[TalkRecord]:
        """Return talks whose kept words or small step hold what was typed."""
        with self._vault.read() as reader:
            return store.search(reader, typed, limit)

    def with_small_step(self, limit: int) -> list[TalkRecord]:
        """Return the newest talks that ended with a small step."""
        with self._vault.read() as reader:
            return store.with_small_step(reader, limit)

    def own_choice(self) -> tuple[int, tuple[StepKind, ...]]:
        """Return minutes and steps of "Our own" as chosen last; at first a gentle few."""
        form = FORMATS["own"]
        with self._vault.read() as reader:
            kept = store.choice(reader)
        if kept is None:
            return usual_minutes(form), ("ask", "say_back", "thanks")
        minutes = kept[0] if kept[0] in form.floors else usual_minutes(form)
        wanted = kept[1].split()
        return minutes, tuple(step for step in form.choosable if step in wanted)

    def save_own_choice(self, minutes: int, steps: tuple[StepKind, ...]) -> None:
        """Remember minutes and steps of "Our own" for the next time."""
        with self._vault.work() as work:
            store.save_choice(work, minutes, " ".join(steps))

    def _found(self, uid: Uid) -> TalkRecord:
        record = self.find(uid)
        if record is None:
            raise LookupError("a talk that is shown is in the history")
        return record

    def _remove(self, uid: Uid) -> None:
        with self._vault.work() as work:
            store.remove(work, uid)

    def _put(self, record: TalkRecord) -> None:
        with self._vault.work() as work:
            store.add(work, record)


def clean_line(text: str) -> str:
    """Return the one line of a topic, fit to keep. Raises ExpectedError "text.too_long"."""
    return clean_text(" ".join(text.split()), LINE_LIMIT)
