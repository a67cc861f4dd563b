# SPDX-License-Identifier: GPL-3.0-or-later
"""What this room says when something cannot be done, and the names of its steps for undo."""

from __future__ import annotations

from typing import Final

from bondsdesk.kernel.words import mark

SENTENCES: Final[dict[str, str]] = {
    "boundary.nobody_sits": mark(
        "The shared sheet opened this place, so nobody sits here. "
        "Come in with your own passphrase to write something."
    ),
    "boundary.no_partner": mark(
        "Your partner has no place here yet. What you wrote stays with you, and only you can "
        "read it."
    ),
    "limit.blank": mark("There is nothing to read in it yet. One line is enough."),
    "limit.gone": mark("This limit is not yours to change, or no longer here."),
    "comment.blank": mark("There is nothing to read in it yet."),
    "agreement.untitled": mark("Give it a short title."),
    "agreement.empty": mark("Write at least one line: something that is OK, or something not."),
    "agreement.lines": mark("Up to {limit} lines fit on each side."),
    "agreement.past": mark("That day has gone by. Choose today or a later one."),
    "agreement.review": mark("Look at it again within {days} days. Choose an earlier day."),
    "agreement.overtaken": mark(
        "Other words were proposed since you began this: version {version}. Your draft is kept. "
        "Read those first; proposing yours once more puts it in their place."
    ),
    "agreement.gone": mark("This is no longer here."),
    "agreement.no_talk": mark("The talk of today stands there already, or nothing waits for one."),
    "agreement.not_to_sign": mark("There is nothing to sign here now."),
    "agreement.moved": mark(
        "It was changed meanwhile, so nothing was signed. Read it again first."
    ),
}

STEPS: Final[dict[str, str]] = {
    "limit.kept": mark("Keep limit"),
    "limit.shared": mark("Share limit"),
    "limit.read": mark("Say that I have read it"),
    "limit.rested": mark("Let limit rest"),
    "limit.woken": mark("Bring limit back"),
    "limit.dropped": mark("Delete limit"),
    "agreement.draft_dropped": mark("Delete draft"),
    "agreement.proposed": mark("Propose agreement"),
    "agreement.changed": mark("Propose a change"),
    "agreement.commented": mark("Say something"),
    "agreement.comment_dropped": mark("Take words back"),
    "agreement.talked": mark("We talked it over"),
    "agreement.slept": mark("Sleep on it"),
    "agreement.signed": mark("Sign agreement"),
    "agreement.withdrawn": mark("Withdraw"),
    "agreement.reviewed": mark("Keep as it is"),
}

TOLD: Final[dict[str, str]] = {
    "limit.kept": mark("Kept. Only you can read it."),
    "limit.shared": mark("Said. It stands on your shared page now."),
    "limit.rested": mark("It rests. One step brings it back."),
    "limit.woken": mark("It is back."),
    "limit.dropped": mark("The limit is deleted."),
    "agreement.draft_dropped": mark("The draft is deleted."),
    "agreement.proposed": mark("Proposed. Talk it over; each signs in their own time."),
    "agreement.changed": mark("The new words wait for both signatures."),
    "agreement.comment_dropped": mark("Your words are taken back."),
    "agreement.talked": mark("It stands in the history with the day of today."),
    "agreement.slept": mark("Good. It waits until tomorrow."),
    "agreement.signed": mark("Signed."),
    "agreement.withdrawn": mark("It rests."),
    "agreement.reviewed": mark("It stays as it is."),
}
