# SPDX-License-Identifier: GPL-3.0-or-later
"""A board of 2,000 cards: opening it, moving a card with the keyboard, taking the move back.

Run inside a QApplication: `measure_boards(vault)`; or alone: `python -m tests.bench.boards`.
The first figure is for cards in all lanes, the second for all of them in one. A key is answered
when the landing place is painted; the move is kept when the vault has it and the card is painted.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bondsdesk.app.start import make_application
from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.clock import SystemClock
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.rooms.goals.domain.board import LANES, Lane
from bondsdesk.rooms.goals.domain.card import Card, Step
from bondsdesk.rooms.goals.domain.rank import ranks_from
from bondsdesk.rooms.goals.room import Goals
from bondsdesk.rooms.goals.schema import MIGRATIONS
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.rooms.goals.store.cards import CardStore
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import NewPartner, finish_vault, prepare_partner, prepare_vault
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.dialogs import Dialogs
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.tasks import Tasks
from bondsdesk.widgets.undo import Undo
from tests.bench.measure import percentile, timed
from tests.people import vault_files

CARDS = 2_000
TURNS = 60


@dataclass(frozen=True)
class BoardFigures:
    """Milliseconds: to the painted board (median); the rest p95.

    `answer`: from the key until its landing place is painted. `move` and `undo`: until the vault
    has it and everything that is due has been painted.
    """

    open: float
    answer: float
    move: float
    undo: float


def measure_boards(vault: Vault, lanes: tuple[Lane, ...] = LANES) -> BoardFigures:
    """Fill a board with cards in some lanes and measure it in a window of 1366x768."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    clock = SystemClock()
    service = GoalsService(vault, clock)
    uids = fill(service, vault, new_uid(), lanes)
    context = _context(vault, app)
    page = Goals(context).page()
    context.undo.touched.connect(page.on_touched)
    page.resize(1150, 768)
    page.show()
    _frame()
    opening = [timed(partial(_with_frame, page.reload)) for _ in range(7)]
    chance = random.Random(7)  # noqa: S311 - always the same cards
    answers, moves, undos = [], [], []
    for _ in range(TURNS):
        uid = chance.choice(uids[:200])
        page.board.show_card(uid)
        _frame()
        face = page.board.model.face(uid)
        assert face is not None
        away = Qt.Key.Key_Right if face.lane != LANES[-1] else Qt.Key.Key_Left
        lane, held = page.board.columns[face.lane].list, Qt.KeyboardModifier.ControlModifier
        key = partial(QTest.keyClick, lane, away, held)
        with QSignalBlocker(page.board):  # what the lane shows before the vault is asked
            answers.append(timed(key))
        _frame()
        moves.append(timed(partial(_with_frame, key)))
        undos.append(timed(partial(_with_frame, context.undo.undo)))
    page.hide()
    page.deleteLater()
    _frame()
    tails = (percentile(each, 0.95) for each in (answers, moves, undos))
    return BoardFigures(statistics.median(opening), *tails)


def fill(service: GoalsService, vault: Vault, board: Uid, lanes: tuple[Lane, ...]) -> list[Uid]:
    """Write the cards of the bench and return their uids, lane by lane from the top."""
    for other in service.boards():
        service.archive(other.uid)
    service.make_board("Bench", "leaf", board)
    each = CARDS // len(lanes)
    cards = [
        Card(
            new_uid(),
            board,
            lane,
            f"Wish number {number} of many for the house",
            steps=tuple(Step(f"step {n}", done=n < number % 4) for n in range(4)),
            target=45_000_000 if number % 2 else None,
            saved=number * 1_000,
            rank=rank,
            since=SystemClock().now(),
        )
        for lane in lanes
        for number, rank in enumerate(ranks_from(None, each))
    ]
    with vault.work() as work:
        for card in cards:
            CardStore(work).add(card)
    return [card.uid for number in range(each) for card in cards[number::each]]


def _context(vault: Vault, app: QApplication) -> RoomContext:
    look, notices = Look(app), Notices()
    look.apply()
    return RoomContext(
        vault=vault,
        clock=SystemClock(),
        look=look,
        icons=look.icons,
        notices=notices,
        dialogs=Dialogs(),
        tasks=Tasks(),
        undo=Undo(notices),
        export=lambda _offer: None,
        whole_window=lambda _widget: None,
        hold_idle_lock=lambda _held: None,
        sounds_on=lambda: False,
    )


def _with_frame(deed: Callable[[], None]) -> None:
    deed()
    _frame()


def _frame() -> None:
    """Let everything that is due happen and be painted."""
    for _ in range(2):
        QApplication.processEvents()


def main() -> int:
    """Print the figures for cards in all lanes and for all of them in one."""
    app = make_application()
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as home:
        cost = KdfCost(memory_mib=64, passes=3)
        secret = "bench of velvet harbour lanterns"
        prepared = prepare_vault(NewPartner("Ayesha", "leaf", "leaf", secret), cost)
        vault, _ = finish_vault(vault_files(Path(home)), prepared, SystemClock(), (MIGRATIONS,))
        vault.enrol_second(prepare_partner(NewPartner("Bilal", "moon", "plum", secret), cost))
        lots: tuple[tuple[Lane, ...], ...] = (LANES, ("dream",))
        worst: BoardFigures | None = None
        for lanes in lots:
            found = measure_boards(vault, lanes)
            worst = found if worst is None or found.move > worst.move else worst
            print(
                f"{CARDS} cards in {len(lanes)} lanes: open {found.open:.1f} ms,"
                f" answer p95 {found.answer:.1f} ms, move p95 {found.move:.1f} ms,"
                f" undo p95 {found.undo:.1f} ms"
            )
        vault.close()
    del app
    assert worst
    print(json.dumps(asdict(worst)))  # for the whole bench
    return 0


if __name__ == "__main__":
    sys.exit(main())
