# SPDX-License-Identifier: GPL-3.0-or-later
"""`bondsdesk verify-agreement FILE`: one line, exit 0 or 1, no vault and no window."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bondsdesk.app.house import migration_sets
from bondsdesk.app.options import Options, UsageError, read_options
from bondsdesk.app.verify_agreement import verify_agreement
from bondsdesk.kernel.people import PARTNERS
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.bundle import write_bundle
from bondsdesk.rooms.boundaries.service.desk import Desk
from tests.people import ACTORS, Household


@pytest.fixture
def bundle(household: Household) -> bytes:
    """An agreement that both have signed, as the page saves it."""
    household.sets = migration_sets()
    uid = None
    for who in PARTNERS:
        vault = household.sit_down(who)
        service = Agreements(Desk(vault, vault.clock))
        if uid is None:
            draft = service.new_draft()
            text = replace(draft.text, title="Phones\x1b[31m away", not_fine=("Scrolling",))
            uid = service.propose(replace(draft, text=text))[1]
        service.finish_signing(service.signing(uid, ACTORS[who].passphrase)())
    agreement = service.find(str(uid))
    assert agreement is not None
    return write_bundle(agreement, vault.vault_id, service.keys(), vault.pair)


def told(file: Path, capfd: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = verify_agreement(Options("verify-agreement", file=file))
    (line,) = capfd.readouterr().out.splitlines()
    return code, line


def test_a_whole_agreement_is_verified_in_one_line(
    bundle: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "agreement.json"
    file.write_bytes(bundle)
    code, line = told(file, capfd)
    assert code == 0
    assert line.startswith("Verified: “Phones [31m away”, version 1, is signed by both.")
    assert "\x1b" not in line


def test_anything_else_is_not(
    bundle: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(bundle)
    one = {**document, "events": document["events"][:-1]}
    files = {
        "changed": (bundle.replace(b"Scrolling", b"Breathing"), "This text is not what"),
        "one": (json.dumps(one).encode(), "not both have signed."),
        "rubbish": (b"\x00" * 100, "This file is not an agreement"),
        "newer": (bundle.replace(b'"format":1', b'"format":2'), "newer Bondsdesk"),
    }
    for name, (content, reason) in files.items():
        (tmp_path / name).write_bytes(content)
        code, line = told(tmp_path / name, capfd)
        assert code == 1, name
        assert line.startswith("Not verified: "), name
        assert reason in line, name
    assert told(tmp_path, capfd)[0] == 1
    assert told(tmp_path / "nowhere", capfd)[0] == 1


def test_the_command_line_takes_exactly_one_file(tmp_path: Path) -> None:
    assert read_options(["verify-agreement", "a.json"], {}).file == Path("a.json")
    for wrong in (["verify-agreement"], ["verify-agreement", "a", "b"], ["check", "a"]):
        with pytest.raises(UsageError):
            read_options(wrong, {})


def test_it_runs_without_a_window_or_a_vault(bundle: bytes, tmp_path: Path) -> None:
    file = tmp_path / "agreement.json"
    file.write_bytes(bundle)
    program = (
        "import sys\n"
        f"sys.argv = ['bondsdesk', 'verify-agreement', {str(file)!r}]\n"
        "from bondsdesk.__main__ import main\n"
        "code = main()\n"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'sqlcipher3'))]\n"
        "sys.exit(code)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL)
