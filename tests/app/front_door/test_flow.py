# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever two people press while setting up, the steps stay in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.app.front_door.flow import FIRST, SECOND, SetupFlow

PRESSES = st.lists(st.sampled_from(["forward", "back", "name", "no name", "words", "seal"]))


def press(flow: SetupFlow, pressed: str) -> None:
    match pressed:
        case "forward":
            flow.forward()
        case "back":
            flow.back()
        case "name":
            flow.newcomer.name = "Ayesha"
        case "no name":
            flow.newcomer.name = "  "
        case "words":
            flow.newcomer.passphrase = "one two three"
        case "seal":
            if flow.step == "passphrase" and flow.newcomer.passphrase:
                flow.seal()


@given(PRESSES, st.sampled_from(["a", "b"]))
def test_any_presses_keep_to_the_order(presses: list[str], who: str) -> None:
    flow = SetupFlow("a") if who == "a" else SetupFlow("b", ("leaf", "leaf"))
    for pressed in presses:
        before = flow.steps.index(flow.step)
        press(flow, pressed)
        after = flow.steps.index(flow.step)
        assert abs(after - before) <= 1
        if flow.step in ("own_sheet", "shared_sheet", "partner"):
            assert flow.sealed
        assert 0 <= flow.bar < len(flow.bars)


def through(flow: SetupFlow) -> list[str]:
    """Fill in everything and walk to the end."""
    seen: list[str] = [flow.step]
    flow.newcomer.name = "Ayesha"
    while not flow.is_last():
        if flow.step == "passphrase":
            flow.newcomer.passphrase = "five good words"
            flow.seal()
        flow.forward()
        seen.append(flow.step)
    return seen


def test_the_first_partner_sees_every_step() -> None:
    assert through(SetupFlow("a")) == list(FIRST)


def test_the_second_partner_is_not_asked_for_language_or_the_shared_sheet() -> None:
    assert through(SetupFlow("b", ("leaf", "leaf"))) == list(SECOND)


def test_both_sheets_are_one_bar() -> None:
    assert SetupFlow("a").bars == (
        "language",
        "honest",
        "you",
        "passphrase",
        "sheets",
        "partner",
    )


def test_a_name_is_needed_and_only_spaces_are_none() -> None:
    flow = SetupFlow("a")
    flow.forward()
    flow.forward()
    for name in ("", "   ", "\u200b\u200f"):
        flow.newcomer.name = name
        assert flow.missing() == "name.blank"
        assert flow.forward() == "you"


def test_a_name_with_a_nul_or_too_long_is_refused_with_its_own_reason() -> None:
    flow = SetupFlow("a")
    flow.forward()
    flow.forward()
    flow.newcomer.name = "a\0b"
    assert flow.missing() == "text.nul"
    flow.newcomer.name = "a" * 41
    assert flow.missing() == "text.too_long"


def test_the_second_cannot_take_what_the_first_has() -> None:
    flow = SetupFlow("b", ("moon", "plum"))
    assert (flow.newcomer.symbol, flow.newcomer.colour) != ("moon", "plum")
    flow.forward()
    flow.newcomer.name = "Bilal"
    flow.newcomer.symbol = "moon"
    assert flow.missing() == "symbol.taken"
    flow.newcomer.symbol, flow.newcomer.colour = "cup", "plum"
    assert flow.missing() == "colour.taken"
    flow.newcomer.colour = "teal"
    assert flow.missing() is None


def test_the_passphrase_is_forgotten_once_the_place_is_made() -> None:
    flow = SetupFlow("a")
    flow.newcomer.passphrase = "five good words"
    flow.seal()
    assert flow.newcomer.passphrase == ""


def test_no_way_back_to_the_passphrase_after_the_place_is_made() -> None:
    flow = SetupFlow("a")
    flow.newcomer.name = "Ayesha"
    while flow.step != "passphrase":
        flow.forward()
    flow.newcomer.passphrase = "five good words"
    assert flow.forward() == "passphrase"
    flow.seal()
    assert flow.forward() == "own_sheet"
    assert not flow.can_go_back()
    flow.forward()
    assert flow.back() == "own_sheet"
