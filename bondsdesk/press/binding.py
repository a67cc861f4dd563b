# SPDX-License-Identifier: GPL-3.0-or-later
"""Binds a front part and volumes into one PDF, keeping tags, bookmarks and links.

It knows the shape of what Typst writes: one /Document at the top of the structure tree, a flat
parent tree, one chain of bookmarks. pikepdf is loaded when a long book or a password needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

PLACE = "bondsdesk:"
"""A link of the front part to this address and a number leads to that section's first page."""


def page_count(data: bytes) -> int:
    """Return the number of pages of a PDF."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def heading_pages(data: bytes, depth: int) -> list[int]:
    """Return the page of each bookmark `depth` levels down, counted from 0, in reading order."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        numbers: dict[object, int] = {page.objgen: index for index, page in enumerate(pdf.pages)}
        level = list(_chain(pdf.Root.Outlines))
        for _ in range(depth - 1):
            level = [child for item in level for child in _chain(item)]
        return [numbers[item.Dest[0].objgen] for item in level]


def bind(front: bytes, volumes: list[bytes], starts: list[int]) -> bytes:
    """Return one PDF of the front part and all volumes.

    `starts`: for each section its first page behind the front part, counted from 0.
    """
    import pikepdf

    with pikepdf.open(BytesIO(front)) as book:
        leaves = len(book.pages)
        for data in volumes:
            with pikepdf.open(BytesIO(data)) as volume:
                _append(book, volume)
        _lead_links(book, leaves, starts)
        return _saved(book)


def _append(book: Pdf, volume: Pdf) -> None:
    first, tree = len(book.pages), book.Root.StructTreeRoot
    offset = int(tree.ParentTreeNextKey)
    book.pages.extend(volume.pages)
    for page in book.pages[first:]:
        page.obj.StructParents = int(page.obj.StructParents) + offset
        for annotation in page.obj.get("/Annots", []):
            annotation.StructParent = int(annotation.StructParent) + offset
    more = book.copy_foreign(volume.make_indirect(volume.Root.StructTreeRoot))
    _join_tags(tree, more, offset)
    if "/Outlines" in volume.Root:
        _join_bookmarks(book, book.copy_foreign(volume.Root.Outlines))


def _join_tags(tree: Object, more: Object, offset: int) -> None:
    document = tree.K[0]
    for child in more.K[0].K:
        child.P = document
        document.K.append(child)
    numbers = list(more.ParentTree.Nums)
    for key, value in zip(numbers[::2], numbers[1::2], strict=True):
        tree.ParentTree.Nums.append(int(key) + offset)
        tree.ParentTree.Nums.append(value)
    tree.ParentTreeNextKey = offset + int(more.ParentTreeNextKey)


def _join_bookmarks(book: Pdf, more: Object) -> None:
    outlines = book.Root.get("/Outlines")
    if outlines is None or "/First" not in outlines:
        book.Root.Outlines = more
        return
    for item in _chain(more):
        item.Parent = outlines
    outlines.Last.Next, more.First.Prev = more.First, outlines.Last
    outlines.Last = more.Last
    outlines.Count = int(outlines.Count) + int(more.Count)


def _chain(parent: Object) -> Iterator[Object]:
    item = parent.get("/First")
    while item is not None:
        yield item
        item = item.get("/Next")


def _lead_links(book: Pdf, leaves: int, starts: list[int]) -> None:
    """Turn the front part's placeholder addresses into leaps inside of the book."""
    from pikepdf import Array, Name

    for page in book.pages[:leaves]:
        for annotation in page.obj.get("/Annots", []):
            address = str(annotation.A.URI)
            target = book.pages[leaves + starts[int(address.removeprefix(PLACE))]]
            del annotation["/A"]
            annotation.Dest = Array([target.obj, Name.Fit])


def locked(data: bytes, password: str) -> bytes:
    """Return the PDF locked with AES-256 (revision 6). Both sides exist in memory only."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return _saved(pdf, password)


def _saved(pdf: Pdf, password: str = "") -> bytes:
    import pikepdf

    out = BytesIO()
    if password:
        # Typst's XMP names no version of PDF; looking for one to raise would need lxml.
        lock = pikepdf.Encryption(owner=password, user=password, R=6)
        pdf.save(out, encryption=lock, fix_metadata_version=False)
    else:
        modes = pikepdf.ObjectStreamMode
        pdf.save(
            out,
            object_stream_mode=modes.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return out.getvalue()
