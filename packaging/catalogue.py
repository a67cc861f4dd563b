# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps resources/translations in step with the sentences in the code.

    python packaging/catalogue.py update         collect the sentences, merge, compile
    python packaging/catalogue.py absorb FILE    the same, and fill gaps from a small .po; with
                                                 --replace it also changes what is translated
    python packaging/catalogue.py check          say what is missing or stale; exit 1 if anything is

The files carry no dates and no line numbers, so a difference in them is a difference in words.
The compiled .mo is committed: the program needs nothing but the standard library to read it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

TOP = Path(__file__).resolve().parent.parent
TRANSLATIONS = TOP / "resources" / "translations"
TEMPLATE = TRANSLATIONS / "bondsdesk.pot"
LANGUAGES = ("ur",)
KEYWORDS = {**DEFAULT_KEYWORDS, "mark": None}
PLACELESS = {"Project-Id-Version": "Bondsdesk", "Report-Msgid-Bugs-To": ""}
# Headers that change by themselves or name a tool.
DROPPED_HEADERS = frozenset(
    {"POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Generated-By"}
)

Key = tuple[str | None, str | tuple[str, ...]]


class Timeless(Catalog):
    """A catalogue whose header says only what a reader of the file needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the headers without dates, people and tools."""
        headers = [(name, value) for name, value in super().mime_headers]
        kept = [(name, value) for name, value in headers if name not in DROPPED_HEADERS]
        return [(name, PLACELESS.get(name, value)) for name, value in kept]


def key_of(message: Message) -> Key:
    """Return what makes a sentence the same sentence: its context and its English."""
    return message.context, message.id if isinstance(message.id, str) else tuple(message.id)


def collect() -> Catalog:
    """Return every sentence in the package, without translations."""
    catalogue = Timeless(domain="bondsdesk", fuzzy=False, header_comment="# Bondsdesk")
    found = extract_from_dir(
        TOP / "bondsdesk",
        method_map=[("**.py", "python")],
        options_map={},
        keywords=KEYWORDS,
        comment_tags=("TRANSLATORS:",),
        strip_comment_tags=True,
    )
    for filename, _line, ids, comments, context in found:
        place = (f"bondsdesk/{Path(filename).as_posix()}", None)
        catalogue.add(ids, locations=[place], auto_comments=comments, context=context)  # type: ignore[list-item]
    return catalogue


def po_path(language: str) -> Path:
    """Return the catalogue that people edit."""
    return TRANSLATIONS / language / "bondsdesk.po"


def mo_path(language: str) -> Path:
    """Return the compiled catalogue that the program reads."""
    return TRANSLATIONS / language / "bondsdesk.mo"


def load(path: Path, language: str) -> Catalog:
    """Return a catalogue from disk, an empty one if there is none yet."""
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def forms(message: Message) -> tuple[str, ...]:
    """Return the translated forms, empty strings for what is missing."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def translated(message: Message) -> bool:
    """Tell whether every form is there and nobody marked it as a guess."""
    return all(forms(message)) and not message.fuzzy


def known_in(catalogue: Catalog) -> dict[Key, Message]:
    """Return the finished translations of a catalogue."""
    return {key_of(m): m for m in catalogue if m.id and translated(m)}


def merged(template: Catalog, known: dict[Key, Message], language: str) -> Catalog:
    """Return the template's sentences with the translations that are known."""
    result = Timeless(
        domain="bondsdesk", locale=language, fuzzy=False, header_comment="# Bondsdesk"
    )
    for message in template:
        if not message.id:
            continue
        source = known.get(key_of(message))
        result.add(
            message.id,
            source.string if source else None,
            locations=message.locations,
            auto_comments=message.auto_comments,
            user_comments=source.user_comments if source else (),
            context=message.context,
        )
    return result


def po_bytes(catalogue: Catalog) -> bytes:
    """Return the text form, sorted, with file names but no line numbers."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the compiled form."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def replace(path: Path, content: bytes) -> None:
    """Write a file at once, so that a reader never meets half of it; keep it if nothing changed."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(path)


@contextmanager
def alone() -> Iterator[None]:
    """Let one writer at the catalogues at a time."""
    import fcntl

    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    folder = os.open(TRANSLATIONS, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def update(fragment: Path | None = None, *, replacing: bool = False) -> None:
    """Bring the template, the translations and the compiled files in step with the code."""
    with alone():
        template = collect()
        wanted = {key_of(m) for m in template if m.id}
        replace(TEMPLATE, po_bytes(template))
        for language in LANGUAGES:
            known = known_in(load(po_path(language), language))
            if fragment is not None:
                take(known, known_in(load(fragment, language)), wanted, replacing=replacing)
            for key in sorted(set(known) - wanted, key=str):
                print("no longer in the code:", named(key))
            result = merged(template, known, language)
            replace(po_path(language), po_bytes(result))
            replace(mo_path(language), mo_bytes(result))
            empty = sum(1 for m in result if m.id and not translated(m))
            print(f"{language}: {len(wanted)} sentences, {empty} without a translation")


def take(
    known: dict[Key, Message], offered: dict[Key, Message], wanted: set[Key], *, replacing: bool
) -> None:
    """Take the translations of a fragment, and say which of them were not taken.

    Weighed words are not lost to an old fragment: what is translated stays unless `replacing`.
    """
    for key, message in offered.items():
        if key not in wanted:
            print("not in the code:", named(key))
        elif key not in known:
            known[key] = message
        elif forms(known[key]) != forms(message):
            print("replaced:" if replacing else "kept as it was:", named(key))
            known[key] = message if replacing else known[key]


def named(key: Key) -> str:
    """Return a sentence as a person would quote it."""
    context, words = key
    first = words if isinstance(words, str) else words[0]
    return f"{first!r}" + (f" ({context})" if context else "")


def places(text: str) -> frozenset[str]:
    """Return the names of the places in a sentence. Raises ValueError for an unpaired brace."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def wrong_places(message: Message) -> bool:
    """Tell whether a translation names other places than the English; a count may go unsaid."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    try:
        english = places(ids[-1])
        if len(ids) == 1:
            return any(places(form) != english for form in forms(message))
        return any(not places(form) <= english for form in forms(message))
    except ValueError:
        return True


def fault_of(message: Message) -> str | None:
    """Return what is wrong with one translation, None if it is fine."""
    if message.fuzzy:
        return "a guess (fuzzy)"
    if not translated(message):
        return "without a translation"
    return "the places in braces differ" if wrong_places(message) else None


def faults(language: str) -> Iterator[str]:
    """Yield what is wrong with one language's catalogue, a line each."""
    template = collect()
    catalogue = load(po_path(language), language)
    wanted = {key_of(m) for m in template if m.id}
    present = {key_of(m): m for m in catalogue if m.id}
    for key in sorted(wanted - set(present), key=str):
        yield f"missing: {named(key)}"
    for key in sorted(set(present) - wanted, key=str):
        yield f"not in the code: {named(key)}"
    for key, message in present.items():
        if fault := fault_of(message):
            yield f"{fault}: {named(key)}"
    if catalogue.obsolete:
        yield f"obsolete entries: {len(catalogue.obsolete)}"
    fresh = mo_bytes(merged(template, known_in(catalogue), language))
    if not mo_path(language).exists() or mo_path(language).read_bytes() != fresh:
        yield "the compiled catalogue is stale: run `python packaging/catalogue.py update`"


def check() -> int:
    """Print every fault and return 1 if there is one."""
    found = [f"{language}: {line}" for language in LANGUAGES for line in faults(language)]
    print("\n".join(found) if found else "catalogues: complete")
    return 1 if found else 0


def main() -> int:
    """Do what the first argument says."""
    parser = argparse.ArgumentParser(description="Keep the catalogues in step with the code.")
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("update", help="collect the sentences, merge, compile")
    tasks.add_parser("check", help="exit 1 if anything is missing or stale")
    absorb = tasks.add_parser("absorb", help="update, taking translations from a small .po")
    absorb.add_argument("file", type=Path)
    absorb.add_argument("--replace", action="store_true", help="also change what is translated")
    arguments = parser.parse_args()
    if arguments.task == "check":
        return check()
    if arguments.task == "absorb":
        update(arguments.file, replacing=arguments.replace)
    else:
        update()
    return 0


if __name__ == "__main__":
    sys.exit(main())
