# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the list: headings and what stands under them, in the screen's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bondsdesk.kernel.dates import day_and_month, local_day, long_day
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.boundaries.domain.agreement import Draft
from bondsdesk.rooms.boundaries.domain.limit import Limit
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.service.wording import state_line


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row. A heading has no `uid`. `icon` is the name of an icon, `tone` its colour token."""

    title: str
    sentence: str = ""
    uid: str = ""
    icon: str = ""
    tone: str = "accent"

    @property
    def heading(self) -> bool:
        """Tell whether it is the title of a group."""
        return not self.uid

    def spoken(self) -> str:
        """Return what a screen reader says of it."""
        return f"{self.title}. {self.sentence}" if self.sentence else self.title


def list_rows(
    agreements: Iterable[Agreement],
    limits: Iterable[Limit],
    drafts: Iterable[Draft],
    desk: Desk,
) -> list[ListRow]:
    """Return everything I may read, group by group; empty groups are left out."""
    today = desk.today()
    groups: dict[str, list[ListRow]] = {
        key: [] for key in ("broken", "in_force", "waiting", "private", "resting")
    }
    for agreement in agreements:
        groups[agreement.group(today)].append(_agreement_row(agreement, desk))
    for limit in limits:
        key = {"private": "private", "shared": "in_force", "resting": "resting"}[limit.state]
        groups[key].append(_limit_row(limit, desk))
    groups["private"] += [_draft_row(draft) for draft in drafts]
    titles = {
        "broken": _("Not in force"),
        "in_force": _("In force"),
        "waiting": _("Waiting"),
        "private": _("Only you"),
        "resting": _("Resting"),
    }
    rows: list[ListRow] = []
    for key, members in groups.items():
        if members:
            rows += [ListRow(titles[key]), *members]
    return rows


def day_of(day: date, today: date) -> str:
    """Return a day, with its year once it is another one."""
    said = day_and_month if day.year == today.year else long_day
    return isolate(said(day, screen_words().language))


def first_line(text: str) -> str:
    """Return the first line of a text."""
    return text.strip().split("\n", 1)[0]


def _agreement_row(agreement: Agreement, desk: Desk) -> ListRow:
    today = desk.today()
    title = agreement.title or _("Words that cannot be read")
    group = agreement.group(today)
    icon = {"broken": "danger", "in_force": "seal", "waiting": "history", "resting": "pause"}
    tone = {"broken": "danger", "in_force": "accent"}.get(group, "quiet")
    sentence = state_line(agreement, desk, screen_words())
    since = agreement.since()
    if group == "in_force" and agreement.review_on:
        sentence = _("Review on {day}").format(day=day_of(agreement.review_on, today))
    elif group == "waiting" and agreement.verdict and desk.me:
        sentence = _waits(agreement, desk)
    elif group == "resting" and since:
        sentence = _("Since {day}").format(day=day_of(local_day(since), today))
    return ListRow(title, sentence, agreement.uid, icon[group], tone)


def _waits(agreement: Agreement, desk: Desk) -> str:
    partner = desk.partner()
    if partner and agreement.confirmed(partner.id):
        return _("{name} has signed. Take your time.").format(name=isolate(partner.name))
    if desk.me and agreement.confirmed(desk.me):
        name = isolate(partner.name) if partner else ""
        return _("You have signed. {name} takes their time.").format(name=name)
    return _("To talk over")


def _limit_row(limit: Limit, desk: Desk) -> ListRow:
    owner = desk.pair.person(limit.owner)
    today = desk.today()
    if limit.state == "private":
        return ListRow(first_line(limit.text), _("A limit, not shared"), limit.uid, "lock", "quiet")
    if limit.state == "resting":
        sentence = _("Since {day}").format(day=day_of(local_day(limit.since), today))
        return ListRow(first_line(limit.text), sentence, limit.uid, "pause", "quiet")
    name = isolate(owner.name) if owner else ""
    icon = owner.symbol if owner else "person"
    sentence = _("{name}’s limit").format(name=name)
    return ListRow(first_line(limit.text), sentence, limit.uid, icon, "accent")


def _draft_row(draft: Draft) -> ListRow:
    title = first_line(draft.text.title) or _("Without a title yet")
    sentence = _("A change, not proposed") if draft.amends else _("A draft, not proposed")
    return ListRow(title, sentence, draft.uid, "pencil", "quiet")
