# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads Qt for Python, quicker than it loads by itself, and gives Python its own words back.

It must not know what the program is; it is called before anything else imports Qt.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from typing import Any

_PARTS = "shibokensupport/"
"""What the names of the Python files inside Shiboken's library begin with."""

_STUB_WRITER = f"{_PARTS}signature/lib/pyi_generator.py"
"""Writes .pyi files for developers of PySide. No other part uses it; all a program has of it is
that two regular expressions of a page each are compiled."""

_compile = builtins.compile
_CHECKED_BY_NOBODY = (1).to_bytes(4, "little")  # PEP 552: a hash of the source, not a date


def load_toolkit() -> None:
    """Import Qt for Python without what it does at every start and at every import after it.

    Shiboken carries 120 KB of Python source in its library and compiles it anew in each process,
    which is a tenth of our start; here it is compiled once, as Python does with every other
    module. The part that is of use to PySide's developers only stays empty.
    And it puts two hooks into `import`: one for `from __feature__ import ...`, which reads and
    parses the source of every later module to look for the word PySide6 (0.4 ms each), one for
    `from PySide6.QtCore import *`. We write neither, and take both out.
    """
    own_import = builtins.__import__
    builtins.compile = _compile_once
    try:
        import PySide6.QtCore  # noqa: F401 - for the sake of importing it
    finally:
        builtins.compile = _compile
        builtins.__import__ = own_import


def _compile_once(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
    """Compile as the builtin does; a part of Shiboken is taken from the cache if it lies there."""
    ours = isinstance(source, bytes) and str(filename).startswith(_PARTS) and mode == "exec"
    if not ours or rest or named:
        return _compile(source, filename, mode, *rest, **named)
    if filename == _STUB_WRITER:
        return _compile("", filename, mode)
    path = _cached(filename)
    head = MAGIC_NUMBER + _CHECKED_BY_NOBODY + source_hash(source)
    try:
        kept = path.read_bytes()
        if kept.startswith(head):
            return marshal.loads(memoryview(kept)[len(head) :])  # noqa: S302 - as trusted as any .pyc
    except (OSError, ValueError, EOFError, TypeError):
        pass  # not there, or half of it
    code = _compile(source, filename, mode)
    _keep(path, head + marshal.dumps(code))
    return code


def _cached(filename: str) -> Path:
    """Return where Python would keep it if it were one of our modules."""
    name = filename.replace("/", ".")
    return Path(cache_from_source(str(Path(__file__).with_name(name))))


def _keep(path: Path, content: bytes) -> None:
    """Write a compiled part, whole or not at all; a folder that cannot be written is let be."""
    if sys.dont_write_bytecode or not path.parent.is_dir():
        return
    waiting = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        waiting.write_bytes(content)
        waiting.replace(path)
    except OSError:
        waiting.unlink(missing_ok=True)
