# SPDX-License-Identifier: GPL-3.0-or-later
"""The state file over one unlock: judged first, moved on by each commit, clean at the end."""

from __future__ import annotations

import contextlib
from datetime import datetime

from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.vault.files import VaultFiles, os_failure
from bondsdesk.vault.state import State, StateFile, copy_state, judge, read_state


class Session:
    """Who sits since when, and how many commits the vault has had.

    Raises ExpectedError as `os_failure` does where the folder cannot be written: told at the
    unlock, before anything is typed.
    """

    def __init__(
        self, files: VaultFiles, key: bytes, vault_id: str, partner: PartnerId | None, clock: Clock
    ) -> None:
        self._files, self._key, self._vault_id = files, key, vault_id
        self._partner, self._clock = partner, clock
        self._own = read_state(files.state, key, vault_id)
        self._config = read_state(files.config_state, key, vault_id)
        newest = max((s for s in (self._own, self._config) if s), key=_sequence, default=State())
        self.last: datetime | None = newest.last_session(partner) if partner else None
        self._since = newest
        self._file: StateFile | None = None

    def warnings(self, commits: int) -> list[ExpectedError]:
        """Return what the records say about the database's counter; `day` still in ISO form."""
        verdict, missing = judge(self._own, self._config, commits)
        if verdict == "fine":
            return []
        if verdict in ("missing", "older"):
            known = max((s for s in (self._own, self._config) if s), key=_commits)
            day = known.when().isoformat()
            code = "vault.commits_missing" if verdict == "missing" else "vault.older_copy"
            return [ExpectedError(code, count=missing, day=day)]
        return [ExpectedError("vault.unclean" if verdict == "unclean" else "vault.state_lost")]

    def epoch_known(self) -> int:
        """Return the highest epoch of a header that was in force when the records were written."""
        return max((s.epoch for s in (self._own, self._config) if s), default=0)

    def begin(self, commits: int, epoch: int) -> None:
        """Write down that the vault is open."""
        try:
            self._file = StateFile(self._files.state, self._key, self._vault_id, self._since)
            self._file.write(self._next(commits=commits, epoch=epoch, clean=False))
        except OSError as error:
            raise os_failure(error, self._files.data) from error

    def advance(self, commits: int) -> None:
        """Write down a commit. A failure is silent: the commit stands, the record lags behind."""
        self._note(commits=commits)

    def header_saved(self, epoch: int) -> None:
        """Write down that a header is in force. A failure is silent as in `advance`."""
        self._note(epoch=epoch)

    def end(self, commits: int) -> None:
        """Write down a clean close, here and in the config folder."""
        if self._file is None:
            return
        state = self._next(commits=commits, clean=True)
        with contextlib.suppress(OSError):
            self._file.write(state)
        self._file.close()
        self._file = None
        copy_state(self._files.config_state, self._files.config, self._key, self._vault_id, state)

    def abandon(self) -> None:
        """Let go of the file without a word, as after a failed unlock."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _note(self, **changes: int) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.write(self._next(**changes))

    def _next(self, **changes: int) -> State:
        before = self._file.state if self._file else self._since
        return before.after(self._partner, self._clock.now(), **changes)


def _sequence(state: State) -> int:
    return state.sequence


def _commits(state: State) -> int:
    return state.commits
