# SPDX-License-Identifier: GPL-3.0-or-later
"""One version everywhere, a workflow that calls what there is, a table that tells the truth."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from bondsdesk import __version__

TOP = Path(__file__).resolve().parents[2]
WORKFLOW = TOP / ".github" / "workflows" / "release.yml"
SCRIPTS = TOP / "packaging" / "release"


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *patterns], cwd=TOP, check=True, capture_output=True, text=True
    )
    return [TOP / name for name in filter(None, listed.stdout.split("\0"))]


def test_the_version_is_written_once_and_filled_in_elsewhere() -> None:
    allowed = {
        TOP / "bondsdesk" / "__init__.py",
        TOP / "CHANGELOG.md",
        TOP / "docs" / "releases" / f"{__version__}.md",
    }
    written = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    named = [
        path.relative_to(TOP).as_posix()
        for path in tracked("packaging", "docs", "*.md", ".github", "resources/content")
        if path not in allowed
        and path.suffix not in (".png", ".svg", ".txt", ".lock", ".json")
        and written.search(path.read_text(encoding="utf-8", errors="replace"))
        and re.search(r"bondsdesk.{0,40}" + re.escape(__version__), path.read_text("utf-8"), re.I)
    ]
    assert named == []


def test_the_list_of_changes_begins_with_what_is_not_released_or_with_this_version() -> None:
    changelog = (TOP / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    assert headings[0] == "Unreleased"
    released = [heading.split(" - ")[0] for heading in headings[1:]]
    assert released == sorted(released, key=lambda v: [int(n) for n in v.split(".")], reverse=True)
    if released:
        assert released[0] == __version__
        assert re.fullmatch(r".+ - \d{4}-\d\d-\d\d", headings[1])


def test_a_tag_of_another_version_is_refused() -> None:
    script = SCRIPTS / "same_version.sh"
    assert subprocess.run(["bash", script, f"v{__version__}"], check=False).returncode == 0
    wrong = subprocess.run(["bash", script, "v99.0.0"], check=False, capture_output=True, text=True)
    assert wrong.returncode == 1
    assert __version__ in wrong.stderr


def test_the_workflow_calls_scripts_that_are_there() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    called = set(re.findall(r"packaging/[\w./-]+\.(?:sh|py|ps1)", text))
    assert called
    assert [name for name in sorted(called) if not (TOP / name).is_file()] == []


def test_only_the_forge_s_own_actions_are_used_and_no_certificate_lies_here() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@(v\d+|[0-9a-f]{40})", action) for action in used)
    secrets = [p for p in tracked() if p.suffix in {".p12", ".pfx", ".pem", ".key", ".p8", ".cer"}]
    assert secrets == []


@pytest.mark.parametrize("name", ["RELEASING.md", "README.md", "docs/guide.md", "docs/guide.ur.md"])
def test_every_script_and_file_that_the_papers_name_is_there(name: str) -> None:
    text = (TOP / name).read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:packaging|docs|tests|bondsdesk)/[\w./-]+\.\w+", text))
    assert [path for path in sorted(named) if not (TOP / path).exists()] == []


def table(out: Path) -> str:
    done = subprocess.run(
        [sys.executable, str(SCRIPTS / "table.py"), str(out)],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_the_table_names_each_artefact_with_its_sum_and_every_place_it_was_tried(
    tmp_path: Path,
) -> None:
    (tmp_path / "bondsdesk_1_amd64.deb").write_bytes(b"deb")
    (tmp_path / "bondsdesk-1.x86_64.rpm").write_bytes(b"rpm")
    (tmp_path / "SHA256SUMS").write_text("", encoding="utf-8")
    (tmp_path / "results.txt").write_text(
        "bondsdesk_1_amd64.deb|Debian 12|fine\n"
        "bondsdesk_1_amd64.deb|Debian 13|NOT fine\n"
        "macOS program|not built here|untested\n",
        encoding="utf-8",
    )
    text = table(tmp_path)
    rows = [[c.strip() for c in line.strip("|").split("|")] for line in text.splitlines()[4:]]
    sum_ = hashlib.sha256(b"deb").hexdigest()
    assert ["bondsdesk_1_amd64.deb", "0.0", f"`{sum_}`", "Debian 12", "fine"] in rows
    assert ["", "", "", "Debian 13", "NOT fine"] in rows
    assert ["macOS program", "-", "-", "not built here", "untested"] in rows
    assert [row[0] for row in rows].count("bondsdesk-1.x86_64.rpm") == 1
    assert not any(row[0] in ("SHA256SUMS", "results.txt") for row in rows)


def test_every_shell_script_stops_at_the_first_fault_and_names_its_licence() -> None:
    sourced = {"setup.sh", "parts.sh", "wine.sh"}
    careless = [
        path.relative_to(TOP).as_posix()
        for path in (*tracked("*.sh"), TOP / ".ci" / "run")
        if "SPDX-License-Identifier" not in path.read_text(encoding="utf-8")[:200]
        or (path.name not in sourced and "\nset -euo pipefail\n" not in path.read_text("utf-8"))
    ]
    assert careless == []


def test_a_package_that_grew_too_large_or_a_bill_without_a_licence_is_told(tmp_path: Path) -> None:
    part = {"name": "Kettle", "version": "2.0", "purl": "pkg:generic/kettle@2.0"}
    bill = {"metadata": {"component": {"name": "Bondsdesk"}}, "components": [part]}
    (tmp_path / "bondsdesk-1-linux.cdx.json").write_text(json.dumps(bill), encoding="utf-8")
    top = tmp_path / "bondsdesk-1-licences" / "linux"
    (top / "Kettle").mkdir(parents=True)
    (top / "README.txt").write_text("Kettle  2.0  MIT  Kettle/\n", encoding="utf-8")
    (top / "Kettle" / "LICENSE").write_text("Permission is granted.\n", encoding="utf-8")
    with (tmp_path / "a-setup.exe").open("wb") as setup:
        setup.truncate(61_000_000)
    (tmp_path / "a.deb").write_bytes(b"deb")

    def look() -> subprocess.CompletedProcess[str]:
        with tarfile.open(tmp_path / "bondsdesk-1-licences.tar.xz", "w:xz") as archive:
            archive.add(top.parent, top.parent.name)
        return subprocess.run(
            [sys.executable, str(SCRIPTS / "look.py"), str(tmp_path)],
            check=False,
            capture_output=True,
            text=True,
        )

    large = look()
    assert large.returncode == 1
    assert large.stderr == "look: a-setup.exe: 61.0 MB of 60\n"
    (tmp_path / "a-setup.exe").write_bytes(b"MZ")
    assert look().returncode == 0
    (top / "Kettle" / "LICENSE").unlink()
    silent = look()
    assert silent.returncode == 1
    assert "Kettle has no licence text" in silent.stderr
