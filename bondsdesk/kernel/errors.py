# SPDX-License-Identifier: GPL-3.0-or-later
"""Two kinds of errors: the world's fault has a code and a sentence; anything else is a bug."""

from __future__ import annotations


class ExpectedError(Exception):
    """Something the world did: a full disk, a wrong secret, a text that is too long.

    `code` is a dotted name ("vault.damaged", "note.too_long"); `params` fill the places of its
    sentence. Neither ever holds what a person wrote. The sentence lives in kernel/sentences.py,
    or beside the page for codes that only one room uses.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
