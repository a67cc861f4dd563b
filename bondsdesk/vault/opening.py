# SPDX-License-Identifier: GPL-3.0-or-later
"""The front door's whole API: found a vault, open one, with everything that is checked on the way.

Slow parts (`prepare_*`, `unwrap_*`, `rewrap`) are for a worker; `finish_vault` and `open_vault`
belong to the main thread, because the connection does. The lock screen needs threshold.py alone.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Sequence

from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.migration import MigrationSet
from bondsdesk.vault import disk
from bondsdesk.vault.box import BoxKey
from bondsdesk.vault.database import Database
from bondsdesk.vault.database_file import damage_places, require_database
from bondsdesk.vault.files import (
    VaultFiles,
    keep_private,
    make_private_folder,
    os_failure,
    write_whole,
)
from bondsdesk.vault.founding import (
    NewPartner,
    Prepared,
    PreparedPartner,
    Sheets,
    prepare_partner,
    prepare_vault,
)
from bondsdesk.vault.header import Header
from bondsdesk.vault.header_copies import heal_copies, read_copies, save_header
from bondsdesk.vault.integrity import AT_ONCE_BYTES, Health
from bondsdesk.vault.interrupted import finish_interrupted, move_in, staged
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.libraries import check_libraries
from bondsdesk.vault.migrations import pending_steps, run_step
from bondsdesk.vault.opened import Opened
from bondsdesk.vault.people_table import write_name
from bondsdesk.vault.schema import BOOTSTRAP, VAULT_MIGRATIONS
from bondsdesk.vault.session import Session
from bondsdesk.vault.state import write_first_state
from bondsdesk.vault.threshold import Slot, Threshold, read_threshold
from bondsdesk.vault.unlock_notices import about_partner, tell
from bondsdesk.vault.unwrapping import (
    Rewrapped,
    Secrets,
    rewrap,
    unwrap_own_sheet,
    unwrap_passphrase,
    unwrap_shared_sheet,
    unwrap_sheet,
)
from bondsdesk.vault.vault import Vault
from bondsdesk.vault.vault_key import authenticated, database_key, is_authentic, state_key
from bondsdesk.vault.work import Work

__all__ = [
    "NewPartner",
    "Prepared",
    "PreparedPartner",
    "Rewrapped",
    "Secrets",
    "Sheets",
    "Slot",
    "Threshold",
    "create_vault",
    "finish_vault",
    "open_vault",
    "prepare_partner",
    "prepare_vault",
    "read_threshold",
    "rewrap",
    "unwrap_own_sheet",
    "unwrap_passphrase",
    "unwrap_shared_sheet",
    "unwrap_sheet",
]


def create_vault(
    files: VaultFiles,
    first: NewPartner,
    clock: Clock,
    migration_sets: Sequence[MigrationSet],
    cost: KdfCost | None = None,
) -> tuple[Vault, Sheets]:
    """Found a vault in one go; slow. See `finish_vault`."""
    return finish_vault(files, prepare_vault(first, cost), clock, migration_sets)


def finish_vault(
    files: VaultFiles,
    prepared: Prepared,
    clock: Clock,
    migration_sets: Sequence[MigrationSet],
) -> tuple[Vault, Sheets]:
    """Write a prepared vault to disk and open it for its first partner.

    Raises ExpectedError "vault.files_present" where any file of a vault is, "vault.disk_low",
    and as `os_failure` does. After a failure there is no vault, and nothing was overwritten.
    """
    check_libraries()
    if files.present():
        raise ExpectedError("vault.files_present", folder=str(files.data))
    stage = _clear_staging(files)
    disk.require_room(files.data)
    header = prepared.header
    try:
        _found_database(stage, prepared, clock, migration_sets)
        write_first_state(stage.state, state_key(prepared.vault_key), header.vault_id)
        write_whole(stage.mirror, header.to_bytes())
        write_whole(stage.header, header.to_bytes())
    except BaseException as error:
        shutil.rmtree(files.staging, ignore_errors=True)
        if isinstance(error, OSError):
            raise os_failure(error, files.data) from error
        raise
    move_in(files)
    secrets = Secrets(
        header.vault_id, "a", prepared.vault_key, prepared.keyring, header.partners["a"]
    )
    return open_vault(files, secrets, clock, migration_sets), prepared.sheets


def open_vault(
    files: VaultFiles,
    secrets: Secrets,
    clock: Clock,
    migration_sets: Sequence[MigrationSet],
) -> Vault:
    """Open the database with the keys of a right secret, check all, bring the tables up to date.

    Raises ExpectedError "vault.in_use", "vault.database_missing", "vault.database_empty",
    "vault.database_replaced", "vault.damaged", "vault.newer", "vault.header_changed",
    "secret.outdated", "libraries.unfit", "backup.*" (no verified copy, so no migration), and as
    `os_failure` does. Nothing stays open after an error, and nothing damaged is written to.
    """
    check_libraries()
    finish_interrupted(files)
    require_database(files)
    disk.make_last_room(files.spare)
    keep_private(files.database)
    database = Database(
        files.database, database_key(secrets.vault_key), _authentic_header(files, secrets).db_salt
    )
    session = Session(files, state_key(secrets.vault_key), secrets.vault_id, secrets.partner, clock)
    health = Health()
    try:
        commits = _take(database, secrets.vault_id)
        # Read again under the lock: another desk may have saved a header a moment ago.
        header = _authentic_header(files, secrets)
        box_key = _box_key(secrets, header)
        _begin_check(health, database, header, secrets)
        warnings = [*session.warnings(commits), *about_partner(secrets, header)]
        known = max(database.value("SELECT epoch FROM vault_meta"), session.epoch_known())
        header = _settled(files, secrets, header, known, warnings)
        session.begin(commits, header.epoch)
        opened = Opened(database, header, secrets.vault_key, box_key, health, session, warnings)
        vault = Vault(files, clock, opened)
        _bring_up_to_date(vault, migration_sets)
        tell(vault, secrets, commits, warnings)
    except BaseException:
        health.stop()
        session.abandon()
        database.close()
        raise
    return vault


def _clear_staging(files: VaultFiles) -> VaultFiles:
    """Make an empty staging folder and return its paths. Raises as `os_failure` does."""
    with contextlib.suppress(FileNotFoundError):
        try:
            shutil.rmtree(files.staging)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise os_failure(error, files.data) from error
    make_private_folder(files.data)
    make_private_folder(files.staging)
    return staged(files)


def _found_database(
    stage: VaultFiles, prepared: Prepared, clock: Clock, migration_sets: Sequence[MigrationSet]
) -> None:
    header = prepared.header
    database = Database(stage.database, database_key(prepared.vault_key), header.db_salt, "create")
    try:
        database.run("BEGIN IMMEDIATE")
        for statement in BOOTSTRAP:
            database.run(statement)
        database.run("INSERT INTO vault_meta VALUES (1, ?, 0, ?)", (header.vault_id, header.epoch))
        work = Work(database, BoxKey(header.vault_id, None, None))
        for step in pending_steps(work, (VAULT_MIGRATIONS, *migration_sets)):
            run_step(work, step, clock.now())
        write_name(work, "a", prepared.name)
        database.run("COMMIT")
        database.empty_log()
    finally:
        database.close()


def _authentic_header(files: VaultFiles, secrets: Secrets) -> Header:
    """Return the newest header that people with this vault's key have saved."""
    for header in read_copies(files).candidates:
        if header.vault_id == secrets.vault_id and is_authentic(header, secrets.vault_key):
            return header
    raise ExpectedError("vault.header_changed")


def _take(database: Database, vault_id: str) -> int:
    """Take the lock, empty the log, and return the commit counter of the right database."""
    database.empty_log()
    known = database.value("SELECT count(*) FROM sqlite_master WHERE name = 'vault_meta'")
    row = database.row("SELECT vault_id, commits FROM vault_meta") if known else None
    if row is None or row[0] != vault_id:
        raise ExpectedError("vault.database_replaced", **damage_places(database.path))
    return int(row[1])


def _box_key(secrets: Secrets, header: Header) -> BoxKey:
    if secrets.partner is None or secrets.keyring is None:
        return BoxKey(header.vault_id, None, None)
    slot = header.partners.get(secrets.partner)
    if slot is None or slot.sig != secrets.keyring.public_sig():
        raise ExpectedError("secret.outdated")
    return BoxKey(header.vault_id, secrets.partner, secrets.keyring.draft)


def _begin_check(health: Health, database: Database, header: Header, secrets: Secrets) -> None:
    if database.path.stat().st_size <= AT_ONCE_BYTES:
        health.check_now(database)
    else:
        health.check_beside(database.path, database_key(secrets.vault_key), header.db_salt)


def _settled(
    files: VaultFiles, secrets: Secrets, header: Header, known: int, warnings: list[ExpectedError]
) -> Header:
    """Put a renewed ring in its slot, heal copies that differ, renew the config copy.

    `known`: the highest epoch that was ever in force here. A header below it was put back from
    before (an old passphrase may open it): told, and saved above it, so that it is told once.
    """
    if header.epoch < known:
        warnings.append(ExpectedError("vault.header_older"))
    elif read_copies(files).needs_healing:
        warnings.append(ExpectedError("vault.header_healed"))
    settled, partner = header, secrets.partner
    if secrets.renewed and partner and header.partners.get(partner) == secrets.slot:
        settled = header.with_slot(partner, secrets.renewed)
    if settled != header or header.epoch < known:
        settled = settled._replace(epoch=max(header.epoch, known) + 1)
        settled = authenticated(settled, secrets.vault_key)
        try:
            save_header(files, settled)
        except ExpectedError:  # it can wait; a folder that takes nothing at all is told right after
            settled = header
    heal_copies(files, settled)
    return settled


def _bring_up_to_date(vault: Vault, migration_sets: Sequence[MigrationSet]) -> None:
    with vault.read() as reader:
        steps = pending_steps(reader, (VAULT_MIGRATIONS, *migration_sets))
    if not steps:
        return
    vault.backup("migration")
    for step in steps:
        with vault.work() as work:
            run_step(work, step, vault.clock.now())
