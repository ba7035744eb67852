# SPDX-License-Identifier: MIT
"""JSON lines as doccano, spaCy and scripts have them: a text with its labels; out one file per coder.

Out, a line is ``{"text": ..., "label": [[start, end, code], ...], "meta": {...}}``; doccano takes
``meta`` as it comes. In, labels are such lists, or objects with start, end and label under the names
that doccano, Prodigy and Label Studio use. Some count code points, some UTF-16 units: quotes decide
where there are any, else the caller, unless it makes no difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from annotator.domain.canonical import Json
from annotator.domain.errors import Refused
from annotator.domain.model import Annotation, Document
from annotator.exchange.codings.corpus_json import Given, json_line, listed
from annotator.exchange.codings.foreign_positions import (
    Counting,
    ForeignSpan,
    ForeignText,
    OffsetUnit,
    foreign_text,
    with_our_line_ends,
)
from annotator.exchange.codings.gathering import Claim, Gathering
from annotator.exchange.codings.labelled_shapes import LabelledText, labelled_text
from annotator.exchange.codings.not_carried import tell_not_carried
from annotator.exchange.corpus import OFFSET_UNIT, Corpus, CorpusRead
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.incoming_files import shown_name
from annotator.exchange.incoming_members import IncomingMembers, opened_members
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.exchange.member_names import coder_names
from annotator.exchange.outgoing_members import write_members
from annotator.text import as_article_text
from annotator.text.decode import How

MOST_SAMPLES = 20
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ENDINGS = (".jsonl", ".json", ".ndjson")
_UNITS = (OffsetUnit.CODE_POINT, OffsetUnit.UTF_16)
_CODER_BY_FILE = "The file names no coder; its own name was taken as that of a coder."


@dataclass(frozen=True, slots=True)
class UnitSample:
    """One label of which it is unsure what it marks: the words under either way of counting."""

    where: str
    label: str
    in_code_points: str
    in_utf_16: str


@dataclass(frozen=True, slots=True)
class UnitQuestion:
    """Labels whose place depends on the unit, which nothing in the file tells; up to 20 samples of ``count``."""

    count: int
    samples: tuple[UnitSample, ...]


def write_labelled_lines(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    """Write one file per coder: a folder, new or empty, or a ZIP if the path ends in .zip."""
    folders = coder_names(corpus.coders)
    lines: dict[str, list[bytes]] = {f"{name}.jsonl": [] for name in folders.values()}
    for document in corpus.documents:
        text, annotations = corpus.texts[document.id], corpus.annotations.get(document.id, ())
        for coder in corpus.coders:
            mine = [each for each in annotations if each.coder == coder.id]
            lines[f"{folders[coder.id]}.jsonl"].append(_line(corpus, document, text, mine, coder.name))
    write_members(path, lines)
    findings = Findings()
    tell_not_carried(findings, corpus, carried=(), created=False, codes=False)
    return tuple(findings)


def _line(corpus: Corpus, document: Document, text: str, annotations: Sequence[Annotation], coder_name: str) -> bytes:
    codes = {code.id: code.short_name for code in corpus.codebook.codes}
    labels: list[Json] = [[each.span.start, each.span.end, codes.get(each.code, each.code)] for each in annotations]
    meta: dict[str, Json] = {
        "document": document.name,
        "document_id": document.id,
        "text_sha256": document.text_sha256,
        "offset_unit": OFFSET_UNIT,
        "coder": coder_name,
    }
    return json_line({"text": text, "label": labels, "meta": meta})


def unit_question(path: Path) -> UnitQuestion | None:
    """Give what has to be asked before a file can be read; None where its quotes decide or nothing depends on it."""
    samples: list[UnitSample] = []
    count = 0
    with opened_members(path) as members:
        for _, text in _texts(members, path):
            if not _is_unsure(text):
                continue
            foreign = ForeignText(text.text)
            for label in text.labels:
                spans = [foreign.span(label.start, label.end, Counting(unit)) for unit in _UNITS]
                if spans[0] != spans[1]:
                    count += 1
                    words = [foreign.body[max(start, 0) : max(end, 0)] for start, end in spans]
                    samples.append(UnitSample(text.where, label.code, *words))
    return UnitQuestion(count, tuple(samples[:MOST_SAMPLES])) if count else None


def read_labelled_lines(path: Path, *, unit: OffsetUnit | None = None, coder: str = "") -> CorpusRead:
    """Read a file, or each file of a folder or ZIP as that of one coder.

    Raises Refused, with file and line, for what is off in form, and where ``unit`` has to be asked (see
    :func:`unit_question`). ``coder`` is whose labels without a name are, else the file's name says it.
    """
    gathering = Gathering(path.stem)
    question = unit_question(path) if unit is None else None
    if question:
        raise Refused(
            "Nothing in this file tells whether its offsets count code points or UTF-16 units, and it makes a "
            "difference; nothing was imported: say which, the samples show what either marks.",
            where=question.samples[0].where,
        )
    with opened_members(path) as members:
        for name, text in _texts(members, path):
            _take(gathering, text, unit, coder or PurePosixPath(name).stem, is_named=bool(coder))
    return gathering.read()


def _take(gathering: Gathering, text: LabelledText, unit: OffsetUnit | None, coder: str, *, is_named: bool) -> None:
    foreign = foreign_text(text.text, text_sha256=text.text_sha256)
    try:
        as_article_text(foreign.body, data=b"", encoding="utf-8", how=How.STRICT)
    except Refused as refusal:
        gathering.findings.add(FindingKind.DROPPED, refusal.sentence, place=text.where)
        return
    document = gathering.document(foreign.body, name=text.name)
    counting = _counting(text, foreign, unit)
    if counting != Counting():
        gathering.findings.add(
            FindingKind.GUESSED if unit is None else FindingKind.NOTED, f"Offsets count {counting}.", place=text.where
        )
    if text.other:
        gathering.findings.add(
            FindingKind.DROPPED,
            "Something besides the labels of stretches (a relation, a choice, a label of the whole) is not taken.",
            place=text.where,
            count=text.other,
        )
    for label in text.labels:
        whose = label.coder or text.coder
        if not whose and not is_named:
            gathering.findings.add(FindingKind.GUESSED, _CODER_BY_FILE, place=text.where)
        start, end = foreign.span(label.start, label.end, counting)
        gathering.annotation(
            Claim(
                document=document,
                coder=gathering.coder(whose or coder),
                code=gathering.code(label.code),
                start=start,
                end=end,
                quote=with_our_line_ends(label.quote) if label.quote else None,
                where=text.where,
                identity=label.identity,
            )
        )


def _is_unsure(text: LabelledText) -> bool:
    """Whether the unit matters for this text and is not stated, nor to be seen by its quotes."""
    if text.unit or any(label.quote for label in text.labels):
        return False
    return len(text.text) != len(text.text.encode("utf-16-le")) // 2


def _counting(text: LabelledText, foreign: ForeignText, unit: OffsetUnit | None) -> Counting:
    """Give how the positions of this text are counted; without quotes, its line ends as they are in the file."""
    chosen = unit or text.unit
    quoted = [ForeignSpan(each.start, each.end, each.quote) for each in text.labels if each.quote]
    if quoted:
        return foreign.best(quoted, (chosen,) if chosen else _UNITS)
    return foreign.as_it_came(chosen or OffsetUnit.CODE_POINT)


def _texts(members: IncomingMembers, path: Path) -> Iterator[tuple[str, LabelledText]]:
    """Give file and content of each text; raises Refused, with file and line, for the first fault."""
    names = [name for name in members.members if name.casefold().endswith(_ENDINGS)] or list(members.members)
    for name in names:
        for where, value in _objects(members.read(name), name):
            try:
                yield name, labelled_text(value, name=f"{PurePosixPath(name).stem} {where}", where=f"{name}, {where}")
            except Fault as fault:
                raise _refusal(fault, f"{name}, {where}") from fault
    if not names:
        raise Refused("There is no file of JSON in it, so nothing was imported.", where=shown_name(path))


def _objects(data: bytes, name: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    data = data.removeprefix(_BYTE_ORDER_MARK)
    place = name
    try:
        if data.lstrip().startswith(b"["):
            tasks = parsed_object(b'{"tasks":' + data + b"}", what="The file")["tasks"]
            for number, task in enumerate(listed(tasks, "tasks"), start=1):
                yield f"text {number}", Given(task, f"Text {number}").fields
            return
        for number, line in enumerate(data.split(b"\n"), start=1):
            if line.strip():
                place = f"{name}, line {number}"
                yield f"line {number}", parsed_object(line)
    except Fault as fault:
        raise _refusal(fault, place) from fault


def _refusal(fault: Fault, where: str) -> Refused:
    return Refused(f"{fault}; nothing was imported from this file: correct it and import the file again.", where=where)
