# SPDX-License-Identifier: MIT
from annotator.domain import Document, DocumentId
from annotator.domain.metadata import MetadataField
from annotator.exchange.articles.foreign_tables import ForeignRow, ForeignTable
from annotator.operations.metadata_columns import columns_of
from annotator.operations.metadata_keys import ArticleKey, Key, words_of

ONE = Document(DocumentId("1" * 8), "one.txt", "a" * 64, 5, title="Title")
FIELDS = (MetadataField("sponsor", "Paid by", position=4),)


def sorted_columns(columns, cells, *, define=True):
    row = ForeignRow(2, cells)
    return columns_of(
        ForeignTable("t.csv", columns, (row,)), key=Key(0, columns[0], ArticleKey.NAME), rows=[(row, ONE)],
        words=words_of([ONE]), fields=FIELDS, define=define,
    )  # fmt: skip


def reasons(columns):
    return {each.heading: each.reason for each in columns.left_out}


def test_known_columns_are_fields_by_name_or_label():
    found = sorted_columns(("file", "PAID BY", "Outlet", "title"), ("one.txt", "x", "y", "z"))
    assert [(each.place, each.field) for each in found.taken] == [(1, "sponsor"), (2, "outlet"), (3, "title")]
    assert (found.left_out, found.new, found.fields) == ((), (), FIELDS)


def test_a_field_is_taken_from_one_column_only():
    found = sorted_columns(("file", "sponsor", "Paid by"), ("one.txt", "x", "y"))
    assert reasons(found) == {"Paid by": "the column “sponsor” is the same field"}


def test_unknown_columns_become_fields_of_text_behind_the_others():
    found = sorted_columns(("file", "Tone", "Reach"), ("one.txt", "x", "3"))
    assert found.new == (MetadataField("Tone", position=5), MetadataField("Reach", position=6))
    assert found.fields == FIELDS + found.new
    assert [each.field for each in found.taken] == ["Tone", "Reach"]
    assert reasons(sorted_columns(("file", "Tone"), ("one.txt", "x"), define=False)) == {
        "Tone": "no field is called so"
    }


def test_what_names_the_articles_or_holds_nothing_is_no_field():
    found = sorted_columns(("file", "article_id", "hash", "id", "empty"), ("one.txt", "x", "a" * 64, "11111111", "  "))
    assert found.taken == ()
    assert reasons(found) == {
        "article_id": "it names the articles", "hash": "it names the articles", "id": "it names the articles",
        "empty": "it holds nothing",
    }  # fmt: skip


def test_a_heading_that_no_field_can_have_is_left_out_with_the_reason():
    found = sorted_columns(("file", "x" * 292), ("one.txt", "y"))
    assert "1 to 291 characters" in found.left_out[0].reason
