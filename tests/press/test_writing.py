# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence
from bondsdesk.press.writing import write_pdf


def test_a_written_file_is_whole_and_alone(tmp_path: Path) -> None:
    target = tmp_path / "keepsake.pdf"
    target.write_bytes(b"older")
    write_pdf(target, b"%PDF new")
    assert target.read_bytes() == b"%PDF new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    "case", ["missing folder", "folder in the way", "file as folder", "no name"]
)
def test_a_place_that_cannot_be_written_gets_one_sentence_and_nothing_is_left(
    tmp_path: Path, case: str
) -> None:
    (tmp_path / "taken.pdf").mkdir()
    (tmp_path / "file").write_bytes(b"")
    path = {
        "missing folder": tmp_path / "nowhere" / "a.pdf",
        "folder in the way": tmp_path / "taken.pdf",
        "file as folder": tmp_path / "file" / "a.pdf",
        "no name": tmp_path / "a\0.pdf",
    }[case]
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ExpectedError) as caught:
        write_pdf(path, b"%PDF")
    assert caught.value.code == "pdf.cannot_write"
    assert "folder" in sentence(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_full_disk_leaves_the_older_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "keepsake.pdf"
    target.write_bytes(b"older")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bondsdesk.press.writing.os.fsync", full)
    with pytest.raises(ExpectedError):
        write_pdf(target, b"%PDF new")
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]
