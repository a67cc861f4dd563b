# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens when the program itself is wrong: keep, close, say so calmly, write a report.

A report and the log hold codes, versions and places in our own code. Never a message of an
exception, never a value: either may quote what a person wrote.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from bondsdesk import __version__
from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.errors import ExpectedError

_log = logging.getLogger("bondsdesk")
_PACKAGE = Path(__file__).resolve().parent.parent


def our_frames(trace: TracebackType | None) -> list[str]:
    """Return "app/desk.py:41 open_desk" for every frame of our own code, outermost first."""
    frames = []
    while trace is not None:
        code = trace.tb_frame.f_code
        path = Path(code.co_filename)
        if path.is_relative_to(_PACKAGE):
            place = path.relative_to(_PACKAGE).as_posix()
            frames.append(f"{place}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return frames


def report_text(error: BaseException, clock: Clock) -> str:
    """Return a report anyone may read."""
    from PySide6 import __version__ as qt_version

    code = error.code if isinstance(error, ExpectedError) else "-"
    head = [
        f"Bondsdesk {__version__}, PySide6 {qt_version}, Python {sys.version.split()[0]}",
        f"{sys.platform}, {clock.now():%Y-%m-%d %H:%M} UTC",
        f"{type(error).__name__}, code {code}",
    ]
    return "\n".join([*head, *our_frames(error.__traceback__), ""])


def save_report(text: str, folder: Path, clock: Clock) -> Path | None:
    """Write a report beside the machine's settings; None where that is not possible."""
    path = folder / f"report-{clock.now():%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return path


class CrashGuard:
    """Takes over `sys.excepthook`: the first bug ends the sitting, later ones are only counted.

    `put_away` keeps drafts and closes the vault; `show` gets the path of the report, or None.
    """

    def __init__(
        self,
        reports: Path,
        clock: Clock,
        put_away: Callable[[], None],
        show: Callable[[Path | None], None],
    ) -> None:
        self._reports = reports
        self._clock = clock
        self._put_away = put_away
        self._show = show
        self._fallen = False

    def install(self) -> None:
        """Take over from Python's own hook, which would print messages and values."""
        sys.excepthook = self.caught

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take an exception nobody else took."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        error = error.with_traceback(trace)
        text = report_text(error, self._clock)
        _log.error("bug %s", text.replace("\n", " | "))
        if self._fallen:
            return
        self._fallen = True
        try:
            self._put_away()
        except Exception as second:
            _log.error("bug while putting away: %s", type(second).__name__)
        finally:
            self._show(save_report(text, self._reports, self._clock))
