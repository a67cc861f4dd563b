# SPDX-License-Identifier: GPL-3.0-or-later
"""A file is there whole, or as it was before."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from bondsdesk.app.export.writing import write_whole
from bondsdesk.kernel.errors import ExpectedError


def test_a_saved_file_holds_the_bytes_and_is_its_owners_own(tmp_path: Path) -> None:
    target = tmp_path / "keepsake.pdf"
    write_whole(target, b"%PDF")
    assert target.read_bytes() == b"%PDF"
    assert list(tmp_path.iterdir()) == [target]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_folder_that_is_gone_is_one_expected_error(tmp_path: Path) -> None:
    with pytest.raises(ExpectedError) as caught:
        write_whole(tmp_path / "gone" / "keepsake.pdf", b"%PDF")
    assert caught.value.code == "export.not_writable"
    assert caught.value.params == {"place": str(tmp_path / "gone")}


def test_a_folder_in_the_place_of_the_file_is_one_expected_error(tmp_path: Path) -> None:
    (tmp_path / "keepsake.pdf").mkdir()
    with pytest.raises(ExpectedError, match=r"export\.not_writable"):
        write_whole(tmp_path / "keepsake.pdf", b"%PDF")
    assert [each.name for each in tmp_path.iterdir()] == ["keepsake.pdf"]


def test_a_full_disk_leaves_the_older_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "keepsake.pdf"
    target.write_bytes(b"the older one")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExpectedError, match=r"export\.disk_full"):
        write_whole(target, b"%PDF")
    assert target.read_bytes() == b"the older one"
    assert list(tmp_path.iterdir()) == [target]
