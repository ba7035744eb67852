# SPDX-License-Identifier: MIT
"""The page: it needs nothing else, holds no script, and no name in it becomes markup."""

import re
from html.parser import HTMLParser
from unicodedata import category

import pytest
from reports import made_study

from annotator.reports.agreement_report import agreement_report
from annotator.reports.report_blocks import Cell, Column, Kind, Table
from annotator.reports.report_html import axis_of, cell_class, guides, headings, place_on_axis, report_html

PAGE_TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "h1", "h2", "p", "span", "a",
    "dl", "dt", "dd", "ul", "li", "figure", "figcaption", "div", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "blockquote", "svg", "g", "path", "circle", "text", "tspan", "defs", "use", "clippath", "rect", "pattern",
}  # fmt: skip
PRINT_TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "b", "img", "table", "thead", "tr", "th", "td",
}  # fmt: skip


class Parsed(HTMLParser):
    """The tags with their attributes, and the words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def page() -> str:
    return report_html(made_study.report())


@pytest.fixture(scope="module")
def hostile() -> str:
    return report_html(agreement_report(made_study.hostile_source()))


def test_names_never_become_markup(hostile: str) -> None:
    parsed = Parsed(hostile)
    assert {tag for tag, _ in parsed.tags} <= PAGE_TAGS
    assert "<b>R&D</b> | 50 % \\input{x} `$x$`" in parsed.words
    assert "\\x1b[31m _a_ \\u202eevil ![p](http://x)\\x0anext" in parsed.words
    assert {character for character in hostile if category(character) in ("Cc", "Cf")} == {"\n"}


@pytest.mark.parametrize("name", ["page", "hostile"])
def test_nothing_is_loaded_and_nothing_runs(name: str, request: pytest.FixtureRequest) -> None:
    text: str = request.getfixturevalue(name)
    for tag, attributes in Parsed(text).tags:
        assert tag not in ("script", "link", "img", "iframe", "object", "base", "image")
        for attribute, value in attributes.items():
            assert not attribute.startswith("on")
            if attribute in ("src", "href", "xlink:href"):
                assert (value or "").startswith("#")
    assert not re.search(r"@import|url\((?!#)", text)
    assert "default-src 'none'" in text


def test_identities_are_unique_and_found(page: str) -> None:
    parsed = Parsed(page)
    identities = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
    assert len(set(identities)) == len(identities)
    referred = {
        (value or "").removeprefix("#")
        for _, attributes in parsed.tags
        for name, value in attributes.items()
        if name in ("href", "xlink:href")
    } | set(re.findall(r"url\(#([^)]+)\)", page))
    assert referred <= set(identities)


def test_the_page_is_light_and_dark_and_prints(page: str) -> None:
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    for colour in ("#2b3f63", "#1b1b1a"):
        assert page.count(colour) <= 2, f"{colour} stands in a picture and not only in the style"


def test_pictures_and_intervals_are_said_in_words(page: str) -> None:
    parsed = Parsed(page)
    labels = [attributes["aria-label"] for _, attributes in parsed.tags if attributes.get("role") == "img"]
    assert len(labels) == len(made_study.report().pictures) + 3
    assert any(re.fullmatch(r"\.\d{3}, from \.\d{3} to \.\d{3}", label or "") for label in labels)


def test_undefined_is_one_cell_over_what_it_concerns(page: str) -> None:
    assert (
        '<td class="missing" colspan="6">Undefined (no variation: nobody used this code in the 6 shared articles)</td>'
        in page
    )
    assert not re.search(r">\s*(nan|None|inf|-|–)\s*<", page)


def test_grouped_headings_are_two_rows() -> None:
    table = Table(
        "t", "T", (Column("Code", Kind.WORDS), Column("a", group="G"), Column("b", group="G"), Column("c")), ()
    )
    above, below = headings(table)
    assert [(each.text, each.columns, each.rows) for each in above] == [("Code", 1, 2), ("G", 2, 1), ("c", 1, 2)]
    assert [each.text for each in below] == ["a", "b"]
    [only] = headings(Table("t", "T", (Column("Code"),), ()))
    assert [(each.text, each.rows) for each in only] == [("Code", 1)]


def test_places_lie_on_the_axis() -> None:
    assert place_on_axis(0.0, lowest=0.0) == "8.0"
    assert place_on_axis(1.0, lowest=-0.4) == "182.0"
    assert place_on_axis(-3.0, lowest=-0.4) == "8.0"
    column = Column("", Kind.DRAWN, lowest=-0.4)
    assert [label.text for label in axis_of(column)] == ["-.4", ".667", ".800", "1"]
    assert guides(column).count("linear-gradient") == 2


def test_looks_of_cells() -> None:
    assert cell_class(Cell("1", strong=True), column=Column("a")) == "number strong"
    assert cell_class(Cell("why", missing=True), column=Column("a")) == "missing"


def test_the_page_for_print_keeps_to_what_qt_knows() -> None:
    text = report_html(agreement_report(made_study.hostile_source()), for_print=True)
    parsed = Parsed(text)
    assert {tag for tag, _ in parsed.tags} <= PRINT_TAGS
    pictures = [attributes["src"] for tag, attributes in parsed.tags if tag == "img"]
    assert pictures == [f"figure:{picture.name}" for picture in made_study.report().pictures]
    assert "<b>R&D</b> | 50 %" in parsed.words
    assert "var(" not in text


def test_a_passage_has_room_in_print() -> None:
    text = report_html(agreement_report(made_study.source()), for_print=True)
    assert text.count('width="28%"') == 1


def test_the_same_report_gives_the_same_page(page: str) -> None:
    assert report_html(made_study.report()) == page
