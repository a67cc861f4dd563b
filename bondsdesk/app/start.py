# SPDX-License-Identifier: GPL-3.0-or-later
"""The start: from a command line to a painted window, with nothing loaded that can wait.

What it may not import before the first paint: the vault's cryptography, SQLCipher, Typst, the
rooms. A test looks at that; the time is in the bench.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from bondsdesk import __version__
from bondsdesk.app.crash import CrashGuard
from bondsdesk.app.folders import Folders, make_folders
from bondsdesk.app.front_door.sentences import code_sentence
from bondsdesk.app.instance import Instance
from bondsdesk.app.language import ScreenLanguage, system_language
from bondsdesk.app.logbook import hear_qt, open_logbook
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.preamble import Preamble
from bondsdesk.app.program import Program, Surroundings
from bondsdesk.app.relaunch import relaunch
from bondsdesk.kernel.clock import SystemClock
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import use_language
from bondsdesk.widgets.look import STYLE_ARGUMENTS, Look

_QUIT_WHEN_PAINTED = "BONDSDESK_QUIT_WHEN_PAINTED"
"""Set for measuring the start: the program ends by itself after its first paint."""


def run(preamble: Preamble) -> int:
    """Start the program and return its exit code."""
    settings, folders = preamble.settings, preamble.folders
    language = settings.language or system_language()
    use_language(language)
    hear_qt()
    instance = Instance(preamble.files.lock, folders.key)
    trouble = _claim(folders, instance)
    if trouble is not None and trouble.code == "start.second":
        return _second_start(instance)
    open_logbook(folders.log)
    app = make_application()
    look = make_look(app, settings)
    screen = ScreenLanguage(app, look)
    screen.use(language)
    around = Surroundings(
        app=app,
        folders=folders,
        settings=settings,
        clock=SystemClock(),
        look=look,
        language=screen,
        relaunch=relaunch,
        before_leaving=instance.release,
    )
    start = Start(Program(around, preamble.came.sits_down), instance)
    start.open(trouble)
    return app.exec() or start.program.exit_code


def end_process(code: int) -> NoReturn:
    """End without tearing the interpreter down.

    The vault is closed and the log written by now. A check of a large file may still run in a
    thread inside SQLCipher, which cannot be interrupted and must not outlive its libraries.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


def make_application() -> QApplication:
    """Make the one QApplication. Where there is no display, the process ends here with code 1."""
    QCoreApplication.setApplicationName("bondsdesk")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("bondsdesk")
    app = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
    app.setApplicationDisplayName("")
    app.setQuitOnLastWindowClosed(False)  # the program decides: a text may have to be kept first
    app.setCursorFlashTime(0)  # nothing blinks, and a locked program never wakes for it
    return app


def make_look(app: QApplication, settings: MachineSettings) -> Look:
    """Make the look as this machine remembers it."""
    look = Look(app)
    look.set_reduced_motion(settings.reduced_motion == "on")
    look.set_zoom(settings.zoom / 100)
    look.set_scheme(settings.scheme)
    return look


class Start(QObject):
    """The first moments: shows the window, then brings in what could wait for the first paint."""

    def __init__(self, program: Program, instance: Instance) -> None:
        super().__init__()
        self.program = program
        self._instance = instance
        around = program.around
        guard = CrashGuard(
            around.folders.reports, around.clock, program.put_away, program.show_crash
        )
        guard.install()
        program.retried.connect(self._try_again)

    def open(self, trouble: ExpectedError | None) -> None:
        """Show the window with the page that fits."""
        if trouble is not None:
            self.program.begin_with_trouble(trouble)
        else:
            self.program.begin()
        self.program.window.installEventFilter(self)
        self.program.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.settle)
        return False

    @Slot()
    def settle(self) -> None:
        """Do what could wait: hear second starts, forbid dumps, load the rest."""
        from bondsdesk.app.hardening import forbid_dumps
        from bondsdesk.app.load_ahead import LoadAhead

        if os.environ.get(_QUIT_WHEN_PAINTED):
            self.program.window.close()
            return
        gc.enable()
        forbid_dumps()
        self._instance.called.connect(self.program.window.come_forward)
        self._instance.listen()
        self.program.around.look.load_rest()
        LoadAhead(self.program.around.settings.tab, self).begin()

    @Slot()
    def _try_again(self) -> None:
        trouble = _claim(self.program.around.folders, self._instance)
        if trouble is not None:
            self.program.begin_with_trouble(trouble)
        else:
            self.program.begin()


def _claim(folders: Folders, instance: Instance) -> ExpectedError | None:
    """Make the folders and take the instance lock; return what stands in the way."""
    try:
        make_folders(folders)
        if instance.claim():
            return None
    except ExpectedError as error:
        return error
    return ExpectedError("start.second")


def _second_start(instance: Instance) -> int:
    """Bring the first window forward. Exit 0, or 1 where nobody answers."""
    app = QCoreApplication(sys.argv[:1])
    if instance.call_the_first():
        return 0
    del app
    if sys.stderr is not None:
        sys.stderr.write(f"bondsdesk: {code_sentence('start.second')}\n")
    return 1
