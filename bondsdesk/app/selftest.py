# SPDX-License-Identifier: GPL-3.0-or-later
"""`--self-test`: everything once in a throw-away folder: vault, window, a text, a PDF; one line.

Installers and packages run it where nobody looks; it touches nothing outside its own folder.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bondsdesk import __version__
from bondsdesk.app.options import Options

if TYPE_CHECKING:
    from bondsdesk.app.program import Program
    from bondsdesk.vault.vault import Vault

_OUT = "BONDSDESK_SELFTEST_OUT"
_WORDS = "Chai on the roof. شام کی چائے"
_KIND = "selftest.line"


def selftest(options: Options) -> int:
    """Try everything, say one line, and return 0; any failure is 1 with its kind and no words."""
    try:
        with tempfile.TemporaryDirectory(prefix="bondsdesk-") as folder:
            line, code = _try_everything(Path(folder), options), 0
    except Exception as problem:
        line, code = f"self-test failed: {type(problem).__name__} {_code_of(problem)}", 1
    _say(line)
    return code


def _try_everything(folder: Path, options: Options) -> str:
    from PySide6 import __version__ as qt_version

    from bondsdesk.app.folders import Folders
    from bondsdesk.app.language import ScreenLanguage
    from bondsdesk.app.logbook import hear_qt
    from bondsdesk.app.machine_settings import MachineSettings
    from bondsdesk.app.program import Program, Surroundings
    from bondsdesk.app.start import make_application, make_look
    from bondsdesk.kernel.clock import SystemClock

    hear_qt()
    app = make_application()
    folders = Folders(folder / "data", folder / "config")
    folders.config.mkdir()
    settings = MachineSettings(folders.settings)
    look = make_look(app, settings)
    language = ScreenLanguage(app, look)
    language.use(options.language or "en")
    program = Program(
        Surroundings(
            app=app,
            folders=folders,
            settings=settings,
            clock=SystemClock(),
            look=look,
            language=language,
            relaunch=_stay,
            before_leaving=_nothing,
        )
    )
    _found_a_vault(program)
    program.begin()
    program.window.show()
    app.processEvents()
    vault = _unlock(program)
    _write_and_read(vault)
    program.enter(vault)
    app.processEvents()
    pages = _make_pdf(program)
    program.put_away()
    program.window.close()
    if platform._uname_cache is not None:  # type: ignore[attr-defined]
        raise RuntimeError("something asked for platform.uname()")
    return (
        f"Bondsdesk {__version__} self-test: vault, window and PDF ({pages} page) are fine "
        f"(PySide6 {qt_version}, Python {sys.version.split()[0]}, {app.platformName()})"
    )


def _found_a_vault(program: Program) -> None:
    from bondsdesk.app.house import migration_sets
    from bondsdesk.vault.kdf import KdfCost
    from bondsdesk.vault.opening import NewPartner, finish_vault, prepare_vault
    from bondsdesk.vault.passphrase import judge

    if not judge(_WORDS).accepted:
        raise RuntimeError("a good passphrase is taken for a weak one")
    around = program.around
    first = NewPartner(name="A", symbol="leaf", colour="leaf", passphrase=_WORDS)
    prepared = prepare_vault(first, KdfCost(memory_mib=64, passes=3))
    vault, _sheets = finish_vault(program.around.files, prepared, around.clock, migration_sets())
    vault.close()


def _unlock(program: Program) -> Vault:
    from bondsdesk.app.house import migration_sets
    from bondsdesk.vault.opening import open_vault, unwrap_passphrase

    secrets = unwrap_passphrase(program.around.files, "a", _WORDS)
    return open_vault(program.around.files, secrets, program.around.clock, migration_sets())


def _write_and_read(vault: Vault) -> None:
    from bondsdesk.kernel.ids import new_uid

    uid = new_uid()
    with vault.work() as work:
        work.box.put(_KIND, uid, {"text": _WORDS})
    with vault.read() as reader:
        sealed = reader.box.get(uid)
    if sealed is None or sealed.document != {"text": _WORDS}:
        raise RuntimeError("what was written is not what was read")
    with vault.work() as work:
        work.box.delete(uid)


def _make_pdf(program: Program) -> int:
    from bondsdesk.app.front_door.sheet_pdf import sheet_document
    from bondsdesk.press.pdf import PdfOptions, make_pdf
    from bondsdesk.press.volume import set_apart

    now = program.around.clock.now()
    code = "-".join(["ABCD"] * 9)
    document = sheet_document("own", code, ("leaf", "leaf"), program.around.look.language, now)
    pdf = make_pdf(document, PdfOptions(password=_WORDS, timestamp=now))
    apart = set_apart({"main.typ": f'#set document(title: "A")\n{_WORDS}'.encode()}, bool)
    if not pdf.data.startswith(b"%PDF-") or not apart.startswith(b"%PDF-"):
        raise RuntimeError("that is no PDF")
    return pdf.pages


def _say(line: str) -> None:
    """Say the line where it can be heard: a windowed Windows program has no stdout."""
    if sys.stdout is not None:
        sys.stdout.write(line + "\n")
    out = os.environ.get(_OUT)
    if out:
        Path(out).write_text(line + "\n", encoding="utf-8")


def _code_of(problem: Exception) -> str:
    from bondsdesk.kernel.errors import ExpectedError

    return problem.code if isinstance(problem, ExpectedError) else ""


def _stay(_sits_down: object) -> None:
    """Do not replace the process."""


def _nothing() -> None:
    """Give nothing back: no instance lock was taken."""
