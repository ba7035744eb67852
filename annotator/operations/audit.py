# SPDX-License-Identifier: MIT
"""The history of a project: who did what, when, on which passage; the newest first, a page at a time.

It is read out of the journal, grouped by user action; what happened in this copy alone (merges, kept
figures, exports) stands among it. No cursor is held between two pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from annotator.domain import ActionId, CodeId, CoderId, DocumentId, HistoryEntry, UsageError
from annotator.exchange.comma_separated import write_table
from annotator.operations.audit_reading import HistoryReader, event_key
from annotator.operations.export_report import ExportedFile
from annotator.operations.projects import Project
from annotator.reports import audit_table
from annotator.store import audit_queries, clock, identities

PAGE = 50
_MILLISECOND = len("00000000-0000")
_EXAMINED = 400
"""How many actions are looked at for one page where few of them may be wanted: a page is a short turn."""


_ANYBODY, _ANY_DOCUMENT, _ANY_CODE = CoderId(""), DocumentId(""), CodeId("")


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which entries are wanted; what is empty does not restrict.

    ``since`` and ``until`` are days or moments in ISO-8601, in this computer's time where they name no
    zone; a day counts whole. ``text`` is looked for in sentence and quote, whatever its case.
    """

    person: CoderId = _ANYBODY
    verb: str = ""
    document: DocumentId = _ANY_DOCUMENT
    code: CodeId = _ANY_CODE
    since: str = ""
    until: str = ""
    text: str = ""

    @property
    def is_picky(self) -> bool:
        """Whether an entry must be read before it is known to be wanted."""
        return bool(self.document or self.code or self.text)


EVERYTHING_DONE = HistoryFilter()


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some entries, newest first; ``next`` is where the following page begins, empty at the end.

    A page may hold fewer entries than were asked for, or none, and yet not be the last one.
    """

    entries: tuple[HistoryEntry, ...]
    next: str


def history_page(
    project: Project, *, wanted: HistoryFilter = EVERYTHING_DONE, before: str = "", most: int = PAGE
) -> HistoryPage:
    """Give the entries before this place ("" for the newest). Raises UsageError for a day that is none."""
    reader = HistoryReader(project)
    asked = _wanted_actions(project, wanted)
    examined = max(most, _EXAMINED) if wanted.is_picky else most
    actions = audit_queries.actions_before(project.live, before, most=examined, wanted=asked)
    end = actions[-1] if len(actions) == examined else ""
    events = {} if wanted.document or wanted.code else _events(reader, wanted, asked, before=before, after=end)
    entries: list[HistoryEntry] = []
    for key in sorted([*actions, *events], reverse=True):
        entry = events[key] if key in events else reader.entry(ActionId(key))
        if _is_wanted(reader, entry, wanted):
            entries.append(entry)
        if len(entries) == most:
            end = key
            break
    # Steps of one millisecond stand as the clock's counter orders them, which their identities do not know.
    entries.sort(key=lambda entry: (entry.key[:_MILLISECOND], reader.readings.get(entry.key, "")), reverse=True)
    return HistoryPage(tuple(entries), end)


def whole_history(project: Project, *, wanted: HistoryFilter = EVERYTHING_DONE) -> Iterator[HistoryEntry]:
    """Give all entries that are wanted, newest first, page by page."""
    before = ""
    while True:
        page = history_page(project, wanted=wanted, before=before, most=_EXAMINED)
        yield from page.entries
        if not page.next:
            return
        before = page.next


def history_verbs(project: Project) -> tuple[str, ...]:
    """Give the verbs that the history knows, for a list to choose from."""
    kinds = {kind for _, _, kind, _ in audit_queries.local_events(project.live)}
    return tuple(sorted({*audit_queries.verbs(project.live), *kinds}))


def export_history(project: Project, *, path: Path, wanted: HistoryFilter = EVERYTHING_DONE) -> ExportedFile:
    """Write the history as a table, oldest first."""
    entries = tuple(whole_history(project, wanted=wanted))[::-1]
    columns = tuple(audit_table.COLUMN_DESCRIPTIONS)
    return ExportedFile(path, write_table(path, columns=columns, rows=audit_table.history_rows(entries)))


def _wanted_actions(project: Project, wanted: HistoryFilter) -> audit_queries.Wanted:
    authors = identities.load(project.live).of_coder(wanted.person) if wanted.person else ()
    return audit_queries.Wanted(
        authors=authors, verb=wanted.verb, since=_reading(wanted.since, is_end=False),
        until=_reading(wanted.until, is_end=True),
    )  # fmt: skip


def _reading(words: str, *, is_end: bool) -> str:
    """Give the clock's reading of a day or moment; a day begins or ends at midnight of this computer's time."""
    if not words:
        return ""
    try:
        moment = datetime.fromisoformat(words)
        if is_end and len(words) == len("2026-01-01"):
            moment = datetime.combine(moment, time.max)
        milliseconds = int(moment.timestamp() * 1000)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"“{words[:40]}” is no day like 2026-03-31 and no moment like 2026-03-31T14:05.") from error
    if milliseconds < 0:
        raise UsageError(f"“{words[:40]}” is before any history.")
    return clock.spell(milliseconds, clock.LARGEST_COUNTER if is_end else 0)


def _events(
    reader: HistoryReader, wanted: HistoryFilter, asked: audit_queries.Wanted, *, before: str, after: str
) -> dict[str, HistoryEntry]:
    """Give the local records between two places, by key."""
    found: dict[str, HistoryEntry] = {}
    for number, moment, kind, note in audit_queries.local_events(reader.live):
        key = event_key(number, moment)
        is_here = after < key and (not before or key < before)
        reading = clock.spell(int(datetime.fromisoformat(moment).timestamp() * 1000), 0)
        is_then = asked.since <= reading and (not asked.until or reading <= asked.until)
        is_whose = not wanted.person or reader.people.coder(CoderId(str(note.get("author", "")))) in asked.authors
        # What an action tells of itself is not told a second time.
        if is_here and is_then and is_whose and wanted.verb in ("", kind) and not note.get("action"):
            found[key] = reader.event_entry(number, moment, kind, note)
    return found


def _is_wanted(reader: HistoryReader, entry: HistoryEntry, wanted: HistoryFilter) -> bool:
    if entry.action and not reader.touches(entry, document=wanted.document, code=wanted.code):
        return False
    words = wanted.text.casefold()
    return not words or words in f"{entry.person_name} {entry.sentence}\n{entry.quote}".casefold()
