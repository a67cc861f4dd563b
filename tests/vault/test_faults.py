# SPDX-License-Identifier: GPL-3.0-or-later
"""Long runs against the fault matrix: `python -m pytest -m faults tests/vault`.

Killed desks, flipped bits, cut logs, random bytes, the canary in decrypted pages.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, cast

import pytest

from bondsdesk.vault.backup_shelf import shelved
from bondsdesk.vault.bundle import read_bundle
from bondsdesk.vault.envelope import DamagedEnvelopeError, NewerFormatError
from bondsdesk.vault.header import parse_header
from bondsdesk.vault.header_copies import read_copies
from bondsdesk.vault.opening import open_vault, read_threshold
from bondsdesk.vault.restore import restore_backup
from bondsdesk.vault.vault import Vault
from bondsdesk.vault.vault_key import database_key
from tests.people import Household
from tests.vault.codes import refusal
from tests.vault.fault_child import MANY, STEPS
from tests.vault.notes import notes_in, write_note

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]
PAGE = 4096


@pytest.fixture
def chance() -> random.Random:
    """Chance that can be repeated."""
    return random.Random(int(os.environ.get("FAULT_SEED", "1")))  # noqa: S311 - a workload


def _child(folder: Path, mode: str) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-m", "tests.vault.fault_child", str(folder), mode]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def _kill_after(child: subprocess.Popen[str], seconds: float) -> list[str]:
    """Kill a child some time after it is ready; return the lines it had printed."""
    out = cast("IO[str]", child.stdout)
    assert out.readline() == "ready\n"
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(seconds)
    child.kill()
    lines = out.read().split()
    child.wait()
    out.close()
    return lines


def test_f01_a_killed_desk_loses_nothing(household: Household, chance: random.Random) -> None:
    acknowledged = 0
    for _ in range(200):
        lines = _kill_after(_child(household.folder, "write"), chance.uniform(0.01, 0.4))
        acknowledged = int(lines[-1]) if lines else acknowledged
        vault = household.sit_down("a")
        assert {w.code for w in vault.warnings} <= {"vault.unclean"}
        with vault.read() as reader:
            newest = reader.value("SELECT coalesce(max(id), 0) FROM note")
            draft = reader.box.get("draft")
            assert reader.value("SELECT count(*) FROM note") == newest
        assert acknowledged <= newest <= acknowledged + 1
        assert draft is None or draft.document["number"] == newest
        acknowledged = newest
        vault.health.require_sound()
        household.close()
        for shelf in shelved(household.files):
            shelf.path.unlink()
    assert acknowledged > 200


def test_f04_a_desk_killed_in_a_migration_has_old_or_new_steps(
    household: Household, tmp_path: Path, chance: random.Random
) -> None:
    write_note(household.sit_down("a"), "old")
    household.close()
    seen = set()
    for number in range(100):
        home = household.copied(tmp_path / str(number), household.clock)
        _kill_after(_child(home.folder, "migrate"), chance.uniform(0.02, 0.35))
        vault = open_vault(home.files, home.secrets["a"], home.clock, (MANY,))
        with vault.read() as reader:
            assert reader.value("SELECT count(*) FROM migration WHERE owner = 'notes'") == STEPS + 1
            for step in range(STEPS):
                assert reader.value(f"SELECT length(x) FROM t{step}") == 20_000  # noqa: S608
        assert notes_in(vault) == ["old"]
        seen.add(len(shelved(home.files)))
        assert all(read_bundle(b.path) == b.manifest for b in shelved(home.files))
        vault.close()
        shutil.rmtree(home.folder)
    assert max(seen) >= 1


def _filled(household: Household) -> bytes:
    vault = household.sit_down("a")
    for number in range(60):
        write_note(vault, f"{number} " + "words of a note " * (number * 8))
    household.close()
    return household.files.database.read_bytes()


def test_f10_every_flipped_bit_is_found(household: Household, chance: random.Random) -> None:
    good = _filled(household)
    for _ in range(300):
        broken = bytearray(good)
        broken[chance.randrange(16, len(good))] ^= 1 << chance.randrange(8)
        household.files.database.write_bytes(bytes(broken))
        assert refusal(lambda: household.sit_down("a")) == "vault.damaged"
        assert household.files.database.read_bytes() == bytes(broken)
        household.close()


def test_f12_pages_zeroed_swapped_or_cut_are_found(
    household: Household, chance: random.Random
) -> None:
    good = _filled(household)
    pages = len(good) // PAGE
    for _ in range(150):
        broken = bytearray(good)
        one, two = chance.sample(range(1, pages), 2)
        what = chance.choice(["zero", "swap", "cut"])
        if what == "zero":
            broken[one * PAGE : (one + 1) * PAGE] = bytes(PAGE)
        elif what == "swap":
            first, second = slice(one * PAGE, (one + 1) * PAGE), slice(two * PAGE, (two + 1) * PAGE)
            broken[first], broken[second] = good[second], good[first]
        else:
            del broken[max(one * PAGE, 2 * PAGE) + chance.randrange(PAGE) :]
        household.files.database.write_bytes(bytes(broken))
        assert refusal(lambda: household.sit_down("a")) == "vault.damaged"
        household.close()


def test_f16_a_damaged_log_opens_at_a_commit_and_counts_what_is_missing(
    household: Household, tmp_path: Path, chance: random.Random
) -> None:
    vault = household.sit_down("a")
    for number in range(40):
        write_note(vault, f"{number} " + "x" * 500)
    log = household.files.database.with_name("vault.db-wal").read_bytes()
    template = household.copied(tmp_path / "template", household.clock)
    household.close()
    for number in range(200):
        home = template.copied(tmp_path / str(number), household.clock)
        broken = bytearray(log)
        broken[chance.randrange(len(log))] ^= 1 << chance.randrange(8)
        home.files.database.with_name("vault.db-wal").write_bytes(bytes(broken))
        vault = home.sit_down("a")
        left = len(notes_in(vault))
        codes = {w.code: w.params for w in vault.warnings}
        if left == 40:
            assert set(codes) <= {"vault.unclean"}
        else:
            assert codes["vault.commits_missing"]["count"] == 40 - left
        home.close()
        shutil.rmtree(home.folder)


def test_f08_every_flipped_byte_of_every_copy_opens(household: Household) -> None:
    household.sit_down("a")
    household.close()
    good = household.files.header.read_bytes()
    for path in (household.files.header, household.files.mirror, household.files.config_header):
        for place in range(len(good)):
            broken = bytearray(good)
            broken[place] ^= 0x20
            path.write_bytes(bytes(broken))
            assert read_copies(household.files).newest.to_bytes() == good
        path.write_bytes(good)


def test_f24_random_bytes_are_refused_quickly(household: Household, chance: random.Random) -> None:
    files = household.files
    good = files.header.read_bytes()
    for number in range(10_000):
        if number % 2:
            content = chance.randbytes(chance.randrange(2_000))
        else:
            cut = bytearray(good)
            for _ in range(chance.randrange(1, 6)):
                cut[chance.randrange(len(cut))] = chance.randrange(256)
            content = bytes(cut)
        if content == good:
            continue
        began = time.perf_counter()
        with pytest.raises((DamagedEnvelopeError, NewerFormatError)):
            parse_header(content)
        assert time.perf_counter() - began < 1
    bundle = files.backups / "x.bondsdesk"
    bundle.parent.mkdir(exist_ok=True)
    for _ in range(300):
        content = chance.randbytes(chance.randrange(9_000))
        for path in (files.header, files.mirror, files.config_header):
            path.write_bytes(content)
        assert refusal(lambda: read_threshold(files)) == "vault.header_damaged"
        bundle.write_bytes(content)
        assert refusal(lambda: read_bundle(bundle)) == "backup.damaged"


CANARY = "zanzibarcanary"


def test_f25_f26_no_word_lies_open_and_none_is_left_after_deleting(household: Household) -> None:
    vault = household.sit_down("a")
    for number in range(200):
        write_note(vault, f"other words {number} " * 30)
    for number in range(30):
        write_note(vault, f"{CANARY} {number} " * (1 + number * 40))
    with vault.work() as work:
        work.box.put("note.draft", "1", {"text": CANARY})
        work.rows("SELECT body FROM note ORDER BY body DESC")
    assert CANARY in _decrypted(household, vault)
    _assert_nothing_open(household.folder)
    with vault.work() as work:
        ids = [i for (i,) in work.rows("SELECT id FROM note WHERE body LIKE ?", (f"{CANARY}%",))]
        for number in ids:
            work.run("DELETE FROM note_search WHERE rowid = ?", (number,))
            work.run("DELETE FROM note WHERE id = ?", (number,))
        work.box.delete("1")
    left = _decrypted(household, vault)
    assert "other words" in left
    assert CANARY not in left
    made = vault.backup()
    assert made.path.exists()
    household.close()
    _assert_nothing_open(household.folder)


def _assert_nothing_open(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes(), path
    assert not list(Path("/var/tmp").glob("etilqs_*"))
    assert not list(Path("/tmp").glob("etilqs_*"))


def _decrypted(household: Household, vault: Vault) -> str:
    """Return every page of the file as text, free pages too, by a page reader of our own."""
    vault._database.empty_log()
    content = _copy_of(household)
    key = database_key(household.secrets["a"].vault_key).hex()
    plain = bytearray()
    for page in range(len(content) // PAGE):
        block = content[page * PAGE : (page + 1) * PAGE]
        start = 16 if page == 0 else 0
        iv = block[PAGE - 80 : PAGE - 64].hex()
        arguments = ["openssl", "enc", "-d", "-aes-256-cbc", "-nopad", "-K", key, "-iv", iv]
        done = subprocess.run(
            arguments, input=block[start : PAGE - 80], capture_output=True, check=True
        )
        plain += done.stdout
    return plain.decode("latin-1")


def _copy_of(household: Household) -> bytes:
    """Read the open database in another process: closing it here would drop its lock."""
    path = str(household.files.database)
    return subprocess.run(["cat", path], capture_output=True, check=True).stdout


def test_f31_copies_made_while_writing_are_all_whole(household: Household) -> None:
    vault = household.sit_down("a")
    for number in range(50):
        job = vault.backup_job("asked")
        write_note(vault, f"{number} " + "x" * 5_000)
        made = job.run()
        vault.end_backup()
        assert read_bundle(made.path) == made.manifest
        assert made.manifest.commits == job.origin.commits
        if number % 10 == 9:
            household.close()
            restore_backup(household.files, made.path, household.clock.now())
            vault = household.sit_down("a")
            assert [w.code for w in vault.warnings] == ["vault.restored"]
            write_note(vault, "x")
        made.path.unlink()
