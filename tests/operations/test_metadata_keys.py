# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import Document, DocumentId, Refused, UsageError
from annotator.exchange.articles.foreign_tables import ForeignRow, ForeignTable
from annotator.operations.metadata_keys import ArticleKey, articles_named, chosen_key, words_of

ONE = Document(DocumentId("1" * 8), "one.txt", "a" * 64, 5, title="Same  title", other_names=("uno.txt",))
TWO = Document(DocumentId("2" * 8), "two.txt", "b" * 64, 5, title="Same title", raw_sha256="c" * 64)
WORDS = words_of([ONE, TWO])


def table(columns, *rows):
    return ForeignTable("t.csv", columns, tuple(ForeignRow(n, row) for n, row in enumerate(rows, start=2)))


@pytest.mark.parametrize(
    ("kind", "cell", "found"),
    [
        (ArticleKey.ID, "11111111", [ONE]),
        (ArticleKey.SHA256, "A" * 64, [ONE]),
        (ArticleKey.SHA256, "c" * 64, [TWO]),
        (ArticleKey.NAME, " uno.txt ", [ONE]),
        (ArticleKey.NAME, "UNO.txt", []),
        (ArticleKey.TITLE, "Same title", [ONE, TWO]),
        (ArticleKey.TITLE, "", []),
        (ArticleKey.NAME, "", []),
    ],
)
def test_a_cell_names_articles(kind, cell, found):
    assert articles_named(WORDS, kind, cell) == found


def test_the_column_that_names_most_articles_is_proposed():
    mixed = table(("note", "file", "hash"), ("one.txt", "one.txt", "a" * 64), ("x", "two.txt", "?"), ("x", "?", "?"))
    key = chosen_key(mixed, WORDS, heading=None)
    assert (key.place, key.heading, key.kind) == (1, "file", ArticleKey.NAME)
    assert chosen_key(mixed, WORDS, heading=" HASH").kind is ArticleKey.SHA256


def test_of_equals_the_surest_and_leftmost_is_taken():
    same = table(("a", "b", "c"), ("one.txt", "one.txt", "11111111"))
    assert chosen_key(same, WORDS, heading=None).heading == "c"
    assert chosen_key(table(("a", "b"), ("one.txt", "one.txt")), WORDS, heading=None).heading == "a"


def test_the_same_article_again_and_again_is_one():
    often = table(("a", "b"), ("one.txt", "one.txt"), ("one.txt", "two.txt"), ("one.txt", "?"))
    assert chosen_key(often, WORDS, heading=None).heading == "b"


def test_what_names_nothing_is_refused():
    with pytest.raises(Refused, match="No column names an article"):
        chosen_key(table(("a",), ("Same title",)), WORDS, heading=None)
    with pytest.raises(Refused, match="The column “a” holds nothing that names an article"):
        chosen_key(table(("a",), ("x",)), WORDS, heading="a")
    with pytest.raises(UsageError, match=r"no column “b”. Its columns are: a\."):
        chosen_key(table(("a",), ("x",)), WORDS, heading="b")
    with pytest.raises(Refused):
        chosen_key(table(("a",)), WORDS, heading=None)
