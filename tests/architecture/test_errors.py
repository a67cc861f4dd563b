# SPDX-License-Identifier: GPL-3.0-or-later
"""Every error that the world can cause has a sentence, and every sentence has a cause."""

from __future__ import annotations

import ast
import importlib
from collections import Counter
from collections.abc import Iterator
from string import Formatter

from bondsdesk.kernel.sentences import SENTENCES
from tests.architecture.test_shape import MODULES, module_name, tree


def raised() -> Iterator[tuple[str, str, frozenset[str] | None]]:
    """Yield where, code and parameter names of each ExpectedError with a literal code."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.Call) and _called(node) == "ExpectedError"):
                continue
            names = [keyword.arg for keyword in node.keywords]
            given = None if None in names else frozenset(n for n in names if n)
            for code in _codes(node.args[0]):
                yield module_name(path), code, given


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _codes(argument: ast.expr) -> Iterator[str]:
    """Yield the code or, of "a if x else b", both."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _codes(argument.body)
        yield from _codes(argument.orelse)


def own_tables() -> dict[str, dict[str, str]]:
    """Return every table of sentences beside kernel.sentences, by module and name."""
    tables = {}
    for path in MODULES:
        name = module_name(path)
        if name == "bondsdesk.kernel.sentences":
            continue
        for node in tree(path).body:
            target = node.target if isinstance(node, ast.AnnAssign) else None
            if isinstance(target, ast.Name) and target.id.endswith("SENTENCES"):
                tables[f"{name}.{target.id}"] = getattr(importlib.import_module(name), target.id)
    return tables


def test_every_error_has_a_sentence_with_the_same_places() -> None:
    known = dict(SENTENCES)
    for table in own_tables().values():
        known.update(table)
    faults = []
    for where, code, given in raised():
        if code not in known:
            faults.append(f"{where}: {code} has no sentence")
            continue
        wanted = {name for _, name, _, _ in Formatter().parse(known[code]) if name}
        if given is not None and not wanted <= given:
            faults.append(f"{where}: {code} does not fill {sorted(wanted - given)}")
    assert not faults, "\n".join(faults)


def test_a_code_has_one_sentence() -> None:
    codes = Counter(list(SENTENCES))
    for table in own_tables().values():
        codes.update(list(table))
    assert [code for code, count in codes.items() if count > 1] == []


def test_codes_are_dotted_names() -> None:
    assert all(code.count(".") >= 1 and code == code.lower() for code in SENTENCES)
