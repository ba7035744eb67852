# SPDX-License-Identifier: MIT
"""Databases of the Discourse Network Analyzer 3.0: their rows as a corpus. Whoever reads the rows knows SQL, not this.

A statement of DNA is a stretch of a document under a statement type, with a value for each variable of
that type: an entity of a list (short text), a yes or no, a whole number or a long text. Positions count
UTF-16 units of the text with line ends of one character. DNA stores neither quote nor hash nor time, so
that no position is proven.

Source: the tables that DNA 3.0 makes (STATEMENTS, STATEMENTTYPES, VARIABLES, DATA..., ENTITIES,
DOCUMENTS, CODERS).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType

from annotator.domain import Code, CodeId, Document, DocumentId, Refused, UsageError, Utf16
from annotator.domain.codebook import AttributeDefinition, AttributeKind
from annotator.domain.identifiers import derived_uuid
from annotator.domain.metadata import MetadataField
from annotator.domain.short_names import proposed_short_name_of, proposed_word
from annotator.exchange.codings.dna_choice import STATEMENT_TYPES, DnaChoice
from annotator.exchange.codings.gathering import Claim, Gathering
from annotator.exchange.corpus import CorpusRead
from annotator.exchange.findings import FindingKind
from annotator.text.offsets import OffsetMap

DNA_TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "CODERS": ("ID", "Name"),
    "DOCUMENTS": ("ID", "Title", "Text", "Author", "Source", "Section", "Notes", "Type", "Date"),
    "STATEMENTTYPES": ("ID", "Label", "Red", "Green", "Blue"),
    "VARIABLES": ("ID", "Variable", "DataType", "StatementTypeId"),
    "ENTITIES": ("ID", "VariableId", "Value", "ChildOf"),
    "STATEMENTS": ("ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder"),
    "DATABOOLEAN": ("StatementId", "VariableId", "Value"),
    "DATAINTEGER": ("StatementId", "VariableId", "Value"),
    "DATASHORTTEXT": ("StatementId", "VariableId", "Entity"),
    "DATALONGTEXT": ("StatementId", "VariableId", "Value"),
    "ATTRIBUTEVALUES": ("EntityId", "AttributeValue"),
})  # fmt: skip
"""The tables and columns that are read."""

Row = Sequence[object]
Tables = Mapping[str, Sequence[Row]]

_KINDS = {
    "short text": AttributeKind.TEXT, "long text": AttributeKind.TEXT,
    "boolean": AttributeKind.YES_NO, "integer": AttributeKind.NUMBER,
}  # fmt: skip
_OWN_FIELDS = ("section", "notes", "type")
_BLANK = "The document has no text; it is not taken."
_LOST = "The statement belongs to a document, coder or type that is not in the database; it is not taken."
_NO_VALUE = "The statement has no value for the variable that is the code; it is not taken."
_OTHER_TYPE = "The statement is of another type than the one that was chosen; it is not taken."
_ENTITY_WORDS = "What DNA keeps of an entity beside its name (its attributes) is not taken."
_HIERARCHY = "An entity stands below another in DNA; here its list says so by its order alone."
_DATE = "The date of the document is none that a calendar has; it is left out."


@dataclass(frozen=True, slots=True)
class _Variable:
    """One variable of a statement type, and the word that its attribute has here."""

    id: int
    name: str
    kind: str
    statement_type: int
    attribute: str


def read_dna_rows(tables: Tables, *, name: str, choice: DnaChoice = STATEMENT_TYPES) -> CorpusRead:
    """Give what the rows of a database say. Raises Refused for rows of another form, UsageError for a wrong choice."""
    return _Database(tables, name=name, choice=choice).read()


class _Database:
    """One database, looked up by the numbers that its rows refer to each other by."""

    def __init__(self, tables: Tables, *, name: str, choice: DnaChoice) -> None:
        self._name = name
        self._choice = choice
        self._tables = tables
        self._gathering = Gathering(name)
        self._types = {self._number(row[0]): self._text(row[1]) for row in tables["STATEMENTTYPES"]}
        self._colours = {self._number(row[0]): self._colour(row[2:5]) for row in tables["STATEMENTTYPES"]}
        self._variables = {each.id: each for each in self._all_variables()}
        self._entities = {self._number(row[0]): self._text(row[2]) for row in tables["ENTITIES"]}
        self._parents = {self._number(row[0]): row[3] for row in tables["ENTITIES"]}
        self._values = self._all_values()
        self._codes: dict[str, CodeId] = {}
        self._short_names: set[str] = set()

    def read(self) -> CorpusRead:
        wanted = self._wanted_types()
        documents = self._documents()
        coders = {self._number(row[0]): self._gathering.coder(self._text(row[1])) for row in self._tables["CODERS"]}
        maps: dict[int, tuple[OffsetMap, int]] = {}
        for row in sorted(self._tables["STATEMENTS"], key=lambda row: self._number(row[0])):
            number, statement_type, document, start, stop, coder = map(self._number, row)
            where = f"statement {number}"
            if statement_type not in self._types or document not in documents or coder not in coders:
                self._gathering.findings.add(FindingKind.DROPPED, _LOST, place=where)
                continue
            if statement_type not in wanted:
                self._gathering.findings.add(FindingKind.DROPPED, _OTHER_TYPE, place=where)
                continue
            code = self._code(number, statement_type)
            if code is None:
                self._gathering.findings.add(FindingKind.DROPPED, _NO_VALUE, place=where)
                continue
            identity, dropped = documents[document]
            if document not in maps:
                maps[document] = OffsetMap(self._gathering.text(identity) or ""), dropped
            here, there = (_code_point(maps[document], place) for place in (start, stop))
            claim = Claim(identity, coders[coder], code, here, there, where=where, attributes=self._attributes(number))
            self._gathering.annotation(claim)
        self._tell_of_entities()
        return self._gathering.read()

    def _documents(self) -> dict[int, tuple[DocumentId, int]]:
        """Take the documents; gives by number the identity, and how many units were dropped before the text."""
        found: dict[int, tuple[DocumentId, int]] = {}
        rows = sorted(self._tables["DOCUMENTS"], key=lambda row: self._number(row[0]))
        for row in rows:
            number, title = self._number(row[0]), self._text(row[1])
            text = self._text(row[2]).replace("\r\n", "\n").replace("\r", "\n")
            body = text.removeprefix("\ufeff")
            if not body.strip():
                self._gathering.findings.add(FindingKind.DROPPED, _BLANK, place=f"document {number}")
                continue
            own = dict(zip(_OWN_FIELDS, (self._text(each) for each in row[5:8]), strict=True))
            known = Document(
                DocumentId(""), title or f"document {number}", "", 0, title=title, author=self._text(row[3]),
                outlet=self._text(row[4]), date=self._date(row[8], number),
                metadata={field: value for field, value in own.items() if value},
            )  # fmt: skip
            found[number] = self._gathering.document(body, name=known.name, known=known), len(text) - len(body)
        used = {field for place in (5, 6, 7) for row in rows if row[place] for field in (_OWN_FIELDS[place - 5],)}
        self._gathering.fields += [
            MetadataField(field, field.capitalize(), position=place)
            for place, field in enumerate(_OWN_FIELDS)
            if field in used
        ]
        return found

    def _date(self, cell: object, document: int) -> str:
        """Give the day of a number of seconds since 1970 in UTC; "" for 0, which is none."""
        seconds = self._number(cell)
        if seconds == 0:
            return ""
        try:
            return datetime.fromtimestamp(seconds, UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):
            self._gathering.findings.add(FindingKind.DROPPED, _DATE, place=f"document {document}")
            return ""

    def _all_variables(self) -> Iterator[_Variable]:
        taken: dict[int, set[str]] = {}
        for row in sorted(self._tables["VARIABLES"], key=lambda row: self._number(row[0])):
            number, name, kind, statement_type = row
            words = taken.setdefault(self._number(statement_type), set())
            word = proposed_word(self._text(name), taken=words) or proposed_word("variable", taken=words)
            words.add(word.casefold())
            yield _Variable(
                self._number(number), self._text(name), self._text(kind), self._number(statement_type), word
            )

    def _all_values(self) -> dict[int, dict[int, str]]:
        """Give by statement and variable what was said, as words."""
        found: dict[int, dict[int, str]] = {}
        for row in self._tables["DATABOOLEAN"]:
            self._put(found, row, "yes" if self._number(row[2]) else "no")
        for row in self._tables["DATAINTEGER"]:
            self._put(found, row, str(self._number(row[2])))
        for row in self._tables["DATASHORTTEXT"]:
            self._put(found, row, self._entities.get(self._number(row[2]), ""))
        for row in self._tables["DATALONGTEXT"]:
            self._put(found, row, self._text(row[2]))
        return found

    def _put(self, found: dict[int, dict[int, str]], row: Row, value: str) -> None:
        found.setdefault(self._number(row[0]), {})[self._number(row[1])] = value

    def _wanted_types(self) -> frozenset[int]:
        """Give the numbers of the types whose statements are taken; raises UsageError where a choice names nothing."""
        wanted = self._choice.statement_type
        found = frozenset(number for number, label in self._types.items() if wanted in ("", label))
        if wanted and not found:
            raise UsageError(
                f"The database has no statement type “{wanted}”. Its types: {', '.join(self._types.values())}."
            )
        names = {each.name for each in self._variables.values() if each.statement_type in found}
        for word in (self._choice.variable, self._choice.sign):
            if word and word not in names:
                raise UsageError(f"The database has no variable “{word}”. Its variables: {', '.join(sorted(names))}.")
        if self._choice.sign and not self._choice.variable:
            raise UsageError("A sign goes with a variable that is the code: name both.")
        return found

    def _code(self, statement: int, statement_type: int) -> CodeId | None:
        """Give the code of a statement, None where it has no value for it."""
        if not self._choice.variable:
            return self._known_code(self._types[statement_type], statement_type)
        said = self._said(statement)
        value = said.get(self._choice.variable, "")
        sign = said.get(self._choice.sign, "")
        if not value or (self._choice.sign and not sign):
            return None
        return self._known_code(f"{value} ({self._choice.sign}: {sign})" if sign else value, statement_type)

    def _said(self, statement: int) -> dict[str, str]:
        values = self._values.get(statement, {})
        return {self._variables[each].name: value for each, value in values.items() if each in self._variables}

    def _known_code(self, name: str, statement_type: int) -> CodeId:
        known = self._codes.get(name)
        if known is not None:
            return known
        short_name = proposed_short_name_of(name, taken=self._short_names)
        self._short_names.add(short_name.casefold())
        code = Code(CodeId(derived_uuid("foreign code", name)), name, short_name, position=len(self._codes))
        if colour := self._colours[statement_type]:
            code = replace(code, colour=colour, colour_dark=colour)
        self._gathering.known_code(replace(code, attributes=tuple(self._definitions(statement_type))))
        self._codes[name] = code.id
        return code.id

    def _definitions(self, statement_type: int) -> Iterator[AttributeDefinition]:
        """Give the attributes of a code: the variables that are no part of it, of its type or (by value) of all."""
        seen: set[str] = set()
        for each in self._variables.values():
            by_value = bool(self._choice.variable)
            is_other = each.name not in (self._choice.variable, self._choice.sign)
            if is_other and (by_value or each.statement_type == statement_type) and each.attribute not in seen:
                seen.add(each.attribute)
                kind = _KINDS.get(each.kind, AttributeKind.TEXT)
                yield AttributeDefinition(each.attribute, each.name, kind, tuple(self._vocabulary(each)))

    def _vocabulary(self, variable: _Variable) -> Iterator[str]:
        """Give the entities of every variable of this name, each followed by those below it."""
        same = {each.id for each in self._variables.values() if each.name == variable.name}
        rows = [row for row in self._tables["ENTITIES"] if self._number(row[1]) in same]
        below: dict[object, list[int]] = {}
        for row in rows:
            below.setdefault(self._parents[self._number(row[0])], []).append(self._number(row[0]))
        seen: dict[str, None] = {}
        pending = sorted(below.pop(None, []), key=self._entities.__getitem__, reverse=True)
        while pending:
            entity = pending.pop()
            seen.setdefault(self._entities[entity])
            pending += sorted(below.pop(entity, []), key=self._entities.__getitem__, reverse=True)
        rest = (self._entities[each] for several in below.values() for each in several)  # circles, and orphans
        yield from (word for word in dict.fromkeys((*seen, *sorted(rest))) if word)

    def _attributes(self, statement: int) -> dict[str, str]:
        chosen = (self._choice.variable, self._choice.sign)
        return {
            self._variables[number].attribute: value
            for number, value in self._values.get(statement, {}).items()
            if value and number in self._variables and self._variables[number].name not in chosen
        }

    def _tell_of_entities(self) -> None:
        words = sum(1 for row in self._tables["ATTRIBUTEVALUES"] if row[1])
        if words:
            self._gathering.findings.add(FindingKind.DROPPED, _ENTITY_WORDS, count=words)
        for number, parent in self._parents.items():
            if parent is not None:
                self._gathering.findings.add(FindingKind.NOTED, _HIERARCHY, place=self._entities[number][:80])

    def _number(self, cell: object) -> int:
        if not isinstance(cell, int):
            raise self._other_form()
        return cell

    def _text(self, cell: object) -> str:
        if cell is None:
            return ""
        if not isinstance(cell, str):
            raise self._other_form()
        return cell

    def _colour(self, cells: Sequence[object]) -> str:
        parts = [cell for cell in cells if isinstance(cell, int) and 0 <= cell <= 255]
        return "#{:02X}{:02X}{:02X}".format(*parts) if len(parts) == 3 and any(parts) else ""

    def _other_form(self) -> Refused:
        return Refused(
            "A row of the database holds a value of another kind than DNA 3.0 writes; nothing was taken from it.",
            where=self._name,
        )


def _code_point(text: tuple[OffsetMap, int], position: int) -> int:
    """Convert a position of DNA; one beyond the text stays beyond it."""
    offsets, dropped = text
    moved = position - dropped
    if 0 <= moved <= offsets.utf16_length:
        return offsets.to_code_point(Utf16(moved))
    return moved
