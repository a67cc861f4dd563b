# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Windows setup carries: all the program asks for, and nothing that came by itself."""

from __future__ import annotations

import importlib.util
import re
import struct
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).resolve().parents[2]
WINDOWS = TOP / "packaging/windows"


def loaded(path: Path) -> ModuleType:
    """Load a script that is in no package."""
    spec = importlib.util.spec_from_file_location(f"windows_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tree = loaded(WINDOWS / "build_win.py")


def test_every_part_of_qt_that_is_imported_is_carried() -> None:
    imported = {
        name
        for path in (TOP / "bondsdesk").rglob("*.py")
        for name in re.findall(r"from PySide6\.Qt(\w+) import", path.read_text(encoding="utf-8"))
    }
    assert imported - {"DBus"} == set(tree.QT_MODULES)  # D-Bus is asked on Linux only


def test_every_distribution_the_program_needs_is_carried_or_left_out_on_purpose() -> None:
    lock = (TOP / "requirements-windows.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.M))
    left_out = {"lxml", "pillow", "packaging", "pycparser"}
    folders = {re.split(r"[/.]", pattern)[0].lower() for pattern in tree.LIBRARIES}
    names = {"pyside6": "pyside6-essentials", "nacl": "pynacl", "_cffi_backend": "cffi"}
    assert {names.get(each, each) for each in folders} | left_out == locked


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Quick.dll",
        "PySide6/QtQml.pyd",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/QtCore.pyi",
        "lxml/etree.cp313-win_amd64.pyd",
        "PIL/Image.py",
        "cffi/recompiler.py",
        "pikepdf/tests/test_all.py",
    ],
)
def test_what_nobody_needs_stays_out(name: str) -> None:
    assert not tree.wanted(name)


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0"), ("0.2.1rc3", "0.2.1.0"), ("1.0.0.dev4", "1.0.0.0")],
)
def test_a_version_becomes_the_four_numbers_of_windows(version: str, numbers: str) -> None:
    assert ".".join(tree.four_numbers(version)) == numbers


def test_the_papers_of_the_setup_name_the_one_version_and_the_publisher(tmp_path: Path) -> None:
    tree.write_texts(tmp_path)
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert "@" not in re.sub(r'"[^"]*@[^"]*"', "", written)
    assert f'!define VERSION "{tree.version()}"' in written
    assert 'VALUE "CompanyName", "The Bondsdesk developers"' in written


def a_program_that_asks_for(*dlls: str) -> bytes:
    """Return the least of a PE32+ file: one section that holds an import table."""
    address = 0x1000
    table = b""
    names = b""
    after = address + 20 * (len(dlls) + 1)
    for dll in dlls:
        table += struct.pack("<IIIII", 0, 0, 0, after + len(names), 0)
        names += dll.encode() + b"\0"
    content = table + bytes(20) + names
    optional = bytearray(240)
    struct.pack_into("<I", optional, 112 + 8, address)
    section = b".idata\0\0" + struct.pack("<IIII", len(content), address, len(content), 0x200)
    head = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40)
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, len(optional), 0)
    return (head + coff + bytes(optional) + section.ljust(40, b"\0")).ljust(0x200, b"\0") + content


def test_a_library_that_asks_for_what_is_not_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.pyd").write_bytes(a_program_that_asks_for("TWO.dll", "KERNEL32.dll"))
    (tmp_path / "two.dll").write_bytes(a_program_that_asks_for("api-ms-win-crt-math-l1-1-0.dll"))
    (tmp_path / "three.dll").write_bytes(a_program_that_asks_for("libcrypto-3.dll"))
    assert tree.unresolved(tmp_path) == {"three.dll wants libcrypto-3.dll"}


def test_the_list_of_files_is_the_same_whatever_order_the_disk_gives(tmp_path: Path) -> None:
    for name in ("lib/b.py", "lib/a.py", "Bondsdesk.exe", "lib/deep/c.dll"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    lines = tree.file_list(tmp_path).splitlines()
    assert [line for line in lines if line.startswith("SetOutPath")] == [
        'SetOutPath "$INSTDIR\\lib\\deep"',
        'SetOutPath "$INSTDIR"',
        'SetOutPath "$INSTDIR\\lib"',
        'SetOutPath "$INSTDIR"',
    ]
    files = [line.rsplit("/", 1)[1] for line in lines if line.startswith("File")]
    assert files == ['c.dll"', 'Bondsdesk.exe"', 'a.py"', 'b.py"']


def test_a_missing_part_is_named_for_the_launcher(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = loaded(WINDOWS / "entry.py")
    monkeypatch.setattr(sys, "argv", ["entry.py"])
    monkeypatch.setattr(sys, "frozen", False, raising=False)
    monkeypatch.setitem(sys.modules, "bondsdesk.__main__", None)
    monkeypatch.setenv("BONDSDESK_MISSING_PART", "runtime")
    assert entry.begin() == 1
    named = entry.os.environ["BONDSDESK_MISSING_PART"]
    assert named == "bondsdesk.__main__"


def test_once_the_program_is_reached_the_launcher_says_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry = loaded(WINDOWS / "entry.py")
    monkeypatch.setattr(sys, "argv", ["entry.py", "--version"])
    monkeypatch.setattr(sys, "frozen", False, raising=False)
    monkeypatch.setenv("BONDSDESK_MISSING_PART", "runtime")
    assert entry.begin() == 0
    assert "BONDSDESK_MISSING_PART" not in entry.os.environ
    assert sys.argv[0] == sys.executable


def test_the_setup_says_everything_in_both_languages() -> None:
    said = (WINDOWS / "texts.nsh").read_text(encoding="utf-8")
    sentences = re.findall(r'SAY (\w+) \\\n  "(.+)" \\\n  "(.+)"\n', said)
    assert len(sentences) == said.count("!insertmacro SAY")
    for name, english, urdu in sentences:
        assert english.isascii(), name
        assert re.search("[\u0600-\u06ff]", urdu), name
        assert english.count("$") == urdu.count("$"), name


def test_urdu_for_the_setup_has_every_sentence_its_own_maker_has() -> None:
    """NSIS reads them by their place: one that is missing would shift all that follow."""
    lines = (WINDOWS / "languages/Urdu.nlf").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "NLF v6"
    names = [line for line in lines if line.startswith("# ^")]
    values = [line for line in lines if not line.startswith("#")]
    assert len(names) == len(set(names)) == 89
    assert values[:6] == ["NLF v6", "1056", "-", "-", "1256", "RTL"]
    assert len(values) == 6 + len(names)
