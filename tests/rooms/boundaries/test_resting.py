# SPDX-License-Identifier: GPL-3.0-or-later
"""An agreement that one of the two lets rest: it is calm, and nobody's signature is doubted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bondsdesk.doorway import OfferOptions
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.parts.signature_card import SignatureCard
from bondsdesk.rooms.boundaries.service.wording import signature_line
from tests.fakes import FakeClock
from tests.rooms.boundaries.conftest import Come, Sitting

Sit = Callable[[PartnerId], Sitting]


def test_letting_it_rest_puts_no_doubt_on_a_signature(
    come: Come, in_force: Uid, clock: FakeClock
) -> None:
    assert in_force
    clock.advance(days=1)
    visit = come("a")
    visit.press("Withdraw")
    visit.context.notices.act()
    visit.settle()
    cards = [card for card in visit.page.findChildren(SignatureCard) if card.isVisible()]
    ayesha, bilal = (card.accessibleName().replace("\u2068", "") for card in cards)
    assert ayesha.startswith("Ayesha. Let it rest on ")
    assert bilal.startswith("Bilal. Signed ")
    (offer,) = visit.room.offers()
    assert "not valid" not in visit.read() + repr(offer.build(OfferOptions("en")))


def test_brought_back_it_waits_for_whoever_let_it_rest(in_force: Uid, sit: Sit) -> None:
    sit("a").agreements.withdraw(in_force)
    bilal = sit("b").agreements
    draft = bilal.amending_draft(in_force)
    bilal.propose(replace(draft, text=replace(draft.text, where="Everywhere")))
    (now,) = bilal.all()
    assert signature_line(now, "a", bilal.desk.today(), screen_words()) == "Not signed yet"


def test_whoever_says_no_to_a_proposal_has_let_it_rest(sit: Sit) -> None:
    uid = sit("a").propose()
    bilal = sit("b").agreements
    bilal.withdraw(uid)
    (now,) = bilal.all()
    line = signature_line(now, "b", bilal.desk.today(), screen_words())
    assert line.startswith("Let it rest on ")
