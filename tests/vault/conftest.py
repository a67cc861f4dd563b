# SPDX-License-Identifier: GPL-3.0-or-later
"""The vault's tests use one plain table of notes, so they do not wait for any room."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bondsdesk.kernel.migration import MigrationSet
from tests.vault.notes import NOTES


@pytest.fixture(scope="session")
def migration_sets() -> Sequence[MigrationSet]:
    """One owner with one table and its search index."""
    return (NOTES,)
