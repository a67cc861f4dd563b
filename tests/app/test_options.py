# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line is a contract."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bondsdesk import __version__
from bondsdesk.app.options import UsageError, read_options


def run_bondsdesk(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bondsdesk", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_nothing_said_means_run_in_the_usual_place() -> None:
    options = read_options([], {})
    assert (options.command, options.data_dir, options.language) == ("run", None, None)


def test_the_folder_comes_from_the_option_before_the_environment() -> None:
    told = {"BONDSDESK_DATA_DIR": "/there"}
    assert read_options([], told).data_dir == Path("/there")
    assert read_options(["--data-dir", "/here"], told).data_dir == Path("/here")


def test_a_relative_folder_is_kept_as_an_absolute_one() -> None:
    data_dir = read_options(["--data-dir", "here"], {}).data_dir
    assert data_dir is not None
    assert data_dir.is_absolute()


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["--self-test"], "self-test"),
        (["--version"], "version"),
        (["check"], "check"),
        (["check", "--data-dir", "x"], "check"),
        (["--data-dir", "x", "check"], "check"),
    ],
)
def test_commands(arguments: list[str], command: str) -> None:
    assert read_options(arguments, {}).command == command


@pytest.mark.parametrize(
    "arguments",
    [["--nonsense"], ["--lang", "en"], ["--language", "fr"], ["explode"], ["--data-dir"]],
)
def test_anything_else_is_a_usage_error_of_one_line(arguments: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        read_options(arguments, {})
    assert "\n" not in str(caught.value)


def test_an_unknown_option_ends_with_code_2_and_one_line() -> None:
    ended = run_bondsdesk("--nonsense")
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1


def test_the_version_is_one_line() -> None:
    ended = run_bondsdesk("--version")
    assert (ended.returncode, ended.stdout) == (0, f"Bondsdesk {__version__}\n")


def test_without_a_display_it_says_so_in_one_sentence(tmp_path: Path) -> None:
    ended = run_bondsdesk(
        "--data-dir",
        str(tmp_path),
        QT_QPA_PLATFORM="xcb",
        DISPLAY="",
        WAYLAND_DISPLAY="",
        XDG_CONFIG_HOME=str(tmp_path / "config"),
    )
    assert ended.returncode == 1
    assert ended.stderr == "Bondsdesk needs a screen to show its window, and found none.\n"
