# SPDX-License-Identifier: GPL-3.0-or-later
"""The log file: codes, identifiers and counts, so that it can be shown to anyone."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from bondsdesk.app.front_door.sentences import code_sentence

_LARGEST = 200_000
"""Bytes; a longer log is begun anew, the one before is kept once."""

_log = logging.getLogger("bondsdesk")


def open_logbook(path: Path) -> None:
    """Write the program's log to a file; without one where the file cannot be made."""
    try:
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".log.1"))
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)


def hear_qt() -> None:
    """Take Qt's messages: the kind goes to the log, the words, which may quote text, do not.

    Qt ends the process by abort when there is no display; said here in one sentence instead.
    """
    qInstallMessageHandler(_heard)


def _heard(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind == QtMsgType.QtFatalMsg:
        _end_without_display()
    if kind != QtMsgType.QtDebugMsg:
        category = context.category or "default"
        _log.info("qt %s %s", kind.name, category)


def _end_without_display() -> None:
    if sys.stderr is not None:
        sys.stderr.write(code_sentence("start.display") + "\n")
        sys.stderr.flush()
    os._exit(1)
