# SPDX-License-Identifier: MIT
"""The table of a preview: what each article would be called and what becomes of it, edited in its cells."""

from collections.abc import Callable, Sequence

from annotator.exchange.articles.article_kinds import ArticleKind
from annotator.operations import ImportVerdict, PreviewRow
from annotator.text import How
from annotator.ui.grid.row_words import RowWords, Shape
from annotator.ui.intake import wordings
from annotator.ui.intake.book import IntakeBook, fault_of, key_of

NUMBER, TITLE, VERDICT, ENCODING, OUTLET, DATE, KIND, LENGTH, AUTHOR, URL, NOTES = range(11)
HEADINGS = (
    "Row", "Title", "What becomes of it", "Encoding", "Outlet", "Date", "Kind", "Characters", "Author", "Address (URL)",
    "Notes",
)  # fmt: skip
_FIELDS = {TITLE: "title", OUTLET: "outlet", AUTHOR: "author", DATE: "date", URL: "url"}
COLUMN_OF = {name: column for column, name in _FIELDS.items()}
_WIDTHS = {
    NUMBER: 74, TITLE: 210, VERDICT: 290, ENCODING: 192, OUTLET: 120, DATE: 124, KIND: 110, LENGTH: 90, AUTHOR: 120,
    URL: 160, NOTES: 64,
}  # fmt: skip
_GROWING = (TITLE, VERDICT)


class PreviewWords(RowWords[PreviewRow]):
    """Speaks of rows as the book of choices has them; ``changed`` is called after each edit or tick."""

    def __init__(self, book: Callable[[], IntakeBook], *, changed: Callable[[PreviewRow], object]) -> None:
        self._book = book
        self._changed = changed

    def key(self, row: PreviewRow) -> str:
        """File and name."""
        return key_of(row)

    def headings(self) -> Sequence[str]:
        """All columns."""
        return HEADINGS

    def words(self, row: PreviewRow, column: int) -> str:
        """Say a cell."""
        if column in _FIELDS:
            return self.value(row, column)
        book = self._book()
        said: dict[int, Callable[[], str]] = {
            NUMBER: lambda: f"{row.place + 1:,}",
            KIND: lambda: wordings.kind(row),
            LENGTH: lambda: f"{row.length:,}" if row.article is not None else "",
            ENCODING: lambda: wordings.encoding(row),
            VERDICT: lambda: wordings.verdict(
                row, taken=book.is_taken(row), choice=book.near_of(row), called=book.called
            ),
            NOTES: lambda: str(len(row.article.notes)) if row.article is not None and row.article.notes else "",
        }
        return said[column]()

    def value(self, row: PreviewRow, column: int) -> str:
        """Give what is edited: as corrected, else as the file says."""
        if row.article is None:
            return row.name if column == TITLE else ""
        return self._book().value(row, _FIELDS[column]) if column in _FIELDS else self.words(row, column)

    def sort_key(self, row: PreviewRow, column: int) -> tuple[object, ...]:
        """Sort numbers as numbers."""
        if column == NUMBER:
            return (row.place,)
        return (row.length,) if column == LENGTH else super().sort_key(row, column)

    def shape(self, row: PreviewRow, column: int) -> Shape | None:
        """Give the shape of the verdict, and the sign of a guess."""
        book = self._book()
        if column == VERDICT:
            return wordings.shape(row, taken=book.is_taken(row), choice=book.near_of(row))
        is_guess = column == ENCODING and row.article is not None and row.article.decoded.how is How.GUESSED
        if is_guess and row.kind in wordings.ENCODED:
            return ("question", "warning")
        is_wrong = column in _FIELDS and row.article is not None and fault_of(_FIELDS[column], self.value(row, column))
        return ("error", "error") if is_wrong else None

    def ticked(self, row: PreviewRow, column: int) -> bool | None:
        """Whether a new article would come in."""
        return self._book().is_taken(row) if column == NUMBER and row.verdict is ImportVerdict.NEW else None

    def tick(self, row: PreviewRow, *, on: bool) -> None:
        """Take a row, or leave it out."""
        self._book().leave_out(row, out=not on)
        self._changed(row)

    def is_right(self, column: int) -> bool:
        """Only the length is a figure."""
        return column == LENGTH

    def is_quiet(self, row: PreviewRow, column: int) -> bool:
        """Write paler what does not come in."""
        return (column != VERDICT and not self._book().is_taken(row)) or column in (KIND, LENGTH)

    def is_heavy(self, _row: PreviewRow, column: int) -> bool:
        """Titles."""
        return column == TITLE

    def is_editable(self, row: PreviewRow, column: int) -> bool:
        """Let what is known of new articles be corrected before they come in."""
        return column in _FIELDS and row.verdict is ImportVerdict.NEW

    def fault(self, _row: PreviewRow, column: int, value: str) -> str:
        """Say why a value could not be stored."""
        return fault_of(_FIELDS[column], value) if column in _FIELDS else ""

    def take(self, row: PreviewRow, column: int, value: str) -> None:
        """Note a correction."""
        self._book().correct(row, _FIELDS[column], value)
        self._changed(row)


def widths(px: Callable[[float], int], room: int, *, kinds: Sequence[ArticleKind | None] = ()) -> dict[int, int]:
    """Give each column its width; titles and verdicts share what room is left, more than there is room for scrolls."""
    given = {column: px(wide) for column, wide in _WIDTHS.items()}
    if kinds and not set(kinds) & set(wordings.ENCODED):
        del given[ENCODING]
    spare = max(0, room - sum(given.values()))
    for column in _GROWING:
        given[column] += spare // len(_GROWING)
    return given
