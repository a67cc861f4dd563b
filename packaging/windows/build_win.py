# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out the Windows tree from the embeddable Python, wheels and this checkout; runs anywhere.

    python packaging/windows/build_win.py tree --embed DIR --wheels DIR --out TREE
    python packaging/windows/build_win.py texts --out DIR      (manifest and version resources)
    python packaging/windows/build_win.py list TREE --out FILE (what the setup carries, in order)
    python packaging/windows/build_win.py sizes TREE [--packed]

Only what is named here gets in: a new release of a wheel brings nothing along by itself. Every DLL
that a kept file asks for is in the tree or belongs to Windows 10; anything else stops the build.
"""

from __future__ import annotations

import argparse
import lzma
import re
import shutil
import struct
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

TOP = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent

QT_MODULES = ("Core", "Gui", "Widgets", "Network", "Svg")
"""What the program imports; QtNetwork for its local socket only."""

LIBRARIES = (
    "PySide6/__init__.py",
    "PySide6/_*.py",
    "PySide6/pyside6.abi3.dll",
    *(f"PySide6/{name}" for each in QT_MODULES for name in (f"Qt{each}.pyd", f"Qt6{each}.dll")),
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/platforms/qoffscreen.dll",
    "PySide6/plugins/imageformats/qsvg.dll",
    "PySide6/plugins/iconengines/qsvgicon.dll",
    "shiboken6/*.py",
    "shiboken6/Shiboken.pyd",
    "shiboken6/shiboken6.abi3.dll",
    "sqlcipher3/*.py",
    "sqlcipher3/*.pyd",
    "nacl/*.py",
    "nacl/*.pyd",
    "_cffi_backend.*.pyd",
    "typst/__init__.py",
    "typst/_typst.pyd",
    "pikepdf/*.py",
    "pikepdf/_core.*.pyd",
    "pikepdf.libs/*.dll",
    "platformdirs/*.py",
    "zxcvbn/*.py",
)
"""Of the wheels. Left out and measured: Qt Quick and QML, tools, translations (none is Urdu), the
software OpenGL (20 MB, unused by widgets), TLS and image plug-ins, type stubs; and lxml, Pillow,
packaging, cffi's and pycparser's modules (23 MB), wanted by pikepdf and cffi for work that is never
asked of them here."""

PAPERS = ("METADATA", "LICENSE*", "licenses/*")
"""Of the folder of facts of every wheel that gives a library: what licences ask to travel along."""

RUNTIME = (
    "python313.dll",
    "python313.zip",
    "python3.dll",
    "vcruntime140.dll",
    "vcruntime140_1.dll",
    "LICENSE.txt",
    "libffi-8.dll",
    "_ctypes.pyd",
    "_decimal.pyd",
    "_elementtree.pyd",
    "_queue.pyd",
    "_socket.pyd",
    "_uuid.pyd",
    "_wmi.pyd",
    "_zoneinfo.pyd",
    "pyexpat.pyd",
    "select.pyd",
    "unicodedata.pyd",
    "winsound.pyd",
)
"""Of the embeddable Python: without its interpreters, OpenSSL (6 MB; SQLCipher and libsodium bring
their own), SQLite, asyncio and the compressors."""

SEARCH_PATH = "python313.zip\r\n.\r\n..\\lib\r\n"
"""runtime/python313._pth: no PYTHONPATH, no registry, no site-packages of another Python."""

CPP_RUNTIME = ("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll")
"""Qt's copy goes to runtime/, which the launcher puts on the search path: one copy for all."""

RESOURCES_LEFT_OUT = ("*.po", "*.pot", "*.md")

WINDOWS_DLLS = frozenset(
    """advapi32 authz bcrypt bcryptprimitives combase comdlg32 crypt32 d3d11 d3d12 d3d9 dnsapi
    dwmapi dwrite dxgi gdi32 icuuc imm32 iphlpapi kernel32 mpr mscms netapi32 ntdll ole32 oleaut32
    propsys rpcrt4 secur32 setupapi shell32 shlwapi uiautomationcore user32 userenv uxtheme version
    winhttp winmm ws2_32 wtsapi32""".split()
)
"""What every Windows 10 (1809) has, beside the api-ms-win-* names."""

ENTRY_MODULE = "entry.py"


def matches(name: str, patterns: Iterable[str]) -> bool:
    """Tell whether a path of a wheel fits one pattern; a star there crosses folders."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def wanted(name: str) -> bool:
    """Tell whether a file of a wheel goes into lib/."""
    return matches(name, LIBRARIES) and "/tests/" not in name


def lay_runtime(embed: Path, runtime: Path) -> None:
    """Copy the embeddable Python's named files; its own search path is replaced by ours."""
    runtime.mkdir(parents=True)
    for name in RUNTIME:
        shutil.copyfile(embed / name, runtime / name)
    (runtime / "python313._pth").write_bytes(SEARCH_PATH.encode())


def lay_wheel(wheel: Path, lib: Path, runtime: Path) -> None:
    """Unpack what is wanted of one wheel; a wheel that gives nothing leaves no trace."""
    with zipfile.ZipFile(wheel) as archive:
        names = [each.filename for each in archive.infolist() if not each.is_dir()]
        chosen = [name for name in names if wanted(name)]
        for name in chosen:
            archive.extract(name, lib)
        for name in names if chosen else ():
            folder, _, rest = name.partition("/")
            if folder.endswith(".dist-info") and matches(rest, PAPERS):
                archive.extract(name, lib)
        for name in CPP_RUNTIME if wheel.name.startswith("pyside6_essentials-") else ():
            (runtime / name).write_bytes(archive.read(f"PySide6/{name}"))


def lay_program(lib: Path) -> None:
    """Copy the package with its resources inside, as an installed wheel has them."""
    package = lib / "bondsdesk"
    shutil.copytree(
        TOP / "bondsdesk", package, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
    )
    resources = shutil.ignore_patterns("__pycache__", *RESOURCES_LEFT_OUT)
    shutil.copytree(TOP / "resources", package / "resources", ignore=resources)
    shutil.copyfile(HERE / ENTRY_MODULE, lib / ENTRY_MODULE)


def lay_tree(embed: Path, wheels: Path, out: Path) -> None:
    """Make the whole tree but the launchers. Raises SystemExit when a part is missing."""
    shutil.rmtree(out, ignore_errors=True)
    runtime, lib = out / "runtime", out / "lib"
    lay_runtime(embed, runtime)
    lib.mkdir()
    for wheel in sorted(wheels.glob("*.whl")):
        lay_wheel(wheel, lib, runtime)
    lay_program(lib)
    shutil.copyfile(TOP / "LICENSE", out / "LICENSE.txt")
    missing = [*unmatched(lib), *sorted(unresolved(out))]
    if missing:
        raise SystemExit("bondsdesk: the Windows tree is not whole: " + ", ".join(missing))


def unmatched(lib: Path) -> list[str]:
    """Return the patterns that no file of the tree answers to: a wheel has changed its shape."""
    names = [each.relative_to(lib).as_posix() for each in lib.rglob("*") if each.is_file()]
    return [one for one in LIBRARIES if not any(fnmatchcase(name, one) for name in names)]


def unresolved(tree: Path) -> set[str]:
    """Return "file wants dll" for every DLL that neither the tree nor Windows has."""
    binaries = [each for each in tree.rglob("*") if each.suffix in {".dll", ".pyd", ".exe"}]
    here = {each.name.lower() for each in binaries}
    return {
        f"{binary.name} wants {name}"
        for binary in binaries
        for name in imported_dlls(binary.read_bytes())
        if name not in here and not of_windows(name)
    }


def of_windows(name: str) -> bool:
    """Tell whether a DLL (small letters) comes with Windows 10."""
    return name.startswith("api-ms-win-") or name.removesuffix(".dll") in WINDOWS_DLLS


def imported_dlls(image: bytes) -> Iterator[str]:
    """Yield the names in a PE32+ file's import table, in small letters (Microsoft's PE format)."""
    header = struct.unpack_from("<I", image, 0x3C)[0]
    sections, optional = (struct.unpack_from("<H", image, header + at)[0] for at in (6, 20))
    table = struct.unpack_from("<I", image, header + 24 + 112 + 8)[0]
    parts = [
        struct.unpack_from("<IIII", image, header + 24 + optional + 40 * each + 8)
        for each in range(sections)
    ]

    def at(address: int) -> int:
        for size, start, raw_size, raw in parts:
            if start <= address < start + max(size, raw_size):
                return int(address - start + raw)
        raise ValueError("an address outside of all sections")

    entry = at(table) if table else 0
    while table and (name := struct.unpack_from("<I", image, entry + 12)[0]):
        begin = at(name)
        yield image[begin : image.index(b"\0", begin)].decode("ascii").lower()
        entry += 20


def version() -> str:
    """Return the one version, from bondsdesk/__init__.py."""
    found = re.search(r'^__version__ = "(.+)"$', _read(TOP / "bondsdesk/__init__.py"), re.M)
    if found is None:
        raise SystemExit("bondsdesk: no version in bondsdesk/__init__.py")
    return found[1]


def four_numbers(text: str) -> tuple[str, str, str, str]:
    """Return the four numbers Windows wants of a version: "0.2.1rc1" is 0, 2, 1, 0."""
    numbers = [*re.findall(r"\d+", re.split(r"[a-z+-]", text)[0]), "0", "0", "0", "0"]
    return numbers[0], numbers[1], numbers[2], numbers[3]


def publisher() -> str:
    """Return who publishes it, from pyproject.toml."""
    project = tomllib.loads(_read(TOP / "pyproject.toml"))["project"]
    return str(project["authors"][0]["name"])


def write_texts(out: Path) -> None:
    """Write the manifest, a version resource for each launcher and the setup's definitions."""
    numbers = four_numbers(version())
    facts = {
        "@VERSION@": version(),
        "@FOUR_NUMBERS@": ".".join(numbers),
        "@FOUR_COMMAS@": ",".join(numbers),
        "@PUBLISHER@": publisher(),
    }
    _fill("bondsdesk.manifest.in", out / "bondsdesk.manifest", facts)
    for name in ("Bondsdesk", "Bondsdesk-console"):
        _fill("bondsdesk.rc.in", out / f"{name}.rc", facts | {"@FILE@": f"{name}.exe"})
    defined = {"VERSION": version(), "FOUR_NUMBERS": ".".join(numbers), "PUBLISHER": publisher()}
    lines = [f'!define {name} "{value}"\n' for name, value in defined.items()]
    (out / "version.nsh").write_text("".join(lines), encoding="utf-8")


def _fill(template: str, target: Path, facts: dict[str, str]) -> None:
    text = _read(HERE / template)
    for place, value in facts.items():
        text = text.replace(place, value)
    target.write_text(text, encoding="utf-8")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def file_list(tree: Path) -> str:
    """Return NSIS lines for every file, by kind and path: like beside like packs better."""
    files = sorted(
        (each.relative_to(tree) for each in tree.rglob("*") if each.is_file()),
        key=lambda path: (path.suffix, path.as_posix()),
    )
    lines, folder = [], None
    for each in files:
        if each.parent != folder:
            folder = each.parent
            inside = "" if folder == Path() else "\\" + str(folder).replace("/", "\\")
            lines.append(f'SetOutPath "$INSTDIR{inside}"')
        lines.append(f'File "{(tree / each).as_posix()}"')
    return "\n".join([*lines, 'SetOutPath "$INSTDIR"', ""])


def library_of(path: PurePosixPath) -> str:
    """Return the name under which a file is counted."""
    parts = path.parts
    if parts[0] == "runtime":
        return "Python 3.13"
    if parts[0] != "lib" or len(parts) < 3:
        return "launchers, licence"
    if parts[1] == "bondsdesk":
        return "Bondsdesk: fonts" if parts[2:4] == ("resources", "fonts") else "Bondsdesk"
    name = re.split(r"[-.]", parts[1])[0].lower()
    names = {
        "pyside6": "Qt, PySide6",
        "pyside6_essentials": "Qt, PySide6",
        "shiboken6": "Qt, PySide6",
    }
    return names.get(name, {"pynacl": "nacl", "cffi": "nacl"}.get(name, name))


def sizes(tree: Path, *, packed: bool) -> str:
    """Return a table of what takes the space: files, MB laid out, MB packed quickly if asked."""
    groups: dict[str, list[Path]] = {}
    for each in sorted(tree.rglob("*")):
        if each.is_file():
            key = library_of(PurePosixPath(each.relative_to(tree).as_posix()))
            groups.setdefault(key, []).append(each)
    rows = []
    for name, files in groups.items():
        content = b"".join(each.read_bytes() for each in files)
        small = len(lzma.compress(content, preset=2)) if packed else 0
        rows.append((len(content), small, len(files), name))
    rows.sort(reverse=True)
    rows.append((sum(r[0] for r in rows), sum(r[1] for r in rows), sum(r[2] for r in rows), "all"))
    head = f"{'part':<22}{'files':>7}{'MB':>8}" + (f"{'packed':>9}" if packed else "")
    return "\n".join([head, *(_row(row, packed=packed) for row in rows), ""])


def _row(row: tuple[int, int, int, str], *, packed: bool) -> str:
    size, small, count, name = row
    line = f"{name:<22}{count:>7}{size / 1e6:>8.1f}"
    return line + (f"{small / 1e6:>9.1f}" if packed else "")


def main(words: list[str]) -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    todo = parser.add_subparsers(dest="todo", required=True)
    tree = todo.add_parser("tree")
    tree.add_argument("--embed", type=Path, required=True)
    tree.add_argument("--wheels", type=Path, required=True)
    tree.add_argument("--out", type=Path, required=True)
    todo.add_parser("texts").add_argument("--out", type=Path, required=True)
    listing = todo.add_parser("list")
    listing.add_argument("tree", type=Path)
    listing.add_argument("--out", type=Path, required=True)
    table = todo.add_parser("sizes")
    table.add_argument("tree", type=Path)
    table.add_argument("--packed", action="store_true")
    todo.add_parser("version")
    _do(parser.parse_args(words))
    return 0


def _do(told: argparse.Namespace) -> None:
    if told.todo == "tree":
        lay_tree(told.embed, told.wheels, told.out)
    elif told.todo == "texts":
        write_texts(told.out)
    elif told.todo == "list":
        told.out.write_text(file_list(told.tree.resolve()), encoding="utf-8")
    elif told.todo == "sizes":
        print(sizes(told.tree, packed=told.packed), end="")
    else:
        print(version())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
