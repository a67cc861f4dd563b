# SPDX-License-Identifier: GPL-3.0-or-later
"""One open desk over a full vault, measured from within; prints its figures as JSON.

python -m tests.bench.desk DATA_DIR PASSPHRASE everything|memory|idle
"""

from __future__ import annotations

import json
import os
import statistics
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from bondsdesk.app.folders import find_folders
from bondsdesk.app.house import migration_sets
from bondsdesk.app.language import ScreenLanguage
from bondsdesk.app.load_ahead import LoadAhead
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.program import Program, Surroundings
from bondsdesk.app.start import make_application, make_look
from bondsdesk.kernel.clock import SystemClock
from bondsdesk.rooms.appreciation.page import AppreciationPage
from bondsdesk.vault.kdf import derive
from bondsdesk.vault.opening import open_vault, unwrap_passphrase
from bondsdesk.vault.unwrapping import fresh_kdf
from bondsdesk.vault.vault import Vault
from tests.bench import notes
from tests.bench.make_vault import files_at
from tests.bench.measure import memory_mb, percentile, timed, wake_ups
from tests.bench.talk_clock import measure_turn_end
from tests.journeys.hands import Hands


class OpenDesk:
    """The program with a desk in its window, as after an unlock."""

    def __init__(self, folder: Path, passphrase: str) -> None:
        app = make_application()
        folders = find_folders(folder)
        settings = MachineSettings(folders.settings)
        settings.tab = "appreciation"
        look = make_look(app, settings)
        language = ScreenLanguage(app, look)
        language.use("en")
        self.clock = SystemClock()
        self.program = Program(
            Surroundings(
                app=app,
                folders=folders,
                settings=settings,
                clock=self.clock,
                look=look,
                language=language,
                relaunch=_stay,
                before_leaving=_nothing,
            )
        )
        self.files = files_at(folder)
        self.passphrase = passphrase
        self.program.begin()
        self.program.window.resize(1366, 768)
        self.program.window.show()
        look.load_rest()
        LoadAhead(settings.tab).finish()
        _frame()
        self.hands = Hands(self.program.window)

    def unlock(self) -> float:
        """Open the vault and the desk; return the milliseconds from Enter to the painted desk."""
        return timed(self._unlock)

    def _unlock(self) -> None:
        secrets = unwrap_passphrase(self.files, "a", self.passphrase)
        vault = open_vault(self.files, secrets, self.clock, migration_sets())
        self.program.enter(vault)
        _frame()

    def go_to(self, room: str) -> None:
        """Visit a room by its tab and paint it."""
        self.hands.buttons(room)[0].click()
        _frame()

    def vault(self) -> Vault:
        """Return the open vault."""
        vault = self.program.vault
        if vault is None:
            raise RuntimeError("nobody sits at the desk")
        return vault

    def page(self) -> AppreciationPage:
        """Return the page of Appreciate, visited and painted."""
        self.go_to("Appreciate")
        return next(self.hands.visible(AppreciationPage))

    def leave(self) -> None:
        """Close the vault and the window."""
        self.program.put_away()
        self.program.window.close()


def _frame() -> None:
    """Let everything happen that waits, painting included."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def bare_key() -> float:
    """Return the milliseconds that Argon2id alone takes at the cost of this vault."""
    kdf = fresh_kdf(None)
    return statistics.median(
        timed(partial(derive, "some words", kdf.salt, kdf.cost())) for _ in range(5)
    )


def everything(desk: OpenDesk) -> dict[str, float]:
    """Measure unlock, save, search, page switch and scrolling at one open desk."""
    key = bare_key()
    unlock = desk.unlock() - key
    return {
        "key": key,
        "unlock": unlock,
        "switch": percentile(_switches(desk), 0.95),
        "save": 1000 * percentile(notes.save(desk.vault(), desk.clock), 0.95),
        "scroll": 1000 * percentile(notes.scroll(desk.page()), 0.99),
        "search": 1000 * percentile(notes.search(desk.page()), 0.95),
        "turn": 1000 * measure_turn_end().error,
    }


def _switches(desk: OpenDesk) -> list[float]:
    rooms = ("Listen", "Appreciate")
    for room in rooms:
        desk.go_to(room)
    return [timed(partial(desk.go_to, rooms[turn % 2])) for turn in range(60)]


def idle(desk: OpenDesk) -> dict[str, float]:
    """Return how often a second the open desk wakes when nobody touches it."""
    import threading

    found: dict[str, float] = {}

    def watch() -> None:
        wake_ups(os.getpid(), 40)  # what follows an unlock has settled by then
        # The watching thread wakes twice itself.
        found["idle"] = max(0.0, wake_ups(os.getpid(), 20) - 2 / 20)

    desk.unlock()
    watcher = threading.Thread(target=watch)
    watcher.start()
    ending = QTimer()
    ending.timeout.connect(QApplication.quit)
    ending.setSingleShot(True)
    ending.start(62_000)
    QApplication.exec()
    watcher.join()
    return found


def memory(desk: OpenDesk) -> dict[str, float]:
    """Return the memory of an unlocked desk that has shown its notes and scrolled a little."""
    desk.unlock()
    notes.scroll(desk.page(), frames=300)
    return {"memory": memory_mb()}


def _stay(_sits_down: object) -> None:
    """Do not replace the process."""


def _nothing() -> None:
    """Give nothing back: no instance lock was taken."""


def main() -> int:
    """Measure and print."""
    folder, passphrase, what = sys.argv[1:4]
    desk = OpenDesk(Path(folder), passphrase)
    figures = {"everything": everything, "memory": memory, "idle": idle}[what](desk)
    desk.leave()
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
