# SPDX-License-Identifier: GPL-3.0-or-later
"""The keepsake of all notes of a vault: time, and the memory it takes with its helper process."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from bondsdesk.app.house import migration_sets
from bondsdesk.kernel.clock import SystemClock
from bondsdesk.kernel.words import Words
from bondsdesk.press.pdf import PdfOptions, make_pdf
from bondsdesk.rooms.appreciation.report import keepsake
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.vault.opening import open_vault, unwrap_passphrase
from tests.bench.make_vault import files_at
from tests.bench.measure import memory_mb


def main() -> int:
    """Make the keepsake of everything and print seconds and megabytes as JSON."""
    folder, passphrase = sys.argv[1:3]
    files, clock = files_at(Path(folder)), SystemClock()
    vault = open_vault(files, unwrap_passphrase(files, "a", passphrase), clock, migration_sets())
    service = AppreciationService(vault, clock)
    notes = service.period(None, None, None)
    # Argon2id took 256 MB for a moment; the peak is counted from here on.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = memory_mb()
    began = time.perf_counter()
    pdf = make_pdf(keepsake(notes, service.pair, None, Words("en")), PdfOptions())
    seconds = time.perf_counter() - began
    vault.close()
    own = memory_mb("VmHWM") - before
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "mb": own + child, "pages": pdf.pages}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
