# SPDX-License-Identifier: GPL-3.0-or-later
"""Passphrases and papers: what opens, what does not, and what a change leaves untouched."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import kdf, sheet_code, unwrapping
from bondsdesk.vault.header_copies import read_copies
from bondsdesk.vault.kdf import KdfCost, default_cost, derive
from bondsdesk.vault.opening import (
    NewPartner,
    create_vault,
    open_vault,
    prepare_partner,
    read_threshold,
    rewrap,
    unwrap_own_sheet,
    unwrap_passphrase,
    unwrap_shared_sheet,
    unwrap_sheet,
)
from tests.fakes import FakeClock
from tests.people import AYESHA, BILAL, Household, vault_files
from tests.vault.codes import refusal
from tests.vault.notes import notes_in, write_note

NEW = "six other words nobody says aloud"


def test_a_wrong_passphrase_is_told_as_such(household: Household) -> None:
    for wrong in ("", "x", AYESHA.passphrase.upper(), BILAL.passphrase, AYESHA.passphrase + " "):
        assert refusal(lambda w=wrong: unwrap_passphrase(household.files, "a", w)) == "secret.wrong"  # type: ignore[misc]


def test_a_passphrase_in_urdu_opens_however_the_keyboard_composed_it(
    household: Household,
) -> None:
    vault = household.sit_down("a")
    composed = "آؤ مل کر چائے پئیں café"
    vault.apply_passphrase(rewrap(household.secrets["a"], composed, KdfCost(64, 3)))
    household.close()
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        typed = unicodedata.normalize(form, composed)
        assert unwrap_passphrase(household.files, "a", typed).partner == "a"


def test_until_the_second_has_come_there_is_no_second_place(
    tmp_path: Path, clock: FakeClock, cheap_kdf: KdfCost
) -> None:
    files = vault_files(tmp_path)
    vault, sheets = create_vault(files, AYESHA.as_new(), clock, (), cheap_kdf)
    assert vault.pair.b is None
    assert not vault.pair.complete()
    vault.close()
    assert sheets.shared is not None
    assert [slot.partner for slot in read_threshold(files).slots] == ["a"]
    assert refusal(lambda: unwrap_passphrase(files, "b", "any words")) == "secret.no_seat"


def test_changing_the_passphrase_leaves_every_byte_of_the_database(household: Household) -> None:
    vault = household.sit_down("a")
    write_note(vault, "thank you")
    household.close()
    before = hashlib.sha256(household.files.database.read_bytes()).hexdigest()
    fresh = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, fresh, household.clock, household.sets)
    vault.apply_passphrase(rewrap(fresh, NEW, KdfCost(64, 3)))
    vault.close()
    assert hashlib.sha256(household.files.database.read_bytes()).hexdigest() == before
    assert (
        refusal(lambda: unwrap_passphrase(household.files, "a", AYESHA.passphrase))
        == "secret.wrong"
    )
    household.files.header.unlink()  # the old words do not live on in the mirror either
    assert (
        refusal(lambda: unwrap_passphrase(household.files, "a", AYESHA.passphrase))
        == "secret.wrong"
    )
    assert unwrap_passphrase(household.files, "a", NEW).vault_key == fresh.vault_key
    assert unwrap_passphrase(household.files, "b", BILAL.passphrase).vault_key == fresh.vault_key
    assert unwrap_own_sheet(household.files, household.own_sheets["a"]).partner == "a"


def test_the_own_sheet_opens_the_private_place_and_gives_a_new_passphrase(
    household: Household,
) -> None:
    vault = household.sit_down("a")
    with vault.work() as work:
        work.box.put("note.draft", "d1", {"text": "not yet"})
    household.close()
    secrets = unwrap_own_sheet(household.files, household.own_sheets["a"])
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    vault.apply_passphrase(rewrap(secrets, NEW, KdfCost(64, 3)))
    with vault.read() as reader:
        assert [i.uid for i in reader.box.list("note.draft")] == ["d1"]
    vault.close()
    assert unwrap_passphrase(household.files, "a", NEW).partner == "a"


def test_the_shared_sheet_opens_what_is_shared_and_nobodys_own_place(
    household: Household,
) -> None:
    write_note(household.sit_down("a"), "for both")
    household.close()
    secrets = unwrap_shared_sheet(household.files, household.shared_sheet)
    assert secrets.partner is None
    assert secrets.keyring is None
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert notes_in(vault) == ["for both"]
    with vault.read() as reader:
        assert refusal(lambda: reader.box.list("note.draft")) == "box.closed"
    vault.close()
    assert refusal(lambda: rewrap(secrets, NEW, KdfCost(64, 3))) == "box.closed"


def test_either_paper_is_taken_at_the_door(household: Household) -> None:
    assert unwrap_sheet(household.files, household.own_sheets["b"]).partner == "b"
    assert unwrap_sheet(household.files, household.shared_sheet).partner is None
    strange = sheet_code.write_code("own", bytes(20))
    assert refusal(lambda: unwrap_sheet(household.files, strange)) == "sheet.wrong"


def test_a_new_own_sheet_makes_the_old_paper_worthless(household: Household) -> None:
    vault = household.sit_down("a")
    code = vault.new_own_sheet(household.secrets["a"])
    assert refusal(lambda: vault.new_own_sheet(household.secrets["b"])) == "box.not_yours"
    assert unwrap_own_sheet(household.files, code).partner == "a"
    old = household.own_sheets["a"]
    assert refusal(lambda: unwrap_own_sheet(household.files, old)) == "sheet.wrong"


def test_a_new_shared_sheet_makes_the_old_paper_worthless(household: Household) -> None:
    code = household.sit_down("b").new_shared_sheet()
    assert unwrap_shared_sheet(household.files, code).partner is None
    old = household.shared_sheet
    assert refusal(lambda: unwrap_shared_sheet(household.files, old)) == "sheet.wrong"


def test_a_partner_who_lost_everything_gets_new_keys_and_the_other_is_told(
    household: Household,
) -> None:
    vault = household.sit_down("b")
    with vault.work() as work:
        work.box.put("note.draft", "d1", {"text": "sealed for ever"})
    vault = household.sit_down("a")
    again = NewPartner("Bilal", "cup", "teal", NEW)
    prepared = prepare_partner(again, KdfCost(64, 3))
    assert refusal(lambda: vault.enrol_again("a", prepared)) == "vault.seat_yours"
    assert refusal(lambda: vault.enrol_second(prepared)) == "vault.seat_taken"
    sheets = vault.enrol_again("b", prepared)
    assert vault.pair.b is not None
    assert vault.pair.b.symbol == "cup"
    assert len(vault.signing_keys) == 3
    household.close()
    old = lambda: open_vault(  # noqa: E731
        household.files, household.secrets["b"], household.clock, household.sets
    )
    assert refusal(old) == "secret.outdated"
    fresh = unwrap_own_sheet(household.files, sheets.own)
    vault = open_vault(household.files, fresh, household.clock, household.sets)
    assert vault.warnings == ()
    with vault.read() as reader:
        assert reader.box.list("note.draft") == []
        assert reader.box.unreadable() == ["d1"]
    with vault.work() as work:
        work.box.put("note.draft", "d2", {"text": "new"})
        assert work.box.delete("d1")
    with vault.read() as reader:
        assert reader.box.unreadable() == []
        assert reader.box.agrees_with_ledger()
    vault.close()
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert [w.code for w in vault.warnings] == ["vault.partner_key_replaced"]
    theirs = next(k.public for k in vault.signing_keys if k.partner == "b" and k.last is None)
    cheap = KdfCost(64, 3)
    vault.apply_passphrase(rewrap(secrets, AYESHA.passphrase, cheap, accept_partner_key=theirs))
    vault.close()
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert vault.warnings == ()
    vault.close()


def test_a_cheap_ring_is_wrapped_anew_once_the_defaults_rise(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unwrapping, "RAISE_BELOW_MIB", 65)
    monkeypatch.setattr(unwrapping, "default_cost", lambda: KdfCost(65, 3))
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    open_vault(household.files, secrets, household.clock, household.sets).close()
    header = read_copies(household.files).newest
    assert header.partners["a"].kdf.cost() == KdfCost(65, 3)
    assert header.partners["b"].kdf.cost() == KdfCost(64, 3)
    assert unwrap_passphrase(household.files, "a", AYESHA.passphrase).renewed is None


def test_a_small_machine_pays_half(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "_machine_memory", lambda: 3 * 1024**3)
    assert default_cost() == KdfCost(128, 3)
    monkeypatch.setattr(kdf, "_machine_memory", lambda: 8 * 1024**3)
    assert default_cost() == KdfCost(256, 3)
    monkeypatch.setattr(kdf, "_machine_memory", lambda: None)
    assert default_cost() == KdfCost(256, 3)


@pytest.mark.parametrize(
    ("mebibytes", "wanted"),
    [
        pytest.param(3_790, 128, id="a laptop sold with 4 GB, as Linux counts it"),
        pytest.param(4_095, 128, id="just under 4 GiB"),
        pytest.param(4_096, 256, id="4 GiB"),
        pytest.param(15_900, 256, id="16 GB"),
    ],
)
def test_the_price_follows_the_memory_that_the_system_tells(
    monkeypatch: pytest.MonkeyPatch, mebibytes: int, wanted: int
) -> None:
    told = {"SC_PHYS_PAGES": mebibytes * 256, "SC_PAGE_SIZE": 4096}
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "sysconf", told.__getitem__, raising=False)
    assert default_cost() == KdfCost(wanted, 3)


@pytest.mark.parametrize("cost", [(63, 3), (1025, 3), (64, 2), (64, 13)])
def test_a_cost_out_of_bounds_is_refused(cost: tuple[int, int]) -> None:
    assert refusal(lambda: KdfCost(*cost)) == "vault.kdf_bounds"


def test_too_little_memory_is_not_a_wrong_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    from nacl.pwhash import argon2id

    def no_room(*_args: object, **_more: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(argon2id, "kdf", no_room)
    assert refusal(lambda: derive("x", bytes(16), KdfCost(64, 3))) == "vault.memory"


def test_nothing_secret_shows_in_a_repr(household: Household) -> None:
    secrets = household.secrets["a"]
    assert secrets.keyring is not None
    shown = repr(secrets) + repr(secrets.keyring) + repr(AYESHA.as_new())
    for hidden in (secrets.vault_key, secrets.keyring.draft, secrets.keyring.kem):
        assert hidden.hex() not in shown
        assert repr(hidden)[2:-1] not in shown
    assert AYESHA.passphrase not in shown


kinds = st.sampled_from(["own", "shared"])
paper = st.binary(min_size=20, max_size=20)


@given(kinds, paper, st.randoms())
def test_a_code_is_read_as_people_copy_it(
    kind: sheet_code.SheetKind, secret: bytes, chance: object
) -> None:
    code = sheet_code.write_code(kind, secret)
    assert len(code) == 44
    assert sheet_code.read_code(kind, code) == secret
    sloppy = code.lower().replace("0", "o").replace("1", "l").replace("-", " ")
    assert sheet_code.read_code(kind, f"  {sloppy}\n") == secret


@given(kinds, paper, st.integers(0, 35), st.integers(1, 31))
def test_a_mistyped_letter_is_noticed(
    kind: sheet_code.SheetKind, secret: bytes, place: int, shift: int
) -> None:
    letters = list(sheet_code.write_code(kind, secret).replace("-", ""))
    alphabet = sheet_code._ALPHABET
    letters[place] = alphabet[(alphabet.index(letters[place]) + shift) % 32]
    with pytest.raises(ExpectedError):
        sheet_code.read_code(kind, "".join(letters))


def test_a_code_that_is_none_says_why() -> None:
    code = sheet_code.write_code("own", bytes(20))
    assert refusal(lambda: sheet_code.read_code("own", code[:-1])) == "sheet.length"
    assert refusal(lambda: sheet_code.read_code("own", code + "U")) == "sheet.letter"
    assert refusal(lambda: sheet_code.read_code("own", "")) == "sheet.length"
    assert refusal(lambda: sheet_code.read_code("shared", code)) == "sheet.other_kind"
    code = sheet_code.write_code("own", bytes(range(20)))
    swapped = code[5:10] + code[:5] + code[10:]
    assert refusal(lambda: sheet_code.read_code("own", swapped)) == "sheet.mistyped"
