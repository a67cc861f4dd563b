# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes an agreement be in force, against a small model and against every attack."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PARTNERS, PartnerId
from bondsdesk.rooms.boundaries.domain.event import (
    ACTIONS,
    Action,
    Entry,
    Event,
    History,
    head_of,
    next_event,
)
from bondsdesk.rooms.boundaries.domain.story import story
from bondsdesk.rooms.boundaries.domain.verdict import Keys, Subject, Trouble, judge

VAULT, OURS, OTHERS = "c" * 32, Uid("d" * 32), Uid("e" * 32)
AT = datetime(2026, 11, 22, tzinfo=UTC)
KEYS: dict[PartnerId, Keys] = {"a": Keys(b"A"), "b": Keys(b"B")}


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def toy_sign(key: bytes, message: bytes) -> bytes:
    """Stand in for Ed25519: only who knows the key makes the same bytes."""
    return hashlib.sha256(key + message).digest()


def toy_verify(key: bytes, message: bytes, signature: bytes) -> bool:
    return toy_sign(key, message) == signature


def grown(
    history: History, who: PartnerId, action: Action, version: int = 1, text: str = "words"
) -> History:
    event = next_event(
        history,
        vault_id=VAULT,
        agreement=OURS,
        version=version,
        text_sha256=sha(text),
        action=action,
        signer=who,
    )
    signature = toy_sign(KEYS[who].current, event.to_bytes()) if action == "confirm" else None
    return (*history, Entry(event, signature, AT))


def subject(version: int = 1, text: str = "words") -> Subject:
    return Subject(VAULT, OURS, version, sha(text))


PROPOSED = grown((), "a", "propose")
ONE = grown(PROPOSED, "a", "confirm")
BOTH = grown(ONE, "b", "confirm")


def test_it_is_in_force_once_both_have_signed_these_words() -> None:
    for history, standing in ((PROPOSED, "proposed"), (ONE, "proposed"), (BOTH, "in_force")):
        verdict = judge(subject(), history, KEYS, head_of(history), toy_verify)
        assert (verdict.standing, verdict.troubles) == (standing, ())
        assert verdict.in_force == (standing == "in_force")


@pytest.mark.parametrize("who", PARTNERS)
def test_either_lets_it_rest_without_a_signature(who: PartnerId) -> None:
    rested = grown(BOTH, who, "withdraw")
    assert rested[-1].signature is None
    assert judge(subject(), rested, KEYS, None, toy_verify).standing == "resting"


def test_a_new_version_ends_the_one_before_until_both_sign_again() -> None:
    changed = grown(BOTH, "b", "propose", 2, "other words")
    new = subject(2, "other words")
    assert judge(new, changed, KEYS, None, toy_verify).standing == "proposed"
    signed = grown(changed, "a", "confirm", 2, "other words")
    signed = grown(signed, "b", "confirm", 2, "other words")
    assert judge(new, signed, KEYS, None, toy_verify).in_force
    assert "text.older" in judge(subject(), signed, KEYS, None, toy_verify).troubles


def _with_key_of_the_other(history: History) -> History:
    last = history[-1]
    forged = toy_sign(KEYS["a"].current, last.event.to_bytes())
    return (*history[:-1], replace(last, signature=forged))


def _unsigned(history: History) -> History:
    return (*history[:-1], replace(history[-1], signature=None))


def _edited(history: History) -> History:
    first = history[0]
    return (replace(first, event=replace(first.event, text_sha256=sha("hers"))), *history[1:])


def _moved_here(history: History) -> History:
    last = history[-1]
    return (*history[:-1], replace(last, event=replace(last.event, agreement=OTHERS)))


ATTACKS: dict[str, tuple[Callable[[History], History], Trouble]] = {
    "cut": (lambda h: h[:-1], "history.cut"),
    "emptied": (lambda h: (), "history.empty"),
    "deleted in the middle": (lambda h: (h[0], *h[2:]), "history.order"),
    "replayed": (lambda h: (*h, h[1]), "history.order"),
    "reordered": (lambda h: (h[1], h[0], *h[2:]), "history.link"),
    "moved from another agreement": (_moved_here, "history.foreign"),
    "edited": (_edited, "history.link"),
    "signed with the other's key": (_with_key_of_the_other, "signature.wrong"),
    "signature taken off": (_unsigned, "signature.missing"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_it_and_has_a_reason(name: str) -> None:
    attack, reason = ATTACKS[name]
    verdict = judge(subject(), attack(BOTH), KEYS, head_of(BOTH), toy_verify)
    assert not verdict.in_force
    assert verdict.standing == "broken"
    assert reason in verdict.troubles


def test_changed_words_are_not_what_was_signed() -> None:
    verdict = judge(subject(text="other words"), BOTH, KEYS, None, toy_verify)
    assert (verdict.standing, verdict.troubles) == ("broken", ("text.changed",))
    assert not verdict.confirmed


def test_a_deleted_withdrawal_is_missed_by_whoever_saw_it() -> None:
    rested = grown(BOTH, "a", "withdraw")
    verdict = judge(subject(), BOTH, KEYS, head_of(rested), toy_verify)
    assert verdict.troubles == ("history.cut",)


def test_a_replaced_key_lapses_until_its_owner_signs_again() -> None:
    keys = {**KEYS, "b": Keys(b"new B", (b"B",))}
    lapsed = judge(subject(), BOTH, keys, None, toy_verify)
    assert (lapsed.standing, lapsed.troubles, lapsed.mendable) == (
        "broken",
        ("key.replaced",),
        True,
    )
    event = next_event(
        BOTH, vault_id=VAULT, agreement=OURS, version=1, text_sha256=sha("words"),
        action="confirm", signer="b",
    )  # fmt: skip
    again = (*BOTH, Entry(event, toy_sign(b"new B", event.to_bytes()), AT))
    assert judge(subject(), again, keys, None, toy_verify).in_force


def test_a_withdrawal_ends_even_a_damaged_history() -> None:
    damaged = (BOTH[0], *BOTH[2:])
    assert judge(subject(), damaged, KEYS, head_of(BOTH), toy_verify).standing == "broken"
    rested = grown(damaged, "b", "withdraw")
    assert judge(subject(), rested, KEYS, head_of(BOTH), toy_verify).standing == "resting"


def test_the_story_is_told_newest_first() -> None:
    rested = grown(BOTH, "b", "withdraw")
    told = [(each.deed, each.who) for each in story(rested, proven=True)]
    assert told == [
        ("withdrew", "b"),
        ("in_force", None),
        ("signed", "b"),
        ("signed", "a"),
        ("proposed", "a"),
    ]
    assert "in_force" not in [each.deed for each in story(rested, proven=False)]


# --- a small model -------------------------------------------------------------------------------

deeds = st.lists(st.tuples(st.sampled_from(PARTNERS), st.sampled_from(ACTIONS)), max_size=12)


def lived(steps: list[tuple[PartnerId, Action]]) -> tuple[History, int, str]:
    """Play a history as people can make it, and what it comes to in the model's eyes."""
    history: History = grown((), "a", "propose", 1, "text 1")
    version = 1
    last: dict[PartnerId, tuple[Action, int]] = {"a": ("propose", 1)}
    for who, action in steps:
        version += action == "propose"
        history = grown(history, who, action, version, f"text {version}")
        last[who] = (action, version)
    if ("withdraw", version) in last.values():
        return history, version, "resting"
    both = all(last.get(who) == ("confirm", version) for who in PARTNERS)
    return history, version, "in_force" if both else "proposed"


@given(deeds)
def test_an_honest_history_stands_as_the_model_says(steps: list[tuple[PartnerId, Action]]) -> None:
    history, version, expected = lived(steps)
    now = subject(version, f"text {version}")
    verdict = judge(now, history, KEYS, head_of(history), toy_verify)
    assert (verdict.standing, verdict.troubles) == (expected, ())


@given(deeds, st.data())
def test_no_tampering_makes_anything_be_in_force(
    steps: list[tuple[PartnerId, Action]], data: st.DataObject
) -> None:
    """Cut, delete, replay, swap, edit or forge anything: only the very same rows are in force."""
    history, version, expected = lived(steps)
    rows = list(history)
    for _ in range(data.draw(st.integers(1, 3))):
        if rows:
            tamper(rows, version, data)
    now = subject(version, f"text {version}")
    verdict = judge(now, tuple(rows), KEYS, head_of(history), toy_verify)
    if tuple(rows) == history:
        assert verdict.standing == expected
    else:
        assert not verdict.in_force


def tamper(rows: list[Entry], version: int, data: st.DataObject) -> None:
    """Do one thing to the rows that a person with the database in hand could do."""
    at, to = (data.draw(st.integers(0, len(rows) - 1)) for _ in range(2))
    row = rows[at]
    kind = data.draw(st.sampled_from(["cut", "delete", "replay", "swap", "edit", "forge"]))
    if kind == "cut":
        del rows[at:]
    elif kind == "delete":
        del rows[at]
    elif kind == "replay":
        rows.insert(to, row)
    elif kind == "swap":
        rows[at], rows[to] = rows[to], rows[at]
    elif kind == "edit":
        rows[at] = replace(row, event=data.draw(st.sampled_from(edits(row.event, version, to))))
    else:
        rows[at] = replace(row, signature=toy_sign(b"the attacker", row.event.to_bytes()))


def edits(event: Event, version: int, to: int) -> list[Event]:
    return [
        replace(event, action="confirm"),
        replace(event, signer="a"),
        replace(event, signer="b"),
        replace(event, version=version),
        replace(event, sequence=to + 1),
        replace(event, text_sha256=sha(f"text {version}")),
    ]
