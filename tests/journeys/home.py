# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop for a story: the real program in a folder of its own, started anew after each lock."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from bondsdesk.app.folders import Folders, make_folders
from bondsdesk.app.language import ScreenLanguage
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.main_window import MainWindow
from bondsdesk.app.program import Program, Surroundings
from bondsdesk.app.start import make_look
from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import Language
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.widgets.look import SchemeSetting
from tests.journeys.hands import Hands, settle, until
from tests.strays import Strays


class Laptop:
    """The folders of one machine and the program that runs on it.

    A lock replaces the process in life; here it ends the program object and `wake` makes the
    next one with whatever the lock left word of.
    """

    def __init__(self, folder: Path, clock: Clock, cost: KdfCost | None = None) -> None:
        self.folders = Folders(folder / "data", folder / "config")
        make_folders(self.folders)
        self.clock = clock
        self.cost = cost
        self.program: Program | None = None
        self.size = QSize(1366, 768)
        self.zoom = 1.0
        self.scheme: SchemeSetting = "light"
        self.locked_for: list[PartnerId | None] = []
        self.strays = Strays(MainWindow)

    def wake(self, language: Language = "en", sits_down: PartnerId | None = None) -> Hands:
        """Start the program and return hands at its window."""
        app = cast("QApplication", QApplication.instance())
        app.installEventFilter(self.strays)
        settings = MachineSettings(self.folders.settings)
        settings.language = language
        look = make_look(app, settings)
        look.set_reduced_motion(True)
        look.set_zoom(self.zoom)
        look.set_scheme(self.scheme)
        screen = ScreenLanguage(app, look)
        screen.use(language)
        self.program = Program(
            Surroundings(
                app=app,
                folders=self.folders,
                settings=settings,
                clock=self.clock,
                look=look,
                language=screen,
                relaunch=self.locked_for.append,
                before_leaving=_nothing,
                cost=self.cost,
            ),
            sits_down,
        )
        self.program.begin()
        self.program.window.resize(self.size)
        self.program.window.show()
        self.program.window.activateWindow()
        settle()
        return Hands(self.program.window)

    def next_process(self, language: Language = "en") -> Hands:
        """Wait for the lock that was asked for and start what comes after it."""
        until(lambda: self.locked_for, "the lock")
        self.end()
        return self.wake(language, self.locked_for.pop())

    def end(self) -> None:
        """Close the window, if there is one, as a person would."""
        program, self.program = self.program, None
        if program is None:
            return
        program.tasks.wait_all()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        settle()
        cast("QApplication", QApplication.instance()).removeEventFilter(self.strays)
        assert not self.strays.names, f"shown without a parent: {self.strays.names}"


def _nothing() -> None:
    """Give nothing back: a story takes no instance lock."""
