# SPDX-License-Identifier: MIT
"""Codes of REFI-QDA: in a project and in a codebook file (.qdc), written and read.

A category is a code that cannot be applied (``isCodable`` false) with its codes below it. On the way in
every code above another is its category; the names of several levels are joined.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree.ElementTree import Element

from annotator.domain import Code, Codebook, CodeId, Pattern, Refused
from annotator.domain.fields import LONGEST_NAME
from annotator.domain.identifiers import derived_uuid
from annotator.domain.short_names import proposed_short_name_of
from annotator.exchange.codebooks.code_description import described, taken_apart
from annotator.exchange.codebooks.codebook_read import CODE_FIELDS, CodebookRead, CodeRead
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.foreign_xml import local_name, parsed_xml
from annotator.exchange.incoming_files import opened, shown_name
from annotator.exchange.outgoing_files import replacing
from annotator.exchange.refi.refi_words import CODEBOOK_SPACE, ORIGIN, identity
from annotator.exchange.refi.refi_xml import (
    CODEBOOK_GRAMMAR,
    DECLARATION,
    closing,
    leaf,
    listed,
    opening,
    require_valid,
)

MAXIMUM_BYTES = 50_000_000
LEVELS_JOINED_BY = " / "

_COLOUR = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_SAYS = frozenset({"name", "definition", "counts", "does_not", "examples", "category"})


def codes_as_xml(codebook: Codebook) -> str:
    """Give the list of codes in their order, each category where its first code stands; nothing where there is none."""
    return listed("Codes", _codes(codebook))


def _codes(codebook: Codebook) -> Iterator[str]:
    written: set[str] = set()
    for code in codebook.codes:
        if not code.category:
            yield _code(code)
        elif code.category not in written:
            written.add(code.category)
            guid = derived_uuid("refi category", code.category)
            attributes = {"guid": guid, "name": code.category, "isCodable": "false"}
            below = "".join(_code(each) for each in codebook.codes if each.category == code.category)
            yield f"{opening('Code', attributes)}{below}{closing('Code')}"


def _code(code: Code) -> str:
    attributes = {"guid": code.id, "name": code.name, "isCodable": "true", "color": code.colour}
    words = described(code)
    if not words:
        return leaf("Code", attributes)
    return f"{opening('Code', attributes)}{leaf('Description', text=words)}{closing('Code')}"


def uncarried_by_codes(codebook: Codebook) -> Iterator[tuple[str, int]]:
    """Say what the standard has no place for in these codes, and for how many of them."""
    yield "keys of codes", sum(bool(code.shortcut) for code in codebook.codes)
    yield "patterns of codes", len(codebook.codes)
    yield "codes with attributes", sum(bool(code.attributes) for code in codebook.codes)
    yield "retired codes, which look like all others there", sum(code.retired for code in codebook.codes)
    yield "codes that count as another", sum(bool(code.counts_as) for code in codebook.codes)


def write_qdc(codebook: Codebook, path: Path) -> tuple[Finding, ...]:
    """Write a codebook file, valid by the standard or not at all; says what the format cannot carry.

    Raises Refused for a codebook without codes, of which the standard knows no file.
    """
    codes = codes_as_xml(codebook)
    if not codes:
        raise Refused("A .qdc file holds at least one code, and there is none; nothing was written.", where=path.name)
    attributes = {"xmlns": CODEBOOK_SPACE, "origin": ORIGIN}
    document = f"{DECLARATION}{opening('CodeBook', attributes)}{codes}{closing('CodeBook')}".encode()
    require_valid(io.BytesIO(document), grammar=CODEBOOK_GRAMMAR)
    with replacing(path) as file:
        file.write(document)
    findings = Findings()
    named = [("short names of codes", sum(code.short_name != code.name for code in codebook.codes))]
    for what, number in (*named, *uncarried_by_codes(codebook)):
        if number:
            findings.add(FindingKind.DROPPED, f"A .qdc file has no place for {what}.", count=number)
    return tuple(findings)


def read_qdc(path: Path) -> CodebookRead:
    """Read a codebook file, or the codebook in a project.qde; raises Refused for what is none."""
    name = shown_name(path)
    with opened(path, maximum_bytes=MAXIMUM_BYTES) as file:
        root = parsed_xml(file.read(), name=name)
    found = next((each for each in root.iter() if local_name(each) == "Codes"), None)
    if local_name(root) not in ("CodeBook", "Project") or found is None:
        raise Refused("The file is no codebook of REFI-QDA; nothing was taken from it.", where=name)
    findings = Findings()
    if root.tag != f"{{{CODEBOOK_SPACE}}}CodeBook":
        findings.add(
            FindingKind.NOTED, "The codebook is in another namespace than the standard's; it was read all the same."
        )
    sets = sum(local_name(each) == "Set" for each in root.iter())
    if sets:
        findings.add(FindingKind.DROPPED, "A set of codes was left out.", count=sets)
    read = codes_of(found, findings=findings)
    return CodebookRead(tuple(said_of(each) for each in read if each.is_codable), tuple(findings))


def said_of(read: "ReadCode") -> CodeRead:
    """Give a code with the fields of which REFI-QDA speaks."""
    fields = _SAYS | ({"colour"} if read.has_colour else set())
    return CodeRead(read.code, frozenset(fields) & frozenset(CODE_FIELDS), f"code “{read.code.name[:80]}”")


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code of a foreign file; one that cannot be applied is only a category there. ``notes`` are identities."""

    code: Code
    is_codable: bool
    has_colour: bool
    notes: tuple[str, ...] = ()


def codes_of(element: Element, *, findings: Findings) -> tuple[ReadCode, ...]:
    """Read the codes below an element, those above others before them."""
    found: list[ReadCode] = []
    names: set[str] = set()
    _walk(element, (), found, names, findings)
    return tuple(found)


def _walk(element: Element, above: tuple[str, ...], found: list[ReadCode], names: set[str], findings: Findings) -> None:
    for each in element:
        if local_name(each) != "Code":
            continue
        read = _read_code(each, above, len(found), names, findings)
        found.append(read)
        names.add(read.code.short_name.casefold())
        _walk(each, (*above, read.code.name), found, names, findings)


def _read_code(element: Element, above: Sequence[str], position: int, names: set[str], findings: Findings) -> ReadCode:
    name = element.get("name") or ""
    name = name if name.strip() else f"code {position + 1}"
    if len(name) > LONGEST_NAME:
        findings.add(
            FindingKind.GUESSED, "The name of a code is longer than a name may be; it was cut.", place=name[:80]
        )
        name = name[:LONGEST_NAME]
    guid = identity(element.get("guid")) or derived_uuid("foreign code", *above, name)
    texts = [each.text or "" for each in element if local_name(each) == "Description"]
    words = taken_apart("".join(texts))
    colour = _colour(element.get("color"))
    is_codable = (element.get("isCodable") or "true").strip().casefold() not in ("false", "0")
    code = Code(
        id=CodeId(guid),
        name=name,
        short_name=proposed_short_name_of(name, taken=names),
        definition=words.definition,
        counts=words.counts,
        does_not=words.does_not,
        examples=words.examples,
        category=LEVELS_JOINED_BY.join(above)[:LONGEST_NAME],
        pattern=_PATTERNS[position % len(_PATTERNS)],
        position=position,
    )
    if colour:
        code = replace(code, colour=colour, colour_dark=_lighter(colour))
    notes = tuple(identity(each.get("targetGUID")) for each in element if local_name(each) == "NoteRef")
    return ReadCode(code, is_codable, bool(colour), notes)


_PATTERNS = tuple(Pattern)


def _colour(written: str | None) -> str:
    """Give a colour as #RRGGBB, the empty string where there is none."""
    value = (written or "").strip()
    if not _COLOUR.fullmatch(value):
        return ""
    return (value if len(value) == 7 else "#" + "".join(digit * 2 for digit in value[1:])).upper()


def _lighter(colour: str) -> str:
    """Give the colour for dark pages: half way to white."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{(part + 255) // 2:02X}" for part in parts)
