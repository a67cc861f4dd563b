# SPDX-License-Identifier: GPL-3.0-or-later
"""The slow parts around a passphrase, for a worker thread. They hold no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bondsdesk.kernel.people import PartnerId

if TYPE_CHECKING:
    from bondsdesk.vault.files import VaultFiles
    from bondsdesk.vault.unwrapping import Rewrapped, Secrets


@dataclass(frozen=True, slots=True)
class Unwrapping:
    """Open a partner's keys with a passphrase. Raises ExpectedError "secret.wrong"."""

    files: VaultFiles
    partner: PartnerId
    passphrase: str = field(repr=False)

    def __call__(self) -> Secrets:
        """Do it; about half a second."""
        from bondsdesk.vault.unwrapping import unwrap_passphrase

        return unwrap_passphrase(self.files, self.partner, self.passphrase)


@dataclass(frozen=True, slots=True)
class Rewrapping:
    """Open the keys with the old passphrase, lock them up with the new one."""

    opening: Unwrapping
    new: str = field(repr=False)

    def __call__(self) -> Rewrapped:
        """Do it; about a second."""
        from bondsdesk.vault.unwrapping import rewrap

        return rewrap(self.opening(), self.new)


@dataclass(frozen=True, slots=True)
class Accepting:
    """Open the keys and lock them up again with the other's new signing key among them."""

    opening: Unwrapping
    partner_key: bytes

    def __call__(self) -> Rewrapped:
        """Do it; about a second."""
        from bondsdesk.vault.unwrapping import rewrap

        opening = self.opening
        return rewrap(opening(), opening.passphrase, accept_partner_key=self.partner_key)
