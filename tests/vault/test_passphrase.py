# SPDX-License-Identifier: GPL-3.0-or-later
"""Passphrases: what is offered, what is taken, what is refused and why."""

from __future__ import annotations

import pytest

from bondsdesk.vault.passphrase import judge, offer_words, word_list


def test_the_list_is_as_long_as_promised_and_typed_easily() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == 7_776
    assert all(w.isascii() and w.islower() and 4 <= len(w) <= 8 for w in words)


def test_five_words_are_offered_and_they_differ_each_time() -> None:
    first, second = offer_words(), offer_words()
    assert len(first) == 5
    assert set(first) <= set(word_list())
    assert first != second


def test_offered_words_are_always_strong() -> None:
    for _ in range(20):
        strength = judge(" ".join(offer_words()))
        assert strength.accepted
        assert strength.score == 4


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", "empty"),
        ("     ", "empty"),
        ("chai123", "short"),
        ("ayeshabilal", "name"),
        ("aaaaaaaaaaaaaaaa", "repeated"),
        ("qwertyuiop[]", "keyboard"),
        ("password password", "common"),
        ("x" * 201, "long"),
    ],
)
def test_a_weak_one_is_refused_with_its_reason(passphrase: str, reason: str) -> None:
    strength = judge(passphrase, known=("Ayesha", "Bilal"))
    assert not strength.accepted
    assert strength.reason == reason


@pytest.mark.parametrize(
    "passphrase",
    [
        "the gate squeaks when Dada prays",
        "چائے کے ساتھ شام کی بارش اور ہم",
        "Tr0ub4dor&3 horse staple",
    ],
)
def test_a_good_sentence_of_ones_own_is_taken_in_either_language(passphrase: str) -> None:
    assert judge(passphrase).accepted
