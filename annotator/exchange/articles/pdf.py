# SPDX-License-Identifier: MIT
"""PDF files in, page by page, by the text that they carry; a scanned page carries none.

Pages are parted by a blank line. What a page shows is kept as it stands where nobody chose otherwise, for a PDF does
not say what belongs together: lines end where they end on the page, a word broken by a hyphen stays broken, running
heads and feet stay. Each of these is counted in the notes, so that it can be chosen to do away with it:

* lines joined: a line that is at least four fifths as long as the page's long lines goes on in the next one;
* hyphens joined: the two halves of a word that a line end parts become one word, without the hyphen;
* running heads left out: of the two outermost lines at either end of a page, one that recurs, but for its numbers, on
  at least three pages and on a third of all.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.domain.errors import Refused
from annotator.exchange.articles.html_metadata import as_date
from annotator.exchange.articles.incoming_article import IncomingArticle
from annotator.exchange.articles.reading_options import DEFAULT_OPTIONS, Lines, ReadingOptions
from annotator.text import How, as_article_text

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAXIMUM_CHARACTERS = 20_000_000

_NOTHING = "nothing was taken from it"
_BROKEN = "\x02"  # what the library puts in the place of a hyphen with which a line ends, and of the line end
_LINE_END = re.compile("\r\n?|\x0c|\x0b")
_DIGITS = re.compile(r"\d+")
_FEWEST_PAGES = 3
_SHARE_OF_PAGES = 1 / 3
_OUTERMOST = 2
_GOES_ON = 0.8
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]")
_MOST_LISTED = 10
_FIELDS = {"title": "Title", "author": "Author", "keywords": "Keywords"}


def read_pdf(data: bytes, *, name: str, options: ReadingOptions = DEFAULT_OPTIONS) -> tuple[IncomingArticle, ...]:
    """Read one file; raises Refused for one that is damaged, has a password or no text (scanned: run OCR first)."""
    pages, metadata = _opened(data, name)
    notes: list[str] = []
    if any("\0" in page for page in pages):
        pages = [page.replace("\0", "") for page in pages]
        notes.append("Characters that the file gives no meaning to are left out.")
    without = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if len(without) == len(pages):
        raise Refused(
            f"There is no text in the file, only pictures of pages: it was scanned; {_NOTHING}: run text recognition "
            "(OCR) over it first.",
            where=name,
        )
    if without:
        shown = ", ".join(without[:_MOST_LISTED]) + (" …" if len(without) > _MOST_LISTED else "")
        notes.append(f"{len(without)} of {len(pages)} pages have no text (scanned or empty): {shown}.")
    lines: Sequence[Sequence[str]] = [page.strip("\n").split("\n") for page in pages if page.strip()]
    lines = _without_running_heads(lines, notes, is_chosen=options.pdf_running_heads_left_out)
    text = "\n\n".join(page for each in lines if (page := _page_text(each, options)).strip())
    broken = sum(line.count(_BROKEN) for page in lines for line in page)
    if broken:
        done = "joined" if options.pdf_hyphens_joined else "kept so; they can be joined"
        notes.append(f"Words broken by a hyphen at the end of a line: {broken}, {done}.")
    if options.pdf_lines is Lines.KEPT:
        notes.append("Lines end where they end on the page; those of a paragraph can be joined.")
    decoded = as_article_text(text, data=data, encoding="pdf", how=How.DECLARED)
    return (IncomingArticle(name, decoded, metadata, tuple(notes)),)


def _opened(data: bytes, name: str) -> tuple[list[str], dict[str, str]]:
    """Give the text of each page, with LF as line ends, and what the file says of itself."""
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            sentence = f"The file has a password; {_NOTHING}: open it with its password and save it without one."
        else:
            sentence = f"The file is no PDF, or it was cut short or damaged; {_NOTHING}: ask for it again."
        raise Refused(sentence, where=name) from error
    try:
        return _pages(document, name), _metadata(document)
    except PdfiumError as error:
        raise Refused(f"A page of the file is damaged; {_NOTHING}: ask for it again.", where=name) from error
    finally:
        document.close()


def _pages(document: "PdfDocument", name: str) -> list[str]:
    pages: list[str] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        pages.append(_LINE_END.sub("\n", text.get_text_bounded()))
        text.close()
        page.close()
        characters += len(pages[-1])
        if characters > MAXIMUM_CHARACTERS:
            raise Refused(f"The file holds more text than an article can; {_NOTHING}: split it first.", where=name)
    return pages


def _metadata(document: "PdfDocument") -> dict[str, str]:
    said = document.get_metadata_dict()
    found = {field: " ".join(said.get(name, "").replace("\0", "").split()) for field, name in _FIELDS.items()}
    found["created"] = as_date(said.get("CreationDate", "").removeprefix("D:")[:8])
    return {field: value for field, value in found.items() if value}


def _without_running_heads(
    pages: Sequence[Sequence[str]], notes: list[str], *, is_chosen: bool
) -> Sequence[Sequence[str]]:
    """Find lines that recur at the edges of pages and tell of them; leave them out if that was chosen."""
    edges = [_edges(page) for page in pages]
    recurring = Counter(each for page in edges for each in set(page.values()))
    least = max(_FEWEST_PAGES, len(pages) * _SHARE_OF_PAGES)
    heads = {each for each, count in recurring.items() if count >= least}
    if not heads:
        return pages
    first: dict[tuple[bool, str], str] = {}
    for page, found in zip(pages, edges, strict=True):
        for place, each in found.items():
            first.setdefault(each, page[place])
    shown = "; ".join(f"“{first[each].strip()[:60]}” ({recurring[each]} pages)" for each in sorted(heads))
    notes.append(f"Running heads or feet {'are left out' if is_chosen else 'can be left out'}: {shown}.")
    if not is_chosen:
        return pages
    return [
        [line for place, line in enumerate(page) if found.get(place) not in heads]
        for page, found in zip(pages, edges, strict=True)
    ]


def _edges(page: Sequence[str]) -> dict[int, tuple[bool, str]]:
    """Give the outermost lines of a page by their place: at which end, and the line without its numbers."""
    filled = [place for place, line in enumerate(page) if line.strip()]
    top, bottom = filled[:_OUTERMOST], filled[_OUTERMOST:][-_OUTERMOST:]
    return {place: (place in top, _DIGITS.sub("0", page[place].strip())) for place in (*top, *bottom)}


def _page_text(lines: Sequence[str], options: ReadingOptions) -> str:
    joint = "" if options.pdf_hyphens_joined else "-" if options.pdf_lines is Lines.JOINED else "-\n"
    halves = [line.replace(_BROKEN, joint) for line in lines]
    if options.pdf_lines is Lines.KEPT:
        return "\n".join(halves)
    lengths = sorted(len(part) for line in lines for part in line.split(_BROKEN))
    long = lengths[len(lengths) * 9 // 10] * _GOES_ON
    pieces: list[str] = []
    for line, shown in zip(lines, halves, strict=True):
        pieces.append(shown.strip(" "))
        goes_on = len(line.rsplit(_BROKEN, maxsplit=1)[-1].rstrip(" ")) >= long
        pieces.append((" " if not _IDEOGRAPH.match(shown.rstrip(" ")[-1:]) else "") if goes_on else "\n")
    return "".join(pieces).strip(" \n")
