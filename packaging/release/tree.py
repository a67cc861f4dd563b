# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in a program tree: native files by their first bytes, Python modules by name.

Reads PyInstaller's archive too, where the modules lie inside the program. Knows no licences.
"""

from __future__ import annotations

import fnmatch
import marshal
import re
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

_NATIVE = (
    b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe",
)  # fmt: skip
_COOKIE = struct.Struct("!8sIIII64s")
_COOKIE_MAGIC = b"MEI\014\013\012\013\016"
_ENTRY = struct.Struct("!IIIIBc")
_NOT_PARTS = re.compile(r"^(pyi_|pyimod|_pyi_|entry$|struct$|bondsdesk(\.|$))")


@dataclass(frozen=True)
class Tree:
    """A program as it will be packed.

    `files` are all its files below `top`, links left out; `native` those that are programs or
    libraries; `modules` the dotted names of Python modules that are not of the standard library
    and not ours.
    """

    top: Path
    files: tuple[str, ...]
    native: tuple[str, ...]
    modules: frozenset[str]

    def matching(self, patterns: list[str]) -> list[str]:
        """Return the files that one of the patterns names."""
        return [f for f in self.files if any(fnmatch.fnmatchcase(f, p) for p in patterns)]

    def found_in(self, files: list[str], pattern: str) -> str | None:
        """Return what the pattern's first group meets in the bytes of the files, if anything.

        The highest of several, since an upper bound for older formats may stand there too.
        """
        wanted = re.compile(pattern.encode("latin-1"))
        for name in files:
            met = {m[1].decode() for m in wanted.finditer((self.top / name).read_bytes())}
            if met:
                return max(met, key=lambda v: [int(n) for n in v.split(".")])
        return None


def read_tree(top: Path) -> Tree:
    """Look through a program tree. Raises ValueError for a frozen program that cannot be read."""
    files, native, modules = [], [], set[str]()
    for path in sorted(top.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(top).as_posix()
        files.append(name)
        with path.open("rb") as opened:
            head = opened.read(4)
        if head.startswith(_NATIVE):
            native.append(name)
            if path.parent.name in (top.name, "MacOS") and path.suffix == "":
                modules |= _frozen_modules(path)
        elif path.suffix in (".py", ".pyc"):
            modules.add(_dotted(name))
    if not modules:
        raise ValueError(f"{top}: no module of Python was found in it")
    return Tree(top, tuple(files), tuple(native), frozenset(filter(_is_part, modules)))


def _is_part(module: str) -> bool:
    return (
        not _NOT_PARTS.match(module)
        and module.split(".", maxsplit=1)[0] not in sys.stdlib_module_names
    )


def _dotted(name: str) -> str:
    """Return the module of a file; what stands above lib/ or site-packages/ is not of its name."""
    inner = re.sub(r"^(?:.*/)?(?:lib|site-packages|_internal)/", "", name)
    inner = re.sub(r"(?:/__init__)?\.pyc?$", "", inner.replace("__pycache__/", ""))
    return re.sub(r"\.cpython-\d+(\.opt-\d)?$", "", inner).replace("/", ".")


def _frozen_modules(program: Path) -> set[str]:
    data = program.read_bytes()
    at = data.rfind(_COOKIE_MAGIC)
    if at < 0:
        return set()
    _magic, length, toc_at, toc_length, _python, _library = _COOKIE.unpack_from(data, at)
    start = at + _COOKIE.size - length
    names: set[str] = set()
    here = start + toc_at
    while here < start + toc_at + toc_length:
        size, offset, _packed, _full, compressed, kind = _ENTRY.unpack_from(data, here)
        if kind == b"z":
            if compressed:
                raise ValueError(f"{program}: the archive of modules is packed twice")
            names |= _pyz_names(data, start + offset)
        here += size
    return names


def _pyz_names(data: bytes, start: int) -> set[str]:
    if data[start : start + 4] != b"PYZ\0":
        raise ValueError("not an archive of modules")
    (toc_at,) = struct.unpack_from("!I", data, start + 8)
    return {str(name) for name, _rest in marshal.loads(data[start + toc_at :])}  # noqa: S302
