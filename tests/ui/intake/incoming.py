# SPDX-License-Identifier: MIT
"""Rows of a preview as values, and files to be read."""

from collections.abc import Mapping
from pathlib import Path

from annotator.domain import DocumentId, Refused
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.operations import ArticlePreview, EncodingSample, ImportVerdict, NearArticle, PreviewRow
from annotator.text import DecodedText, How

NOTHING: Mapping[str, str] = {}


def row(  # as many as a row has parts
    place: int,
    *,
    body: str = "A text\n\nof words.\n",
    name: str = "",
    kind: ArticleKind = ArticleKind.TEXT,
    verdict: ImportVerdict = ImportVerdict.NEW,
    metadata: Mapping[str, str] = NOTHING,
    near: tuple[NearArticle, ...] = (),
    how: How = How.STRICT,
) -> PreviewRow:
    """Make a row with a text."""
    called = name or f"{place}.txt"
    encoding = "cp1252" if how is How.GUESSED else "utf-8"
    samples = (EncodingSample("cp1252", "für"), EncodingSample("cp850", "f³r")) if how is How.GUESSED else ()
    article = IncomingArticle(
        called, DecodedText(body, "0" * 64, encoding, how, 0), metadata, ("2 comments left out.",)
    )
    return PreviewRow(
        place, called, kind, article, verdict, sha256=f"{place:064}", twin="known.txt", twin_row=0, near=near,
        samples=samples,
    )  # fmt: skip


def refused(place: int) -> PreviewRow:
    """Make a row of a file that is not taken."""
    error = Refused("This is a picture.", where="p.png")
    return PreviewRow(place, "p.png", None, None, ImportVerdict.REFUSED, error=error)


def near(place: int, *, of: DocumentId | int) -> PreviewRow:
    """Make a row that is near to an article of the project, or to another row."""
    known = NearArticle("b.txt", 0.414, row=of) if isinstance(of, int) else NearArticle("b.txt", 0.414, document=of)
    return row(place, near=(known,))


def preview(*rows: PreviewRow) -> ArticlePreview:
    """Make a preview of these rows."""
    return ArticlePreview(rows)


def fill(folder: Path) -> Path:
    """Put files of several kinds into a folder: two new ones, one in an old encoding, one that is no article."""
    folder.mkdir()
    (folder / "1.txt").write_bytes(b"The bridge\n\nIt is <b>open</b> again.\n")
    (folder / "2.txt").write_bytes(
        ("Die Bürgermeisterin übt noch für die Eröffnung der Brücke. Spät am Abend kamen die Gäste. " * 8).encode(
            "cp1252"
        )
    )
    (folder / "3.png").write_bytes(b"\x89PNG\r\n\x1a\nxx")
    (folder / "4.csv").write_bytes(b"headline,body,published\nA row,A text of the row.,2024-13-01\n")
    return folder
