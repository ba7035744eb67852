# SPDX-License-Identifier: MIT
"""One article as a source of REFI-QDA: its selections, the codings in them, and the notes that they refer to.

One selection per distinct span; one coding per annotation, with the annotation's own identity. A memo
is a note; what the standard has no place for stands in readable lines in the selection's description.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from annotator.domain import Annotation, Code, CodeId, Coder, CoderId, Document
from annotator.domain.identifiers import AnnotationId, derived_uuid
from annotator.domain.model import MAIN_ROUND
from annotator.exchange.corpus import Corpus
from annotator.exchange.refi.refi_variables import WrittenVariables
from annotator.exchange.refi.refi_words import NO_TIME, SOURCES_FOLDER, selection_id, selection_name
from annotator.exchange.refi.refi_xml import closing, leaf, opening, reference

_LONGEST_NOTE_NAME = 60


def member_of(document: Document) -> str:
    """Give the name under which a text lies in the archive."""
    return f"{SOURCES_FOLDER}/{document.id}.txt"


class WrittenSources:
    """The sources of one corpus: what they need to know of the whole."""

    def __init__(self, corpus: Corpus, variables: WrittenVariables) -> None:
        self._codes: Mapping[CodeId, Code] = {code.id: code for code in corpus.codebook.codes}
        self._coders: Mapping[CoderId, Coder] = {coder.id: coder for coder in corpus.coders}
        self._created: Mapping[AnnotationId, str] = corpus.created
        self._otherwise = corpus.modified or NO_TIME
        self._variables = variables

    def source(self, document: Document, annotations: Sequence[Annotation]) -> Iterator[str]:
        """Give one source; its text lies beside it in the archive. Annotations of one span are neighbours."""
        path = f"internal://{document.id}.txt"
        yield opening("TextSource", {"guid": document.id, "name": document.heading, "plainTextPath": path})
        for _, same in groupby(annotations, key=lambda each: each.span):
            yield from self._selection(document, list(same))
        yield from self._variables.values(document)
        yield closing("TextSource")

    def _selection(self, document: Document, annotations: Sequence[Annotation]) -> Iterator[str]:
        first = annotations[0]
        start, end = str(first.span.start), str(first.span.end)
        name = selection_name(first.quote)
        attributes = {
            "guid": selection_id(document.id, first.span.start, first.span.end),
            **({"name": name} if name else {}),
            "startPosition": start, "endPosition": end,
            **self._made(first),
        }  # fmt: skip
        yield opening("PlainTextSelection", attributes)
        lines = [line for each in annotations if (line := self._line(each))]
        if lines:
            yield leaf("Description", text="\n".join(lines))
        for each in annotations:
            yield opening("Coding", {"guid": each.id, **self._made(each)})
            yield reference("CodeRef", each.code)
            if each.memo:
                yield reference("NoteRef", note_id(each))
            yield closing("Coding")
        yield closing("PlainTextSelection")

    def note(self, annotation: Annotation) -> str:
        """Give the memo of an annotation as a note."""
        name = selection_name(annotation.memo)[:_LONGEST_NOTE_NAME]
        attributes = {"guid": note_id(annotation), "name": name, **self._made(annotation)}
        content = leaf("PlainTextContent", text=annotation.memo)
        return f"{opening('Note', attributes)}{content}{closing('Note')}"

    def _made(self, annotation: Annotation) -> dict[str, str]:
        created = self._created.get(annotation.id, "") or self._otherwise
        return {"creatingUser": annotation.coder, "creationDateTime": created}

    def _line(self, annotation: Annotation) -> str:
        """Say in words what the standard has no place for; the empty string where there is nothing."""
        said = [f"certainty {annotation.certainty.value}"] if annotation.certainty else []
        said += [f"{name}: {value}" for name, value in sorted(annotation.attributes.items()) if value]
        said += ["for the lead to look at"] if annotation.ask_lead else []
        said += [f"round {annotation.round}"] if annotation.round != MAIN_ROUND else []
        if not said:
            return ""
        coder, code = self._coders.get(annotation.coder), self._codes.get(annotation.code)
        who = f"{coder.name if coder else annotation.coder}, {code.name if code else annotation.code}"
        return f"{who}: {'; '.join(said)}"


def note_id(annotation: Annotation) -> str:
    """Give the identity of the note that holds the memo of an annotation."""
    return derived_uuid("refi note", annotation.id)
