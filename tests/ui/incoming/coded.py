# SPDX-License-Identifier: MIT
"""Files that were coded elsewhere: of the articles of a project, by other people, some of it misplaced."""

import json
from pathlib import Path

from annotator import operations
from annotator.domain import Annotation, Code, Codebook, Coder, Document, Span, document_id
from annotator.domain.identifiers import AnnotationId, CodeId, CoderId, derived_uuid
from annotator.exchange.codings.jsonl import write_jsonl
from annotator.exchange.corpus import Corpus
from annotator.text.quotation import context, digest

EVE = Coder(CoderId("01900000-0000-7000-8000-0000000000e0"), "Eve <b>Okafor</b>")
PRAISE = Code(CodeId("01900000-0000-7000-8000-0000000000c0"), "Praise & trust", "praise", definition="Speaks well.")


def coded(folder: Path, text: str, *spans: tuple[int, int], name: str = "eve.jsonl", code: Code = PRAISE) -> Path:
    """Write a file in our exchange form with these spans of one article."""
    sha256 = digest(text)
    document = Document(document_id(sha256), "one.txt", sha256, len(text))
    annotations = []
    for start, end in spans:
        span = Span.of(start, end)
        before, after = context(text, span)
        identity = AnnotationId(derived_uuid("test", str(start), str(end)))
        annotations.append(
            Annotation(identity, document.id, EVE.id, code.id, span, text[start:end], before, after)
        )  # fmt: skip
    corpus = Corpus(
        "eve", (document,), {document.id: text}, Codebook((code,)), (EVE,), {document.id: tuple(annotations)}
    )
    path = folder / name
    write_jsonl(corpus, path)
    return path


def misplaced(path: Path, *, quote: str, by: int = 3) -> Path:
    """Move the annotation with this quote: its words then do not stand where the file says.

    What stood around it is left out, as in a file of another program: no place for it is sure.
    """
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    for each in lines[1]["annotations"]:
        if each["quote"] == quote:
            each["start"] += by
            each["end"] += by
            del each["before"], each["after"]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def annotations_in(path: Path) -> set[tuple[str, str]]:
    """Give whose words are coded in a project."""
    project = operations.open_project(path)
    names = {each.id: each.name for each in operations.overview(project).coders}
    found = {(names[each.coder], each.quote) for each in operations.annotations(project)}
    operations.close_project(project)
    return found
