# SPDX-License-Identifier: GPL-3.0-or-later
"""A signature is one act of one person, and verifies for exactly what was signed."""

from __future__ import annotations

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.vault.signing import sign_once, verifies
from tests.people import AYESHA, BILAL, Household
from tests.vault.codes import refusal

TEXT = canonical_json({"type": "agreement", "text": "phones away at the table"})


def test_each_signs_with_their_passphrase_while_the_other_sits(household: Household) -> None:
    vault = household.sit_down("a")
    one = sign_once(household.files, "a", AYESHA.passphrase, TEXT)
    two = sign_once(household.files, "b", BILAL.passphrase, TEXT)
    keys = {key.partner: key.public for key in vault.signing_keys}
    assert verifies(keys["a"], TEXT, one.value)
    assert verifies(keys["b"], TEXT, two.value)
    assert (one.signer, one.public) == ("a", keys["a"])


def test_nobody_signs_for_the_other(household: Household) -> None:
    code = refusal(lambda: sign_once(household.files, "a", BILAL.passphrase, TEXT))
    assert code == "secret.wrong"


def test_a_changed_text_key_or_signature_does_not_verify(household: Household) -> None:
    signed = sign_once(household.files, "a", AYESHA.passphrase, TEXT)
    assert not verifies(signed.public, TEXT + b" ", signed.value)
    assert not verifies(bytes(32), TEXT, signed.value)
    assert not verifies(signed.public, TEXT, signed.value[::-1])
    assert not verifies(signed.public, TEXT, b"")
    assert not verifies(b"", TEXT, signed.value)
