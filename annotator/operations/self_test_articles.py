# SPDX-License-Identifier: MIT
"""One small article in each kind of file, made here: what the program must be able to read wherever it was installed.

The bytes are the least that each format asks for; every file holds the same sentence and its first word.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from annotator.domain.tables import StatisticsSet, StatisticsTable, Variable
from annotator.exchange.containers import packed
from annotator.exchange.statistics.xlsx import write_xlsx

SENTENCE = "Über dry words: the council trusts nobody, and nobody trusts the council."
SHEET = "articles"

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"
_PDF_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
)


def write_articles(folder: Path) -> tuple[Path, ...]:
    """Write a file of each kind into a folder that is there; the names end as their kinds do."""
    heading = f'text,title\n"{SENTENCE}",A row\n'
    files: Mapping[str, bytes] = MappingProxyType({
        "plain.txt": SENTENCE.encode(),
        "guessed.txt": f"{SENTENCE} Größe, Straße, Übergänge, Entschädigung.\n".encode("cp1252") * 5,
        "page.html": f"<title>A page</title><article><h1>A page</h1><p>{SENTENCE}</p></article>".encode(),
        "word.docx": _docx(),
        "open.odt": _odt(),
        "rich.rtf": f"{{\\rtf1\\ansi\\ansicpg1252 {SENTENCE}}}".encode("cp1252"),
        "printed.pdf": _pdf(),
        "book.epub": _epub(),
        "rows.csv": heading.encode(),
        "lines.jsonl": f'{{"text": "{SENTENCE}", "title": "A line"}}\n'.encode(),
        "several.zip": packed({"inside.txt": f"{SENTENCE} Packed.".encode()}),
    })  # fmt: skip
    for name, data in files.items():
        (folder / name).write_bytes(data)
    _write_workbook(folder / "sheet.xlsx")
    return tuple(folder / name for name in (*files, "sheet.xlsx"))


def _docx() -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return packed({
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{office}" '
        'Target="word/document.xml"/></Relationships>'.encode(),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>'
        "</w:body></w:document>".encode(),
    })  # fmt: skip


def _odt() -> bytes:
    return packed({
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": f'<o:document-content xmlns:o="{_OPEN_DOCUMENT}:office:1.0" xmlns:t="{_OPEN_DOCUMENT}:text:1.0">'
        f"<o:body><o:text><t:p>{SENTENCE}</t:p></o:text></o:body></o:document-content>".encode(),
    })  # fmt: skip


def _epub() -> bytes:
    chapter = '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'
    return packed({
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        b'<rootfile full-path="book.opf"/></rootfiles></container>',
        "book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        f'{chapter}</manifest><spine><itemref idref="c"/></spine></package>'.encode(),
        "c.xhtml": f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>".encode(),
    })  # fmt: skip


def _pdf() -> bytes:
    words = f"BT /F1 12 Tf 60 700 Td ({SENTENCE}) Tj ET".encode("cp1252")
    content = b"<< /Length %d >> stream\n%s\nendstream" % (len(words), words)
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate((*_PDF_OBJECTS, content), start=1):
        places.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, b"".join(places))
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(data))
    )


def _write_workbook(path: Path) -> None:
    columns = (Variable("text", "Text"), Variable("title", "Title"))
    table = StatisticsTable(SHEET, "Articles", "One article.", columns, lambda: [(SENTENCE, "A sheet")], ())
    write_xlsx(StatisticsSet("self-test", (table,), {}, "0" * 64, "2026-01-01T00:00:00.000Z", "self-test"), path)
