# SPDX-License-Identifier: GPL-3.0-or-later
"""Which part each native file and each Python module of a program tree belongs to.

An owner is "wheel:name", "part:name" (of parts.toml) or "debian:package".
"""

from __future__ import annotations

import fnmatch
import re
import subprocess
from collections import defaultdict
from pathlib import PurePosixPath

from parts import Entry, UnknownPartError
from tree import Tree
from wheels import Distribution

_LIBRARY_FOLDERS = re.compile(r"^(?:.*/)?(?:_internal|lib|site-packages|Frameworks|Resources)/")


def owners(
    tree: Tree, known: dict[str, Distribution], parts: list[Entry], system: str
) -> dict[str, list[str]]:
    """Return owner -> native files. Raises UnknownPartError naming all that belongs to nobody."""
    files, unknown = _owners(tree, known, parts, system)
    unknown += _unknown_modules(tree, known, files)
    if unknown:
        raise UnknownPartError("belongs to no known part:\n  " + "\n  ".join(sorted(unknown)))
    return files


def _owners(
    tree: Tree, known: dict[str, Distribution], parts: list[Entry], system: str
) -> tuple[dict[str, list[str]], list[str]]:
    """Return (owner -> native files, files without one); an owner is "kind:name"."""
    files: dict[str, list[str]] = defaultdict(list)
    unknown = []
    for name in tree.native:
        owner = _wheel_of(name, known) or _part_of(name, parts)
        if owner is None and system == "linux":
            owner = _debian_package_of(name)
        if owner is None:
            unknown.append(name)
        else:
            files[owner].append(name)
    return files, unknown


def _wheel_of(name: str, known: dict[str, Distribution]) -> str | None:
    inner, base = _LIBRARY_FOLDERS.sub("", name), PurePosixPath(name).name
    if "/" not in _LIBRARY_FOLDERS.sub("", name) and base.startswith("libpython"):
        return None
    for each in known.values():
        if inner in each.files:
            return f"wheel:{each.key}"
    if "/" in inner:
        return None
    for each in known.values():
        if any(PurePosixPath(path).name == base for path in each.files):
            return f"wheel:{each.key}"
    return None


def _part_of(name: str, parts: list[Entry]) -> str | None:
    for each in parts:
        if any(fnmatch.fnmatchcase(name, pattern) for pattern in each["files"]):
            return f"part:{each['name']}"
    return None


def _debian_package_of(name: str) -> str | None:
    """Return the package of the build machine that brought a library, if dpkg knows one."""
    asked = subprocess.run(
        ["dpkg-query", "-S", f"*/{PurePosixPath(name).name}"],
        capture_output=True,
        text=True,
        check=False,
    )
    packages = {line.split(":")[0] for line in asked.stdout.splitlines()}
    return f"debian:{min(packages)}" if packages else None


def _unknown_modules(
    tree: Tree, known: dict[str, Distribution], files: dict[str, list[str]]
) -> list[str]:
    unknown = []
    for module in sorted(tree.modules):
        owner = _wheel_of_module(module.replace(".", "/"), known)
        if owner is None:
            unknown.append(f"module {module}")
        else:
            files.setdefault(f"wheel:{owner}", [])
    return unknown


def _wheel_of_module(path: str, known: dict[str, Distribution]) -> str | None:
    for each in known.values():
        if f"{path}.py" in each.files or f"{path}/__init__.py" in each.files:
            return each.key
    for each in known.values():
        if any(file.startswith((path + "/", path + ".")) for file in each.files):
            return each.key
    return None
