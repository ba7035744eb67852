# SPDX-License-Identifier: MIT
"""Reading everything that somebody may name: each kind by its reader, in order, and harm from none of it."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from annotator.domain import Refused, UsageError
from annotator.exchange.articles.article_files import HIDDEN, LINKS, SPECIAL
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.exchange.articles.reading_options import HtmlText, ReadingOptions
from annotator.exchange.containers import packed
from annotator.operations.article_gathering import ArticleChoices, Gathering, encoding_samples, gather_articles
from annotator.text import How

FRENCH = "L'été dernier, le président a déclaré qu'il n'était pas très confiant là-bas. «Voilà», dit-il. " * 4
PAGE = "<html><head><title>On trust</title></head><body><article><p>The minister trusts nobody.</p></article></body>"


def workbook(path: Path) -> bytes:
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("News")
        sheet.write_row(0, 0, ["headline", "body"])
        sheet.write_row(1, 0, ["From a sheet", "Text of a sheet."])
    return path.read_bytes()


def every_kind(folder: Path) -> dict[str, bytes]:
    return {
        "a.txt": b"Plain text.",
        "b.md": "# Märkdown\n\nstays as it is *typed*.".encode(),
        "c.html": PAGE.encode(),
        "d.rtf": rb"{\rtf1\ansi Rich \b text\b0 .\par}",
        "e.csv": b"title,text,desk\nOne,First row.,Politics\nTwo,,\n",
        "f.tsv": b"text\ttitle\nThird row.\tThree\n",
        "g.jsonl": b'{"text": "A line.", "title": "Four"}\n',
        "h.xlsx": workbook(folder / "h.xlsx"),
        "sub/i.txt": b"Deep.",
    }


TEXTS = {
    "a.txt": "Plain text.", "b.md": "# Märkdown\n\nstays as it is *typed*.", "e.csv/row 2": "First row.",
    "f.tsv/row 2": "Third row.", "g.jsonl/row 1": "A line.", "h.xlsx/row 2": "Text of a sheet.", "sub/i.txt": "Deep.",
}  # fmt: skip


def lay(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def gather(*paths: Path, **choices: object) -> Gathering:
    return gather_articles(paths, choices=ArticleChoices(**choices))  # type: ignore[arg-type]  # as each test names them


def texts(found: Gathering) -> dict[str, str]:
    return {each.article.name: each.article.decoded.body for each in found.items if each.article is not None}


def refusals(found: Gathering) -> dict[str, str]:
    return {each.file: each.error.sentence for each in found.items if each.error is not None}


def test_a_folder_with_every_kind(tmp_path: Path) -> None:
    folder = lay(tmp_path / "in", {})
    folder.mkdir(exist_ok=True)
    lay(folder, every_kind(folder))
    found = gather(folder)
    assert refusals(found) == {}
    read = texts(found)
    assert {name: read[name] for name in TEXTS} == TEXTS
    assert "The minister trusts nobody." in read["c.html"]
    assert "Rich text" in read["d.rtf"]
    assert list(read) == ["a.txt", "b.md", "c.html", "d.rtf", "e.csv/row 2", *list(TEXTS)[3:]]
    deep = found.items[-1].article
    assert deep is not None
    assert dict(deep.metadata) == {"path": "sub/i.txt"}
    assert [table.file for table in found.tables] == ["e.csv", "f.tsv", "g.jsonl", "h.xlsx"]
    assert dict(found.tables[0].roles) == {"text": "text", "title": "title"}
    assert [each.sentence for each in found.findings] == ["A row without a text was left out."]


def test_an_archive_of_every_kind_gives_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    files = every_kind(folder)
    archive = tmp_path / "news.zip"
    archive.write_bytes(packed(files | {".hidden": b"x", "__MACOSX/._a.txt": b"x"}))
    found = gather(archive)
    assert texts(found) == texts(gather(lay(folder, files)))
    assert [(each.sentence, each.count) for each in found.findings][-1] == (HIDDEN, 2)
    inner = tmp_path / "all.zip"
    inner.write_bytes(packed({"old/news.zip": archive.read_bytes(), "z.txt": b"Last."}))
    names = list(texts(gather(inner)))
    assert names[0] == "old/news.zip/a.txt"
    assert names[-1] == "z.txt"


def test_nested_too_deep_and_broken_archives_are_refused(tmp_path: Path) -> None:
    data = packed({"a.txt": b"Text."})
    for _ in range(6):
        data = packed({"x.zip": data})
    (tmp_path / "deep.zip").write_bytes(data)
    (tmp_path / "broken.zip").write_bytes(packed({"a.txt": b"Text."})[:-30])
    found = gather(tmp_path)
    assert texts(found) == {}
    assert len(refusals(found)) == 2


def test_a_chosen_rule_that_finds_nothing_is_told(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": b"No download of any archive."})
    found = gather_articles([tmp_path], choices=ArticleChoices(archive="factiva_tags"))
    assert [(each.count, each.places) for each in found.findings] == [(1, ("a.txt",))]
    assert not list(gather_articles([tmp_path], choices=ArticleChoices(archive="none")).findings)


def test_hostile_folders(tmp_path: Path) -> None:
    lay(tmp_path, {"good.txt": b"Good.", "binary.txt": b"\x7fELF\0\1", "big.txt": b"a" * 20_000_001, "empty.txt": b" "})
    lay(tmp_path, {"picture.png": b"\x89PNG\r\n\x1a\n", "a\x1b[31m\n.txt": b"Steered?", "old.doc": b"\xd0\xcf\x11\xe0"})
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = gather(tmp_path)
    assert texts(found) == {"a\ufffd[31m\ufffd.txt": "Steered?", "good.txt": "Good."}
    assert set(refusals(found)) == {"binary.txt", "big.txt", "empty.txt", "picture.png", "old.doc"}
    assert "larger than 20 MB" in refusals(found)["big.txt"]
    assert {each.file for each in found.items if each.kind is None} == {"picture.png", "old.doc"}
    assert {each.sentence for each in found.findings} == {LINKS, SPECIAL}


def test_a_guess_is_taken_only_where_allowed_and_always_shown(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_bytes(FRENCH.encode("cp1252"))
    (item,) = gather(path).items
    assert item.article is None
    assert item.error is not None
    assert "perhaps cp1252" in item.error.sentence
    assert item.samples[0].encoding == "cp1252"
    assert "été" in item.samples[0].lines
    (item,) = gather(path, reading=ReadingOptions(guess=True)).items
    assert item.article is not None
    assert (item.article.decoded.how, item.article.decoded.body) == (How.GUESSED, FRENCH)
    assert len(item.samples) == len({sample.lines for sample in item.samples})


def test_encodings_are_chosen_for_all_or_for_one(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": "Größe".encode("cp1252"), "b.txt": "Доверие".encode("koi8-r")})
    found = gather(tmp_path, reading=ReadingOptions(encoding="cp1252"), encodings={"b.txt": "koi8-r"})
    assert texts(found) == {"a.txt": "Größe", "b.txt": "Доверие"}
    with pytest.raises(UsageError, match="klingon"):
        gather(tmp_path, reading=ReadingOptions(encoding="klingon"))


def test_choices_reach_their_readers(tmp_path: Path) -> None:
    lay(tmp_path, {"a.html": PAGE.encode(), "b.csv": b"x;y\n1,2;The long text of this row.\n"})
    found = gather(tmp_path, reading=ReadingOptions(html_text=HtmlText.RAW), columns={"text": "x"}, delimiter=";")
    assert texts(found) == {"a.html": PAGE, "b.csv/row 2": "1,2"}
    assert refusals(gather(tmp_path / "b.csv", columns={"text": "z"})).keys() == {"b.csv"}


def test_progress_is_told_and_cancelling_stops_between_files(tmp_path: Path) -> None:
    lay(tmp_path, {f"{number}.txt": b"Text." for number in range(5)})
    told: list[tuple[int, int]] = []
    gather_articles([tmp_path], choices=ArticleChoices(), progress=lambda done, of: told.append((done, of)))
    assert told == [(done, 5) for done in range(6)]
    looks = iter([False, False, True])
    with pytest.raises(Refused, match="cancelled; nothing was written"):
        gather_articles([tmp_path], choices=ArticleChoices(), cancelled=lambda: next(looks))


def test_many_pages_are_read_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.operations.article_gathering._MOST_WAITING", 2)
    lay(tmp_path, {f"{number}.html": PAGE.replace("nobody", str(number)).encode() for number in range(5)})
    found = gather(tmp_path)
    assert [each.kind for each in found.items] == [ArticleKind.HTML] * 5
    assert list(texts(found)) == [f"{number}.html" for number in range(5)]


def test_samples_show_lines_that_tell() -> None:
    samples = encoding_samples(("plain\n" * 9 + FRENCH).encode("cp1252"))
    assert samples[0].lines == FRENCH.strip()[:200]
    assert encoding_samples(b"\0\1\2") == encoding_samples(FRENCH.encode()) == ()
