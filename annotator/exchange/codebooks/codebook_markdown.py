# SPDX-License-Identifier: MIT
"""The codebook as Markdown that people read and edit; the same form is read back.

Each code is a heading of the second level with its name; below it a list of what is short (``- Key: 1``),
then a heading of the third level for each text: Definition, Counts, Does not count, Example, and
``Attribute NAME`` with a list of its own. A line of a text that begins with ``#`` gets a backslash before it.
Words between the list and the first such heading are the definition. What is absent says nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain import AttributeDefinition, AttributeKind, Code, Codebook, CodeId, Pattern, Refused
from annotator.domain.identifiers import is_uuid
from annotator.domain.short_names import proposed_short_name_of
from annotator.exchange.codebooks.codebook_read import CodebookRead, CodeRead
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.incoming_files import opened, shown_name
from annotator.exchange.outgoing_files import replacing
from annotator.text.decode import decode

MAXIMUM_BYTES = 20_000_000
TITLE = "Codebook"

_IDENTITY, _ATTRIBUTE, _EXAMPLE = "Identity", "Attribute", "Example"
_SHORT: Mapping[str, str] = {
    "Short name": "short_name", "Key": "shortcut", "Category": "category", "Colour": "colour",
    "Colour on dark pages": "colour_dark", "Pattern": "pattern", "Retired": "retired",
}  # fmt: skip
_LONG: Mapping[str, str] = {"Definition": "definition", "Counts": "counts", "Does not count": "does_not"}
_ITEM = re.compile(r"[-*] ([^:]{1,40}):(?: (.*))?")
_ESCAPED = re.compile(r"^\\(\\*#)", re.MULTILINE)
_TO_ESCAPE = re.compile(r"^(\\*#)", re.MULTILINE)
_SPACES = re.compile(r"\s+")


def write_codebook_markdown(codebook: Codebook, path: Path) -> tuple[Finding, ...]:
    """Write all codes in their order; nothing of a code is left out but white space around its texts."""
    blocks = [f"# {TITLE}", *(block for code in codebook.codes for block in _blocks(code))]
    with replacing(path) as file:
        file.write(("\n\n".join(blocks) + "\n").encode())
    return ()


def _blocks(code: Code) -> Iterator[str]:
    yield f"## {_line(code.name)}"
    short = {label: str(getattr(code, name)) for label, name in _SHORT.items() if name != "retired"}
    short |= {"Retired": "yes" if code.retired else ""}
    items = {_IDENTITY: code.id, **short}
    yield "\n".join(f"- {label}: {_line(value)}" for label, value in items.items() if value)
    texts = [(label, str(getattr(code, name))) for label, name in _LONG.items()]
    texts += [(_EXAMPLE, example) for example in code.examples]
    for label, text in texts:
        if text.strip():
            yield f"### {label}"
            yield _TO_ESCAPE.sub(r"\\\1", text.strip())
    for attribute in code.attributes:
        yield f"### {_ATTRIBUTE} {attribute.name}"
        lines = [f"- Label: {_line(attribute.label)}", f"- Kind: {attribute.kind.value}"]
        yield "\n".join([*lines, *(f"- Choice: {_line(choice)}" for choice in attribute.choices)])


def _line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


@dataclass(slots=True)
class _Part:
    """The lines below a heading; ``line`` is where the heading stands."""

    heading: str
    line: int
    lines: list[str] = field(default_factory=list)
    parts: list["_Part"] = field(default_factory=list)

    def text(self) -> str:
        return _ESCAPED.sub(r"\1", "\n".join(self.lines).strip())


def read_codebook_markdown(path: Path) -> CodebookRead:
    """Read a codebook; raises Refused with file and line for what cannot be one."""
    name = shown_name(path)
    with opened(path, maximum_bytes=MAXIMUM_BYTES) as file:
        try:
            text = decode(file.read()).body
        except Refused as error:
            raise Refused(error.sentence, where=name) from error
    findings = Findings()
    codes: list[CodeRead] = []
    taken: set[str] = set()
    for part in _parts(text):
        read = _Reading(part, name, findings).read(len(codes), taken)
        taken.add(read.code.short_name.casefold())
        codes.append(read)
    if not codes:
        raise Refused(
            "There is no code in it: each has a heading that begins with “## ”; nothing was taken.", where=name
        )
    return CodebookRead(tuple(codes), tuple(findings))


def _parts(text: str) -> Iterator[_Part]:
    """Give the codes with the parts below them; what stands before the first is passed over."""
    current: _Part | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("## "):
            if current is not None:
                yield current
            current = _Part(line[3:].strip(), number)
        elif current is not None and line.startswith("### "):
            current.parts.append(_Part(line[4:].strip(), number))
        elif current is not None:
            (current.parts[-1] if current.parts else current).lines.append(line)
    if current is not None:
        yield current


class _Reading:
    """One code while it is read."""

    def __init__(self, part: _Part, file: str, findings: Findings) -> None:
        self._part = part
        self._file = file
        self._findings = findings
        self._said: dict[str, str] = {}

    def read(self, number: int, taken: set[str]) -> CodeRead:
        if not self._part.heading:
            raise self._refusal(self._part.line, "A code has no name")
        identity, definition = self._items()
        texts = {_LONG[each.heading]: each.text() for each in self._part.parts if each.heading in _LONG}
        if definition and "definition" not in texts:
            texts["definition"] = definition
        examples = tuple(each.text() for each in self._part.parts if each.heading == _EXAMPLE)
        attributes = tuple(self._attributes())
        words = {name: value for name, value in self._said.items() if name not in ("pattern", "retired")}
        short_name = words.pop("short_name", "") or proposed_short_name_of(self._part.heading, taken=taken)
        code = Code(
            CodeId(identity), self._part.heading, short_name, examples=examples, attributes=attributes,
            position=number, pattern=self._pattern(number), retired=self._said.get("retired", "") in ("yes", "true"),
        )  # fmt: skip
        code = replace(code, **words, **texts)  # type: ignore[arg-type]  # each is a text
        fields = {"name", *self._said, *texts}
        fields |= {"examples"} if examples else set()
        fields |= {"attributes"} if attributes else set()
        return CodeRead(code, frozenset(fields), f"{self._file}, line {self._part.line}")

    def _items(self) -> tuple[str, str]:
        """Take the list at the beginning; gives the identity and the words below the list."""
        identity = ""
        below: list[str] = []
        for line in self._part.lines:
            found = None if below else _ITEM.fullmatch(line.strip())
            label, value = (found[1], (found[2] or "").strip()) if found else ("", "")
            if label in _SHORT:
                self._said[_SHORT[label]] = value
            elif label == _IDENTITY:
                identity = value if is_uuid(value) else ""
            elif line.strip() or below:
                below.append(line)
        for part in self._part.parts:
            if part.heading not in (*_LONG, _EXAMPLE) and not part.heading.startswith(f"{_ATTRIBUTE} "):
                sentence = "A heading below a code is none that a codebook has; what stands below it was left out."
                self._findings.add(FindingKind.DROPPED, sentence, place=f"line {part.line}: {part.heading[:60]}")
        return identity, _ESCAPED.sub(r"\1", "\n".join(below).strip())

    def _pattern(self, number: int) -> Pattern:
        said = self._said.get("pattern")
        if said is None:
            return tuple(Pattern)[number % len(Pattern)]
        if said not in tuple(Pattern):
            raise self._refusal(self._part.line, f"“{said[:40]}” is no pattern ({', '.join(Pattern)})")
        return Pattern(said)

    def _attributes(self) -> Iterator[AttributeDefinition]:
        for part in self._part.parts:
            if part.heading.startswith(f"{_ATTRIBUTE} "):
                yield self._attribute(part, part.heading.removeprefix(_ATTRIBUTE).strip())

    def _attribute(self, part: _Part, name: str) -> AttributeDefinition:
        items = [found for line in part.lines if (found := _ITEM.fullmatch(line.strip()))]
        said: Sequence[tuple[str, str]] = [(found[1], (found[2] or "").strip()) for found in items]
        one = dict(said)
        kind = one.get("Kind", AttributeKind.TEXT.value)
        if kind not in tuple(AttributeKind):
            raise self._refusal(part.line, f"“{kind[:40]}” is no kind of attribute ({', '.join(AttributeKind)})")
        choices = tuple(value for label, value in said if label == "Choice")
        return AttributeDefinition(name, one.get("Label", name), AttributeKind(kind), choices)

    def _refusal(self, line: int, fault: str) -> Refused:
        return Refused(f"{fault}; nothing was taken from it: correct the file.", where=f"{self._file}, line {line}")
