# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever gets the program gets the licences of all that is in it, and a list of it."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any, cast

import pytest

TOP = Path(__file__).resolve().parents[2]
SITE = Path(sysconfig.get_path("purelib"))
PAPERS = TOP / "packaging" / "release" / "papers.py"


def papers(tree: Path, out: Path, *libraries: Path) -> subprocess.CompletedProcess[str]:
    """Run the script as a build does; the Windows layout has its modules in lib/."""
    named = [word for library in libraries or (SITE,) for word in ("--lib", str(library))]
    return subprocess.run(
        [sys.executable, str(PAPERS), "--for", "windows", "--tree", str(tree), *named, str(out)],
        env=os.environ | {"SOURCE_DATE_EPOCH": "1790000000"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a small program: two parts of others, our own code, a font."""
    top = tmp_path / "tree"
    for name in ("nacl/__init__.py", "zxcvbn/__init__.py"):
        put(SITE / name, top / "lib" / name)
    (sodium,) = SITE.glob("nacl/_sodium*")
    put(sodium, top / "lib" / "nacl" / sodium.name)
    put(TOP / "bondsdesk" / "__init__.py", top / "lib" / "bondsdesk" / "__init__.py")
    font = "resources/fonts/BondsdeskSans-Regular.ttf"
    put(TOP / font, top / "lib" / "bondsdesk" / font)
    return top


def put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def bill(out: Path) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads((out / "bondsdesk.cdx.json").read_text("utf-8")))


def test_every_part_has_its_licence_and_stands_in_the_bill(tree: Path, tmp_path: Path) -> None:
    done = papers(tree, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    listed = bill(tmp_path / "out")
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.6")
    named = {part["name"]: part for part in listed["components"]}
    assert set(named) == {"PyNaCl", "zxcvbn", "NSIS"}
    assert [inner["name"] for inner in named["PyNaCl"]["components"]] == ["libsodium"]
    ours = listed["metadata"]["component"]
    assert [(font["name"], font["version"]) for font in ours["components"]] == [
        ("Noto Sans", "2.004")
    ]
    licences = tmp_path / "out" / "licences"
    contents = (licences / "README.txt").read_text(encoding="utf-8")
    for name in (*named, "libsodium (in PyNaCl)", "Noto Sans"):
        assert name in contents
    assert all(path.stat().st_size > 100 for path in licences.rglob("*") if path.is_file())


def test_the_same_program_gets_the_same_papers(tree: Path, tmp_path: Path) -> None:
    for name in ("once", "again"):
        assert papers(tree, tmp_path / name).returncode == 0
    first, second = (
        {p.relative_to(top): p.read_bytes() for p in sorted(top.rglob("*")) if p.is_file()}
        for top in (tmp_path / "once", tmp_path / "again")
    )
    assert first == second


def test_a_library_of_unknown_origin_stops_the_build(tree: Path, tmp_path: Path) -> None:
    (tree / "lib" / "stowaway.dll").write_bytes(b"MZ" + bytes(100))
    done = papers(tree, tmp_path / "out")
    assert done.returncode == 1
    assert "lib/stowaway.dll" in done.stderr


def test_a_module_of_unknown_origin_stops_the_build(tree: Path, tmp_path: Path) -> None:
    (tree / "lib" / "stowaway.py").write_text("x = 1\n", encoding="utf-8")
    done = papers(tree, tmp_path / "out")
    assert done.returncode == 1
    assert "module stowaway" in done.stderr


def test_a_part_without_a_licence_text_stops_the_build(tree: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    info = library / "silent-1.0.dist-info"
    info.mkdir(parents=True)
    (library / "silent.py").write_text("x = 1\n", encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: silent\nVersion: 1.0\n", "utf-8")
    (info / "RECORD").write_text("silent.py,,\nsilent-1.0.dist-info/METADATA,,\n", "utf-8")
    put(library / "silent.py", tree / "lib" / "silent.py")
    done = papers(tree, tmp_path / "out", SITE, library)
    assert done.returncode == 1
    assert "no licence text: silent" in done.stderr


def locked(lock: str) -> set[str]:
    """Return the names in a lock."""
    text = (TOP / lock).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))


@pytest.mark.parametrize("name", sorted(locked("requirements.lock") - {"hatchling", "tomlkit"}))
def test_no_distribution_that_may_be_bundled_lacks_a_licence_text(
    name: str, tmp_path: Path
) -> None:
    files = importlib.metadata.files(name) or []
    modules = [str(f) for f in files if f.suffix == ".py" and f.parts[0] not in ("..", ".")]
    put(SITE / modules[0], tmp_path / "tree" / "lib" / modules[0])
    done = papers(tmp_path / "tree", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    texts = [p for p in (tmp_path / "out" / "licences").rglob("*") if p.parent.name != "licences"]
    assert texts
