# SPDX-License-Identifier: GPL-3.0-or-later
"""What is loaded when the lock screen is painted: a list, for a time depends on the machine.

A module that is missing below may be added when the lock screen cannot do without it; the bench
tells what it costs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.people import Household

AT_FIRST_PAINT = """
import json, os, sys
from bondsdesk.app.options import read_options
from bondsdesk.app.preamble import read_preamble
from bondsdesk.app.toolkit import load_toolkit
preamble = read_preamble(read_options(sys.argv[1:], os.environ))
load_toolkit()
from bondsdesk.app import start
def painted(_start):
    from PySide6 import QtCore, QtGui, QtWidgets
    named = [name for module in (QtCore, QtGui, QtWidgets) for name in vars(module)]
    print(json.dumps([sorted(sys.modules), named]))
    sys.stdout.flush()
    os._exit(0)
start.Start.settle = painted
start.run(preamble)
"""

ALLOWED = {
    "app": "crash door_keys folders front_door instance language logbook machine_settings "
    "main_window options preamble program relaunch start surroundings toolkit",
    "app.front_door": "columns door door_context door_frame door_words help_line "
    "language_switch opener patience sentences unlock_page",
    "kernel": "assets canonical clock errors people sentences text words",
    "vault": "aead database_file envelope files header header_copies interrupted kdf threshold",
    "widgets": "button desk_drawing enter_key focus_ring hair icon_button icons label lean look "
    "mark palette password_field qt_words sheet sight_area sign symbol_tile tasks tile tokens "
    "typeface",
}
TOOLKIT = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "support"}
LATER = {"dataclasses", "datetime", "secrets", "locale", "subprocess", "socket", "ssl", "ctypes"}
"""Parts of Python that cost more than a millisecond and are wanted only later."""
DEAR = {"QIcon", "QGradient", "QStyle", "QListView", "QAccessible"}
"""Classes that PySide makes with more than a hundred enumerators when they are first named."""


def at_first_paint(household: Household, language: str) -> tuple[set[str], set[str]]:
    """Return all modules and all Qt classes that were named up to the first paint."""
    environment = {
        **os.environ,
        "BONDSDESK_DATA_DIR": str(household.files.data),
        "XDG_CONFIG_HOME": str(household.files.data.parent / "settings"),
    }
    words = ["--language", language] if language != "en" else []
    done = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT, *words],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    modules, classes = json.loads(done.stdout)
    return set(modules), set(classes)


def allowed() -> set[str]:
    names = {"bondsdesk", *(f"bondsdesk.{package}" for package in ALLOWED)}
    return names | {
        f"bondsdesk.{package}.{module}"
        for package, modules in ALLOWED.items()
        for module in modules.split()
    }


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_lock_screen_needs_nothing_but_what_it_shows(
    household: Household, language: str
) -> None:
    modules, classes = at_first_paint(household, language)
    ours = {name for name in modules if name.split(".")[0] == "bondsdesk"}
    assert "bondsdesk.app.front_door.unlock_page" in ours
    assert not ours - allowed()
    toolkit = {name.split(".")[1] for name in modules if name.startswith("PySide6.")}
    assert not toolkit - TOOLKIT
    others = {name.split(".")[0] for name in modules} - set(sys.stdlib_module_names)
    known = {"bondsdesk", "PySide6", "shiboken6", "shibokensupport", "signature_bootstrap"}
    begun_by_python = {"__main__", "__feature__", "_distutils_hack", "sitecustomize"}
    assert not {n for n in others - known - begun_by_python if not n.startswith("__editable__")}
    # A start without words on the command line needs no calendar, no locale and the like.
    assert not modules & (LATER if language == "en" else LATER - {"locale"})
    assert not classes & DEAR
