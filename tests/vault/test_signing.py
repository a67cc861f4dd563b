# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing for one act with a passphrase, and telling valid signatures from others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import prepare_partner
from bondsdesk.vault.signing import Signing, fingerprint, verify
from bondsdesk.vault.vault import Vault
from tests.people import AYESHA, BILAL


def test_a_signature_verifies_under_its_signers_key_only(vault: Vault) -> None:
    message = b"we put the phones away"
    signature = Signing(vault.files, "b", message, BILAL.passphrase)()
    keys = vault.signing_keys
    assert verify(keys["b"].current, message, signature)
    assert not verify(keys["a"].current, message, signature)
    assert not verify(keys["b"].current, message + b".", signature)
    assert not verify(keys["b"].current, message, signature[:-1])
    assert not verify(b"", message, signature)


def test_nobody_signs_with_the_others_passphrase(vault: Vault) -> None:
    act = Signing(vault.files, "a", b"x", BILAL.passphrase)
    assert BILAL.passphrase not in repr(act)
    for wrong in (act, replace(act, passphrase="")):
        with pytest.raises(ExpectedError) as told:
            wrong()
        assert told.value.code == "secret.wrong"


def test_a_replaced_key_is_remembered(
    as_partner: Callable[[PartnerId], Vault], cheap_kdf: KdfCost
) -> None:
    vault = as_partner("a")
    before = vault.signing_keys["b"].current
    vault.enrol_again("b", prepare_partner(BILAL.as_new(), cheap_kdf))
    now = vault.signing_keys["b"]
    assert now.retired == (before,)
    assert now.current != before
    assert vault.signing_keys["a"].retired == ()


def test_a_fingerprint_can_be_read_aloud(vault: Vault) -> None:
    short = fingerprint(vault.signing_keys[AYESHA.id].current)
    assert [len(group) for group in short.split()] == [4, 4, 4, 4]
