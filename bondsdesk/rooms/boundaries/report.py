# SPDX-License-Identifier: GPL-3.0-or-later
"""An agreement on paper, with what is proven about it on the day it was printed. No Qt."""

from __future__ import annotations

from datetime import date

from bondsdesk.kernel.dates import clock_time, local_day, long_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PARTNERS
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import Words
from bondsdesk.press.document import Block, Document, Facts, Paragraph, Points, Section
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText
from bondsdesk.rooms.boundaries.domain.fingerprint import fingerprint
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.domain.story import story
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.content import content
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.service.wording import (
    happening_line,
    reasons,
    signature_line,
    state_line,
)


def agreement_document(uid: str, service: Agreements, words: Words) -> Document:
    """Return one agreement as a page. It is checked anew for the paper.

    Raises ExpectedError "export.nothing" where there are no words to print.
    """
    agreement = service.find(uid)
    text = agreement.kept.text if agreement else None
    if agreement is None or text is None:
        raise ExpectedError("export.nothing")
    _ = words.gettext
    printed = isolate(long_day(service.desk.today(), words.language))
    return Document(
        kind="summary",
        title=text.title,
        language=words.language,
        sections=(
            Section("", _standing(agreement, service.desk, words)),
            *_texts(agreement, text, words),
            Section(_("Signatures"), _signatures(agreement, service, words)),
            Section(_("History"), _history(agreement, service, words)),
        ),
        footer=_("As it stood on {day}. Version {number}.").format(
            day=printed, number=agreement.kept.version
        ),
    )


def _standing(agreement: Agreement, desk: Desk, words: Words) -> tuple[Block, ...]:
    told: list[Block] = [Paragraph(state_line(agreement, desk, words), "strong")]
    told += [Paragraph(reason) for reason in reasons(agreement, words)]
    return tuple(told)


def _texts(agreement: Agreement, text: AgreementText, words: Words) -> list[Section]:
    _ = words.gettext
    until = long_day(text.until, words.language) if text.until else _("No end date.")
    facts = Facts(
        (
            (_("About"), content(words.language).area(text.area)),
            (_("Until"), until),
            (_("Review"), long_day(agreement.review_on or text.review_on, words.language)),
        )
    )
    parts: list[tuple[str, tuple[Block, ...]]] = [
        (_("What is OK"), (Points(text.fine),) if text.fine else ()),
        (_("What is not"), (Points(text.not_fine),) if text.not_fine else ()),
        (_("When it slips"), (Paragraph(text.repair),) if text.repair else ()),
        (_("Where and until when"), (*((Paragraph(text.where),) if text.where else ()), facts)),
    ]
    return [Section(heading, blocks) for heading, blocks in parts if blocks]


def _signatures(agreement: Agreement, service: Agreements, words: Words) -> tuple[Block, ...]:
    rows = []
    keys = service.keys()
    for partner in PARTNERS:
        name = service.desk.pair.name_of(partner)
        if not name or partner not in keys:
            continue
        rows.append((name, signature_line(agreement, partner, date.min, words)))
        label = words.gettext("Key of {name}").format(name=isolate(name))
        rows.append((label, fingerprint(keys[partner].current)))
    note = words.gettext("Two people can compare the keys aloud; they stand in the exported file.")
    return Facts(tuple(rows)), Paragraph(note, "quiet")


def _history(agreement: Agreement, service: Agreements, words: Words) -> tuple[Block, ...]:
    proven = agreement.verdict is not None and not agreement.verdict.troubles
    rows = tuple(
        (
            happening_line(each, service.desk.pair, words),
            f"{isolate(long_day(local_day(each.at), words.language))}"
            f" · {isolate(clock_time(each.at))}",
        )
        for each in story(agreement.kept.history, proven=proven, talks=service.talks(agreement.uid))
    )
    return (Facts(rows),) if rows else ()
