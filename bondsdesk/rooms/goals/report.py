# SPDX-License-Identifier: GPL-3.0-or-later
"""A board and a card on paper: plain data for the press, in the paper's own language."""

from __future__ import annotations

from collections.abc import Sequence

from bondsdesk.kernel.dates import long_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PARTNERS, Pair
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import Words, mark
from bondsdesk.press.document import Bars, Block, Document, Facts, Paragraph, Points, Section
from bondsdesk.rooms.goals.domain.board import LANES, Board, Face, Holder, Lane
from bondsdesk.rooms.goals.domain.card import Card, IfThen
from bondsdesk.rooms.goals.domain.money import Money, amount_text, show_money

_LANES: dict[Lane, str] = {
    "dream": mark("Dream"),
    "plan": mark("Plan"),
    "doing": mark("Doing"),
    "done": mark("Done"),
    "resting": mark("Resting"),
    "let_go": mark("Let go"),
}


def lane_title(lane: Lane, words: Words) -> str:
    """Return a lane's name."""
    return words.gettext(_LANES[lane])


def steps_words(done: int, count: int, words: Words) -> str:
    """Return "2 of 6 steps"."""
    told = words.ngettext("{done} of {count} step", "{done} of {count} steps", count)
    return told.format(done=done, count=count)


def money_words(saved: Money, target: Money, words: Words) -> str:
    """Return "PKR 85,000 of 240,000"."""
    told = words.gettext("{saved} of {target}")
    return told.format(saved=show_money(saved), target=isolate(amount_text(target.minor)))


def holder_words(holder: Holder, pair: Pair, words: Words) -> str:
    """Return who holds a card."""
    return words.gettext("both of us") if holder == "both" else pair.name_of(holder)


def board_paper(board: Board, faces: Sequence[Face], pair: Pair, words: Words) -> Document:
    """Return a board, lane by lane. Raises ExpectedError "export.nothing" for an empty one."""
    if not faces:
        raise ExpectedError("export.nothing")
    sections = []
    for lane in LANES:
        blocks = [
            block for face in faces if face.lane == lane for block in _face(face, pair, words)
        ]
        if blocks:
            sections.append(Section(lane_title(lane, words), tuple(blocks)))
    return Document(
        kind="summary",
        title=board.name,
        language=words.language,
        sections=tuple(sections),
        lead=words.gettext(
            "What we wish for, in small steps. Resting and letting go are fine too."
        ),
    )


def card_paper(card: Card, pair: Pair, words: Words) -> Document:
    """Return one card with everything on it."""
    first = [Facts(_facts(card, pair, words)), *_bars_of(card, words)]
    sections = [Section("", tuple(first))]
    for heading, text in (
        (words.gettext("The best picture"), card.picture),
        (words.gettext("Our obstacle"), card.obstacle),
    ):
        if text:
            sections.append(Section(heading, (Paragraph(text, "note"),)))
    sections[1:1] = _partly(card, pair, words)
    if card.steps:
        points = Points(
            tuple(step.text for step in card.steps), tuple(step.done for step in card.steps)
        )
        sections.append(Section(words.gettext("Steps"), (points,)))
    return Document(
        kind="summary", title=card.title, language=words.language, sections=tuple(sections)
    )


def if_then(plan: IfThen, words: Words) -> str:
    """Return "If the fridge breaks, then we take from it"."""
    return words.gettext("If {when}, then {then}").format(
        when=isolate(plan.when), then=isolate(plan.then)
    )


def _face(face: Face, pair: Pair, words: Words) -> list[Block]:
    blocks: list[Block] = [Paragraph(face.title, "strong")]
    if face.line:
        blocks.append(Paragraph(face.line, "quiet"))
    rows = _steps_row(face.steps_done, face.steps, words)
    if face.saved is not None and face.target is not None:
        rows.append((money_words(face.saved, face.target, words), face.money_share, True))
    if rows:
        blocks.append(Bars(tuple(rows)))
    told = [holder_words(face.holder, pair, words)]
    if face.review_on is not None and face.lane not in ("done", "let_go"):
        day = isolate(long_day(face.review_on, words.language))
        told.append(words.gettext("Review {day}").format(day=day))
    blocks.append(Paragraph(" · ".join(isolate(each) for each in told), "quiet"))
    return blocks


def _steps_row(done: int, count: int, words: Words) -> list[tuple[str, float, bool]]:
    return [(steps_words(done, count, words), done / count, False)] if count else []


def _bars_of(card: Card, words: Words) -> list[Block]:
    rows = _steps_row(card.steps_done, len(card.steps), words)
    money = card.money()
    if money is not None:
        share = min(1.0, money[0].minor / money[1].minor) if money[1].minor else 0.0
        rows.append((money_words(*money, words), share, True))
    return [Bars(tuple(rows))] if rows else []


def _facts(card: Card, pair: Pair, words: Words) -> tuple[tuple[str, str], ...]:
    rows = [
        (words.gettext("Where it stands"), lane_title(card.lane, words)),
        (words.gettext("Who holds it"), holder_words(card.holder, pair, words)),
    ]
    for label, day in (
        (words.gettext("First step by"), card.first_step_by),
        (words.gettext("Look at it again"), card.review_on),
    ):
        if day is not None:
            rows.append((label, long_day(day, words.language)))
    return tuple(rows)


def _partly(card: Card, pair: Pair, words: Words) -> list[Section]:
    sections = []
    for who in PARTNERS:
        part, name = card.of(who), isolate(pair.name_of(who))
        blocks = [Paragraph(part.why, "note")] if part.why else []
        if not part.plan.empty():
            blocks.append(Paragraph(if_then(part.plan, words), "body"))
        if blocks:
            heading = words.gettext("Why, for {name}").format(name=name)
            sections.append(Section(heading, tuple(blocks)))
    return sections
