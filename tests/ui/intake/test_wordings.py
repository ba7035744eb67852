# SPDX-License-Identifier: MIT
"""Verdicts in words and shapes that say the same."""

from ui.intake.incoming import near, preview, refused, row

from annotator.domain import DocumentId
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.operations import ImportVerdict, NearChoice
from annotator.text import How
from annotator.ui.intake import wordings

KNOWN = DocumentId("d" * 32)


def said(each: object, *, taken: bool = True, choice: NearChoice = NearChoice.KEEP) -> str:
    return wordings.verdict(each, taken=taken, choice=choice, called={KNOWN: "A key", "1".zfill(64): "Its title"})


def test_verdicts() -> None:
    assert said(row(0)) == "New"
    assert said(row(0), taken=False) == "Left out"
    assert said(refused(0)) == "Refused: This is a picture."
    assert said(row(1, verdict=ImportVerdict.KNOWN)) == "Already there as “Its title”"
    assert said(row(2, verdict=ImportVerdict.KNOWN)) == "Already there as “known.txt”"
    assert said(row(2, verdict=ImportVerdict.REPEATED)) == "Same text as row 1"
    copy = near(3, of=KNOWN)
    assert said(copy) == "New, near-identical (41 %) to “A key”"
    assert said(copy, choice=NearChoice.GROUP) == "New, to be grouped, near-identical (41 %) to “A key”"
    assert said(copy, choice=NearChoice.SKIP).startswith("Skipped, near-identical")
    assert said(near(4, of=2)) == "New, near-identical (41 %) to row 3"


def test_shapes_differ_where_words_do() -> None:
    def shape(each: object, choice: NearChoice = NearChoice.KEEP, *, taken: bool = True) -> str:
        return wordings.shape(each, taken=taken, choice=choice)[0]

    copy = near(3, of=KNOWN)
    assert [shape(row(0)), shape(refused(0)), shape(copy), shape(copy, NearChoice.SKIP)] == [
        "tick", "error", "segmentation", "not_assigned",
    ]  # fmt: skip
    assert shape(row(0), taken=False) == "not_assigned"
    assert shape(row(0, verdict=ImportVerdict.REPEATED)) == "copy"


def test_kinds_and_encodings() -> None:
    assert wordings.kind(row(0, kind=ArticleKind.PDF)) == "PDF"
    assert wordings.kind(refused(0)) == "Not read"
    assert set(wordings.KINDS) == set(ArticleKind)
    assert wordings.encoding(row(0)) == "UTF-8, valid"
    assert wordings.encoding(row(0, how=How.GUESSED)) == "Windows-1252, a guess"
    assert wordings.encoding(row(0, kind=ArticleKind.PDF)) == "", "no encoding of its own"


def test_sums_add_up() -> None:
    shown = preview(row(0), row(1, verdict=ImportVerdict.KNOWN), row(2, verdict=ImportVerdict.REPEATED), refused(3))
    assert wordings.sums(shown.rows, 1) == (
        "1 article will come in, 1 already there, 1 twice in these files, 1 file refused."
    )
    assert wordings.sums((near(0, of=KNOWN),), 0) == "No article will come in, 1 near-identical, 1 left out."
