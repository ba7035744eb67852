# SPDX-License-Identifier: MIT
"""The pictures: readable as files, the same bytes each time, no glyph missing, no letter of a name as markup."""

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from reports import made_study

from annotator.reports import figure_style
from annotator.reports.agreement_plots import picture_bytes
from annotator.reports.agreement_report import agreement_report
from annotator.reports.report_blocks import Picture
from annotator.reports.report_drawings import (
    Drift,
    DriftLine,
    Forest,
    ForestRow,
    HeatMap,
    HeatPanel,
    Mark,
    ShareBar,
    Shares,
    Strip,
    StripRow,
)

PICTURES = {picture.name: picture for picture in made_study.report().pictures}
EMPTY = (Forest(("by character",), ()), HeatMap((), ()), Strip(()), Drift((), ()), Shares(("a", "b", "c"), ()))
SVG = "{http://www.w3.org/2000/svg}"


def _picture(drawing: object) -> Picture:
    return Picture("made", "Caption.", "Alternative.", drawing)  # type: ignore[arg-type]  # one of the drawings


def _texts(svg: bytes) -> list[str]:
    return ["".join(each.itertext()) for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize(("picture_format", "begins"), [("svg", b"<?xml"), ("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_every_picture_in_every_format_is_the_same_each_time(name: str, picture_format: str, begins: bytes) -> None:
    first = picture_bytes(PICTURES[name], picture_format=picture_format)
    assert first.startswith(begins)
    assert picture_bytes(PICTURES[name], picture_format=picture_format) == first


@pytest.mark.parametrize("name", PICTURES)
def test_svg_has_words_as_words_and_no_pixels(name: str) -> None:
    svg = picture_bytes(PICTURES[name], picture_format="svg")
    assert b"<image" not in svg
    assert b"<dc:date" not in svg
    assert any("Evidence of trust" in text for text in _texts(svg))


@pytest.mark.parametrize("name", PICTURES)
def test_pdf_holds_its_fonts_and_no_date(name: str) -> None:
    pdf = picture_bytes(PICTURES[name], picture_format="pdf")
    assert b"CreationDate" not in pdf
    assert b"/FontFile2" in pdf
    assert b"/Type3" not in pdf


@pytest.mark.parametrize("picture_format", ["svg", "pdf", "png"])
def test_hostile_names_are_drawn_as_letters(picture_format: str) -> None:
    for picture in agreement_report(made_study.hostile_source()).pictures:
        drawn = picture_bytes(picture, picture_format=picture_format)
        if picture_format == "svg":
            assert any("<b>R&D</b>" in text for text in _texts(drawn))
            assert b"\x1b" not in drawn


@pytest.mark.parametrize("drawing", EMPTY, ids=lambda drawing: type(drawing).__name__)
def test_nothing_can_be_drawn_too(drawing: object) -> None:
    assert picture_bytes(_picture(drawing), picture_format="svg")


def test_values_below_zero_undefined_ones_and_intervals_beside_their_value() -> None:
    drawings = (
        Forest(("by character",), (ForestRow("a", (Mark(-0.8, -1.0, -0.7),)), ForestRow("b", (Mark(0.5, 0.6, 0.7),)))),
        HeatMap(("a", "b", "c"), (HeatPanel("code", ((-0.2,), (None, 1.0))),)),
        Strip((StripRow("a", (-0.5, 0.2, 0.2, 0.2001), 3, -0.1), StripRow("b", (), 6, None))),
        Drift(tuple(f"2026-{week}" for week in range(30)), (DriftLine("a", (None, *[Mark(-0.2)] * 29)),)),
        Shares(("a", "b", "c"), (ShareBar("x", (0, 0, 0)), ShareBar("y", (1, 0, 200_000)))),
    )
    texts = [_texts(picture_bytes(_picture(drawing), picture_format="svg")) for drawing in drawings]
    assert "undefined" in texts[1]
    assert "-.200" in texts[1]
    assert "3 undefined" in texts[2]
    assert "200,001" in texts[4]


def test_many_coders_fit() -> None:
    names = tuple(f"Coder number {number} with a long name" for number in range(20))
    values = tuple(tuple([0.5] * row) for row in range(1, 20))
    assert picture_bytes(_picture(HeatMap(names, (HeatPanel("code", values),))), picture_format="svg")


def test_whatever_a_users_settings_say_the_picture_is_ours(tmp_path: Path) -> None:
    """Neither matplotlib's settings of the user nor a window's backend nor pyplot have a part in it."""
    (tmp_path / "matplotlibrc").write_text("font.size: 30\naxes.facecolor: red\ntext.usetex: True\nbackend: qtagg\n")
    code = (
        "import sys, hashlib\n"
        "from annotator.reports.agreement_plots import picture_bytes\n"
        "from annotator.reports.report_blocks import Picture\n"
        "from annotator.reports.report_drawings import ShareBar, Shares\n"
        "drawing = Shares(('a', 'b', 'c'), (ShareBar('code', (1, 2, 3)),))\n"
        "svg = picture_bytes(Picture('n', 'c', 'a', drawing), picture_format='svg')\n"
        "assert 'matplotlib.pyplot' not in sys.modules and 'PySide6' not in sys.modules\n"
        "print(hashlib.sha256(svg).hexdigest())\n"
    )
    digests = set()
    for settings in ({"MATPLOTLIBRC": str(tmp_path / "matplotlibrc")}, {}):
        environment = {**os.environ, "MPLCONFIGDIR": str(tmp_path), **settings}
        if not settings:
            (tmp_path / "matplotlibrc").unlink()
        answer = subprocess.run(
            [sys.executable, "-W", "error", "-c", code], env=environment, capture_output=True, text=True, check=False
        )
        assert answer.stderr == ""
        digests.add(answer.stdout)
    assert len(digests) == 1


def test_only_ink_and_its_shades_are_used() -> None:
    ours = {figure_style.INK, figure_style.TEXT, figure_style.SECONDARY, figure_style.HAIRLINE}
    for picture in PICTURES.values():
        svg = picture_bytes(picture, picture_format="svg").decode()
        assert set(re.findall(r"#[0-9a-f]{6}\b", svg)) <= {*ours, figure_style.PAGE}


@pytest.mark.parametrize("picture_format", ["svg", "pdf", "png"])
def test_other_scripts_are_drawn_or_boxed_without_a_warning(picture_format: str) -> None:
    names = ("信頼と不信", "신뢰", "ثقة", "ความไว้วางใจ", "Доверие", "🙂 emoji", "\u1680\u0378")
    bars = tuple(ShareBar(name, (1, 2, 3)) for name in names)
    assert picture_bytes(_picture(Shares(("a", "b", "c"), bars)), picture_format=picture_format)
