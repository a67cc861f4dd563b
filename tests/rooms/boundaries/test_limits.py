# SPDX-License-Identifier: GPL-3.0-or-later
"""A limit is its owner's to say: private, shared, read by the other, resting, back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.boundaries.schema import MIGRATIONS
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.kdf import KdfCost
from bondsdesk.vault.opening import create_vault
from tests.fakes import FakeClock
from tests.people import AYESHA
from tests.rooms.boundaries.conftest import Sitting

Sit = Callable[[PartnerId], Sitting]


def test_a_private_limit_is_nobody_elses(sit: Sit) -> None:
    ayesha = sit("a")
    change = ayesha.limits.keep("Half an hour alone after work", "time")
    (mine,) = ayesha.limits.private()
    assert mine.state == "private"
    bilal = sit("b")
    assert bilal.limits.private() == []
    assert bilal.limits.find(mine.uid) is None
    assert bilal.limits.search("alone") == []
    assert change.label == "limit.kept"


def test_sharing_moves_it_in_one_transaction_and_back(sit: Sit) -> None:
    ayesha = sit("a")
    ayesha.limits.keep("Half an hour alone after work", "time")
    (mine,) = ayesha.limits.private()
    change = ayesha.limits.share(mine.text, mine.area, mine.uid)
    assert ayesha.limits.private() == []
    assert [each.text for each in ayesha.limits.shared()] == [mine.text]
    assert change.undo
    change.undo()
    assert ayesha.limits.private() == [mine]
    assert ayesha.limits.shared() == []


def test_a_share_that_fails_half_way_leaves_it_private(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bondsdesk.rooms.boundaries.store.limits import LimitStore

    ayesha = sit("a")
    ayesha.limits.keep("Half an hour alone after work", "time")
    (mine,) = ayesha.limits.private()

    def fail(*_args: object) -> None:
        raise ExpectedError("vault.disk_full")

    monkeypatch.setattr(LimitStore, "put", fail)
    with pytest.raises(ExpectedError):
        ayesha.limits.share(mine.text, mine.area, mine.uid)
    assert ayesha.limits.private() == [mine]
    assert ayesha.limits.shared() == []


def test_the_other_acknowledges_and_never_votes(sit: Sit) -> None:
    sit("a").limits.share("No shouting near me", "words")
    bilal = sit("b")
    (theirs,) = bilal.limits.shared()
    assert not theirs.acknowledged
    bilal.limits.acknowledge(theirs.uid)
    for step in (bilal.limits.rest, bilal.limits.wake, bilal.limits.drop):
        with pytest.raises(ExpectedError) as told:
            step(theirs.uid)
        assert told.value.code == "limit.gone"
    ayesha = sit("a")
    (mine,) = ayesha.limits.shared()
    assert mine.acknowledged
    with pytest.raises(ExpectedError):
        ayesha.limits.acknowledge(mine.uid)


def test_resting_and_back_is_one_step_each(sit: Sit) -> None:
    ayesha = sit("a")
    ayesha.limits.share("No shouting near me", "words")
    (mine,) = ayesha.limits.shared()
    ayesha.limits.rest(mine.uid)
    assert ayesha.limits.shared()[0].state == "resting"
    change = ayesha.limits.wake(mine.uid)
    assert ayesha.limits.shared()[0].state == "shared"
    assert change.undo
    change.undo()
    assert ayesha.limits.shared()[0].state == "resting"


@pytest.mark.parametrize(
    ("text", "code"), [(" \n\u200b", "limit.blank"), ("x" * 10_000, "text.too_long")]
)
def test_words_that_do_not_fit_are_refused_with_a_reason(sit: Sit, text: str, code: str) -> None:
    with pytest.raises(ExpectedError) as told:
        sit("a").limits.keep(text, "time")
    assert told.value.code == code


def test_without_a_partner_it_stays_private(
    tmp_path: Path, clock: FakeClock, cheap_kdf: KdfCost
) -> None:
    files = VaultFiles(tmp_path / "data", tmp_path / "config")
    files.data.mkdir(mode=0o700)
    vault, _sheets = create_vault(files, AYESHA.as_new(), clock, (MIGRATIONS,), cheap_kdf)
    alone = Sitting.of(vault)
    alone.limits.keep("Half an hour alone", "time")
    (mine,) = alone.limits.private()
    with pytest.raises(ExpectedError) as told:
        alone.limits.share(mine.text, mine.area, mine.uid)
    assert told.value.code == "boundary.no_partner"
    assert alone.limits.private() == [mine]
    draft = alone.draft()
    alone.agreements.keep_draft(draft)
    with pytest.raises(ExpectedError) as told:
        alone.agreements.propose(draft)
    assert told.value.code == "boundary.no_partner"
    assert len(alone.agreements.drafts()) == 1
    vault.close()
