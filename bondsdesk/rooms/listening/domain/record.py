# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left of a talk: when, which kind, how long; words only if both wanted them kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bondsdesk.kernel.dates import whole_minutes
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PARTNERS, PartnerId
from bondsdesk.rooms.listening.domain.formats import FormatKey, TopicKind
from bondsdesk.rooms.listening.domain.talk import Talk

WORDS_LIMIT = 2_000
"""Characters of kept words: a few sentences to remember, not minutes of a meeting."""
STEP_LIMIT = 300
"""Characters of a small step: one sentence."""
SHORTEST_RECORD_SECONDS = 60.0
"""A talk that ended before a minute was a start, not a talk; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class TalkRecord:
    """One talk in the history. `line` and `words` are empty unless both ticked "keep"."""

    id: int
    uid: Uid
    held_at: datetime
    format: FormatKey
    topic: TopicKind
    minutes: int
    line: str = ""
    words: str = ""
    small_step: str = ""

    @property
    def has_words(self) -> bool:
        """Tell whether both kept words of it."""
        return bool(self.line or self.words)


@dataclass(frozen=True, slots=True)
class Keeping:
    """The words two people may keep, and whose tick stands under exactly these words."""

    words: str = ""
    ticked: frozenset[PartnerId] = frozenset()

    def with_words(self, words: str) -> Keeping:
        """Return it with other words: a tick was given to the text as it stood."""
        return self if words == self.words else Keeping(words)

    def toggled(self, partner: PartnerId) -> Keeping:
        """Return it with one partner's own tick set or taken back."""
        return Keeping(self.words, self.ticked ^ {partner})

    @property
    def by_both(self) -> bool:
        """Tell whether both want these words kept."""
        return self.ticked == frozenset(PARTNERS)


def record_of(talk: Talk, keeping: Keeping) -> TalkRecord | None:
    """Return what the history keeps of a talk that is over, None if it hardly began."""
    seconds = talk.whole.elapsed(0.0)
    if seconds < SHORTEST_RECORD_SECONDS and not (talk.small_step or keeping.by_both):
        return None
    kept = keeping.by_both
    return TalkRecord(
        id=0,
        uid=talk.uid,
        held_at=talk.begun,
        format=talk.plan.format,
        topic=talk.plan.topic,
        minutes=whole_minutes(timedelta(seconds=seconds)),
        line=talk.plan.line if kept else "",
        words=keeping.words if kept else "",
        small_step=talk.small_step,
    )
