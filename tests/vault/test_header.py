# SPDX-License-Identifier: GPL-3.0-or-later
"""The key slots survive damage of any copy; nothing that was changed passes for what it was."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import COLOURS, SYMBOLS
from bondsdesk.vault import files as files_module
from bondsdesk.vault.aead import SealedBytes
from bondsdesk.vault.envelope import DamagedEnvelopeError, NewerFormatError, write_envelope
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.header import Header, Kdf, Retired, SlotEntry, parse_header
from bondsdesk.vault.header_copies import read_copies, save_header
from bondsdesk.vault.opening import open_vault, read_threshold, rewrap, unwrap_passphrase
from bondsdesk.vault.vault_key import authenticated
from tests.people import AYESHA, BILAL, Household
from tests.vault.codes import refusal


def _rewrite(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a header as somebody who has no vault key would: the checksum is right again."""
    document = json.loads(path.read_bytes().split(b"\n")[0])
    change(document)
    path.write_bytes(write_envelope(document))


def _everywhere(files: VaultFiles, change: Callable[[dict[str, Any]], None]) -> None:
    for path in (files.header, files.mirror):
        _rewrite(path, change)
    files.config_header.unlink(missing_ok=True)


def write_raw(line: bytes) -> bytes:
    """Return bytes with a right checksum around any line."""
    return line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"


hexes = st.binary(min_size=32, max_size=32)
boxes = st.builds(
    SealedBytes, st.binary(min_size=24, max_size=24), st.binary(min_size=16, max_size=300)
)
slots = st.builds(
    SlotEntry,
    symbol=st.sampled_from(SYMBOLS),
    colour=st.sampled_from(COLOURS),
    kem=hexes,
    sig=hexes,
    kdf=st.builds(
        Kdf,
        st.integers(0, 2**40),
        st.integers(0, 99),
        st.integers(0, 9),
        st.binary(min_size=16, max_size=16),
    ),
    ring=boxes,
    own_code=st.none() | boxes,
)
headers = st.builds(
    Header,
    vault_id=st.binary(min_size=16, max_size=16).map(bytes.hex),
    epoch=st.integers(0, 2**60),
    db_salt=st.binary(min_size=16, max_size=16),
    partners=st.fixed_dictionaries({"a": slots}, optional={"b": slots}),
    recovery=st.none() | hexes,
    vault_key=st.dictionaries(
        st.sampled_from(["a", "b", "recovery"]), st.binary(min_size=1, max_size=120)
    ),
    retired=st.lists(
        st.builds(Retired, st.sampled_from(["a", "b"]), hexes, st.integers(0, 2**40))
    ).map(tuple),
    mac=hexes,
    vault_key_next=st.none(),
    extra=st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])).map("x_".__add__),
        st.integers() | st.none() | st.booleans(),
        max_size=3,
    ),
)


@given(headers)
def test_a_header_reads_back_as_it_was_written(header: Header) -> None:
    content = header.to_bytes()
    assert parse_header(content) == header
    assert parse_header(content).to_bytes() == content
    assert content.count(b"\n") == 2


@given(headers, st.data())
def test_any_changed_byte_is_seen(header: Header, data: st.DataObject) -> None:
    content = bytearray(header.to_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DamagedEnvelopeError):
        parse_header(bytes(content))


@given(st.binary(max_size=400) | st.binary(max_size=300).map(write_raw))
def test_any_bytes_at_all_are_refused_calmly(content: bytes) -> None:
    with pytest.raises((DamagedEnvelopeError, NewerFormatError)):
        parse_header(content)


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 30_000,
        b"1" * 30_000,
        b'{"app":"bondsdesk","format":1,"epoch":NaN}',
        b'{"app":"bondsdesk","app":"bondsdesk","format":1}',
        b'{"app":"bondsdesk","format":true}',
        b'{"app":"bondsdesk","format":0}',
        b'{"app":"other","format":1}',
        b'{"app":"\\ud800","format":1}',
        b"null",
    ],
)
def test_odd_json_with_a_right_checksum_is_damage(line: bytes) -> None:
    with pytest.raises(DamagedEnvelopeError):
        parse_header(write_raw(line))


@given(headers, st.data())
def test_a_missing_or_odd_field_is_damage_and_never_a_crash(
    header: Header, data: st.DataObject
) -> None:
    document = {**header.document(), "mac": header.mac.hex()}
    fields = [f for f in document if f not in header.extra and f not in ("app", "format")]
    field = data.draw(st.sampled_from(sorted(set(fields) - {"vault_key_next"})))
    document[field] = data.draw(
        st.sampled_from([{}, "zz", -1, 1.5, [[]], [{}], "00", {"a": 1}, {"a": {}, "b": None}])
    )
    with pytest.raises(DamagedEnvelopeError):
        parse_header(write_raw(canonical_json(document)))


def test_every_byte_of_a_copy_flipped_is_seen_and_another_copy_opens(household: Household) -> None:
    files = household.files
    good = files.header.read_bytes()
    expected = read_copies(files).newest
    for place in range(len(good)):
        broken = bytearray(good)
        broken[place] ^= 0x01
        with pytest.raises(DamagedEnvelopeError):
            parse_header(bytes(broken))
        if place % 60 == 0:
            files.header.write_bytes(bytes(broken))
            copies = read_copies(files)
            assert copies.needs_healing
            assert copies.newest == expected


@pytest.mark.parametrize("damage", [b"", b"x", None])
@pytest.mark.parametrize("copy", ["header", "mirror"])
def test_a_lost_copy_is_healed_at_the_next_unlock_and_told_once(
    household: Household, damage: bytes | None, copy: str
) -> None:
    files = household.files
    path: Path = getattr(files, copy)
    household.sit_down("a").close()
    good = files.header.read_bytes()
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    assert read_threshold(files).healed
    vault = household.sit_down("a")
    assert [w.code for w in vault.warnings] == ["vault.header_healed"]
    assert files.header.read_bytes() == files.mirror.read_bytes() == good
    assert household.sit_down("b").warnings == ()
    assert not read_threshold(files).healed


def test_with_both_copies_lost_the_third_opens_the_vault(household: Household) -> None:
    household.sit_down("a")
    household.close()
    household.files.header.write_bytes(b"gone")
    household.files.mirror.unlink()
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert vault.pair.name_of("b") == "Bilal"
    vault.close()
    assert household.files.header.read_bytes() == household.files.config_header.read_bytes()


def test_with_every_copy_damaged_it_says_damaged_and_names_the_backups(
    household: Household,
) -> None:
    household.sit_down("a").backup()
    household.close()
    for path in (household.files.header, household.files.mirror, household.files.config_header):
        path.write_bytes(b"not a header at all")
    with pytest.raises(ExpectedError) as caught:
        unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    assert caught.value.code == "vault.header_damaged"
    assert caught.value.params["backups"] == str(household.files.backups)
    assert refusal(lambda: read_threshold(household.files)) == "vault.header_damaged"


def test_with_no_copy_at_all_it_says_missing(household: Household) -> None:
    for path in (household.files.header, household.files.mirror, household.files.config_header):
        path.unlink(missing_ok=True)
    assert household.files.present()
    assert refusal(lambda: read_threshold(household.files)) == "vault.header_missing"


def test_a_newer_format_is_refused_politely(household: Household) -> None:
    _everywhere(household.files, lambda d: d.update(format=2))
    assert refusal(lambda: read_threshold(household.files)) == "vault.newer"
    assert refusal(lambda: unwrap_passphrase(household.files, "a", "any")) == "vault.newer"


def _swap_slots(d: dict[str, Any]) -> None:
    d["partners"]["a"], d["partners"]["b"] = d["partners"]["b"], d["partners"]["a"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda d: d.update(epoch=d["epoch"] + 7), "vault.header_changed"),
        (lambda d: d.update(surprise=1), "vault.header_changed"),
        (lambda d: d["partners"]["a"].update(sig="ab" * 32), "vault.header_changed"),
        (lambda d: d["partners"]["a"].update(kem="ab" * 32), "vault.header_changed"),
        (lambda d: d["partners"]["b"].update(colour="rose"), "vault.header_changed"),
        (lambda d: d["vault_key"].update(a=d["vault_key"]["b"]), "vault.header_changed"),
        (lambda d: d.update(vault_id="00" * 16), "secret.wrong"),
        (_swap_slots, "secret.wrong"),
        (lambda d: d["partners"]["a"]["kdf"].update(m=8), "vault.kdf_bounds"),
        (lambda d: d["partners"]["a"]["kdf"].update(m=8 * 1024**2), "vault.kdf_bounds"),
        (lambda d: d["partners"]["a"]["kdf"].update(t=1), "vault.kdf_bounds"),
        (lambda d: d["partners"]["a"]["kdf"].update(t=1000), "vault.kdf_bounds"),
        (lambda d: d["partners"]["a"]["kdf"].update(p=4), "vault.kdf_bounds"),
    ],
)
def test_what_somebody_changed_is_refused_with_its_own_message(
    household: Household, change: Callable[[dict[str, Any]], None], code: str
) -> None:
    _everywhere(household.files, change)
    began = time.perf_counter()
    assert refusal(lambda: unwrap_passphrase(household.files, "a", AYESHA.passphrase)) == code
    if code == "vault.kdf_bounds":
        assert time.perf_counter() - began < 0.05


def test_a_planted_newest_copy_does_not_hide_the_true_one(household: Household) -> None:
    """Somebody without the vault key puts a header with a huge epoch beside the true one."""
    household.sit_down("a").close()
    good = household.files.header.read_bytes()
    _rewrite(household.files.mirror, lambda d: d.update(epoch=10**6))
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert [w.code for w in vault.warnings] == ["vault.header_healed"]
    vault.close()
    assert household.files.mirror.read_bytes() == good


def test_a_field_of_a_later_version_is_kept(household: Household) -> None:
    vault_key = household.secrets["a"].vault_key
    header = read_copies(household.files).newest
    later = header._replace(extra={"later": {"x": 1}}, epoch=header.epoch + 1)
    save_header(household.files, authenticated(later, vault_key))
    vault = household.sit_down("a")
    vault.new_shared_sheet()
    assert read_copies(household.files).newest.extra == {"later": {"x": 1}}


def test_the_header_holds_no_name(household: Household) -> None:
    content = household.files.header.read_bytes()
    assert b"Ayesha" not in content
    assert b"Bilal" not in content
    assert len(content) < 8_192


@pytest.mark.parametrize("step", range(8))
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_change_of_passphrase_that_fails_anywhere_leaves_one_that_opens(
    household: Household, monkeypatch: pytest.MonkeyPatch, step: int, call: str
) -> None:
    vault = household.sit_down("a")
    new = "six other words nobody says aloud"
    rewrapped = rewrap(household.secrets["a"], new, _cheap())
    calls = {"left": step}

    def fail_now(*_args: object) -> None:
        calls["left"] -= 1
        if calls["left"] < 0:
            raise OSError(28, "No space left on device")

    names = {"write": "_write_all", "fsync": "flush_file", "replace": "replace_file"}
    original = getattr(files_module, names[call])

    def sometimes(*args: Any) -> Any:
        fail_now()
        return original(*args)

    with monkeypatch.context() as patch:
        patch.setattr(files_module, names[call], sometimes)
        applied = False
        with contextlib.suppress(ExpectedError):
            vault.apply_passphrase(rewrapped)
            applied = True
    household.close()
    works = new if applied else AYESHA.passphrase
    secrets = unwrap_passphrase(household.files, "a", works)
    open_vault(household.files, secrets, household.clock, household.sets).close()
    assert not list(household.files.data.glob("*.tmp"))
    assert (
        refusal(
            lambda: unwrap_passphrase(household.files, "a", AYESHA.passphrase if applied else new)
        )
        == "secret.wrong"
    )


def _cheap() -> Any:
    from bondsdesk.vault.kdf import KdfCost

    return KdfCost(64, 3)


def test_the_lock_screen_knows_symbols_and_colours_only(household: Household) -> None:
    threshold = read_threshold(household.files)
    shown = [(s.partner, s.symbol, s.colour, s.has_own_sheet) for s in threshold.slots]
    assert shown == [
        ("a", AYESHA.symbol, AYESHA.colour, True),
        ("b", BILAL.symbol, BILAL.colour, True),
    ]
    assert threshold.has_shared_sheet
