# SPDX-License-Identifier: MIT
"""Small files of each format, written by hand for the tests: what stands in them is known."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_DC = "http://purl.org/dc/elements/1.1/"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="{_DC}" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>A title</dc:title>'
    "<dc:creator>Ann B</dc:creator><dcterms:created>2024-03-05T10:00:00Z</dcterms:created></cp:coreProperties>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return file.getvalue()


def word_paragraph(text: str, *, style: str = "", run: str = "") -> str:
    lines = "<w:br/>".join(
        "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in line.split("\t"))
        for line in text.split("\n")
    )
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:rPr>{run}</w:rPr>{lines}</w:r></w:p>"


def docx(body: str, **parts: str) -> bytes:
    """A document of Word of this body; ``parts`` are further files of the folder ``word``."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/></w:style>'
        for name, shown in (
            ("Heading1", "heading 1"),
            ("Heading2", "heading 2"),
            ("Title", "Title"),
            ("L", "List Paragraph"),
        )
    )
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
        "docProps/core.xml": _CORE,
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>',
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = content.replace("<w:", f'<w:{name} xmlns:w="{_WORD}"><w:', 1) + f"</w:{name}>"
    return zipped(members)


def odt(body: str, *, styles: str = "") -> bytes:
    """A document of LibreOffice of this body."""
    names = " ".join(f'xmlns:{name}="{_OFFICE}{name}:1.0"' for name in ("office", "text", "table", "style", "meta"))
    names += f' xmlns:dc="{_DC}"'
    meta = (
        "<dc:title>A title</dc:title><meta:initial-creator>Ann B</meta:initial-creator>"
        "<meta:creation-date>2024-03-05T10:00:00</meta:creation-date>"
    )
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        ),
        "meta.xml": f"<office:document-meta {names}><office:meta>{meta}</office:meta></office:document-meta>",
    })  # fmt: skip


def odt_text(text: str) -> str:
    """Text as OpenDocument writes it: runs of spaces, tabs and line breaks are elements."""
    pieces: list[str] = []
    for position, character in enumerate(text):
        if character == " " and (position == 0 or position == len(text) - 1 or text[position - 1] in " \n\t"):
            pieces.append("<text:s/>")
        else:
            pieces.append({"\t": "<text:tab/>", "\n": "<text:line-break/>"}.get(character, escape(character)))
    return "".join(pieces)


def epub(chapters: Sequence[str], *, head: str = "", doctype: str = "<!DOCTYPE html>") -> bytes:
    """A book of these chapters (bodies of XHTML), listed in reverse but to be read in order."""
    items = "".join(
        f'<item id="c{number}" href="text/c%20{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in reversed(range(len(chapters)))
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
            '<rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
        ),
        "OPS/package.opf": (
            f'<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="{_DC}" version="3.0"><metadata>'
            "<dc:title>A book</dc:title><dc:creator>Ann B</dc:creator><dc:creator>Cy D</dc:creator>"
            f"<dc:date>2024-03-05</dc:date><dc:publisher>House</dc:publisher><dc:language>en</dc:language></metadata><manifest>{items}</manifest>"
            f"<spine>{spine}</spine></package>"
        ),
    }
    for number, body in enumerate(chapters):
        members[f"OPS/text/c {number}.xhtml"] = (
            f'<?xml version="1.0" encoding="utf-8"?>{doctype}<html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head>'
            f"<body>{body}</body></html>"
        )
    return zipped(members)


def pdf(
    pages: Sequence[Sequence[tuple[int, str]]], *, info: str = "/Title (A title) /Author (Ann B)", trailer: bytes = b""
) -> bytes:
    """A PDF file; each page is lines of text at a height in points (0 is the foot, 800 the head)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    places = []
    for lines in pages:
        content = b"".join(
            b"BT /F1 12 Tf 60 %d Td (%s) Tj ET\n"
            % (height, text.replace("(", "\\(").replace(")", "\\)").encode("cp1252"))
            for height, text in lines
        )
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        places.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(places), b" ".join(places))
    objects.append(f"<< {info} /CreationDate (D:20240305100000Z) >>".encode("latin-1"))
    file, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    file += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        trailer,
        start,
    )
    return bytes(file)
