# SPDX-License-Identifier: GPL-3.0-or-later
"""A tiny room for the tests of the roof: lines on a shared pad, one private draft, one offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLabel

from bondsdesk.doorway import Offer, OfferOptions, Room, RoomContext
from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.migration import Migration, MigrationSet
from bondsdesk.kernel.ports import SearchHit, TimelineEntry
from bondsdesk.kernel.words import gettext as _
from bondsdesk.press.document import Document, Paragraph, Section
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.page import Page


@dataclass(frozen=True)
class Line:
    """One line of the pad; the leak test looks for these."""

    uid: str
    text: str


class PadPage(Page):
    """Lines as one label, and a field for a draft."""

    def __init__(self, room: OpenPad) -> None:
        title = _("Search") if room.key == "notes" else _("Settings")
        super().__init__(room.context.look, title, "")
        self.setObjectName(f"PadPage-{room.key}")
        self.reloads = 0
        self.shown: list[Line] = []
        self._room = room
        self.field = NoteField(room.context.look, name="Draft")
        self.label = QLabel()
        self.body.addWidget(self.label)
        self.body.addWidget(self.field)
        self.field.setPlainText(room.draft())
        self.reload()

    def reload(self) -> None:
        self.reloads += 1
        self.shown = self._room.lines()
        self.label.setText("\n".join(line.text for line in self.shown))

    def on_touched(self, kinds: frozenset[str]) -> None:
        if self._room.key in kinds:
            self.reload()

    def keep_drafts(self) -> None:
        self._room.keep_draft(self.field.toPlainText())


class OpenPad:
    """The open sample room."""

    def __init__(self, context: RoomContext, key: str) -> None:
        self.context = context
        self.key = key
        self.draft_uid = Uid(key[0].encode().hex() * 16)
        self._sql = {
            name: sql.replace("#", f"{key}_line")
            for name, sql in (
                ("read", "SELECT uid, text FROM # ORDER BY n"),
                ("insert", "INSERT INTO #(uid, text) VALUES (?, ?)"),
                ("delete", "DELETE FROM # WHERE uid = ?"),
            )
        }
        self.hits_shown: list[SearchHit] = []
        self._page: PadPage | None = None

    def page(self) -> PadPage:
        if self._page is None:
            self._page = PadPage(self)
        return self._page

    def forget_page(self) -> None:
        self.keep_drafts()
        self._page = None

    def lines(self) -> list[Line]:
        with self.context.vault.read() as reader:
            return [Line(*row) for row in reader.rows(self._sql["read"])]

    def add(self, text: str) -> str:
        uid = new_uid()
        self._insert(uid, text)
        change = Change(
            "line.added",
            frozenset({self.key}),
            redo=lambda: self._insert(uid, text),
            undo=lambda: self._delete(uid),
        )
        self.context.undo.push(change, "Write line")
        return uid

    def search(self, typed: str, limit: int) -> list[SearchHit]:
        now = self.context.clock.now()
        hits = [
            SearchHit(self.key, line.uid, now, line.text)
            for line in self.lines()
            if typed.casefold() in line.text.casefold()
        ]
        if typed and typed in self.draft():
            hits.append(SearchHit(self.key, self.draft_uid, now, self.draft(), private=True))
        return hits[:limit]

    def show_hit(self, hit: SearchHit) -> None:
        self.hits_shown.append(hit)

    def timeline(self, first: date, last: date) -> list[TimelineEntry]:
        return []

    def offers(self) -> list[Offer]:
        if not self.lines():
            return []
        return [
            Offer(
                f"{self.key}.pad",
                f"The {self.key}",
                "Every line on one page.",
                "Pad",
                self.document,
                frozenset({"period", "writer", "language", "script"}),
            )
        ]

    def document(self, options: OfferOptions) -> Document:
        lines = self.lines()
        if options.last is not None and options.last.year < 2000:
            raise ExpectedError("export.nothing")
        return Document(
            kind="summary",
            title="Pad",
            language=options.language,
            sections=(Section("Lines", tuple(Paragraph(line.text) for line in lines)),),
        )

    def draft(self) -> str:
        with self.context.vault.read() as reader:
            sealed = reader.box.get(self.draft_uid)
        return str(sealed.document["text"]) if sealed else ""

    def keep_draft(self, text: str) -> None:
        with self.context.vault.work() as work:
            work.box.put(f"{self.key}.draft", self.draft_uid, {"text": text})

    def keep_drafts(self) -> None:
        if self._page is not None:
            self._page.keep_drafts()

    def _insert(self, uid: str, text: str) -> None:
        with self.context.vault.work() as work:
            work.run(self._sql["insert"], (uid, text))

    def _delete(self, uid: str) -> None:
        with self.context.vault.work() as work:
            work.run(self._sql["delete"], (uid,))


def sample_room(
    key: str, title: str, icon: str, opened: Callable[[OpenPad], None] | None = None
) -> Room:
    """Return a doorplate; `opened` is told every open room, for a test to reach it."""

    def open_room(context: RoomContext) -> OpenPad:
        room = OpenPad(context, key)
        if opened is not None:
            opened(room)
        return room

    table = (
        f"CREATE TABLE {key}_line (n INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, "
        "text TEXT NOT NULL) STRICT"
    )
    return Room(
        key=key,
        icon=icon,
        title=lambda: _(title),
        migrations=MigrationSet(key, (Migration("0001-lines", (table,)),)),
        open=open_room,
    )
