# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python distributions a program was made from: what they own and what their papers say.

Read from a folder of installed packages or from a folder of wheels. Knows no program tree.
"""

from __future__ import annotations

import csv
import email.parser
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path, PurePosixPath

_LICENCE_NAME = re.compile(r"^(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)


def normal(name: str) -> str:
    """Return a distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@dataclass(frozen=True)
class Distribution:
    """One distribution.

    `files` are its paths as installed, without its own papers. `texts` are its licence texts by
    file name. `bills` are CycloneDX documents its makers put in. `licence` is what its metadata
    says, and may be empty.
    """

    name: str
    version: str
    summary: str
    licence: str
    url: str
    needs: tuple[str, ...]
    files: frozenset[str]
    texts: dict[str, str] = field(repr=False)
    bills: tuple[str, ...] = field(repr=False)

    @property
    def key(self) -> str:
        """Return the name as others compare it."""
        return normal(self.name)


def distributions(libraries: list[Path]) -> dict[str, Distribution]:
    """Return every distribution of folders of installed packages and of wheels, by key.

    Raises FileNotFoundError when a folder holds neither.
    """
    found: dict[str, Distribution] = {}
    for library in libraries:
        before = len(found)
        for each in (*_installed(library), *_wheels(library)):
            found[each.key] = each
        if len(found) == before:
            raise FileNotFoundError(f"{library} holds no distributions")
    return found


def _installed(library: Path) -> Iterator[Distribution]:
    for info in sorted(library.glob("*.dist-info")):
        if (info / "RECORD").is_file():
            yield _read(info.name, lambda path: (library / path).read_text(encoding="utf-8"))


def _wheels(library: Path) -> Iterator[Distribution]:
    for wheel in sorted(library.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            info = next(
                PurePosixPath(name).parts[0]
                for name in archive.namelist()
                if re.match(r"[^/]+\.dist-info/METADATA$", name)
            )
            yield _read(info, lambda path, a=archive: a.read(path).decode())  # type: ignore[misc]


def _read(info: str, read: Callable[[str], str]) -> Distribution:
    said = email.parser.Parser().parsestr(read(f"{info}/METADATA"))
    paths = [row[0] for row in csv.reader(io.StringIO(read(f"{info}/RECORD"))) if row]
    papers = [path for path in paths if path.startswith(info + "/")]
    licences = [path for path in papers if _is_licence(PurePosixPath(path))]
    return Distribution(
        name=said["Name"],
        version=said["Version"],
        summary=said.get("Summary", ""),
        licence=_licence(said),
        url=_url(said),
        needs=tuple(said.get_all("Requires-Dist", [])),
        files=frozenset(path for path in paths if not path.startswith(info + "/")),
        texts={PurePosixPath(path).name: read(path) for path in sorted(licences)},
        bills=tuple(read(path) for path in sorted(papers) if "/sboms/" in path),
    )


def _is_licence(path: PurePosixPath) -> bool:
    return "licenses" in path.parts or bool(_LICENCE_NAME.match(path.name))


def _licence(said: Message) -> str:
    expression = said.get("License-Expression") or said.get("License") or ""
    return "" if "\n" in expression else expression.strip()


def _url(said: Message) -> str:
    named = {}
    for each in said.get_all("Project-URL", []):
        label, _, link = each.partition(", ")
        named[label.lower()] = link
    for label in ("homepage", "repository", "source", "source code"):
        if label in named:
            return str(named[label])
    return str(said.get("Home-page") or "")
