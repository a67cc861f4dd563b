# SPDX-License-Identifier: GPL-3.0-or-later
"""The laptop of the stories, new or with a place on it already."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from bondsdesk.vault.kdf import KdfCost
from tests.fakes import FakeClock
from tests.journeys.home import Laptop
from tests.people import Household


@pytest.fixture
def laptop(
    tmp_path: Path, clock: FakeClock, cheap_kdf: KdfCost, qapp: QApplication
) -> Iterator[Laptop]:
    """A laptop on which Bondsdesk was never started; at the end it speaks English again."""
    laptop = Laptop(tmp_path / "laptop", clock, cheap_kdf)
    yield laptop
    laptop.end()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def both_live_here(household: Household, laptop: Laptop) -> None:
    """Ayesha and Bilal have their place on the laptop already."""
    shutil.copytree(household.files.data, laptop.folders.data, dirs_exist_ok=True)
