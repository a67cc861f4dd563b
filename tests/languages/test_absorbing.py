# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations that come in a small file fill gaps; weighed words change only when asked for."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "catalogue.py"
CODE = """from bondsdesk.kernel.words import gettext as _

TEA = _("Tea")
WALK = _("Walk")
"""
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script over a package of two sentences, one of them translated."""
    spec = importlib.util.spec_from_file_location("catalogue", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    monkeypatch.setattr(script, "TOP", tmp_path)
    monkeypatch.setattr(script, "TRANSLATIONS", tmp_path / "translations")
    monkeypatch.setattr(script, "TEMPLATE", tmp_path / "translations" / "bondsdesk.pot")
    (tmp_path / "bondsdesk").mkdir()
    (tmp_path / "bondsdesk" / "drinks.py").write_text(CODE, encoding="utf-8")
    script.update(po(tmp_path, "first", Tea="چائے"))
    return script


def po(folder: Path, name: str, **words: str) -> Path:
    """Return a small .po with these translations."""
    path = folder / f"{name}.po"
    lines = [f'msgid "{english}"\nmsgstr "{urdu}"\n' for english, urdu in words.items()]
    path.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    return path


def told(script: ModuleType) -> dict[str, str]:
    """Return what the catalogue says now."""
    found = script.load(script.po_path("ur"), "ur")
    return {str(m.id): str(m.string) for m in found if m.id}


def test_a_small_file_fills_gaps_and_changes_no_weighed_word(
    catalogue: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue.update(po(tmp_path, "second", Tea="کچھ اور", Walk="سیر", Cake="کیک"))
    assert told(catalogue) == {"Tea": "چائے", "Walk": "سیر"}
    said = capsys.readouterr().out
    assert "kept as it was: 'Tea'" in said
    assert "not in the code: 'Cake'" in said


def test_with_replace_it_changes_them_and_says_so(
    catalogue: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue.update(po(tmp_path, "second", Tea="گرم چائے"), replacing=True)
    assert told(catalogue)["Tea"] == "گرم چائے"
    assert "replaced: 'Tea'" in capsys.readouterr().out
