# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk that keeps a draft, says so, and is killed in the same instant. Run by test_killed.py."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bondsdesk.app.desk import open_desk
from bondsdesk.app.language import ScreenLanguage
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.main_window import MainWindow
from bondsdesk.app.services import Services
from bondsdesk.kernel.clock import SystemClock
from bondsdesk.vault.opening import open_vault, unwrap_passphrase
from bondsdesk.widgets.dialogs import Dialogs
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tasks import Tasks
from tests.app.desk.conftest import Calls, HelpStandIn, room_sets
from tests.app.desk.sample_room import OpenPad, sample_room
from tests.people import AYESHA, vault_files


def main(folder: Path, typed: str) -> None:
    app = QApplication([])
    look = Look(app)
    ScreenLanguage(app, look).use("en")
    files, calls = vault_files(folder), Calls()
    secrets = unwrap_passphrase(files, AYESHA.id, AYESHA.passphrase)
    vault = open_vault(files, secrets, SystemClock(), room_sets())
    machine = MachineSettings(folder / "machine.json")
    services = Services(
        clock=SystemClock(),
        look=look,
        dialogs=Dialogs(),
        tasks=Tasks(),
        machine=machine,
        lock=calls.lock,
        hand_over=calls.hand_over,
        hide=calls.hide,
        help_page=HelpStandIn,
        switch_language=lambda _language: None,
        hold_idle_lock=calls.held.append,
        seat_second=calls.seat_second,
    )
    opened: list[OpenPad] = []
    window = MainWindow(machine)
    desk = open_desk(
        window, vault, services, [sample_room("notes", "Notes", "list", opened.append)]
    )
    window.show()
    opened[0].page().field.setPlainText(typed)
    desk.keep_drafts()
    sys.stdout.write("kept\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
