# SPDX-License-Identifier: GPL-3.0-or-later
"""An open vault: one connection, one thread, one person (or the shared sheet) at the desk.

Long work (Argon2id, backup, PDF) runs elsewhere on plain data. Locking is a fresh process, so
nothing here tries to wipe memory.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime

from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import Colour, Pair, PartnerId, Person, Symbol, other
from bondsdesk.vault import disk
from bondsdesk.vault.backup import Backup, BackupJob, Progress
from bondsdesk.vault.backup_shelf import backup_due, thin_out
from bondsdesk.vault.bundle import BackupOrigin
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.founding import (
    PreparedPartner,
    Sheets,
    seat,
    with_own_sheet,
    with_shared_sheet,
)
from bondsdesk.vault.header import Header
from bondsdesk.vault.header_copies import save_header
from bondsdesk.vault.opened import Opened
from bondsdesk.vault.people_table import read_names, write_name
from bondsdesk.vault.settings import CoupleSettings
from bondsdesk.vault.signing import SigningKeyOf, signing_keys
from bondsdesk.vault.unwrapping import Rewrapped, Secrets
from bondsdesk.vault.vault_key import authenticated
from bondsdesk.vault.work import Reader, Work

IDLE_LOG_SECONDS = 30
AUTOCHECKPOINT_PAGES = 1000


class Vault:
    """The one door of the rooms to what is kept.

    `warnings`: what the unlock noticed (an older copy, missing commits, a healed header), to be
    shown once. `health`: the check of the whole file, in the background for a large one.
    """

    def __init__(self, files: VaultFiles, clock: Clock, opened: Opened) -> None:
        self.files = files
        self.clock = clock
        self.health = opened.health
        self.settings = CoupleSettings(opened.database)
        self._database = opened.database
        self._header = opened.header
        self._vault_key = opened.vault_key
        self._box_key = opened.box_key
        self._session = opened.session
        self._warnings = opened.warnings
        self._last_commit = clock.elapsed()
        self._log_empty = False
        self._closed = False
        self._job: BackupJob | None = None

    @property
    def partner(self) -> PartnerId | None:
        """Return who sits at the desk; None under the shared sheet."""
        return self._box_key.partner

    @property
    def vault_id(self) -> str:
        """Return the vault's identifier, 32 hex digits."""
        return self._header.vault_id

    @property
    def signing_keys(self) -> tuple[SigningKeyOf, ...]:
        """Return the public signing keys of both, with those that were replaced."""
        return signing_keys(self._header)

    @property
    def warnings(self) -> tuple[ExpectedError, ...]:
        """Return what the unlock noticed."""
        return tuple(self._warnings)

    @property
    def last_session(self) -> datetime | None:
        """Return when this partner was here before, None for the first time."""
        return self._session.last

    @property
    def pair(self) -> Pair:
        """Return both partners; names come from the database, symbols from the header."""
        with self.read() as reader:
            names = read_names(reader)
        people: dict[PartnerId, Person] = {
            p: Person(p, names.get(p, ""), slot.symbol, slot.colour)
            for p, slot in self._header.partners.items()
        }
        return Pair(people["a"], people.get("b"))

    @property
    def partner_key(self) -> bytes | None:
        """Return the other partner's public signing key of today, None while their place is empty.

        Whoever was warned that it is new may accept it through `rewrap`.
        """
        theirs = self._header.partners.get(other(self.partner)) if self.partner else None
        return theirs.sig if theirs else None

    def read(self) -> contextlib.AbstractContextManager[Reader]:
        """Give plain reads: `with vault.read() as reader`."""
        return contextlib.nullcontext(Reader(self._database, self._box_key))

    @contextlib.contextmanager
    def work(self, *, essential: bool = False) -> Iterator[Work]:
        """Run one transaction: `with vault.work() as work`. On disk when the block has ended.

        Any exception takes everything back. The first one waits for the check of the file.
        `essential`: drafts and deletions, let through when the disk is nearly full. Raises
        ExpectedError "vault.disk_low", "vault.disk_full", "vault.read_only", "vault.damaged".
        """
        self.health.require_sound()
        if essential:
            disk.make_last_room(self.files.spare)
        else:
            disk.require_room(self.files.data)
        self._database.run("BEGIN IMMEDIATE")
        try:
            yield Work(self._database, self._box_key)
            commits = self._database.value(
                "UPDATE vault_meta SET commits = commits + 1, epoch = ? RETURNING commits",
                (self._header.epoch,),
            )
            self._database.run("COMMIT")
        except BaseException:
            self._database.roll_back()
            raise
        self._session.advance(commits)
        self._last_commit = self.clock.elapsed()
        self._log_empty = False

    def rename(self, partner: PartnerId, name: str) -> None:
        """Change one's own name. Raises ExpectedError "box.not_yours", "text.*"."""
        if partner != self.partner:
            raise ExpectedError("box.not_yours")
        with self.work() as work:
            write_name(work, partner, name)

    def change_look(self, partner: PartnerId, symbol: Symbol, colour: Colour) -> None:
        """Change one's own look on the lock screen. "box.not_yours", "vault.look_taken"."""
        theirs = self._header.partners.get(other(partner))
        if partner != self.partner:
            raise ExpectedError("box.not_yours")
        if theirs and (theirs.symbol == symbol or theirs.colour == colour):
            raise ExpectedError("vault.look_taken")
        slot = self._header.partners[partner]._replace(symbol=symbol, colour=colour)
        self._save(self._header.with_slot(partner, slot))

    def enrol_second(self, prepared: PreparedPartner) -> Sheets:
        """Give the second partner their place. Raises ExpectedError "vault.seat_taken"."""
        if "b" in self._header.partners:
            raise ExpectedError("vault.seat_taken")
        return self._seat("b", prepared)

    def enrol_again(self, partner: PartnerId, prepared: PreparedPartner) -> Sheets:
        """Give new keys to a partner who lost passphrase and own sheet.

        What they had sealed stays sealed for ever (`box.unreadable`), their signatures lapse, and
        the other partner is told at the next unlock. Raises ExpectedError "vault.seat_yours" for
        the one who sits: a passphrase is changed another way.
        """
        if partner == self.partner:
            raise ExpectedError("vault.seat_yours")
        return self._seat(partner, prepared)

    def apply_passphrase(self, rewrapped: Rewrapped) -> None:
        """Put a new passphrase in force; the database is not touched.

        Raises ExpectedError "secret.outdated" if that partner's keys were replaced meanwhile.
        """
        slot = self._header.partners.get(rewrapped.partner)
        if slot is None or slot.sig != rewrapped.before.sig:
            raise ExpectedError("secret.outdated")
        fresh = rewrapped.slot._replace(symbol=slot.symbol, colour=slot.colour)
        if slot.own_code != rewrapped.before.own_code:  # a new own sheet was made meanwhile
            fresh = fresh._replace(own_code=slot.own_code)
        self._save(self._header.with_slot(rewrapped.partner, fresh))

    def new_own_sheet(self, fresh: Secrets) -> str:
        """Return the code of a new own sheet; the old paper opens nothing any more.

        `fresh`: unwrapped just now with the passphrase of the partner who sits. Raises
        ExpectedError "box.not_yours", "secret.outdated".
        """
        if fresh.partner is None or fresh.partner != self.partner or fresh.keyring is None:
            raise ExpectedError("box.not_yours")
        if fresh.slot is None or fresh.slot.kdf != self._header.partners[fresh.partner].kdf:
            raise ExpectedError("secret.outdated")
        header, code = with_own_sheet(self._header, fresh, fresh.keyring)
        self._save(header)
        return code

    def new_shared_sheet(self) -> str:
        """Return the code of a new shared sheet; the old paper opens nothing any more."""
        header, code = with_shared_sheet(self._header, self._vault_key)
        self._save(header)
        return code

    def _seat(self, partner: PartnerId, prepared: PreparedPartner) -> Sheets:
        header, own = seat(self._header, self._vault_key, partner, prepared)
        # The name first: without a place it shows nowhere, and a place needs its name.
        with self.work() as work:
            write_name(work, partner, prepared.name)
            work.box.retire(partner)
        self._save(header)
        return Sheets(None, own)

    def _save(self, header: Header) -> None:
        header = authenticated(header._replace(epoch=self._header.epoch + 1), self._vault_key)
        save_header(self.files, header)
        self._header = header
        self._session.header_saved(header.epoch)

    # --- copies ---

    def backup_due(self) -> bool:
        """Tell whether today has no verified copy yet."""
        return backup_due(self.files, self.clock.now())

    def backup_job(self, reason: str = "daily") -> BackupJob:
        """Return a copy to be made in a worker; `end_backup` when it has ended, well or not.

        Meanwhile the database file stands still and commits gather in the log.
        """
        self.health.require_sound()
        self.end_backup()
        self._database.empty_log()
        self._database.run("PRAGMA wal_autocheckpoint = 0")
        commits = self._database.value("SELECT commits FROM vault_meta")
        origin = BackupOrigin(reason, self.clock.now(), commits)
        self._job = BackupJob(self.files, self._header, self._vault_key, origin)
        return self._job

    def end_backup(self) -> None:
        """Stop a running copy if there is one, and let the log flow again. On the main thread."""
        job, self._job = self._job, None
        if job is not None:
            job.stop()
            self._database.run(f"PRAGMA wal_autocheckpoint = {AUTOCHECKPOINT_PAGES}")

    def backup(self, reason: str = "asked", progress: Progress | None = None) -> Backup:
        """Make a verified copy here and now and thin out old ones; about 2 s for 60 MB.

        `progress` hears 0 to 100. Raises as BackupJob.run does.
        """
        job = self.backup_job(reason)
        try:
            return job.run(progress)
        finally:
            self.end_backup()
            thin_out(self.files)

    # --- rest and end ---

    def idle(self) -> None:
        """Cut the log to nothing after 30 s without a commit, and see that the spare file is there.

        Call it now and then; it does nothing while there is something better to do.
        """
        quiet = self.clock.elapsed() - self._last_commit >= IDLE_LOG_SECONDS
        busy = self._job is not None or not self.health.finished
        if self._closed or self._log_empty or busy or not quiet:
            return
        with contextlib.suppress(ExpectedError):
            self._database.empty_log()
            self._log_empty = True
            disk.make_spare(self.files.spare)

    def give_back_spare(self) -> bool:
        """Delete the 16 MB set aside; tell whether there were any."""
        return disk.give_back_spare(self.files.spare)

    def close(self) -> None:
        """Close the vault: empty log, clean state, copies in the config folder. Never raises."""
        if self._closed:
            return
        self._closed = True
        self.health.stop()
        with contextlib.suppress(ExpectedError):
            self.end_backup()
            commits = self._database.value("SELECT commits FROM vault_meta")
            self._database.empty_log()
            self._session.end(commits)
        self._session.abandon()
        self._database.close()
