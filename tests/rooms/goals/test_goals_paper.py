# SPDX-License-Identifier: GPL-3.0-or-later
"""A board and a card on paper, in both languages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bondsdesk.doorway import OfferOptions, RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.words import Language, Words
from bondsdesk.press.document import Bars, Document, Points
from bondsdesk.press.pdf import PdfOptions, make_pdf
from bondsdesk.rooms.goals.domain.card import IfThen, Partly, Step
from bondsdesk.rooms.goals.report import board_paper, card_paper
from bondsdesk.rooms.goals.room import Goals
from bondsdesk.rooms.goals.service.goals import GoalsService
from tests.press.reading import words_in
from tests.rooms.goals.conftest import put


@pytest.fixture
def hunza(goals: GoalsService, home: Uid) -> Uid:
    put(goals, home, "چھت پر باغ", "let_go", picture="پودینہ")
    return put(
        goals,
        home,
        "Trip to Hunza",
        "doing",
        of_b=Partly("Ten days without a phone", IfThen("work calls", "it waits")),
        steps=(Step("Look at the map", done=True), Step("Book two rooms")),
        target=24_000_000,
        saved=8_500_000,
        review_on=goals.today() + timedelta(20),
    )


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_board_is_printed_lane_by_lane(
    goals: GoalsService, home: Uid, hunza: Uid, language: Language
) -> None:
    board = goals.board(home)
    assert board is not None
    document = board_paper(board, goals.faces(home), goals.pair, Words(language))
    assert len(document.sections) == 2
    text = words_in(make_pdf(document, PdfOptions()).data)
    for part in ("Trip to Hunza", "PKR 85,000", "240,000"):
        assert part in text
    bars = [b for section in document.sections for b in section.blocks if isinstance(b, Bars)]
    assert [(share, broad) for row in bars for _, share, broad in row.rows] == [
        (0.5, False),
        (pytest.approx(85 / 240), True),
    ]


def test_a_card_is_printed_with_everything_on_it(goals: GoalsService, hunza: Uid) -> None:
    card = goals.card(hunza)
    assert card is not None
    document = card_paper(card, goals.pair, Words("en"))
    points = [b for section in document.sections for b in section.blocks if isinstance(b, Points)]
    assert points == [Points(("Look at the map", "Book two rooms"), (True, False))]
    text = words_in(make_pdf(document, PdfOptions()).data)
    for part in (
        "Ten days without a phone",
        "If work calls, then it waits",
        "Bilal",
        "1 of 2 steps",
    ):
        assert part in text


def test_an_empty_board_has_nothing_to_print(
    room: RoomContext, goals: GoalsService, home: Uid
) -> None:
    board = goals.board(home)
    assert board is not None
    with pytest.raises(ExpectedError, match=r"export\.nothing"):
        board_paper(board, [], goals.pair, Words("en"))
    assert Goals(room).offers() == []


def test_the_room_offers_its_boards_and_an_open_card(
    room: RoomContext, home: Uid, hunza: Uid, exported: list[object]
) -> None:
    goals = Goals(room)
    (offer,) = goals.offers()
    document = offer.build(OfferOptions("en"))
    assert isinstance(document, Document)
    page = goals.page()
    page.open_card(hunza)
    page.editor.print_button.click()
    page.print_button.click()
    assert len(exported) == 2
    page.deleteLater()
