# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's entrance: reads the command line and calls what was asked for."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bondsdesk.app.options import Options


def main() -> int:
    """Run the program; return the exit code of the contract (0 fine, 1 not started, 2 usage)."""
    if sys.argv[1:] == ["--set-volume"]:  # press.volume.SET_VOLUME, not worth an import at a start
        from bondsdesk.press.volume import main as set_a_volume

        set_a_volume()
        return 0
    from bondsdesk.app.options import UsageError, read_options

    try:
        options = read_options(sys.argv[1:], os.environ)
    except UsageError as problem:
        _say(str(problem), sys.stderr)
        return 2
    if options.command == "version":
        from bondsdesk import __version__

        _say(f"Bondsdesk {__version__}", sys.stdout)
        return 0
    if options.command == "check":
        from bondsdesk.app.check import check

        return check(options)
    if options.command == "verify-agreement":
        from bondsdesk.app.verify_agreement import verify_agreement

        return verify_agreement(options)
    if options.command == "self-test":
        from bondsdesk.app.selftest import selftest

        return selftest(options)
    return _run(options)


def _run(options: Options) -> int:
    """Open the window. Collecting garbage waits for the first paint; it would cost 20 ms."""
    gc.disable()
    from bondsdesk.app.preamble import read_preamble

    preamble = read_preamble(options)
    from bondsdesk.app.toolkit import load_toolkit

    load_toolkit()
    from bondsdesk.app.start import end_process, run

    return end_process(run(preamble))


def _say(line: str, stream: object) -> None:
    """Write one line; a windowed program on Windows has no streams."""
    if stream is not None:
        print(line, file=stream)  # type: ignore[call-overload]


if __name__ == "__main__":
    sys.exit(main())
