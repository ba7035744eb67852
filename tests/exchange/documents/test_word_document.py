# SPDX-License-Identifier: MIT
import io
import zipfile
from xml.etree import ElementTree

from annotator.exchange.documents.word_document import Style, page, paragraph, run, word, word_document

STYLES = {"Normal": Style("Normal", 22), "Loud": Style("Loud", 30, bold=True, italic=True)}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def made(**further):
    body = word("body", paragraph("Loud", run(" a\tb ", [word("vertAlign", val="superscript"), word("b")])), page())
    return word_document(word("document", body), styles=STYLES, **further)


def test_the_parts_are_those_that_are_there():
    names = {
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
    }
    assert set(parts(made())) == names
    found = parts(made(comments=word("comments")))
    assert set(found) == {*names, "word/comments.xml"}
    assert b"comments.xml" in found["word/_rels/document.xml.rels"]


def test_white_space_stays_and_properties_stand_in_the_order_of_the_schema():
    root = ElementTree.fromstring(parts(made())["word/document.xml"])
    found = root.find(f".//{WORD}r")
    assert [each.tag.removeprefix(WORD) for each in found] == ["rPr", "t", "tab", "t"]
    assert [each.text for each in found.iter(f"{WORD}t")] == [" a", "b "]
    assert [each.tag.removeprefix(WORD) for each in found.find(f"{WORD}rPr")] == ["b", "vertAlign"]
