# SPDX-License-Identifier: MIT
"""A page of our own as PDF. The page may name pictures that are handed over with it; nothing else is ever loaded."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from annotator.exchange.outgoing_files import replacing

_MARGIN_MILLIMETRES = 18
_DOTS_PER_INCH = 96
"""Lengths in the page are CSS pixels, of which 96 make an inch."""


class _Page(QTextDocument):
    """A document that knows its pictures by name and asks neither disk nor network for anything."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        super().__init__()
        self._pictures = pictures

    def loadResource(self, _kind: int, name: QUrl | str) -> object:
        """Give a picture that was handed over, else an empty one: for none at all Qt would look for a file."""
        found = self._pictures.get(name.toString() if isinstance(name, QUrl) else name)
        if found is not None:
            return QImage.fromData(found)
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(0)
        return nothing


def pdf_of(html: str, *, title: str, pictures: Mapping[str, bytes]) -> bytes:
    """Set a page on A4 as PDF; may run on any thread. ``html`` must be our own, every foreign word escaped."""
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title)
    margins = QMarginsF(*[_MARGIN_MILLIMETRES] * 4)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
                    QPageLayout.Unit.Millimeter)
    )  # fmt: skip
    document = _Page(pictures)
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(writer.pageLayout().paintRectPixels(_DOTS_PER_INCH).size().toSizeF())
    document.print_(writer)
    made.close()
    return bytes(made.data().data())


def write_pdf(html: str, *, title: str, pictures: Mapping[str, bytes], path: Path) -> None:
    """Write a page as PDF, whole or not at all; NotSaved where the disk refuses."""
    content = pdf_of(html, title=title, pictures=pictures)
    with replacing(path) as file:
        file.write(content)
