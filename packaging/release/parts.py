# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts that parts.toml lists, with their versions as the files themselves say them."""

from __future__ import annotations

import re
import struct
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tree import Tree
from wheels import Distribution

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
_ELSEWHERE = {
    "GPL-3.0-or-later.txt": TOP / "LICENSE",
    "OFL-1.1.txt": TOP / "resources" / "fonts" / "OFL.txt",
    "passphrase_words.LICENSE": TOP / "resources" / "content" / "passphrase_words.LICENSE",
}
Entry = dict[str, Any]
"""One table of parts.toml."""


class UnknownPartError(Exception):
    """Files belong to no known part, or a part lacks its licence text."""


@dataclass
class Piece:
    """One part: its name, its licence as an SPDX expression, its texts, its files in the tree."""

    name: str
    version: str
    licence: str
    purl: str
    url: str = ""
    summary: str = ""
    texts: dict[str, str] = field(default_factory=dict, repr=False)
    files: list[str] = field(default_factory=list)
    inside: list[Piece] = field(default_factory=list)
    needs: tuple[str, ...] = ()


def parts_list() -> dict[str, list[Entry]]:
    """Return what parts.toml says."""
    return tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))


def text_of(name: str) -> str:
    """Return one of the licence texts kept here. Raises UnknownPartError if there is none."""
    path = _ELSEWHERE.get(name, HERE / "texts" / name)
    if not path.is_file():
        raise UnknownPartError(f"there is no licence text {name}")
    return path.read_text(encoding="utf-8")


def kept_texts() -> frozenset[str]:
    """Return the SPDX names of the licence texts kept here."""
    return frozenset(p.stem for p in (*(HERE / "texts").glob("*.txt"), *map(Path, _ELSEWHERE)))


def listed(entry: Entry, files: list[str], tree: Tree, known: dict[str, Distribution]) -> Piece:
    """Return a part as parts.toml describes it."""
    texts = {name: text_of(name) for name in entry.get("texts", [])}
    if "distribution" in entry:
        texts |= known[entry["distribution"]].texts
    if "from_wheel" in entry:
        texts |= {name: known[entry["of"]].texts[name] for name in entry["from_wheel"]}
    version = _version(entry, files, tree, known)
    name = re.sub(r"[^a-z0-9]+", "-", entry["name"].lower())
    return Piece(
        name=entry["name"],
        version=version,
        licence=entry["licence"],
        purl=f"pkg:generic/{name}" + (f"@{version}" if version else ""),
        url=entry["url"],
        texts=texts,
        files=files,
    )


def _version(entry: Entry, files: list[str], tree: Tree, known: dict[str, Distribution]) -> str:
    if "distribution" in entry:
        return known[entry["distribution"]].version
    if "stated" in entry:
        wheel = known[entry["of"]]
        if wheel.version not in entry["stated"]:
            raise UnknownPartError(
                f"{entry['name']} in {wheel.name} {wheel.version}: which version?"
            )
        return str(entry["stated"][wheel.version])
    if "same_version_as" in entry:
        other = next(e for e in parts_list()["inside"] if e["name"] == entry["same_version_as"])
        return _version(other, tree.matching(other["files"]), tree, known)
    if entry.get("version") == "font":
        return _font_revision((tree.top / files[0]).read_bytes())
    if "version" not in entry:
        return ""
    version = tree.found_in(files, entry["version"])
    if version is None:
        raise UnknownPartError(f"{entry['name']} does not say its version in {', '.join(files)}")
    return version


def _font_revision(font: bytes) -> str:
    """Return fontRevision of an OpenType file's head table, such as 3.007."""
    (count,) = struct.unpack_from(">H", font, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, _sum, offset, _length = struct.unpack_from(">4sIII", font, at)
        if tag == b"head":
            (revision,) = struct.unpack_from(">i", font, offset + 4)
            return f"{revision / 65536:.3f}"
    raise UnknownPartError("a font without a head table")
