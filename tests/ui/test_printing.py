# SPDX-License-Identifier: MIT
"""A page as PDF, with nothing loaded from anywhere."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from annotator.domain import NotSaved
from annotator.ui import printing


def png() -> bytes:
    picture, made = QImage(8, 8, QImage.Format.Format_RGB32), QBuffer()
    picture.fill(QColor("#2B3F63"))
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(made, "PNG")
    return bytes(made.data().data())


def test_a_page_becomes_a_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    printing.write_pdf("<h1>Agreement</h1><p>.710</p>", title="Agreement", pictures={}, path=target)
    assert target.read_bytes().startswith(b"%PDF-1.")


def test_many_lines_make_many_pages(qtbot: QtBot) -> None:
    one = printing.pdf_of("<p>x</p>", title="A", pictures={})
    many = printing.pdf_of("<p>x</p>" * 300, title="A", pictures={})
    assert many.count(b"/Type /Page\n") > one.count(b"/Type /Page\n") >= 1


def test_only_what_is_handed_over_is_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    page = printing._Page({"figure:plot": png()})
    kind = QTextDocument.ResourceType.ImageResource.value
    assert isinstance(page.loadResource(kind, QUrl("figure:plot")), QImage)
    for name in (QUrl.fromLocalFile(str(secret)), QUrl("https://example.org/a.png"), str(secret)):
        assert page.loadResource(kind, name).width() == 1
    handed = printing.pdf_of('<img src="figure:plot">', title="A", pictures={"figure:plot": png()})
    assert widths(handed) == {8}
    for source in (secret.as_uri(), str(secret)):
        assert widths(printing.pdf_of(f'<img src="{source}">', title="A", pictures={})) <= {1}


def widths(pdf: bytes) -> set[int]:
    """Give the widths of the pictures in a PDF."""
    return {int(found) for found in re.findall(rb"/Width (\d+)", pdf)}


def test_a_disk_that_refuses_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        printing.write_pdf("<p>x</p>", title="A", pictures={}, path=tmp_path / "no" / "page.pdf")
