# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking back and doing again never lies about what is there."""

from __future__ import annotations

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.undo import Undo


class Shelf:
    """Something that can be changed and refuses when told to."""

    def __init__(self) -> None:
        self.notes = ["given"]
        self.broken = False

    def put(self) -> None:
        if self.broken:
            raise ExpectedError("text.nul")
        self.notes.append("given")

    def take(self) -> None:
        if self.broken:
            raise ExpectedError("text.nul")
        self.notes.pop()

    def change(self) -> Change:
        return Change("note.given", frozenset({"note"}), self.put, self.take)


def test_the_first_redo_is_what_the_service_already_did(undo: Undo) -> None:
    shelf = Shelf()
    undo.push(shelf.change(), "Give note")
    assert shelf.notes == ["given"]
    assert undo.undo_text == "Give note"


def test_back_and_forth(undo: Undo) -> None:
    shelf = Shelf()
    told: list[frozenset[str]] = []
    undo.touched.connect(told.append)
    undo.push(shelf.change(), "Give note")
    undo.undo()
    assert shelf.notes == []
    assert undo.can_redo
    undo.redo()
    assert shelf.notes == ["given"]
    assert told == [frozenset({"note"})] * 3


def test_a_step_that_fails_is_told_and_gone(undo: Undo, notices: Notices) -> None:
    shelf = Shelf()
    undo.push(shelf.change(), "Give note")
    shelf.broken = True
    undo.undo()
    assert not undo.can_undo
    assert not undo.can_redo
    assert notices.current is not None
    assert notices.current.kind == "danger"


def test_what_cannot_be_taken_back_ends_the_list(undo: Undo) -> None:
    undo.push(Shelf().change(), "Give note")
    undo.push(Change("talk.ended", frozenset({"talk"})), "End talk")
    assert not undo.can_undo


def test_locking_forgets_every_step(undo: Undo) -> None:
    undo.push(Shelf().change(), "Give note")
    undo.clear()
    assert not undo.can_undo


def test_a_way_back_that_was_offered_is_gone_with_the_next_step(
    undo: Undo, notices: Notices
) -> None:
    shelf = Shelf()
    undo.push(shelf.change(), "Give note")
    notices.tell("Given.", "done", ("Undo", undo.undo))
    shelf.put()
    undo.push(shelf.change(), "Give note")
    assert notices.current is None
    notices.tell("Given.", "done", ("Undo", undo.undo))
    undo.undo()
    assert notices.current is None, "it would take back the step before"
    notices.tell("Saved.", "done")
    undo.undo()
    assert notices.current is not None
