# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed elsewhere is the whole program: it runs from a wheel, far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installer does."""
    built = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
        cwd=TOP,
        check=True,
        capture_output=True,
    )
    (wheel,) = built.glob("bondsdesk-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(built / "site")
    return built / "site"


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program from another folder, without the checkout on its path."""
    program = (
        f"import sys; sys.path[:] = [{str(site)!r}] + [p for p in sys.path if p != {str(TOP)!r}];"
        f"sys.argv = ['bondsdesk', *{list(arguments)!r}];"
        "from bondsdesk.__main__ import main; sys.exit(main())"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=site.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_carries_everything_that_is_not_python(installed: Path) -> None:
    ours = {p.relative_to(TOP) for p in (TOP / "resources").rglob("*") if p.is_file()}
    carried = {
        Path("resources") / p.relative_to(installed / "bondsdesk" / "resources")
        for p in (installed / "bondsdesk" / "resources").rglob("*")
        if p.is_file()
    }
    assert ours == carried
    assert not list(installed.rglob("tests"))


def test_the_installed_program_passes_its_self_test(installed: Path) -> None:
    done = run(installed, "--self-test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert "are fine" in done.stdout
    assert done.stderr == ""


def test_the_installed_program_tells_its_version_and_refuses_unknown_options(
    installed: Path,
) -> None:
    from bondsdesk import __version__

    assert __version__ in run(installed, "--version").stdout
    refused = run(installed, "--no-such-option")
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1
