# SPDX-License-Identifier: GPL-3.0-or-later
"""The Mac's part, as far as it can be seen from another system."""

from __future__ import annotations

import plistlib
import re
import runpy
import struct
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication, QImage

TOP = Path(__file__).resolve().parents[2]
MACOS = TOP / "packaging" / "macos"


def told() -> dict[str, object]:
    return cast("dict[str, object]", plistlib.loads((MACOS / "Info.plist").read_bytes()))


def test_the_mac_is_told_who_the_program_is_and_what_it_needs() -> None:
    said = told()
    assert said["CFBundleIdentifier"] == "io.github.bondsdesk.Bondsdesk"
    assert said["CFBundleName"] == "Bondsdesk"
    assert said["LSMinimumSystemVersion"] == "15.0"
    assert said["NSHighResolutionCapable"] is True
    assert said["CFBundleLocalizations"] == ["en", "ur"]
    asked_for = [key for key in said if key.endswith("UsageDescription")]
    assert asked_for == [], "it asks for no camera, microphone or contacts"


def test_the_program_may_do_nothing_on_a_mac_but_make_callbacks() -> None:
    allowed = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert set(allowed) == {"com.apple.security.cs.allow-unsigned-executable-memory"}


def test_the_icon_holds_the_mark_in_every_size(qapp: QGuiApplication, tmp_path: Path) -> None:
    made = tmp_path / "bondsdesk.icns"
    script = runpy.run_path(str(MACOS / "icns.py"))
    draw = cast("Callable[[bytes], bytes]", script["icns"])
    made.write_bytes(draw((TOP / "packaging" / "linux" / "bondsdesk.svg").read_bytes()))
    data = made.read_bytes()
    kind, length = struct.unpack_from(">4sI", data)
    assert (kind, length) == (b"icns", len(data))
    found, at = {}, 8
    while at < len(data):
        kind, length = struct.unpack_from(">4sI", data, at)
        image = QImage.fromData(data[at + 8 : at + length])
        assert image.width() == image.height()
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(image.width() // 2, image.height() // 5).alpha() == 255
        found[kind] = image.width()
        at += length
    assert found == script["SIZES"]


@pytest.fixture
def wanted_on_a_mac(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bool]:
    """Return the question that the spec asks of each file PyInstaller finds."""
    hooks = types.ModuleType("PyInstaller.utils.hooks")
    hooks.collect_submodules = lambda name: [name]  # type: ignore[attr-defined]
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr(sys, "path", list(sys.path))
    source = (TOP / "packaging" / "bondsdesk.spec").read_text(encoding="utf-8")
    names: dict[str, object] = {"SPECPATH": str(TOP / "packaging")}
    exec(compile(source.split("\nanalysis = ")[0], "bondsdesk.spec", "exec"), names)  # noqa: S102
    return cast("Callable[[str], bool]", names["wanted_file"])


def test_what_the_program_needs_on_a_mac_goes_into_it(
    wanted_on_a_mac: Callable[[str], bool],
) -> None:
    needed = [
        "PySide6/QtCore.abi3.so",
        "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "PySide6/Qt/lib/QtWidgets.framework/Versions/A/Resources/Info.plist",
        "QtGui",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/styles/libqmacstyle.dylib",
        "PySide6/libpyside6.abi3.6.12.dylib",
        "shiboken6/libshiboken6.abi3.6.12.dylib",
        "Python.framework/Versions/3.13/Python",
        "Python",
        "libpython3.13.dylib",
        "pikepdf/.dylibs/libqpdf.30.4.2.dylib",
        "pikepdf/.dylibs/libjpeg.62.4.0.dylib",
        "typst/_typst.abi3.so",
        "nacl/_sodium.abi3.so",
        "sqlcipher3/_sqlite3.cpython-313-darwin.so",
        "bondsdesk/resources/fonts/BondsdeskSans-Regular.ttf",
    ]
    assert [name for name in needed if not wanted_on_a_mac(name)] == []


def test_what_nobody_needs_on_a_mac_stays_out(wanted_on_a_mac: Callable[[str], bool]) -> None:
    unneeded = [
        "PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml",
        "PySide6/Qt/lib/QtDesigner.framework/Versions/A/QtDesigner",
        "PySide6/QtQuick.abi3.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.dylib",
        "PIL/.dylibs/libjpeg.62.4.0.dylib",
        "PIL/_imaging.cpython-313-darwin.so",
        "libcrypto.3.dylib",
    ]
    assert [name for name in unneeded if wanted_on_a_mac(name)] == []


def test_build_and_papers_name_the_same_version_of_macos() -> None:
    scripts = (MACOS / "check.sh", TOP / "packaging" / "macos" / "build.sh")
    least = str(told()["LSMinimumSystemVersion"])
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        assert re.search(rf"macOS {re.escape(least.removesuffix('.0'))}\b", text), script.name
