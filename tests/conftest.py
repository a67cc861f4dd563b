# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test stands on: no screen, no network, a home of its own, a clock in its hand.

`vault` is a real vault, opened by Ayesha (partner "a"); `as_partner("b")` lets Bilal sit down.
`room` is a RoomContext with real widgets' furniture around that vault. A test that leaves a
window, a thread or an unexpected warning behind fails.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from bondsdesk.kernel.words import use_language
from tests.expectations import LogExpectations
from tests.fakes import FakeClock
from tests.garbage import take_out_garbage
from tests.people import AYESHA, BILAL, Household

if TYPE_CHECKING:
    from bondsdesk.doorway import Offer, RoomContext
    from bondsdesk.kernel.migration import MigrationSet
    from bondsdesk.kernel.people import PartnerId
    from bondsdesk.vault.kdf import KdfCost
    from bondsdesk.vault.vault import Vault
    from bondsdesk.widgets.dialogs import Dialogs
    from bondsdesk.widgets.icons import Icons
    from bondsdesk.widgets.look import Look
    from bondsdesk.widgets.notices import Notices
    from bondsdesk.widgets.tasks import Tasks
    from bondsdesk.widgets.undo import Undo

_HOME = tempfile.mkdtemp(prefix="desk-tests-")
# Before any window or vault looks at them. The zone needs no tzdata and has no summer time.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(
    HOME=_HOME,
    XDG_DATA_HOME=f"{_HOME}/data",
    XDG_CONFIG_HOME=f"{_HOME}/config",
    XDG_CACHE_HOME=f"{_HOME}/cache",
    XDG_RUNTIME_DIR=_HOME,
    TZ="PKT-5",
)
os.environ.pop("BONDSDESK_DATA_DIR", None)
time.tzset()

settings.register_profile("desk", deadline=None, print_blob=True)
settings.load_profile("desk")


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what leaves the machine; local sockets are paths."""
    if event == "socket.connect" and not isinstance(arguments[1], str | bytes):
        raise PermissionError("a test tried to reach the network")
    if event == "socket.getaddrinfo":
        raise PermissionError("a test asked for a network address")


sys.addaudithook(_refuse_network)


def pytest_sessionfinish() -> None:
    """Remove the home of this run."""
    shutil.rmtree(_HOME, ignore_errors=True)


# --- time and words -----------------------------------------------------------------------------


@pytest.fixture
def clock() -> FakeClock:
    """A clock that moves when told."""
    return FakeClock()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English and leaves English behind."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def urdu(english: None) -> None:
    """The screen speaks Urdu; a running application is turned to the right as well."""
    use_language("ur")
    _turn("ur")


def _turn(language: str) -> None:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setLayoutDirection(QLocale(language).textDirection())


# --- what must not be left behind ----------------------------------------------------------------


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[LogExpectations]:
    """Fail on warnings in the log that the test did not announce with expected_log("pattern")."""
    with LogExpectations() as expectations:
        yield expectations
    expectations.verify()


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    threads = set(threading.enumerate())
    yield
    left = [t.name for t in threading.enumerate() if t not in threads and not t.daemon]
    windows = _open_windows()
    _turn_back()
    _forget_that_it_ended()
    take_out_garbage()
    assert not left, f"threads left running: {left}"
    assert not windows, f"windows left open: {windows}"


def _open_windows() -> list[str]:
    """Close and name the windows that still show; only if Qt was used at all."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    QThreadPool.globalInstance().waitForDone(5000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    names = [f"{type(w).__name__} {w.objectName()}".strip() for w in shown]
    for widget in shown:
        widget.hide()
        widget.deleteLater()
    return names


def _forget_that_it_ended() -> None:
    """Let loops run again: after exit() outside exec(), Qt ends every later event loop at once."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    if QCoreApplication.instance() is None:
        return
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    if loop.exec() == -1:  # what Qt answers once the application was told to exit
        QTimer.singleShot(0, QCoreApplication.quit)
        QCoreApplication.exec()


def _turn_back() -> None:
    if "PySide6.QtWidgets" in sys.modules:
        _turn("en")


# --- the vault ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def cheap_kdf() -> KdfCost:
    """The cheapest cost that vault-format allows, so that tests are quick."""
    from bondsdesk.vault.kdf import KdfCost

    return KdfCost(memory_mib=64, passes=3)


@pytest.fixture(scope="session")
def migration_sets() -> Sequence[MigrationSet]:
    """Every room's schema; a folder of tests may have fewer in its own conftest."""
    from bondsdesk.app.house import migration_sets

    return migration_sets()


@pytest.fixture(scope="session")
def _households(
    tmp_path_factory: pytest.TempPathFactory, cheap_kdf: KdfCost
) -> Callable[[Sequence[MigrationSet]], Household]:
    """Vaults with both partners, one for each schema, made once and copied for each test.

    Keyed by the schema: a folder of tests may have another one, whatever ran before it.
    """
    made: dict[tuple[str, ...], Household] = {}

    def household(sets: Sequence[MigrationSet]) -> Household:
        owners = tuple(each.owner for each in sets)
        if owners not in made:
            folder = tmp_path_factory.mktemp("household")
            made[owners] = Household.found(folder, cheap_kdf, sets)
        return made[owners]

    return household


@pytest.fixture
def household(
    _households: Callable[[Sequence[MigrationSet]], Household],
    migration_sets: Sequence[MigrationSet],
    tmp_path: Path,
    clock: FakeClock,
) -> Iterator[Household]:
    """A copy of the vault of Ayesha and Bilal, closed, with everything needed to open it."""
    home = _households(migration_sets).copied(tmp_path / "home", clock)
    yield home
    home.close()


@pytest.fixture
def vault(household: Household) -> Vault:
    """The vault, opened by Ayesha."""
    return household.sit_down(AYESHA.id)


@pytest.fixture
def as_partner(household: Household) -> Callable[[PartnerId], Vault]:
    """Close the place and open it as the partner named: as_partner("b") is Bilal."""
    return household.sit_down


@pytest.fixture
def passphrases() -> dict[PartnerId, str]:
    """What each partner types at the door."""
    return {AYESHA.id: AYESHA.passphrase, BILAL.id: BILAL.passphrase}


# --- the furniture --------------------------------------------------------------------------------


@pytest.fixture
def look(qapp: Any) -> Iterator[Look]:
    """The look at 100 %, light, with nothing moving."""
    from PySide6.QtCore import Qt

    from bondsdesk.widgets.look import Look

    look = Look(qapp)
    look.set_reduced_motion(True)
    look.set_scheme("light")
    yield look
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    look.deleteLater()


@pytest.fixture
def icons(look: Look) -> Icons:
    """The icons in that look."""
    return look.icons


@pytest.fixture
def notices(qapp: Any) -> Notices:
    """Where sentences to the person go; read `notices.current`."""
    from bondsdesk.widgets.notices import Notices

    return Notices()


@pytest.fixture
def dialogs(qapp: Any) -> Dialogs:
    """File dialogs that answer what the test set before."""
    from bondsdesk.widgets.dialogs import Dialogs

    return Dialogs()


@pytest.fixture
def tasks(qapp: Any) -> Iterator[Tasks]:
    """Heavy work in threads; the test ends when the last one has."""
    from bondsdesk.widgets.tasks import Tasks

    tasks = Tasks()
    yield tasks
    tasks.wait_all()


@pytest.fixture
def undo(notices: Notices) -> Undo:
    """The one undo of an unlocked place."""
    from bondsdesk.widgets.undo import Undo

    return Undo(notices)


@pytest.fixture
def exported() -> list[Offer]:
    """What the room under test asked the house to put on paper."""
    return []


@pytest.fixture
def room(
    household: Household,
    vault: Vault,
    clock: FakeClock,
    look: Look,
    icons: Icons,
    notices: Notices,
    dialogs: Dialogs,
    tasks: Tasks,
    undo: Undo,
    exported: list[Offer],
) -> RoomContext:
    """Everything a room is given, around Ayesha's open vault."""
    from bondsdesk.doorway import RoomContext

    return RoomContext(
        vault=vault,
        clock=clock,
        look=look,
        icons=icons,
        notices=notices,
        dialogs=dialogs,
        tasks=tasks,
        undo=undo,
        export=exported.append,
        whole_window=lambda _widget: None,
        hold_idle_lock=lambda _held: None,
        sounds_on=lambda: False,
    )
