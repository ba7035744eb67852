# SPDX-License-Identifier: MIT
import io
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest
from exchange.annotated_sample import PLACES, TEXT, sample

from annotator.exchange.containers import opened_container
from annotator.exchange.documents.annotated_article import annotated_article, printable
from annotator.exchange.documents.annotated_docx import annotated_docx

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(**further):
    corpus = sample(**further)
    return annotated_docx(annotated_article(corpus, corpus.documents[0]))


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def shown_text(data):
    """The paragraphs of the article, without numbers of notes."""
    lines = []
    for paragraph in part(data, "word/document.xml").iter(f"{WORD}p"):
        if paragraph.find(f"{WORD}pPr/{WORD}pStyle").get(f"{WORD}val") == "Normal":
            words = ""
            for run in paragraph.iter(f"{WORD}r"):
                if run.find(f"{WORD}rPr/{WORD}vertAlign") is None:
                    words += "".join("\t" if each.tag == f"{WORD}tab" else each.text for each in run
                                     if each.tag in (f"{WORD}t", f"{WORD}tab"))  # fmt: skip
            lines.append(words)
    return "\n".join(lines)


def test_the_text_is_in_the_document_as_it_is():
    assert shown_text(written()) == printable(TEXT)


def test_there_is_a_comment_for_each_annotation_with_its_coder():
    data = written()
    comments = part(data, "word/comments.xml").findall(f"{WORD}comment")
    assert [each.get(f"{WORD}author") for each in comments] == ["Anna <i>", "Ben", "Anna <i>", "Ben", "Ben"]
    document = part(data, "word/document.xml")
    numbers = {each.get(f"{WORD}id") for each in comments}
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert {each.get(f"{WORD}id") for each in document.iter(f"{WORD}{tag}")} == numbers


def test_colour_is_not_the_only_sign():
    lines = {each.get(f"{WORD}val") for each in part(written(), "word/document.xml").iter(f"{WORD}u")}
    assert lines == {"single", "wave"}


def test_the_same_article_gives_the_same_bytes_and_our_own_reader_takes_it():
    assert written() == written()
    with opened_container(written(), name="x") as container:
        assert "word/document.xml" in container.members


def test_mammoth_reads_text_and_comments():
    import mammoth

    data = written()
    found = mammoth.convert_to_html(io.BytesIO(data), style_map="comment-reference => sup")
    assert not [each for each in found.messages if each.type == "error"]
    assert "Doubt" in found.value
    text = mammoth.extract_raw_text(io.BytesIO(data)).value
    assert "control, {{ 7*7 }}." in text
    assert found.value.count("comment-ref-") >= len(PLACES)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path):
    (tmp_path / "page.docx").write_bytes(written())
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text",
               "--outdir", str(tmp_path), str(tmp_path / "page.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "信任" in (tmp_path / "page.txt").read_text(encoding="utf-8")
