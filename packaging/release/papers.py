# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of a program tree: a licence text of every part, and a bill of materials.

    python3 packaging/release/papers.py --for linux --tree TREE --lib SITE-PACKAGES OUT

TREE is the program as it will be packed; --lib (may be repeated) a folder of installed packages
or of wheels that it was made from. Writes OUT/licences/ and OUT/bondsdesk.cdx.json. Fails when
anything native or any module belongs to no known part (see parts.toml) or has no licence text.
SOURCE_DATE_EPOCH (needed) is the time the bill names.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from bill import bill_of
from parts import TOP, Piece, UnknownPartError, text_of
from pieces import pieces_of
from tree import read_tree
from wheels import distributions


def our_version() -> str:
    """Return the version that bondsdesk/__init__.py names."""
    source = (TOP / "bondsdesk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', source, re.MULTILINE)
    if found is None:
        raise UnknownPartError("bondsdesk/__init__.py names no version")
    return found[1]


def write_licences(pieces: list[Piece], own: list[Piece], folder: Path) -> int:
    """Write one folder of texts a part and a list of all; return how many texts there are."""
    rows = [("Bondsdesk", our_version(), "GPL-3.0-or-later", "LICENSE")]
    folder.mkdir(parents=True)
    (folder / "LICENSE").write_text(text_of("GPL-3.0-or-later.txt"), encoding="utf-8")
    texts = 1
    for piece, holder in _with_inner(pieces, own):
        name = re.sub(r"[^A-Za-z0-9.]+", "-", f"{holder}-{piece.name}" if holder else piece.name)
        (folder / name).mkdir()
        for file, text in sorted(piece.texts.items()):
            (folder / name / file).write_text(text.rstrip() + "\n", encoding="utf-8")
            texts += 1
        shown = f"{piece.name} (in {holder})" if holder else piece.name
        rows.append((shown, piece.version or "-", _plain(piece.licence), f"{name}/"))
    width = [max(len(row[i]) for row in rows) for i in range(3)]
    lines = [
        "Bondsdesk is free software under GPL-3.0-or-later. It is made with these parts of others;",
        "their licences lie in the folders named at the right.",
        "",
        *("  ".join([*(c.ljust(w) for c, w in zip(r, width, strict=False)), r[3]]) for r in rows),
    ]
    (folder / "README.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return texts


def _with_inner(pieces: list[Piece], own: list[Piece]) -> list[tuple[Piece, str]]:
    shown = [(piece, "") for piece in own]
    for piece in pieces:
        shown.append((piece, ""))
        shown += [(inner, piece.name) for inner in piece.inside if inner.texts]
    return shown


def _plain(licence: str) -> str:
    return licence.removeprefix("LicenseRef-").replace("-", " ") if "Ref-" in licence else licence


def main() -> int:
    """Read the command line, write the papers, say one line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    systems = ("linux", "windows", "macos")
    parser.add_argument("--for", dest="system", choices=systems, required=True)
    parser.add_argument("--tree", type=Path, required=True, metavar="TREE")
    parser.add_argument("--lib", type=Path, action="append", required=True, metavar="FOLDER")
    parser.add_argument("out", type=Path, metavar="OUT")
    told = parser.parse_args()
    try:
        tree = read_tree(told.tree)
        pieces, own = pieces_of(tree, distributions(told.lib), told.system)
        texts = write_licences(pieces, own, told.out / "licences")
    except (UnknownPartError, FileNotFoundError, FileExistsError, ValueError) as problem:
        print(f"papers: {problem}", file=sys.stderr)
        return 1
    made = int(os.environ["SOURCE_DATE_EPOCH"])
    bill = bill_of(pieces, own, version=our_version(), system=told.system, made=made)
    (told.out / "bondsdesk.cdx.json").write_text(bill, encoding="utf-8")
    parts = len(pieces) + len(own) + sum(len(piece.inside) for piece in pieces)
    print(f"papers: {parts} parts in {len(tree.native)} native files, {texts} licence texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
