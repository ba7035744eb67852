# SPDX-License-Identifier: MIT
"""The cells of a preview: what they say, which are edited, what they refuse."""

from ui.intake.incoming import refused, row

from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.operations import ImportVerdict, PreviewRow
from annotator.text import How
from annotator.ui.intake.book import IntakeBook
from annotator.ui.intake.rows import (
    DATE,
    ENCODING,
    HEADINGS,
    KIND,
    LENGTH,
    NOTES,
    NUMBER,
    OUTLET,
    TITLE,
    VERDICT,
    PreviewWords,
    widths,
)


def made() -> tuple[PreviewWords, IntakeBook, list[PreviewRow]]:
    book, changed = IntakeBook(), []
    return PreviewWords(lambda: book, changed=changed.append), book, changed


def test_every_cell_says_something_or_nothing_but_never_breaks() -> None:
    words, _, _ = made()
    for each in (row(0), refused(1), row(2, verdict=ImportVerdict.KNOWN), row(3, how=How.GUESSED)):
        said = [words.words(each, column) for column in range(len(HEADINGS))]
        assert said[NUMBER] == str(each.place + 1)
        assert words.spoken(each)
    assert words.words(refused(1), TITLE) == "p.png"
    assert words.words(row(0), LENGTH) == "18"
    assert words.words(row(0), NOTES) == "1"
    assert words.words(row(0), KIND) == "Text"


def test_a_guess_and_a_wrong_date_have_signs() -> None:
    words, _, _ = made()
    assert words.shape(row(0, how=How.GUESSED), ENCODING) == ("question", "warning")
    assert words.shape(row(0), ENCODING) is None
    assert words.shape(row(0, metadata={"date": "soon"}), DATE) == ("error", "error")
    assert words.shape(row(0), VERDICT) == ("tick", "text")


def test_only_new_articles_are_ticked_and_edited() -> None:
    words, book, changed = made()
    new, known = row(0), row(1, verdict=ImportVerdict.KNOWN)
    assert words.ticked(new, NUMBER) is True
    assert (words.ticked(known, NUMBER), words.ticked(new, TITLE)) == (None, None)
    words.tick(new, on=False)
    assert words.is_quiet(new, TITLE)
    assert not book.is_taken(new)
    assert words.is_editable(new, OUTLET)
    assert not words.is_editable(known, OUTLET)
    assert not words.is_editable(new, KIND)
    assert words.fault(new, DATE, "soon")
    words.take(new, OUTLET, "Arab News")
    assert words.words(new, OUTLET) == "Arab News"
    assert changed == [new, new]


def test_numbers_sort_as_numbers() -> None:
    words, _, _ = made()
    assert sorted([row(9), row(10)], key=lambda each: words.sort_key(each, NUMBER))[0].place == 9
    short, long = row(0, body="x" * 9), row(1, body="x" * 10)
    assert words.sort_key(short, LENGTH) < words.sort_key(long, LENGTH)


def test_room_goes_to_titles_and_verdicts() -> None:
    wide, narrow = widths(round, 2000), widths(round, 400)
    assert wide[TITLE] > narrow[TITLE]
    assert sum(wide.values()) in (1999, 2000)
    assert ENCODING not in widths(round, 2000, kinds=[ArticleKind.PDF])
