# SPDX-License-Identifier: MIT
"""Writes brat: ``annotation.conf``, ``visual.conf``, and a folder per coder with ``DOC.txt`` and ``DOC.ann``.

A code is a type of its short name, in the letters brat takes; its name and colour go to the visual
configuration. Certainty, the question to the lead and attributes of one plain word are attribute
lines, other attributes are notes ``Attribute Tn name=value``, a memo is a note. ``corpus.json`` beside
them, which brat passes over, states the offset unit, the SHA-256 of each text, the codebook and the
coders, and for each annotation what its lines cannot say: identity, time, exact span and words.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.domain.canonical import Json
from annotator.domain.model import Annotation, Document
from annotator.exchange.codings.brat_standoff import (
    ASK_LEAD,
    CERTAINTY,
    MEMO,
    OTHER_ATTRIBUTE,
    StandoffNames,
    fragments_of,
    on_one_line,
    words_of,
)
from annotator.exchange.codings.coder_articles import CoderArticles
from annotator.exchange.codings.corpus_header import SIDECAR, sidecar
from annotator.exchange.codings.not_carried import tell_not_carried
from annotator.exchange.corpus import Corpus
from annotator.exchange.findings import Finding, FindingKind, Findings
from annotator.exchange.member_names import coder_names, document_names
from annotator.exchange.outgoing_members import write_members

_CARRIED = ("certainty", "memo", "attribute", "question to the lead")
_PLAIN_WORD = re.compile(r"[^\s;=,|:\[\]<>?\x00-\x1f]+")
_LINES_ALONE = "An annotation marks nothing but line breaks, which no annotation of brat can; it is not written."
_EDGES = "An annotation begins or ends with a line break; brat shows it without, corpus.json has its exact edges."


def write_brat(corpus: Corpus, path: Path) -> tuple[Finding, ...]:
    """Write a folder, new or empty, or a ZIP if the path ends in .zip; whole or not at all."""
    writer = _Writer(corpus)
    members = {name: content.encode() for name, content in writer.members()}
    members[SIDECAR] = sidecar(
        corpus,
        files=writer.files,
        more={
            "types": {str(code): name for code, name in writer.types.items()},
            "coder_folders": dict(writer.folders),
            "attribute_names": dict(writer.attributes),
            "brat": writer.exact,
        },
    )
    write_members(path, members)
    tell_not_carried(writer.findings, corpus, carried=_CARRIED)
    return tuple(writer.findings)


class _Writer:
    """One export: the names that things get in it, and its files one after the other."""

    def __init__(self, corpus: Corpus) -> None:
        self.findings = Findings()
        self.files = document_names(corpus.documents)
        self.folders = coder_names(corpus.coders)
        self.exact: dict[str, Json] = {}
        self._corpus = corpus
        names = StandoffNames()
        self.types = {code.id: names.name(code.short_name, fallback="code") for code in corpus.codebook.codes}
        names = StandoffNames(CERTAINTY, ASK_LEAD)
        known = [each.name for code in corpus.codebook.codes for each in code.attributes]
        borne = [name for found in corpus.annotations.values() for each in found for name in each.attributes]
        self.attributes = {
            name: names.name(name, fallback="attribute") for name in dict.fromkeys(known + sorted(borne))
        }
        self._values: dict[str, dict[str, None]] = {name: {} for name in self.attributes}

    def members(self) -> Iterator[tuple[str, str]]:
        """Give names and contents of all files but corpus.json; the configuration comes last, it lists the values."""
        articles = CoderArticles(self._corpus)
        for document in self._corpus.documents:
            for coder, mine in articles.of(document, self._corpus.annotations.get(document.id, ())):
                yield from self._document(document, mine, f"{self.folders[coder.id]}/{self.files[document.id]}")
        if not self._corpus.coders:
            for document in self._corpus.documents:
                yield from self._document(document, [], self.files[document.id])
        yield "annotation.conf", "\n".join(self._configuration()) + "\n"
        yield "visual.conf", "\n".join(self._looks()) + "\n"

    def _document(self, document: Document, annotations: Sequence[Annotation], name: str) -> Iterator[tuple[str, str]]:
        text = self._corpus.texts[document.id]
        lines: list[str] = []
        exact: dict[str, Json] = {}
        attached = _Attached(self.attributes, self._values)
        for number, each in enumerate(annotations, start=1):
            fragments = fragments_of(text, each.span.start, each.span.end)
            if not fragments:
                self.findings.add(FindingKind.DROPPED, _LINES_ALONE, place=each.id)
                continue
            if (fragments[0][0], fragments[-1][1]) != (each.span.start, each.span.end):
                self.findings.add(FindingKind.NOTED, _EDGES, place=each.id)
            places = ";".join(f"{start} {end}" for start, end in fragments)
            lines.append(f"T{number}\t{self.types[each.code]} {places}\t{words_of(text, fragments)}")
            more = attached.lines(each, f"T{number}")
            lines.extend(more)
            exact[f"T{number}"] = _exact(each, self._corpus.created.get(each.id, ""), self.types[each.code])
        yield f"{name}.txt", text
        yield f"{name}.ann", "".join(f"{line}\n" for line in lines)
        self.exact[name] = exact

    def _configuration(self) -> Iterator[str]:
        yield from ("# Types are codes; attributes may be set on every one of them.", "[entities]")
        yield from self.types.values()
        yield from ("[relations]", "[events]", "[attributes]")
        yield f"{CERTAINTY} Arg:<ENTITY>, Value:high|medium|low"
        yield f"{ASK_LEAD} Arg:<ENTITY>"
        for name, values in self._values.items():
            if values:
                yield f"{self.attributes[name]} Arg:<ENTITY>, Value:{'|'.join(sorted(values))}"

    def _looks(self) -> Iterator[str]:
        yield "[labels]"
        for code in self._corpus.codebook.codes:
            label = on_one_line(code.name).replace("|", "/").strip()
            yield f"{self.types[code.id]} | {label or self.types[code.id]}"
        yield "[drawing]"
        yield "SPAN_DEFAULT fgColor:black, bgColor:lightgray, borderColor:darken"
        for code in self._corpus.codebook.codes:
            yield f"{self.types[code.id]} bgColor:{code.colour}"


class _Attached:
    """Numbers the attribute and note lines of one file."""

    def __init__(self, names: dict[str, str], values: dict[str, dict[str, None]]) -> None:
        self._names = names
        self._values = values
        self._attributes = self._notes = 0

    def lines(self, annotation: Annotation, target: str) -> Iterator[str]:
        """Give the lines that belong to one annotation."""
        if annotation.certainty.value:
            yield self._attribute(f"{CERTAINTY} {target} {annotation.certainty.value}")
        if annotation.ask_lead:
            yield self._attribute(f"{ASK_LEAD} {target}")
        for name, value in sorted(annotation.attributes.items()):
            if _PLAIN_WORD.fullmatch(value):
                self._values[name][value] = None
                yield self._attribute(f"{self._names[name]} {target} {value}")
            else:
                yield self._note(f"{OTHER_ATTRIBUTE} {target}\t{self._names[name]}={on_one_line(value)}")
        if annotation.memo:
            yield self._note(f"{MEMO} {target}\t{on_one_line(annotation.memo)}")

    def _attribute(self, rest: str) -> str:
        self._attributes += 1
        return f"A{self._attributes}\t{rest}"

    def _note(self, rest: str) -> str:
        self._notes += 1
        return f"#{self._notes}\t{rest}"


def _exact(annotation: Annotation, created: str, type_name: str) -> Json:
    """Give what the lines of an annotation cannot say; it holds as long as the lines say the same as when written."""
    exact: dict[str, Json] = {
        "id": annotation.id, "type": type_name, "start": annotation.span.start, "end": annotation.span.end,
    }  # fmt: skip
    if created:
        exact["created"] = created
    if annotation.memo != on_one_line(annotation.memo):
        exact["memo"] = annotation.memo
    changed = {name: value for name, value in annotation.attributes.items() if value != on_one_line(value)}
    if changed:
        exact["attributes"] = dict(sorted(changed.items()))
    return exact
