# SPDX-License-Identifier: GPL-3.0-or-later
"""A software bill of materials (CycloneDX 1.6) of the parts of a program tree.

The same tree and the same time give the same bytes.
"""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from typing import Any

from parts import Piece
from wheels import normal

Json = dict[str, Any]
_OURS = "https://bondsdesk.invalid/bill/"
"""Only the seed of the bill's own number; nothing is there."""


def bill_of(pieces: list[Piece], own: list[Piece], *, version: str, system: str, made: int) -> str:
    """Return the bill as text. `made` is the build's time in seconds, `own` what we hold."""
    ours = Piece(
        name="Bondsdesk",
        version=version,
        licence="GPL-3.0-or-later",
        purl=f"pkg:generic/bondsdesk@{version}?os={system}",
        summary="A private desk for two people who share one laptop",
        inside=own,
    )
    subject = _component(ours, "") | {"type": "application"}
    body: Json = {
        "metadata": {
            "timestamp": datetime.fromtimestamp(made, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "lifecycles": [{"phase": "build"}],
            "tools": {
                "components": [
                    {"type": "application", "name": "packaging/release/papers.py"},
                ]
            },
            "component": subject,
        },
        "components": [_component(piece, "") for piece in pieces],
        "dependencies": _dependencies(subject["bom-ref"], pieces),
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, _OURS + json.dumps(body, sort_keys=True))
    head: Json = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
    }
    return json.dumps(head | body, indent=1, ensure_ascii=False) + "\n"


def _component(piece: Piece, holder: str) -> Json:
    is_font = piece.licence in ("OFL-1.1", "Bitstream-Vera") or "Font" in piece.licence
    component: Json = {
        "type": "file" if is_font else "library",
        "bom-ref": f"{holder}{piece.purl}",
        "name": piece.name,
    }
    if piece.version:
        component["version"] = piece.version
    if piece.summary:
        component["description"] = piece.summary
    component["licenses"] = [_licence(piece.licence)]
    component["purl"] = piece.purl
    if piece.url:
        component["externalReferences"] = [{"type": "website", "url": piece.url}]
    if piece.files:
        component["evidence"] = {"occurrences": [{"location": file} for file in piece.files]}
    if piece.inside:
        component["components"] = [_component(each, f"{piece.purl}|") for each in piece.inside]
    return component


def _licence(expression: str) -> Json:
    if expression.startswith("LicenseRef-"):
        return {"license": {"name": expression.removeprefix("LicenseRef-")}}
    return {"expression": expression}


def _dependencies(subject: str, pieces: list[Piece]) -> list[Json]:
    by_name = {normal(p.name): p.purl for p in pieces if p.purl.startswith("pkg:pypi/")}
    stands_on = [{"ref": subject, "dependsOn": [piece.purl for piece in pieces]}]
    for piece in pieces:
        needed = sorted({by_name[need] for need in piece.needs if need in by_name})
        stands_on.append({"ref": piece.purl, "dependsOn": needed})
    return stands_on
