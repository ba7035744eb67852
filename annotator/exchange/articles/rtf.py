# SPDX-License-Identifier: MIT
"""Rich text in, by striprtf; code pages as the file names them for the whole and for each font.

Before it is handed over, bytes beyond ASCII become escapes, so that the code page of the place tells what they mean;
cells of a table end with a tab, as in other formats; the address of a link, which the page does not show, stays out,
and so do the marks and numbers of list items, which are there for readers that know no lists.
Footnotes, comments and running heads are left out, and the first two are counted; words deleted as a tracked change
cannot be told from others, and a note says so.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from annotator.domain.errors import Refused
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, ReadingOptions
from annotator.text import MAXIMUM_BYTES, How, as_article_text, decode

_NOTHING = "nothing was taken from it"
_START = b"{\\rtf"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CELL = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:nest)?cell(?![a-z]) ?")
_LINK = re.compile(r"(\\fldinst[^{}]{0,80}\{?[^{}]{0,80})HYPERLINK", re.IGNORECASE)
_LIST_MARK = re.compile(r"\{\\(?:listtext|pntext)(?![a-z])(?:[^{}]|\{[^{}]*\})*\}")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
_MADE = re.compile(r"\{\\creatim\s*\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_SAID = {"title": r"\{\\title ([^{}]{1,2000})\}", "author": r"\{\\author ([^{}]{1,2000})\}"}
_COUNTED = {"footnotes": r"\{(?:\\\*\s*)?\\footnote(?![a-z])", "comments": r"\\\*?\\annotation(?![a-z])"}
_CHANGED = re.compile(r"\\deleted(?![a-z])")
# What striprtf raises of itself on a file that no program would have written.
_CANNOT_BE_CONVERTED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def read_rtf(data: bytes, *, name: str, options: ReadingOptions = DEFAULT_OPTIONS) -> tuple[IncomingArticle, ...]:
    """Read one file; a chosen encoding is for those that name no code page.

    Raises Refused for what is damaged, too large or without text, UsageError for a choice that is no encoding.
    """
    if not data.startswith(_START):
        raise Refused(f"The file does not begin as RTF does; {_NOTHING}: save it again in its program.", where=name)
    if len(data) > MAXIMUM_BYTES:
        raise Refused(
            f"The file is larger than {MAXIMUM_BYTES // 1_000_000} MB; {_NOTHING}: save it as .docx without pictures.",
            where=name,
        )
    source = _source(data)
    fallback = _fallback(options)
    text, notes = _converted(source, fallback, name)
    said = _CODE_PAGE.search(source)
    encoding = f"cp{said[1]}" if said else fallback
    decoded = as_article_text(text.replace("\t\n", "\n").strip("\n"), data=data, encoding=encoding, how=How.DECLARED)
    return (
        IncomingArticle(name, decoded, _metadata(source, fallback, said[0] if said else ""), (*notes, *_told(source))),
    )


def _source(data: bytes) -> str:
    """Give the file as ASCII. Where it holds binary pictures, whose lengths are counted, bytes stay as they are."""
    if b"\\bin" not in data:
        data = _BEYOND_ASCII.sub(lambda found: b"\\'%02x" % found[0][0], data)
    source = _LIST_MARK.sub("{}", data.decode("latin-1"))
    return _LINK.sub(r"\1LINK", _CELL.sub(r"\1\\tab ", source))


def _fallback(options: ReadingOptions) -> str:
    return decode(b"a", encoding=options.encoding).encoding if options.encoding else "cp1252"


def _converted(source: str, encoding: str, name: str) -> tuple[str, tuple[str, ...]]:
    from striprtf.striprtf import rtf_to_text

    convert: Callable[..., str] = rtf_to_text  # the library names no types
    notes: tuple[str, ...] = ()
    try:
        try:
            text = convert(source, encoding=encoding)
        except UnicodeDecodeError:
            text = convert(source, encoding=encoding, errors="replace")
            notes = (f"{text.count(chr(0xFFFD))} characters are in another code page than the file says (shown as �).",)
        # Characters beyond 16 bits are written as two; a half one cannot be stored.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", ""), notes
    except _CANNOT_BE_CONVERTED as error:
        raise Refused(
            f"The file is damaged, or no program wrote it; {_NOTHING}: open it in its program and save it as .docx.",
            where=name,
        ) from error


def _metadata(source: str, encoding: str, code_page: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, pattern in _SAID.items():
        said = re.search(pattern, source)
        if said:
            text, _ = _converted(f"{{\\rtf1{code_page} {said[1]}}}", encoding, "")
            found[field] = " ".join(text.split())
    made = _MADE.search(source)
    if made:
        with suppress(ValueError):
            found["created"] = date(int(made[1]), int(made[2]), int(made[3])).isoformat()
    return {field: value for field, value in found.items() if value}


def _told(source: str) -> list[str]:
    notes = []
    for what, pattern in _COUNTED.items():
        count = len(re.findall(pattern, source))
        if count:
            notes.append(f"{count} {what if count > 1 else what[:-1]} left out; saved as .docx they can be taken.")
    if _CHANGED.search(source):
        notes.append("Words deleted as tracked changes are taken as text; accept the changes first to be rid of them.")
    return notes
