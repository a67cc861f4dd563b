# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of talks, what is forgotten, and what a crash does not take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.listening import store
from bondsdesk.rooms.listening.domain.invitation import plan_for
from bondsdesk.rooms.listening.domain.moves import agree_return, answer, end, hold
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.domain.record import WORDS_LIMIT, Keeping, TalkRecord
from bondsdesk.rooms.listening.domain.talk import Talk, remaining
from bondsdesk.rooms.listening.service.talks import Talks, clean_line
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock
from tests.rooms.listening.conftest import a_record

Making = Callable[[Plan | None], Talk]
BOTH = frozenset[PartnerId]({"a", "b"})


def put(vault: Vault, *records: TalkRecord) -> None:
    with vault.work() as work:
        for record in records:
            store.add(work, record)


def test_a_talk_leaves_its_day_kind_and_length(
    talks: Talks, clock: FakeClock, a_talk: Making
) -> None:
    talk = a_talk(None)
    clock.advance(minutes=15)
    record = talks.finish(end(talk, clock.awake()), Keeping("secret words"))
    assert record is not None
    (kept,) = talks.older(None, 10)
    assert (kept.format, kept.topic, kept.minutes) == ("floor", "wish", 15)
    assert (kept.line, kept.words, kept.small_step) == ("", "", "")


def test_words_are_kept_only_when_both_ticked(
    talks: Talks, clock: FakeClock, a_talk: Making
) -> None:
    for ticked, expected in ((frozenset[PartnerId]({"a"}), ""), (BOTH, "We were heard.")):
        talk = a_talk(None)
        clock.advance(minutes=5)
        talks.finish(end(talk, clock.awake()), Keeping("We were heard.", ticked))
        newest = talks.older(None, 1)[0]
        assert newest.words == expected
        assert newest.line == ("Evening walks" if expected else "")


def test_a_tick_was_for_the_words_as_they_stood() -> None:
    keeping = Keeping("one").toggled("a").toggled("b")
    assert keeping.by_both
    assert not keeping.with_words("two").ticked
    assert keeping.with_words("one") == keeping
    assert not keeping.toggled("a").by_both


def test_a_start_that_was_no_talk_leaves_nothing(
    talks: Talks, clock: FakeClock, a_talk: Making
) -> None:
    talk = a_talk(None)
    talks.save_running(talk, clock.awake())
    clock.advance(seconds=20)
    assert talks.finish(end(talk, clock.awake()), Keeping()) is None
    assert talks.older(None, 10) == []
    assert talks.running() is None


def test_a_talk_under_way_survives_a_crash(
    talks: Talks, clock: FakeClock, a_talk: Making, as_partner: Callable[[PartnerId], Vault]
) -> None:
    talk = answer(a_talk(None), "hear", clock.awake())
    clock.advance(seconds=77.5)
    talks.save_running(talk, clock.awake(), "half a sentence")
    again = Talks(as_partner("b")).running()
    assert again is not None
    assert again.words == "half a sentence"
    assert again.talk.held
    assert remaining(again.talk, 0.0) == pytest.approx(222.5)


def test_nothing_of_a_pause_stays_after_the_talk(
    talks: Talks, vault: Vault, clock: FakeClock, a_talk: Making
) -> None:
    talk = hold(a_talk(None), clock.awake())
    talk = agree_return(talk, clock.now() + timedelta(hours=1), clock.now())
    talks.save_running(talk, clock.awake())
    clock.advance(hours=1)
    talks.finish(end(talk, clock.awake()), Keeping("x", BOTH))
    with vault.read() as reader:
        assert store.running(reader) is None
        columns = [row[1] for row in reader.rows("PRAGMA table_info(listening_talk)")]
    forbidden = ("pause", "seen", "heat", "speaker", "first", "ended", "by")
    assert not [name for name in columns if any(word in name for word in forbidden)]


def test_a_document_of_a_later_version_is_left_alone(talks: Talks, vault: Vault) -> None:
    for text in ('{"talk": {"version": 99}, "words": ""}', "[]", "no json"):
        with vault.work() as work:
            store.save_running(work, text)
        assert talks.running() is None
    talks.forget_running()
    with vault.read() as reader:
        assert store.running(reader) is None


def test_the_history_is_read_in_pages_both_ways(
    talks: Talks, vault: Vault, clock: FakeClock
) -> None:
    start = clock.now()
    put(vault, *(a_record(start + timedelta(minutes=n // 2), minutes=n + 1) for n in range(25)))
    first = talks.older(None, 10)
    second = talks.older(first[-1], 10)
    third = talks.older(second[-1], 10)
    minutes = [record.minutes for record in (*first, *second, *third)]
    assert minutes == list(range(25, 0, -1))
    assert talks.newer(third[0], 10) == second
    assert talks.newer(first[0], 10) == []
    assert talks.count() == 10


def test_deleting_a_talk_can_be_taken_back(talks: Talks, vault: Vault, clock: FakeClock) -> None:
    record = a_record(clock.now(), words="چائے پر بات", line="Tea")
    put(vault, record)
    change = talks.delete(record.uid)
    assert talks.older(None, 5) == []
    assert talks.search("tea", 5) == []
    assert change.undo is not None
    assert change.redo is not None
    change.undo()
    assert [found.uid for found in talks.search("چائے", 5)] == [record.uid]
    change.redo()
    assert talks.older(None, 5) == []


def test_either_takes_the_words_out_in_one_step(
    talks: Talks, vault: Vault, clock: FakeClock
) -> None:
    record = a_record(clock.now(), words="quiet evening", line="walks", small_step="ten minutes")
    put(vault, record)
    change = talks.take_words_out(record.uid)
    bare = talks.find(record.uid)
    assert bare is not None
    assert (bare.line, bare.words, bare.small_step) == ("", "", "ten minutes")
    assert talks.search("quiet", 5) == []
    assert change.undo is not None
    change.undo()
    assert talks.search("quiet", 5)


def test_a_talk_that_is_gone_is_a_bug_to_act_on(talks: Talks, clock: FakeClock) -> None:
    with pytest.raises(LookupError):
        talks.delete(a_record(clock.now()).uid)


def test_words_that_are_too_long_change_nothing(
    talks: Talks, clock: FakeClock, a_talk: Making
) -> None:
    talk = a_talk(None)
    talks.save_running(talk, clock.awake())
    clock.advance(minutes=3)
    with pytest.raises(ExpectedError, match=r"text\.too_long"):
        talks.finish(end(talk, clock.awake()), Keeping("x" * (WORDS_LIMIT + 1), BOTH))
    assert talks.running() is not None
    assert talks.older(None, 5) == []


def test_our_own_is_remembered(talks: Talks) -> None:
    assert talks.own_choice() == (5, ("ask", "say_back", "thanks"))
    talks.save_own_choice(8, ("say_back", "feeling"))
    assert talks.own_choice() == (8, ("say_back", "feeling"))
    talks.save_own_choice(7, ())
    assert talks.own_choice() == (5, ())


def test_a_topic_is_one_line() -> None:
    assert clean_line("  two\nlines\ud83d ") == "two lines\ufffd"
    with pytest.raises(ExpectedError, match=r"text\.nul"):
        clean_line("a\0b")


def test_an_empty_search_finds_nothing(talks: Talks) -> None:
    assert talks.search("  ", 5) == []


def test_a_plan_of_a_weekly_tea_is_kept_as_the_small_step(
    talks: Talks, clock: FakeClock, a_talk: Making
) -> None:
    talk = a_talk(plan_for("tea", "week", "a"))
    clock.advance(minutes=20)
    from dataclasses import replace

    talks.finish(end(replace(talk, small_step="Saturday walk"), clock.awake()), Keeping())
    assert talks.search("saturday", 5)[0].small_step == "Saturday walk"
