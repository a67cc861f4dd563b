# SPDX-License-Identifier: GPL-3.0-or-later
"""One's own symbol and colour: in every copy of the header, and never the other partner's."""

from __future__ import annotations

from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import read_threshold, rewrap, unwrap_passphrase
from tests.people import AYESHA, BILAL, Household
from tests.vault.codes import refusal


def shown(household: Household) -> dict[str, tuple[str, str]]:
    """Return what the lock screen shows."""
    slots = read_threshold(household.files).slots
    return {slot.partner: (slot.symbol, slot.colour) for slot in slots}


def test_another_symbol_and_colour_stand_in_every_copy_and_after_a_lock(
    household: Household,
) -> None:
    vault = household.sit_down("a")
    vault.change_look("a", "bird", "teal")
    assert (vault.pair.a.symbol, vault.pair.a.colour) == ("bird", "teal")
    household.close()
    assert shown(household) == {"a": ("bird", "teal"), "b": (BILAL.symbol, BILAL.colour)}
    files = household.files
    assert files.header.read_bytes() == files.mirror.read_bytes()
    assert files.header.read_bytes() == files.config_header.read_bytes()
    vault = household.sit_down("b")
    assert vault.warnings == ()
    assert (vault.pair.a.symbol, vault.pair.a.colour) == ("bird", "teal")


def test_the_others_symbol_or_colour_cannot_be_taken(household: Household) -> None:
    vault = household.sit_down("a")
    before = household.files.header.read_bytes()
    assert refusal(lambda: vault.change_look("a", BILAL.symbol, "teal")) == "vault.look_taken"
    assert refusal(lambda: vault.change_look("a", "bird", BILAL.colour)) == "vault.look_taken"
    assert household.files.header.read_bytes() == before


def test_nobody_changes_how_the_other_looks(household: Household) -> None:
    vault = household.sit_down("a")
    assert refusal(lambda: vault.change_look("b", "bird", "teal")) == "box.not_yours"


def test_a_new_passphrase_prepared_before_does_not_bring_the_old_symbol_back(
    household: Household, cheap_kdf: KdfCost
) -> None:
    vault = household.sit_down("a")
    secrets = unwrap_passphrase(household.files, "a", AYESHA.passphrase)
    rewrapped = rewrap(secrets, "seven quiet lanterns over copper water", cheap_kdf)
    vault.change_look("a", "bird", "teal")
    vault.apply_passphrase(rewrapped)
    household.close()
    assert shown(household)["a"] == ("bird", "teal")
    assert (
        unwrap_passphrase(household.files, "a", "seven quiet lanterns over copper water").partner
        == "a"
    )
