# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreements in a real vault with real signatures: made, attacked, withdrawn."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.boundaries.domain.verdict import Trouble
from bondsdesk.rooms.boundaries.service.bundle import read_bundle, write_bundle
from bondsdesk.vault.opening import prepare_partner
from tests.fakes import FakeClock
from tests.people import AYESHA, BILAL, Household
from tests.rooms.boundaries.conftest import Sitting

Sit = Callable[[PartnerId], Sitting]
EVENTS = (
    "agreement, vault_id, about, version, text_sha256, action, signer, sequence,"
    " previous_sha256, signature, at"
)


def test_from_a_draft_to_in_force_and_back_to_rest(sit: Sit, clock: FakeClock) -> None:
    ayesha = sit("a")
    draft = ayesha.draft()
    assert ayesha.agreements.keep_draft(draft) is not None
    assert sit("b").agreements.drafts() == []
    ayesha = sit("a")
    (kept,) = ayesha.agreements.drafts()
    change, uid = ayesha.agreements.propose(kept)
    assert change.undo is None
    assert ayesha.agreements.drafts() == []
    ayesha.sign(uid)
    bilal = sit("b")
    (seen,) = bilal.agreements.all()
    assert seen.group(clock.now().date()) == "waiting"
    assert seen.confirmed("a")
    assert not seen.confirmed("b")
    bilal.agreements.comment(uid, "When my mother calls, I answer.")
    bilal.agreements.sleep_on(uid)
    assert bilal.agreements.sleeps_until(uid) == bilal.agreements.desk.today() + timedelta(days=1)
    clock.advance(days=1)
    bilal.sign(uid)
    now = bilal.agreements.find(uid)
    assert now is not None
    assert now.in_force
    change = sit("a").agreements.withdraw(uid)
    assert change.undo is None
    for who in ("a", "b"):
        rested = sit(who).agreements.find(uid)
        assert rested is not None
        assert rested.verdict
        assert rested.verdict.standing == "resting"
        assert rested.kept.history[-1].signature is None


def test_a_change_is_a_new_version_that_both_sign(in_force: Uid, sit: Sit) -> None:
    bilal = sit("b")
    draft = bilal.agreements.amending_draft(in_force)
    bilal.agreements.propose(replace(draft, text=replace(draft.text, where="Everywhere")))
    bilal.sign(in_force)
    ayesha = sit("a")
    waiting = ayesha.agreements.find(in_force)
    assert waiting is not None
    assert (waiting.kept.version, waiting.in_force) == (2, False)
    ayesha.sign(in_force)
    now = ayesha.agreements.find(in_force)
    assert now is not None
    assert now.in_force


def change_text(bilal: Sitting) -> None:
    bilal.tamper(
        "UPDATE boundaries_version SET document = replace(document, 'Scrolling', 'Breathing')"
    )


def delete_first(bilal: Sitting) -> None:
    bilal.tamper("DELETE FROM boundaries_event WHERE sequence = 1")


def cut_last(bilal: Sitting) -> None:
    bilal.tamper("DELETE FROM boundaries_event WHERE sequence = 3")


def replay(bilal: Sitting) -> None:
    bilal.tamper(
        f"INSERT INTO boundaries_event ({EVENTS})"  # noqa: S608 - names of code
        f" SELECT {EVENTS} FROM boundaries_event WHERE sequence = 3"
    )


def reorder(bilal: Sitting) -> None:
    bilal.tamper("UPDATE boundaries_event SET place = 100 WHERE sequence = 1")


def sign_with_the_others_key(bilal: Sitting) -> None:
    bilal.tamper(
        "UPDATE boundaries_event SET signer = 'a' WHERE sequence = 3",
    )


def swap_signatures(bilal: Sitting) -> None:
    bilal.tamper(
        "UPDATE boundaries_event SET signature ="
        " (SELECT signature FROM boundaries_event WHERE sequence = 3) WHERE sequence = 2"
    )


def unsign(bilal: Sitting) -> None:
    bilal.tamper("UPDATE boundaries_event SET signature = NULL WHERE sequence = 2")


def move_here(bilal: Sitting) -> None:
    other = bilal.propose(title="Another one")
    bilal.sign(other)
    bilal.tamper(
        "UPDATE boundaries_event SET agreement = (SELECT agreement FROM boundaries_version"
        " WHERE agreement <> ?) WHERE agreement = ? AND action = 'confirm'",
        other,
        other,
    )


def spoil_json(bilal: Sitting) -> None:
    bilal.tamper("UPDATE boundaries_version SET document = '[[['")


def take_the_words(bilal: Sitting) -> None:
    bilal.tamper("DELETE FROM boundaries_version")


ATTACKS: dict[Callable[[Sitting], None], Trouble] = {
    change_text: "text.changed",
    delete_first: "history.order",
    cut_last: "history.cut",
    replay: "history.order",
    reorder: "history.order",
    sign_with_the_others_key: "signature.wrong",
    swap_signatures: "signature.wrong",
    unsign: "signature.missing",
    move_here: "history.foreign",
    spoil_json: "text.changed",
    take_the_words: "text.older",
}


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.__name__ for attack in ATTACKS])
def test_what_is_changed_behind_the_back_is_shown_as_broken(
    attack: Callable[[Sitting], None], in_force: Uid, sit: Sit
) -> None:
    bilal = sit("b")
    attack(bilal)
    broken = next(each for each in bilal.agreements.all() if each.uid == in_force)
    assert broken.verdict
    assert broken.verdict.standing == "broken"
    assert ATTACKS[attack] in broken.verdict.troubles
    bilal.agreements.withdraw(in_force)
    rested = sit("a").agreements.find(in_force)
    assert rested is not None
    assert rested.verdict
    assert rested.verdict.standing == "resting"


def test_an_older_page_put_back_is_missed_by_the_one_who_saw_more(in_force: Uid, sit: Sit) -> None:
    ayesha = sit("a")
    ayesha.agreements.withdraw(in_force)
    bilal = sit("b")
    bilal.tamper("DELETE FROM boundaries_event WHERE action = 'withdraw'")
    for_bilal = bilal.agreements.find(in_force)
    assert for_bilal is not None
    assert for_bilal.in_force, "he never looked, so only her pin knows"
    ayesha = sit("a")
    seen = ayesha.agreements.find(in_force)
    assert seen is not None
    assert seen.verdict
    assert seen.verdict.troubles == ("history.cut",)
    ayesha.agreements.look_at(seen)
    again = ayesha.agreements.find(in_force)
    assert again is not None
    assert not again.in_force, "looking at it must not accept it"


def test_a_pin_that_was_taken_away_proves_nothing(in_force: Uid, sit: Sit) -> None:
    ayesha = sit("a")
    ayesha.agreements.withdraw(in_force)
    ayesha.tamper("DELETE FROM boundaries_event WHERE action = 'withdraw'")
    ayesha.tamper("DELETE FROM sealed_item WHERE uid = ?", f"pin-a-{in_force}")
    seen = ayesha.agreements.find(in_force)
    assert seen is not None
    assert not seen.in_force


def test_withdrawing_is_let_through_on_a_full_disk_with_a_damaged_history(
    in_force: Uid, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bondsdesk.vault import disk

    def full(*_place: object) -> None:
        raise ExpectedError("vault.disk_low")

    ayesha = sit("a")
    delete_first(ayesha)
    monkeypatch.setattr(disk, "require_room", full)
    with pytest.raises(ExpectedError):
        ayesha.agreements.comment(in_force, "no room for this")
    ayesha.agreements.withdraw(in_force)
    monkeypatch.undo()
    for who in ("b", "a"):
        rested = sit(who).agreements.find(in_force)
        assert rested is not None
        assert rested.verdict
        assert rested.verdict.standing == "resting"


def test_a_replaced_key_lapses_and_signing_again_heals(
    in_force: Uid, sit: Sit, household: Household, cheap_kdf: object
) -> None:
    ayesha = sit("a")
    ayesha.vault.enrol_again("b", prepare_partner(BILAL.as_new(), cheap_kdf))  # type: ignore[arg-type]
    lapsed = ayesha.agreements.find(in_force)
    assert lapsed is not None
    assert lapsed.verdict
    assert lapsed.verdict.troubles == ("key.replaced",)
    from bondsdesk.vault.opening import unwrap_passphrase

    household.close()
    household.secrets = {
        **household.secrets,
        "b": unwrap_passphrase(household.files, "b", BILAL.passphrase),
    }
    bilal = sit("b")
    bilal.sign(in_force)
    healed = bilal.agreements.find(in_force)
    assert healed is not None
    assert healed.in_force


def test_a_wrong_passphrase_three_times_changes_nothing(sit: Sit) -> None:
    ayesha = sit("a")
    uid = ayesha.propose()
    for _ in range(3):
        with pytest.raises(ExpectedError) as told:
            ayesha.agreements.signing(uid, "not this one")()
        assert told.value.code == "secret.wrong"
    found = ayesha.agreements.find(uid)
    assert found is not None
    assert len(found.kept.history) == 1
    with pytest.raises(ExpectedError) as told:
        ayesha.agreements.signing(uid, BILAL.passphrase)()
    assert told.value.code == "secret.wrong"


def test_a_signature_for_words_that_changed_meanwhile_is_refused(sit: Sit) -> None:
    ayesha = sit("a")
    uid = ayesha.propose()
    signed = ayesha.agreements.signing(uid, AYESHA.passphrase)()
    draft = ayesha.agreements.amending_draft(uid)
    ayesha.agreements.propose(draft)
    with pytest.raises(ExpectedError) as told:
        ayesha.agreements.finish_signing(signed)
    assert told.value.code == "agreement.moved"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"title": " "}, "agreement.untitled"),
        ({"title": "x" * 10_000}, "text.too_long"),
        ({"fine": (), "not_fine": ("  ",)}, "agreement.empty"),
        ({"fine": ("yes",) * 21}, "agreement.lines"),
        ({"review_on": "yesterday"}, "agreement.past"),
        ({"review_on": "late"}, "agreement.review"),
        ({"until": "yesterday"}, "agreement.past"),
        ({"where": "a\0b"}, "text.nul"),
    ],
)
def test_words_that_cannot_be_proposed_are_kept_and_the_reason_said(
    words: dict[str, object], code: str, sit: Sit
) -> None:
    ayesha = sit("a")
    today = ayesha.agreements.desk.today()
    days = {"yesterday": today - timedelta(days=1), "late": today + timedelta(days=181)}
    draft = ayesha.draft(
        **{k: days.get(v, v) if isinstance(v, str) else v for k, v in words.items()}
    )
    assert ayesha.agreements.keep_draft(draft) is not None
    with pytest.raises(ExpectedError) as told:
        ayesha.agreements.propose(draft)
    assert told.value.code == code
    assert len(ayesha.agreements.drafts()) == 1
    assert ayesha.agreements.all() == []


def test_the_day_of_review_can_be_moved_and_moved_back(in_force: Uid, sit: Sit) -> None:
    bilal = sit("b")
    before = bilal.agreements.find(in_force)
    assert before is not None
    again = bilal.agreements.desk.today() + timedelta(days=60)
    change = bilal.agreements.keep_as_it_is(in_force, again)
    after = bilal.agreements.find(in_force)
    assert after is not None
    assert after.review_on == again
    assert after.in_force
    assert change.undo
    change.undo()
    back = bilal.agreements.find(in_force)
    assert back == before


def test_an_exported_agreement_verifies_without_the_vault(in_force: Uid, sit: Sit) -> None:
    bilal = sit("b")
    content = bundle_of(bilal, in_force)
    read = read_bundle(content)
    assert read.verdict.in_force
    assert read.text.title == "Phones away at dinner"
    assert read.names == {"a": "Ayesha", "b": "Bilal"}


def bundle_of(sitting: Sitting, uid: Uid) -> bytes:
    agreement = sitting.agreements.find(uid)
    assert agreement is not None
    return write_bundle(
        agreement, sitting.vault.vault_id, sitting.agreements.keys(), sitting.vault.pair
    )


def test_a_changed_export_proves_nothing_and_rubbish_is_refused(in_force: Uid, sit: Sit) -> None:
    content = bundle_of(sit("b"), in_force)
    changed = content.replace(b"Scrolling", b"Breathing")
    assert read_bundle(changed).verdict.troubles == ("text.changed",)
    document = json.loads(content)
    document["keys"]["a"] = document["keys"]["b"]
    assert not read_bundle(json.dumps(document).encode()).verdict.in_force
    rubbish = [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"app": "bondsdesk"}',
        b"[" * 100_000,
        content.replace(b'"version":1', b'"version":NaN', 1),
        content.replace(b'"version":1', b'"version":true', 1),
        content.replace(b'"events":[', b'"events":[3,', 1),
        content.replace(b'"app":"bondsdesk"', b'"app":"bondsdesk","app":"bondsdesk"', 1),
        content.replace(b'"signature":"', b'"signature":"zz', 1),
        b" " * (4 * 1024 * 1024 + 1),
    ]
    for number, each in enumerate(rubbish):
        with pytest.raises(ExpectedError) as told:
            read_bundle(each)
        assert told.value.code == "bundle.unreadable", number


def test_only_its_writer_takes_a_comment_back(in_force: Uid, sit: Sit) -> None:
    bilal = sit("b")
    change = bilal.agreements.comment(in_force, "  Tea counts as dinner.  ")
    (comment,) = bilal.agreements.comments(in_force)
    with pytest.raises(ExpectedError):
        sit("a").agreements.take_comment_back(comment.uid)
    bilal = sit("b")
    taken = bilal.agreements.take_comment_back(comment.uid)
    assert bilal.agreements.comments(in_force) == []
    assert taken.undo
    taken.undo()
    assert bilal.agreements.comments(in_force) == [comment]
    assert change.label == "agreement.commented"
