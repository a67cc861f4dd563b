# SPDX-License-Identifier: GPL-3.0-or-later
"""The house keeps its shape: small files, empty markers, no Qt below the page, no network."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PACKAGE = TOP / "bondsdesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = sorted(p.parent for p in (PACKAGE / "rooms").glob("*/room.py"))

FILE_LINES = 300
FUNCTION_LINES = 60
"""The hard limit; forty is what we aim at, and the report below names what is above it."""

BELOW_THE_PAGE = ("domain", "schema", "store", "service", "report")
NO_NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "webbrowser", "xmlrpc",
}  # fmt: skip
LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}


def module_name(path: Path) -> str:
    """Return the dotted name of a file of the package."""
    parts = path.relative_to(TOP).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every imported module of a file with the names taken from it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, tuple(alias.name for alias in node.names)


def test_files_stay_short_enough_to_read_at_once() -> None:
    long = {
        module_name(p): n
        for p in MODULES
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert not long, f"longer than {FILE_LINES} lines: {long}"


def test_functions_stay_short_enough_to_hold_in_mind() -> None:
    long = {}
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{module_name(path)}.{node.name}"] = lines
    assert not long, f"longer than {FUNCTION_LINES} lines: {long}"


@pytest.mark.parametrize("marker", [p for p in MODULES if p.name == "__init__.py"], ids=module_name)
def test_package_markers_hold_nothing_but_a_sentence(marker: Path) -> None:
    body = tree(marker).body
    rest = [node for node in body if not isinstance(node, ast.Expr)]
    if marker == PACKAGE / "__init__.py":
        rest = [node for node in rest if not isinstance(node, ast.Assign)]
    elif marker.parent.parent != PACKAGE / "rooms" and marker.parent != PACKAGE / "rooms":
        rest = [n for n in rest if not isinstance(n, ast.Assign | ast.ImportFrom)]
    assert not rest, f"{module_name(marker)} does something"


def test_every_file_begins_with_its_licence_and_says_what_it_is_for() -> None:
    silent = [
        module_name(p)
        for p in MODULES
        if not p.read_text(encoding="utf-8").startswith("# SPDX-License-Identifier: GPL-3.0-or-la")
        or ast.get_docstring(tree(p)) is None
    ]
    assert not silent


def test_the_house_lists_every_room_there_is() -> None:
    from bondsdesk.app.house import HOUSE

    folders = {p.name for p in ROOMS}
    assert {room.key for room in HOUSE} == folders
    owners = [room.migrations.owner for room in HOUSE]
    assert len(set(owners)) == len(owners)


def test_what_stands_below_the_page_runs_without_qt() -> None:
    names = [
        module_name(p)
        for p in MODULES
        if p.parts[len(PACKAGE.parts)] in ("kernel", "vault", "press")
        or (
            p.parts[len(PACKAGE.parts)] == "rooms"
            and any(p.stem == part or part in p.parent.parts for part in BELOW_THE_PAGE)
        )
    ]
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))]\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=TOP)


def test_there_is_no_network_code() -> None:
    found = []
    for path in MODULES:
        for module, names in imports(path):
            if module.split(".")[0] in NO_NETWORK:
                found.append(f"{module_name(path)} imports {module}")
            if module == "PySide6.QtNetwork" and not set(names) <= LOCAL_SOCKETS:
                found.append(f"{module_name(path)} takes {names} from QtNetwork")
            if "QDesktopServices" in names:
                found.append(f"{module_name(path)} opens links")
    assert not found


def test_nobody_asks_the_platform_module_which_stalls_on_windows() -> None:
    asking = {module_name(p) for p in MODULES if any(m == "platform" for m, _ in imports(p))}
    assert asking <= {"bondsdesk.app.selftest"}, "only the self-test looks whether anybody did"


def test_paper_templates_are_self_contained() -> None:
    templates = sorted((TOP / "resources" / "press").rglob("*.typ"))
    assert templates
    for template in templates:
        text = template.read_text(encoding="utf-8")
        fetched = [m for m in re.findall(r'#?import\s+"([^"]+)"', text) if m.startswith("@")]
        assert not fetched, f"{template.name} asks for a package"
        assert "http" not in re.sub(r"(?m)//.*$", "", text)


def test_the_version_stands_in_one_place() -> None:
    from bondsdesk import __version__

    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    settings = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in settings
    copies = [
        module_name(p)
        for p in MODULES
        if p != PACKAGE / "__init__.py" and __version__ in p.read_text(encoding="utf-8")
    ]
    assert not copies


def test_every_room_shows_the_house_the_same_door() -> None:
    for folder in ROOMS:
        door = importlib.import_module(f"bondsdesk.rooms.{folder.name}.room")
        assert door.ROOM.key == folder.name
        assert door.ROOM.title()
