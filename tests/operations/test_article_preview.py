# SPDX-License-Identifier: MIT
"""The verdict on each article before anything is written."""

from pathlib import Path

import pytest
from operations.replicas import TEXTS

from annotator import operations
from annotator.domain import Refused
from annotator.operations import ArticleChoices, ImportVerdict
from annotator.store import journal

WORDS = [f"word{number}" for number in range(400)]
LONG = "Title of it\n\n" + " ".join(WORDS)
NEAR = "Another title\n\n" + " ".join(WORDS[100:]) + " and an end of its own"


def lay(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    return folder


def test_every_verdict(project, tmp_path):
    name, known = next(iter(TEXTS.items()))
    folder = lay(tmp_path / "in", a=known, b="New.", c="New.", d="\0")
    preview = operations.preview_articles(project, paths=[folder])
    assert [(row.name, row.verdict) for row in preview.rows] == [
        ("a.txt", ImportVerdict.KNOWN), ("b.txt", ImportVerdict.NEW), ("c.txt", ImportVerdict.REPEATED),
        ("d.txt", ImportVerdict.REFUSED),
    ]  # fmt: skip
    there, new, twice, refused = preview.rows
    assert there.twin == name
    assert (twice.twin, twice.twin_row) == ("b.txt", new.place)
    assert "NUL" in refused.error.sentence
    assert (refused.title, refused.length, dict(refused.metadata), refused.repeated) == ("", 0, {}, ())
    assert preview.of(ImportVerdict.NEW) == (new,)


def test_line_ends_and_marks_do_not_make_another_article(project, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in {"a": b"One\nTwo", "b": b"One\r\nTwo", "c": b"\xef\xbb\xbfOne\nTwo"}.items():
        (folder / name).write_bytes(data)
    (folder / "d").write_bytes("One\nTwo".encode("utf-16"))
    verdicts = [row.verdict for row in operations.preview_articles(project, paths=[folder]).rows]
    assert verdicts == [ImportVerdict.NEW, *[ImportVerdict.REPEATED] * 3]


def test_near_identical_ones_are_named_with_their_figure(project, tmp_path):
    preview = operations.preview_articles(project, paths=[lay(tmp_path / "in", a=LONG, b=NEAR, c="Something else.")])
    first, second, third = preview.rows
    assert (first.near, third.near) == ((), ())
    (near,) = second.near
    assert (near.name, near.row, near.document) == ("a.txt", 0, None)
    grams = {tuple(NEAR.split()[place : place + 5]) for place in range(len(NEAR.split()) - 4)}
    shared = grams & {tuple(LONG.split()[place : place + 5]) for place in range(len(LONG.split()) - 4)}
    assert near.containment == pytest.approx(len(shared) / len(grams))
    outcome = operations.import_articles(project, author=preview_author(project), preview=preview, keep=[0])
    (near,) = operations.preview_articles(project, paths=[tmp_path / "in" / "b.txt"]).rows[0].near
    assert (near.document, near.row) == (outcome.value.added[0], None)
    choices = ArticleChoices(compares=False)
    assert operations.preview_articles(project, paths=[tmp_path / "in"], choices=choices).rows[1].near == ()


def preview_author(project):
    return operations.overview(project).lead


def test_a_preview_writes_nothing(project, tmp_path):
    before = journal.digest(journal.ids(project.live))
    events = project.live.execute("SELECT count(*) FROM event").fetchone()
    operations.preview_articles(project, paths=[lay(tmp_path / "in", a=LONG, b=NEAR)])
    assert journal.digest(journal.ids(project.live)) == before
    assert project.live.execute("SELECT count(*) FROM event").fetchone() == events


def test_titles_and_repeats_are_proposed(project, tmp_path):
    quote = "We do not trust them, and we never have, she said."
    (tmp_path / "a.csv").write_text('title,text\nGiven,"Text one."\n', encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"\n  Heading \n{quote}\nShe rose. {quote} She left.", encoding="utf-8")
    given, proposed = operations.preview_articles(project, paths=[tmp_path / "a.csv", tmp_path / "b.txt"]).rows
    assert (given.title, proposed.title) == ("Given", "Heading")
    body = proposed.article.decoded.body
    assert [body[span.start : span.end] for span in proposed.repeated] == [quote]


def test_cancelling_leaves_by_a_sentence(project, tmp_path):
    with pytest.raises(Refused, match="cancelled"):
        operations.preview_articles(project, paths=[lay(tmp_path / "in", a="A.")], cancelled=lambda: True)


def test_a_page_and_a_table_without_a_word_of_their_encoding_come_in(project, tmp_path):
    """Their bytes are valid UTF-8, but not the text of the article."""
    folder = tmp_path / "in"
    folder.mkdir()
    words = "<p>One paragraph of it that is long enough to be taken for the text of an article, surely.</p>" * 3
    (folder / "page.html").write_bytes(f"<html><body><nav>Menu</nav><article>{words}</article></body></html>".encode())
    (folder / "table.csv").write_bytes(b"headline,body\nA,The text of the row\n")
    preview = operations.preview_articles(project, paths=[folder])
    report = operations.import_articles(project, author=operations.overview(project).lead, preview=preview).value
    assert len(report.added) == 2
    assert [operations.article(project, document=each).text for each in report.added] == [
        row.article.decoded.body for row in preview.rows
    ]
