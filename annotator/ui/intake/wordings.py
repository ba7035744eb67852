# SPDX-License-Identifier: MIT
"""How the preview of an import speaks: kinds, encodings, verdicts with their shapes. Pure functions."""

from collections.abc import Mapping

from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.operations import ImportVerdict, NearArticle, NearChoice, PreviewRow
from annotator.text import How
from annotator.ui import plain, words

META_FIELDS = ("title", "outlet", "author", "date", "url")
KINDS = {
    ArticleKind.TEXT: "Text", ArticleKind.HTML: "Web page", ArticleKind.DOCX: "Word", ArticleKind.ODT: "OpenDocument",
    ArticleKind.RTF: "Rich text", ArticleKind.PDF: "PDF", ArticleKind.EPUB: "E-book", ArticleKind.CSV: "Table row",
    ArticleKind.XLSX: "Spreadsheet row", ArticleKind.JSON_LINES: "JSON line", ArticleKind.ZIP: "ZIP",
}  # fmt: skip
_ENCODINGS = {
    "utf-8": "UTF-8", "cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251",
    "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "gb18030": "GB 18030", "big5": "Big5", "shift_jis": "Shift JIS",
    "euc-kr": "EUC-KR", "koi8-r": "KOI8-R", "iso8859-1": "Latin-1", "latin-1": "Latin-1", "mac_roman": "Mac Roman",
    "cp852": "DOS 852", "cp775": "DOS 775", "cp437": "DOS 437",
}  # fmt: skip
_HOW = {
    How.STRICT: "valid", How.MARK: "by its mark", How.GUESSED: "a guess", How.CHOSEN: "chosen",
    How.DECLARED: "said by the file",
}  # fmt: skip
GROUPED, ALONE, SKIPPED = "Keep and group", "Keep alone", "Skip"
NEAR_WORDS = ((NearChoice.KEEP, ALONE), (NearChoice.GROUP, GROUPED), (NearChoice.SKIP, SKIPPED))
_SAID = {NearChoice.KEEP: "New", NearChoice.GROUP: "New, to be grouped", NearChoice.SKIP: "Skipped"}


def kind(row: PreviewRow) -> str:
    """Name the kind of file of a row."""
    return KINDS.get(row.kind, "Unknown") if row.kind is not None else "Not read"


def encoding_name(encoding: str) -> str:
    """Name an encoding as people know it."""
    return _ENCODINGS.get(encoding, encoding)


def encoding(row: PreviewRow) -> str:
    """Name the encoding of a row and how it was found; empty for formats that have none of their own."""
    if row.article is None or row.kind not in ENCODED:
        return ""
    decoded = row.article.decoded
    return f"{encoding_name(decoded.encoding)}, {_HOW[decoded.how]}"


ENCODED = (ArticleKind.TEXT, ArticleKind.HTML, ArticleKind.RTF, ArticleKind.CSV)
"""The kinds whose bytes are a text in some encoding."""


def share(containment: float) -> str:
    """Say a share of common passages in whole percent."""
    return f"{round(100 * containment)} %"


def near_name(near: NearArticle, called: Mapping[str, str]) -> str:
    """Name an article that is near to another as the reader knows it: by its title, its row, or its file."""
    if near.row is not None:
        return f"row {near.row + 1}"
    return f"“{plain.cut(called.get(near.document or '', near.name), longest=60)}”"


def near(row: PreviewRow, called: Mapping[str, str]) -> str:
    """Name the article that a row is nearest to, with the share of the shorter one."""
    nearest = row.near[0]
    more = f" and {len(row.near) - 1} more" if len(row.near) > 1 else ""
    return f"near-identical ({share(nearest.containment)}) to {near_name(nearest, called)}{more}"


def verdict(row: PreviewRow, *, taken: bool, choice: NearChoice, called: Mapping[str, str] = NO_ATTRIBUTES) -> str:
    """Say what an import would do with a row; ``called`` gives titles by identities and hashes of texts."""
    if row.verdict is ImportVerdict.REFUSED:
        return f"Refused: {row.error.sentence}" if row.error is not None else "Refused"
    if row.verdict is ImportVerdict.KNOWN:
        return f"Already there as “{plain.cut(called.get(row.sha256, row.twin), longest=80)}”"
    if row.verdict is ImportVerdict.REPEATED:
        return f"Same text as row {(row.twin_row or 0) + 1}"
    said = _SAID[choice] if row.near else "New"
    return f"{said if taken else 'Left out'}{f', {near(row, called)}' if row.near else ''}"


def shape(row: PreviewRow, *, taken: bool, choice: NearChoice) -> tuple[str, str]:
    """Give the icon and ink of a verdict; its words say the same."""
    if row.verdict is ImportVerdict.REFUSED:
        return ("error", "error")
    if row.verdict is not ImportVerdict.NEW:
        return ("copy", "secondary")
    if not taken or (row.near and choice is NearChoice.SKIP):
        return ("not_assigned", "secondary")
    return ("segmentation", "text") if row.near else ("tick", "text")


def sums(rows: tuple[PreviewRow, ...], coming: int) -> str:
    """Say how many rows come in and what becomes of the others."""
    by = {verdict: sum(row.verdict is verdict for row in rows) for verdict in ImportVerdict}
    near = sum(bool(row.near) for row in rows)
    out = by[ImportVerdict.NEW] - coming
    parts = [
        f"{words.counted(coming, 'article')} will come in" if coming else "No article will come in",
        f"{by[ImportVerdict.KNOWN]:,} already there" if by[ImportVerdict.KNOWN] else "",
        f"{by[ImportVerdict.REPEATED]:,} twice in these files" if by[ImportVerdict.REPEATED] else "",
        f"{near:,} near-identical" if near else "",
        f"{out:,} left out" if out else "",
        f"{words.counted(by[ImportVerdict.REFUSED], 'file')} refused" if by[ImportVerdict.REFUSED] else "",
    ]
    return ", ".join(filter(None, parts)) + "."
