# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts a program tree is made of, each with its licence, its texts and what is inside it.

Everything native and every Python module has to belong to somebody: what does not is named in
UnknownPartError, and so is a part without a licence text.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from expression import chosen
from owners import owners
from parts import Entry, Piece, UnknownPartError, kept_texts, listed, parts_list, text_of
from tree import Tree
from wheels import Distribution, normal


def pieces_of(
    tree: Tree, known: dict[str, Distribution], system: str
) -> tuple[list[Piece], list[Piece]]:
    """Return (the parts beside our own code, what our own code and resources hold of others).

    `system` is linux, windows or macos. Raises UnknownPartError naming all that is not known.
    """
    said = parts_list()
    files = owners(tree, known, said["part"], system)
    pieces = [_piece(owner, found, tree, known, said) for owner, found in sorted(files.items())]
    around = [each for each in said["around"] if each["system"] == system]
    pieces += [listed(each, [], tree, known) for each in around]
    own = [
        listed(each, met, tree, known)
        for each in said["inside"]
        if each["of"] == "bondsdesk" and (met := tree.matching(each["files"]))
    ]
    silent = [p.name for p in _all(pieces + own) if not any(t.strip() for t in p.texts.values())]
    if silent:
        raise UnknownPartError("no licence text: " + ", ".join(silent))
    return pieces, own


def _all(pieces: list[Piece]) -> list[Piece]:
    """Return the parts with those inside; crates share the texts of what holds them."""
    inner = [i for p in pieces for i in p.inside if not i.purl.startswith("pkg:cargo/")]
    return pieces + inner


def _piece(
    owner: str,
    files: list[str],
    tree: Tree,
    known: dict[str, Distribution],
    said: dict[str, list[Entry]],
) -> Piece:
    kind, _, name = owner.partition(":")
    if kind == "part":
        return listed(next(p for p in said["part"] if p["name"] == name), files, tree, known)
    if kind == "debian":
        return _debian(name, files)
    each = known[name]
    more = next((w for w in said["wheel"] if w["name"] == name), {})
    piece = Piece(
        name=each.name,
        version=each.version,
        licence=more.get("licence") or each.licence,
        purl=f"pkg:pypi/{each.key}@{each.version}",
        url=each.url,
        summary=each.summary,
        texts=each.texts | {text: text_of(text) for text in more.get("texts", [])},
        files=files,
        needs=tuple(normal(re.split(r"[\s;<>=!~\[(]", need)[0]) for need in each.needs),
    )
    piece.inside = [
        listed(entry, met, tree, known)
        for entry in said["inside"]
        if entry["of"] == name and (met := tree.matching(entry["files"]))
    ]
    if more.get("crates"):
        _add_crates(piece, each)
    return piece


def _debian(name: str, files: list[str]) -> Piece:
    form = "${source:Package} ${Version} ${Homepage}"
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", form + "\\n", name], capture_output=True, text=True, check=True
    )
    source, version, *url = asked.stdout.splitlines()[0].split(" ")
    copyright_file = Path("/usr/share/doc") / name / "copyright"
    return Piece(
        name=source,
        version=version,
        licence=f"LicenseRef-debian-{name}",
        purl=f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}",
        url=url[0] if url else "",
        summary=f"from the Debian package {name}",
        texts={"copyright.txt": copyright_file.read_text(encoding="utf-8")},
        files=files,
    )


def _add_crates(piece: Piece, wheel: Distribution) -> None:
    """Add what a Rust library was compiled from, by the bill that its makers put in."""
    lines = []
    for bill in wheel.bills:
        for crate in json.loads(bill).get("components", []):
            licence = _licence_of(crate)
            for name in chosen(licence, kept_texts()):
                piece.texts[f"{name}.txt"] = text_of(f"{name}.txt")
            piece.inside.append(
                Piece(
                    name=crate["name"],
                    version=crate["version"],
                    licence=licence,
                    purl=crate.get("purl", f"pkg:cargo/{crate['name']}@{crate['version']}"),
                    summary=crate.get("description", "").strip(),
                )
            )
            who = crate.get("author", "").strip() or "its authors"
            lines.append(f"{crate['name']} {crate['version']}: {licence}, by {who}")
    head = (
        f"{piece.name} is compiled from these crates (what stands after OR is a free choice):\n\n"
    )
    piece.texts["crates.txt"] = head + "\n".join(sorted(lines)) + "\n"


def _licence_of(component: Entry) -> str:
    for each in component.get("licenses", []):
        expression = each.get("expression") or each.get("license", {}).get("id")
        if expression:
            return str(re.sub(r"\s+", " ", expression))
    raise UnknownPartError(f"{component['name']} names no licence")
