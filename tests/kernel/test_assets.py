# SPDX-License-Identifier: GPL-3.0-or-later
"""Resources are found beside a checkout and inside an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from bondsdesk.kernel import assets


def test_a_checkout_reads_its_own_resources() -> None:
    assert assets.asset("fonts", "OFL.txt").is_file()
    assert "SIL OPEN FONT LICENSE" in assets.read_text("fonts", "OFL.txt")


def test_an_installed_package_reads_what_it_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    assets.resources.cache_clear()
    try:
        assert assets.resources() == tmp_path / "resources"
    finally:
        assets.resources.cache_clear()


def test_a_missing_file_is_a_broken_installation() -> None:
    with pytest.raises(FileNotFoundError):
        assets.read_text("no", "such", "file")
