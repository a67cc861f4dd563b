# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be said on the command line. The list is a contract; nothing here opens a file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, NoReturn, cast

from bondsdesk.kernel.words import LANGUAGES, Language

Command = Literal["run", "check", "verify-agreement", "self-test", "version"]


class UsageError(Exception):
    """The command line was not understood; the message is one line in English."""


class Options(NamedTuple):
    """A command line that was understood.

    `data_dir` is None for the usual place of this person on this machine, `language` is None for
    the one this machine remembers. `file` is what verify-agreement is to check.
    """

    command: Command
    data_dir: Path | None = None
    language: Language | None = None
    file: Path | None = None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"bondsdesk: {message} (try bondsdesk --help)")


def read_options(arguments: Sequence[str], environment: Mapping[str, str]) -> Options:
    """Understand a command line and BONDSDESK_DATA_DIR.

    Raises UsageError for anything unknown, SystemExit(0) after printing the help.
    """
    data_dir = environment.get("BONDSDESK_DATA_DIR") or None
    if not arguments:  # started from the menu; building the parser would cost 3 ms for nothing
        return Options("run", _folder(data_dir))
    told = _parser().parse_args(list(arguments))
    if (told.command == "verify-agreement") != (told.file is not None):
        raise UsageError("bondsdesk: verify-agreement takes one file (try bondsdesk --help)")
    return Options(
        command=_command(told),
        data_dir=_folder(told.data_dir or data_dir),
        language=cast("Language | None", told.language),
        file=Path(told.file) if told.file is not None else None,
    )


def _folder(named: str | None) -> Path | None:
    return Path(named).expanduser().absolute() if named else None


def _command(told: argparse.Namespace) -> Command:
    if told.version:
        return "version"
    if told.self_test:
        return "self-test"
    return cast("Command", told.command or "run")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="bondsdesk",
        description="A private desk for two people who share one laptop.",
        allow_abbrev=False,
    )
    parser.add_argument("--data-dir", metavar="DIR", help="where the place of you two is kept")
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the screen")
    parser.add_argument("--version", action="store_true", help="print the version and end")
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="try everything once in a throw-away folder, print one line and end",
    )
    parser.add_argument(
        "command",
        nargs="?",
        choices=("check", "verify-agreement"),
        help="check: look through the whole vault; verify-agreement FILE: check an agreement "
        "that was saved for checking",
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="the file of verify-agreement")
    return parser
