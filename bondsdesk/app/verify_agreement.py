# SPDX-License-Identifier: GPL-3.0-or-later
"""`bondsdesk verify-agreement FILE`: check an exported agreement, without a vault or a window."""

from __future__ import annotations

import sys

from bondsdesk.app.options import Options
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PARTNERS
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import Words, use_language
from bondsdesk.rooms.boundaries.service.bundle import BUNDLE_BYTES, Bundle, read_bundle
from bondsdesk.rooms.boundaries.service.wording import REASONS


def verify_agreement(options: Options) -> int:
    """Print one line; return 0 if both signatures verify and nobody withdrew, else 1."""
    words = use_language(options.language or "en")
    try:
        bundle = read_bundle(_content(options))
    except ExpectedError as error:
        return _say(words.gettext("Not verified: {reason}").format(reason=sentence(error)), 1)
    if bundle.verdict.in_force:
        return _say(_verified(bundle, words), 0)
    return _say(words.gettext("Not verified: {reason}").format(reason=_reason(bundle, words)), 1)


def _content(options: Options) -> bytes:
    if options.file is None:
        raise ExpectedError("bundle.unreadable")
    try:
        with options.file.open("rb") as stream:
            return stream.read(BUNDLE_BYTES + 1)
    except OSError as error:
        raise ExpectedError("bundle.no_file") from error


def _verified(bundle: Bundle, words: Words) -> str:
    told = words.gettext(
        "Verified: “{title}”, version {number}, is signed by both. Keys: {a} {key_a}, {b} {key_b}."
    )
    a, b = (_shown(bundle.names[partner]) for partner in PARTNERS)
    prints = bundle.fingerprints
    return told.format(
        title=_shown(bundle.text.title),
        number=bundle.version,
        a=a,
        b=b,
        key_a=prints["a"],
        key_b=prints["b"],
    )


def _reason(bundle: Bundle, words: Words) -> str:
    verdict = bundle.verdict
    if verdict.standing == "resting":
        return words.gettext("it was withdrawn and rests.")
    if verdict.troubles:
        return words.gettext(REASONS[verdict.troubles[0]])
    return words.gettext("not both have signed.")


def _shown(text: str) -> str:
    """Return a text of unknown origin fit for a terminal: one line, nothing that steers it."""
    return "".join(c if c.isprintable() else " " for c in text)[:120]


def _say(line: str, code: int) -> int:
    if sys.stdout is not None:
        sys.stdout.buffer.write(f"{line}\n".encode())
        sys.stdout.flush()
    return code
