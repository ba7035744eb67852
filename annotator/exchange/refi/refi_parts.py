# SPDX-License-Identifier: MIT
"""A foreign project of REFI-QDA as values: what its XML says, before any text is looked at.

Elements are known by their name alone, since programs write several namespaces. Lists are read member
by member and let go of, so that a large project does not stand in memory as XML.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element

from annotator.domain import Refused
from annotator.exchange.findings import FindingKind, Findings
from annotator.exchange.foreign_xml import each_element, local_name
from annotator.exchange.refi.refi_codebook import ReadCode, codes_of
from annotator.exchange.refi.refi_variables import ReadVariables
from annotator.exchange.refi.refi_words import PROJECT_SPACE, identity, utc_time

_VALUES = ("TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue")


@dataclass(frozen=True, slots=True)
class Coding:
    """One application of a code: identities as we write them, "" where there is none; ``notes`` are identities."""

    guid: str
    code: str
    user: str
    created: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of a source in the positions of the program that wrote it, both 0 where it names no numbers."""

    guid: str
    name: str
    start: int
    end: int
    user: str
    created: str
    description: str
    codings: tuple[Coding, ...]
    notes: tuple[str, ...]
    has_position: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """A text source or a note: where its text is, or the text itself, and what is selected in it."""

    guid: str
    name: str
    plain_path: str
    rich_path: str
    content: str | None
    description: str
    selections: tuple[Selection, ...]
    codings: tuple[Coding, ...]
    notes: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Project:
    """All of a project that we can take, and the identities of the cases that we cannot."""

    name: str = ""
    origin: str = ""
    modified: str = ""
    users: dict[str, str] = field(default_factory=dict)
    codes: tuple[ReadCode, ...] = ()
    variables: ReadVariables = field(default_factory=ReadVariables)
    cases: set[str] = field(default_factory=set)
    sources: list[Source] = field(default_factory=list)
    notes: dict[str, Source] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)


def read_project(file: IO[bytes], *, name: str) -> Project:
    """Read the XML of a project; raises Refused for what is no XML, or none of a project."""
    project = Project()
    above: list[Element] = []
    for event, element in each_element(file, name=name):
        if event == "start":
            if not above:
                _begin(project, element, name)
            above.append(element)
            continue
        above.pop()
        if len(above) == 2:
            _take(project, local_name(above[1]), element)
            above[1].clear()
        elif len(above) == 1:
            if local_name(element) not in _LISTS and local_name(element) not in ("Description", "NoteRef"):
                _drop(project, local_name(element))
            above[0].clear()
    return project


_LISTS = ("Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs")


def _begin(project: Project, root: Element, name: str) -> None:
    if local_name(root) != "Project":
        raise Refused("Its XML is no project of REFI-QDA; nothing was taken from it.", where=name)
    if root.tag != f"{{{PROJECT_SPACE}}}Project":
        sentence = "The project is in another namespace than the standard's; it was read all the same."
        project.findings.add(FindingKind.NOTED, sentence, place=root.tag.partition("}")[0].lstrip("{")[:80])
    project.name = root.get("name") or ""
    project.origin = root.get("origin") or ""
    project.modified = utc_time(root.get("modifiedDateTime"))


def _take(project: Project, section: str, element: Element) -> None:
    """Take one member of a list of the project."""
    what, guid = local_name(element), identity(element.get("guid"))
    if section == "Users":
        project.users[guid] = element.get("name") or ""
    elif section == "CodeBook" and what == "Codes":
        project.codes = codes_of(element, findings=project.findings)
    elif section == "Variables" and guid:
        kind = element.get("typeOfVariable") or "Text"
        project.variables.define(guid, element.get("name") or "", kind=kind, label=_text_of(element, "Description"))
    elif section == "Sources":
        project.sources.extend(_sources(project, element))
    elif section == "Notes":
        project.notes[guid] = _source(project, element)
    elif section == "Links":
        project.links.setdefault(identity(element.get("originGUID")), []).append(identity(element.get("targetGUID")))
    elif section == "Cases":
        project.cases.add(guid)
        _drop(project, "Case")
    elif section not in ("Description", "NoteRef"):
        _drop(project, what)


def _drop(project: Project, what: str, count: int = 1) -> None:
    sentence = f"The element {what[:40]} of REFI-QDA has no place here; it was left out."
    project.findings.add(FindingKind.DROPPED, sentence, count=count)


def _sources(project: Project, element: Element) -> Iterator[Source]:
    """Give the texts of a member of the sources: its own, or the text that stands for a PDF."""
    what = local_name(element)
    if what == "TextSource":
        yield _source(project, element)
    elif what == "PDFSource":
        texts = [each for each in element if local_name(each) == "Representation"]
        selections = sum(local_name(each) == "PDFSelection" for each in element)
        if selections:
            _drop(project, "PDFSelection", selections)
        if not texts:
            _drop(project, what)
        yield from (_source(project, each, name=element.get("name") or "") for each in texts)
    else:
        _drop(project, what)


def _source(project: Project, element: Element, *, name: str = "") -> Source:
    content = next((each.text or "" for each in element if local_name(each) == "PlainTextContent"), None)
    known = ("Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue")
    for each in element:
        if local_name(each) not in known:
            _drop(project, local_name(each))
    return Source(
        guid=identity(element.get("guid")),
        name=name or element.get("name") or "",
        plain_path=element.get("plainTextPath") or "",
        rich_path=element.get("richTextPath") or "",
        content=content,
        description=_text_of(element, "Description"),
        selections=tuple(_selections(element)),
        codings=tuple(_codings(element)),
        notes=_references(element, "NoteRef"),
        values=tuple(_values(element)),
    )


def _selections(element: Element) -> Iterator[Selection]:
    for each in element:
        if local_name(each) != "PlainTextSelection":
            continue
        start, end = _position(each.get("startPosition")), _position(each.get("endPosition"))
        yield Selection(
            guid=identity(each.get("guid")),
            name=each.get("name") or "",
            start=start or 0,
            end=end or 0,
            user=identity(each.get("creatingUser")),
            created=utc_time(each.get("creationDateTime")),
            description=_text_of(each, "Description"),
            codings=tuple(_codings(each)),
            notes=_references(each, "NoteRef"),
            has_position=start is not None and end is not None,
        )


def _position(written: str | None) -> int | None:
    value = (written or "").strip()
    return int(value) if value.lstrip("+-").isdecimal() and value.isascii() and len(value) <= 12 else None


def _codings(element: Element) -> Iterator[Coding]:
    for each in element:
        if local_name(each) == "Coding":
            yield Coding(
                guid=identity(each.get("guid")),
                code="".join(_references(each, "CodeRef")[:1]),
                user=identity(each.get("creatingUser")),
                created=utc_time(each.get("creationDateTime")),
                notes=_references(each, "NoteRef"),
            )


def _values(element: Element) -> Iterator[tuple[str, str]]:
    """Give the values of variables: the identity of the variable and what it is here."""
    for each in element:
        if local_name(each) != "VariableValue":
            continue
        variable = "".join(_references(each, "VariableRef")[:1])
        value = "".join(part.text or "" for part in each if local_name(part) in _VALUES)
        if variable and value:
            yield variable, value


def _references(element: Element, name: str) -> tuple[str, ...]:
    return tuple(identity(each.get("targetGUID")) for each in element if local_name(each) == name)


def _text_of(element: Element, name: str) -> str:
    return "".join(each.text or "" for each in element if local_name(each) == name)
