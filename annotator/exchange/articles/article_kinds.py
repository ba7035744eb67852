# SPDX-License-Identifier: MIT
"""What kind of file somebody hands in as an article: told by how it begins, and by its name only where that is open.

A file whose name promises a kind that it is not is refused rather than read as something else; so is what holds no
text that could be taken, with the way to save it as something that does.
"""

import re
from enum import StrEnum

from annotator.domain.errors import Refused

HEAD_BYTES = 4096
"""So much of a file's beginning tells its kind."""


class ArticleKind(StrEnum):
    """A kind of file that articles come in."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    EPUB = "epub"
    CSV = "csv"
    XLSX = "xlsx"
    JSON_LINES = "jsonl"
    ZIP = "zip"


_BY_SUFFIX = {
    ".html": ArticleKind.HTML, ".htm": ArticleKind.HTML, ".xhtml": ArticleKind.HTML, ".docx": ArticleKind.DOCX,
    ".docm": ArticleKind.DOCX, ".odt": ArticleKind.ODT, ".rtf": ArticleKind.RTF, ".pdf": ArticleKind.PDF,
    ".epub": ArticleKind.EPUB, ".csv": ArticleKind.CSV, ".tsv": ArticleKind.CSV, ".xlsx": ArticleKind.XLSX,
    ".xlsm": ArticleKind.XLSX, ".jsonl": ArticleKind.JSON_LINES, ".ndjson": ArticleKind.JSON_LINES,
    ".zip": ArticleKind.ZIP,
}  # fmt: skip
_TOLD_BY_CONTENT = frozenset({
    ArticleKind.DOCX, ArticleKind.ODT, ArticleKind.RTF, ArticleKind.PDF, ArticleKind.EPUB, ArticleKind.XLSX,
    ArticleKind.ZIP,
})  # fmt: skip
_IN_CONTAINER = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ArticleKind.ODT),
    (b"mimetypeapplication/epub+zip", ArticleKind.EPUB),
    (b"word/", ArticleKind.DOCX),
    (b"xl/", ArticleKind.XLSX),
)
_CONTAINED = frozenset({ArticleKind.DOCX, ArticleKind.ODT, ArticleKind.EPUB, ArticleKind.XLSX})
_PAGE = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)[\s>]", re.I | re.S)

_AS_DOCX = "open it in its program and save it as .docx"
_AS_TEXT = "transcribe it and save the text as .txt"
_AS_SCAN = "run text recognition (OCR) over it and save the text as .txt or .docx"
_AS_ZIP = "unpack it and pack the files as an ordinary ZIP"
_AS_PAGE = 'save the page as "HTML only" (.html)'
_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls) or one with a password", _AS_DOCX),
    (b"\x89PNG\r\n\x1a\n", "a picture", _AS_SCAN),
    (b"\xff\xd8\xff", "a picture", _AS_SCAN),
    (b"GIF87a", "a picture", _AS_SCAN),
    (b"GIF89a", "a picture", _AS_SCAN),
    (b"II*\0", "a picture", _AS_SCAN),
    (b"MM\0*", "a picture", _AS_SCAN),
    (b"AT&TFORM", "a scanned book (DjVu)", _AS_SCAN),
    (b"ID3", "a sound recording", _AS_TEXT),
    (b"OggS", "a sound or film recording", _AS_TEXT),
    (b"fLaC", "a sound recording", _AS_TEXT),
    (b"\x1aE\xdf\xa3", "a film", _AS_TEXT),
    (b"SQLite format 3\0", "a database or a project", "open or merge a project instead"),
    (b"7z\xbc\xaf\x27\x1c", "an archive of another kind", _AS_ZIP),
    (b"Rar!", "an archive of another kind", _AS_ZIP),
    (b"\x1f\x8b", "an archive of another kind", _AS_ZIP),
    (b"BZh", "an archive of another kind", _AS_ZIP),
    (b"\xfd7zXZ\0", "an archive of another kind", _AS_ZIP),
    (b"bplist00", "a web archive of Safari or a list of macOS", _AS_PAGE),
    (b"BOOKMOBI", "a Kindle book", "convert it to .epub"),
)
_FIRST_BYTES = tuple(start for start, _, _ in _BEGINNINGS)
_SUFFIXES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    ((".doc", ".dot", ".wpd", ".wps", ".abw"), "a file of an old word processor", _AS_DOCX),
    ((".pages",), "a file of Apple Pages", "export it from Pages as .docx"),
    ((".numbers", ".xls", ".ods"), "a table in a format", "save it as .xlsx or .csv"),
    ((".key", ".ppt", ".pptx", ".odp"), "a presentation", "save it as .pdf"),
    ((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg"), "a picture", _AS_SCAN),
    ((".mp3", ".wav", ".m4a", ".ogg", ".flac", ".aac", ".wma", ".opus"), "a sound recording", _AS_TEXT),
    ((".mp4", ".mov", ".avi", ".mkv", ".webm", ".wmv"), "a film", _AS_TEXT),
    ((".mht", ".mhtml", ".webarchive"), "a web archive", _AS_PAGE),
    ((".mobi", ".azw", ".azw3"), "a Kindle book", "convert it to .epub"),
    ((".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar"), "an archive of another kind", _AS_ZIP),
)  # fmt: skip

_BY_REFUSED_SUFFIX = {suffix: (what, way) for suffixes, what, way in _SUFFIXES for suffix in suffixes}


def suffix_of(name: str) -> str:
    """Give the suffix of a file or member in lower case, with its dot; the empty string where there is none."""
    last = name.replace("\\", "/").rpartition("/")[2]
    dot = last.rfind(".")
    return last[dot:].lower() if 0 < dot < len(last) - 1 else ""


def refusal_for(suffix: str, head: bytes) -> str:
    """Say in one sentence why such a file is not taken and what to save it as; the empty string where it may be."""
    found = None
    if head.startswith(_FIRST_BYTES):
        found = next((what, way) for start, what, way in _BEGINNINGS if head.startswith(start))
    if found is None and head[4:8] == b"ftyp":
        found = ("a film, a sound recording or a picture", _AS_TEXT)
    if found is None and head[:4] == b"RIFF" and head[8:12] in (b"WAVE", b"AVI ", b"WEBP"):
        found = ("a film, a sound recording or a picture", _AS_TEXT)
    if found is None:
        found = _BY_REFUSED_SUFFIX.get(suffix)
    if found is None and b"Index/Document.iwa" in head:
        found = ("a file of Apple Pages", "export it from Pages as .docx")
    return f"This is {found[0]}, which is not read; nothing was taken from it: {found[1]}." if found else ""


def kind_of(name: str, head: bytes) -> ArticleKind:
    """Tell the kind of a file by its name and its first 4,096 bytes; raises Refused for what is not read."""
    suffix = suffix_of(name)
    promised = _BY_SUFFIX.get(suffix)
    refusal = refusal_for(suffix, head)
    if refusal:
        raise Refused(refusal, where=name)
    found = _told_by(head, promised)
    if found is not None:
        return found
    if promised in _TOLD_BY_CONTENT:
        raise Refused(
            f"The file is called {suffix} but is none, or its beginning is damaged; nothing was taken from it: "
            "open it in its program and save it again.",
            where=name,
        )
    if promised is not None:
        return promised
    return ArticleKind.HTML if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) else ArticleKind.TEXT


def _told_by(head: bytes, promised: ArticleKind | None) -> ArticleKind | None:
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        inside = next((kind for words, kind in _IN_CONTAINER if words in head), None)
        if inside in (ArticleKind.DOCX, ArticleKind.XLSX) and b"[Content_Types].xml" not in head:
            inside = None  # a folder of that name in somebody's ZIP
        if inside is None and promised in _CONTAINED:
            return promised
        return inside or ArticleKind.ZIP
    if head.startswith(b"{\\rtf"):
        return ArticleKind.RTF
    # Some programs write a few bytes before the mark; a text that speaks of PDF files does not begin with it.
    limit = 1024 if promised is ArticleKind.PDF else 0
    return ArticleKind.PDF if head.find(b"%PDF-", 0, limit + len(b"%PDF-")) >= 0 else None
