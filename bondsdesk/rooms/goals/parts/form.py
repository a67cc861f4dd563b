# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the editor's fields, letter by letter, and the card it makes. No widget here.

A form holds anything: letters where money belongs, five hundred steps. Only `card_of` judges it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.rooms.goals.domain.board import HOLDERS, LANES, Lane
from bondsdesk.rooms.goals.domain.card import TITLE_LIMIT, Card, IfThen, Partly, Step
from bondsdesk.rooms.goals.domain.money import CURRENCIES, USUAL_CURRENCY, Currency, parse_money
from bondsdesk.rooms.goals.parts.card_words import amount_field


@dataclass(frozen=True, slots=True)
class Form:
    """Everything a person may have typed. Days are ISO texts, "" for none."""

    title: str = ""
    lane: str = "dream"
    why_a: str = ""
    when_a: str = ""
    then_a: str = ""
    why_b: str = ""
    when_b: str = ""
    then_b: str = ""
    picture: str = ""
    obstacle: str = ""
    steps: tuple[tuple[str, bool], ...] = ()
    first_step_by: str = ""
    review_on: str = ""
    holder: str = "both"
    currency: str = USUAL_CURRENCY
    target: str = ""
    saved: str = ""
    board: str = ""
    source: str = ""

    def document(self) -> dict[str, Any]:
        """Return it as plain data to seal; half characters cannot be written and are replaced."""
        document = asdict(self)
        document["steps"] = [[_whole(text), done] for text, done in self.steps]
        return {
            name: _whole(value) if isinstance(value, str) else value
            for name, value in document.items()
        }


def form_from(document: Mapping[str, Any]) -> Form:
    """Return the form that was sealed as `document`; fields it does not know are left out."""
    known = {name: value for name, value in document.items() if name in Form.__dataclass_fields__}
    known["steps"] = tuple((str(text), bool(done)) for text, done in document.get("steps", ()))
    return Form(**known)


def form_of(card: Card) -> Form:
    """Return a card as it stands in the fields."""
    return Form(
        title=card.title,
        lane=card.lane,
        why_a=card.of_a.why,
        when_a=card.of_a.plan.when,
        then_a=card.of_a.plan.then,
        why_b=card.of_b.why,
        when_b=card.of_b.plan.when,
        then_b=card.of_b.plan.then,
        picture=card.picture,
        obstacle=card.obstacle,
        steps=tuple((step.text, step.done) for step in card.steps),
        first_step_by=card.first_step_by.isoformat() if card.first_step_by else "",
        review_on=card.review_on.isoformat() if card.review_on else "",
        holder=card.holder,
        currency=card.currency,
        target=amount_field(card.target),
        saved=amount_field(card.saved or None),
        board=card.board,
        source=card.source,
    )


def card_of(form: Form, card: Card) -> Card:
    """Return a card with what the form says; the domain still checks it.

    Raises ExpectedError of parse_money, with `field` "target" or "saved".
    """
    currency: Currency = form.currency if form.currency in CURRENCIES else USUAL_CURRENCY
    target = _amount(form.target, currency, "target")
    saved = _amount(form.saved, currency, "saved")
    return replace(
        card,
        title=form.title,
        lane=form.lane if form.lane in LANES else card.lane,
        of_a=Partly(form.why_a, IfThen(form.when_a, form.then_a)),
        of_b=Partly(form.why_b, IfThen(form.when_b, form.then_b)),
        picture=form.picture,
        obstacle=form.obstacle,
        steps=tuple(Step(text, done) for text, done in form.steps),
        first_step_by=_day(form.first_step_by),
        review_on=_day(form.review_on),
        holder=form.holder if form.holder in HOLDERS else "both",
        currency=currency,
        target=target or None,
        saved=saved or 0,
    )


def merged(typed: Form, kept: Form, fresh: Form) -> Form:
    """Return what was typed over `kept` on the card as it is now.

    A card may be moved or ticked on the board while it is open: only what was typed stays.
    """
    fields = {
        name: getattr(typed if getattr(typed, name) != getattr(kept, name) else fresh, name)
        for name in Form.__dataclass_fields__
    }
    if typed.steps != kept.steps:
        before, now = dict(kept.steps), dict(fresh.steps)
        fields["steps"] = tuple(
            (text, now.get(text, done) if before.get(text) == done else done)
            for text, done in typed.steps
        )
    return Form(**fields)


def new_card(uid: Uid, form: Form) -> Card:
    """Return the empty card behind a form that was never saved."""
    return Card(uid, Uid(form.board), "dream", "", source=form.source)


def form_of_words(words: str, lane: Lane, board: str, source: str) -> Form:
    """Return the form of a card made from words that were said elsewhere.

    A wish longer than a title goes on in the best picture.
    """
    line = " ".join(words.split())
    if len(line) <= TITLE_LIMIT:
        return Form(line, lane, board=board, source=source)
    return Form(line[: TITLE_LIMIT - 1] + "…", lane, picture=words, board=board, source=source)


def _amount(typed: str, currency: Currency, field: str) -> int | None:
    if not typed.strip():
        return None
    try:
        return parse_money(typed, currency).minor
    except ExpectedError as error:
        raise ExpectedError(error.code, field=field) from None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
