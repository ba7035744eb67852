# SPDX-License-Identifier: MIT
"""The cells of the table of articles, as values."""

from annotator.domain import Document, DocumentId
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.ui.articles.desk import ArticleRow
from annotator.ui.articles.rows import COPIES, LENGTH, NUMBER, STATE, ArticleWords

PAGE = MetadataField("page", "", MetadataKind.NUMBER)
COUNTRY = MetadataField("country", "Country", MetadataKind.CHOICE, ("Norway",))


def row(number: int = 1, **values: object) -> ArticleRow:
    metadata = values.pop("metadata", {})
    document = Document(DocumentId(f"{number:032}"), f"{number}.txt", "0" * 64, 1234, metadata=metadata)
    return ArticleRow(number, document, **values)


def made(*, may_edit: bool = True) -> tuple[ArticleWords, list[tuple[str, str]]]:
    edited: list[tuple[str, str]] = []
    words = ArticleWords(may_edit=lambda: may_edit, edited=lambda _row, name, value: edited.append((name, value)))
    words.show_fields((COUNTRY, PAGE))
    return words, edited


def said(words: ArticleWords, each: ArticleRow, name: str) -> str:
    return words.words(each, words.columns.index(name))


def test_every_column_has_a_heading_and_a_width() -> None:
    words, _ = made()
    assert words.headings() == [
        "No.", "Title", "Outlet", "Date", "Coding", "Author", "Country", "page", "Copies", "Characters",
        "Address (URL)",
    ]  # fmt: skip
    assert set(words.widths(round, 400)) == set(range(len(words.columns)))
    assert sum(words.widths(round, 4000).values()) == 4000
    assert not words.show_fields((COUNTRY, PAGE))
    assert words.show_fields((PAGE, COUNTRY))


def test_states_are_words_and_shapes() -> None:
    words, _ = made()
    at = words.columns.index(STATE)
    cases = (
        (row(), "Not assigned", "not_assigned"),
        (row(assigned=2), "Not started", "not_started"),
        (row(assigned=2, begun=1), "1 of 2 begun", "in_progress"),
        (row(assigned=3, finished=1), "1 of 3 finished", "in_progress"),
        (row(assigned=2, finished=2), "2 of 2 finished", "finished"),
        (row(assigned=1, finished=1), "Finished", "finished"),
    )
    for each, expected, shape in cases:
        assert (words.words(each, at), words.shape(each, at)[0]) == (expected, shape)
    assert words.shape(row(), 0) is None


def test_numbers_sort_as_numbers_and_what_is_not_set_last() -> None:
    words, _ = made()
    at = words.columns.index("page")
    several = [row(1), row(2, metadata={"page": "10"}), row(3, metadata={"page": "9"}), row(4, metadata={"page": "x"})]
    assert [each.number for each in sorted(several, key=lambda each: words.sort_key(each, at))] == [4, 3, 2, 1]
    for name in (NUMBER, LENGTH, STATE, COPIES, "title"):
        assert words.sort_key(several[0], words.columns.index(name))
    assert words.is_right(at)
    assert words.is_right(words.columns.index(LENGTH))


def test_a_title_that_is_only_a_files_name_is_paler_and_not_edited_as_one() -> None:
    words, _ = made()
    at = words.columns.index("title")
    assert (said(words, row(), "title"), words.value(row(), at), words.is_quiet(row(), at)) == ("1.txt", "", True)
    assert words.is_heavy(row(), at)
    assert said(words, row(group="B", copies=3), COPIES) == "B, 3 copies"


def test_only_fields_are_edited_and_only_by_the_lead() -> None:
    words, edited = made()
    at = words.columns.index("country")
    assert words.is_editable(row(), at)
    assert not words.is_editable(row(), words.columns.index(LENGTH))
    assert words.choices(row(), at) == ("Norway",)
    assert words.choices(row(), words.columns.index("title")) == ()
    assert words.fault(row(), at, "Chad") == "“Country” takes one of Norway, not “Chad”. Nothing was written."
    assert words.fault(row(), at, "Norway") == ""
    words.take(row(), at, "Norway")
    assert edited == [("country", "Norway")]
    other, _ = made(may_edit=False)
    assert not other.is_editable(row(), at)
