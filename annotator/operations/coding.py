# SPDX-License-Identifier: MIT
"""Coding passages: apply a code, change it, move its ends, describe it, delete it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain import (
    NO_ATTRIBUTES,
    Annotation,
    AnnotationId,
    Certainty,
    Code,
    CodeId,
    CoderId,
    DocumentId,
    Json,
    Refused,
    Span,
    new_uuid,
)
from annotator.domain.fields import ATTRIBUTE_PREFIX, LONGEST_TEXT
from annotator.operations.outcome import Outcome, Touched
from annotator.operations.passages import (
    begin,
    checked_memo,
    is_unstorable,
    own_annotation,
    passage,
    require_open,
    require_unlike,
    round_of,
    text_of,
    usable_code,
)
from annotator.operations.projects import Project
from annotator.store import queries


@dataclass(frozen=True, slots=True)
class Details:
    """What a coder may say about an annotation beside its code and place; an empty attribute is not set."""

    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    memo: str = ""
    certainty: Certainty = Certainty.NOT_SET
    ask_lead: bool = False


NO_DETAILS = Details()


def annotate(
    project: Project,
    *,
    coder: CoderId,
    document: DocumentId,
    code: CodeId,
    span: Span,
    details: Details = NO_DETAILS,
    annotation: AnnotationId | None = None,
) -> Outcome[Annotation]:
    """Apply a code to a span (code points, half-open) as this coder, in the round in which this file is coded.

    A caller who has shown the annotation already gives the identity it was shown under; trying the
    same once more, after an answer that was lost, changes nothing. Raises Refused for an exact own
    duplicate, a retired code, a finished article, an attribute or choice that the code does not have.
    """
    known = queries.annotation(project.live, annotation) if annotation else None
    if known is not None and _as_made(known) == (coder, document, code, span):
        return _stored(project, known.id, "annotate")
    round_name = round_of(project, None)
    require_open(project, coder, document, round_name=round_name)
    text = text_of(project, document)
    codebook = queries.codebook(project.live)
    chosen = usable_code(codebook, code)
    here = queries.annotations_at(project.live, document, span.start)
    require_unlike(here, coder, chosen, span, round_name=round_name)
    made = annotation or AnnotationId(new_uuid())
    fields: dict[str, Json] = {
        "document": document, "coder": coder, "code": code, "round": round_name, "span": passage(text, span),
        "codebook_revision": codebook.revision,
    }  # fmt: skip
    fields |= _described(chosen, details.attributes, details.memo)
    if details.certainty is not Certainty.NOT_SET:
        fields["certainty"] = details.certainty.value
    if details.ask_lead:
        fields["ask_lead"] = True
    with project.action(author=coder, verb="annotate") as action:
        action.write("annotation", made, fields)
        begin(project, action, coder, document, round_name=round_name)
    return _stored(project, made, "annotate")


def recode(project: Project, *, coder: CoderId, annotation: AnnotationId, code: CodeId) -> Outcome[Annotation]:
    """Change the code of an own annotation; attributes that the new code does not have are cleared."""
    known = own_annotation(project, coder, annotation)
    codebook = queries.codebook(project.live)
    chosen = usable_code(codebook, code)
    if known.code == code:
        return Outcome(known)
    here = queries.annotations_at(project.live, known.document, known.span.start)
    require_unlike(here, coder, chosen, known.span, round_name=known.round)
    fields: dict[str, Json] = {"code": code, "codebook_revision": codebook.revision}
    for name, value in known.attributes.items():
        definition = chosen.attribute(name)
        if definition is None or not definition.accepts(value):
            fields[ATTRIBUTE_PREFIX + name] = ""
    return _changed(project, coder, known, verb="recode", fields=fields)


def resize(project: Project, *, coder: CoderId, annotation: AnnotationId, span: Span) -> Outcome[Annotation]:
    """Move the ends of an own annotation; nothing else moves with it."""
    known = own_annotation(project, coder, annotation)
    if known.span == span:
        return Outcome(known)
    code = queries.codebook(project.live).by_id(known.code)
    if code is not None:
        here = queries.annotations_at(project.live, known.document, span.start)
        require_unlike(here, coder, code, span, round_name=known.round)
    moved = passage(text_of(project, known.document), span)
    return _changed(project, coder, known, verb="resize", fields={"span": moved})


def describe(
    project: Project,
    *,
    coder: CoderId,
    annotation: AnnotationId,
    attributes: Mapping[str, str] | None = None,
    memo: str | None = None,
    certainty: Certainty | None = None,
    ask_lead: bool | None = None,
) -> Outcome[Annotation]:
    """Change what an own annotation says beside its code and place; None leaves a thing as it is."""
    known = own_annotation(project, coder, annotation)
    code = queries.codebook(project.live).by_id(known.code)
    fields: dict[str, Json] = {}
    if code is not None and attributes is not None:
        fields |= _described(code, attributes, "")
    if memo is not None:
        fields["memo"] = checked_memo(memo)
    if certainty is not None:
        fields["certainty"] = certainty.value
    if ask_lead is not None:
        fields["ask_lead"] = ask_lead
    changed = {name: value for name, value in fields.items() if value != _present(known, name)}
    if not changed:
        return Outcome(known)
    return _changed(project, coder, known, verb="describe", fields=changed)


def delete(project: Project, *, coder: CoderId, annotations: Sequence[AnnotationId]) -> Outcome[int]:
    """Delete own annotations in one action; the journal keeps them, and undo brings them back."""
    known = [own_annotation(project, coder, each) for each in annotations]
    with project.action(author=coder, verb="delete") as action:
        for each in known:
            action.write("annotation", each.id, {"deleted": True})
    return Outcome(len(known), Touched.passages(known), "delete")


def _described(code: Code, attributes: Mapping[str, str], memo: str) -> dict[str, Json]:
    fields: dict[str, Json] = {}
    for name, value in attributes.items():
        require_attribute(code, name, value)
        fields[ATTRIBUTE_PREFIX + name] = value
    if memo:
        fields["memo"] = checked_memo(memo)
    return fields


def require_attribute(code: Code, name: str, value: str) -> None:
    """Raise Refused where the code does not have the attribute, or the attribute not this value."""
    definition = code.attribute(name)
    if definition is None:
        raise Refused(f"The code “{code.name}” has no attribute “{name}”.")
    if not definition.accepts(value) or len(value) > LONGEST_TEXT or is_unstorable(value):
        allowed = f": it is one of {', '.join(definition.choices)}" if definition.choices else ""
        raise Refused(f"The attribute “{name}” cannot be “{value[:80].encode(errors='replace').decode()}”{allowed}.")


def _present(known: Annotation, name: str) -> Json:
    if name.startswith(ATTRIBUTE_PREFIX):
        return known.attributes.get(name.removeprefix(ATTRIBUTE_PREFIX), "")
    present: dict[str, Json] = {
        "memo": known.memo, "certainty": known.certainty.value, "ask_lead": known.ask_lead,
    }  # fmt: skip
    return present[name]


def _as_made(known: Annotation) -> tuple[CoderId, DocumentId, CodeId, Span]:
    return known.coder_as_made, known.document, known.code_as_made, known.span


def _changed(
    project: Project, coder: CoderId, known: Annotation, *, verb: str, fields: Mapping[str, Json]
) -> Outcome[Annotation]:
    with project.action(author=coder, verb=verb) as action:
        action.write("annotation", known.id, fields)
    return _stored(project, known.id, verb)


def _stored(project: Project, annotation: AnnotationId, verb: str) -> Outcome[Annotation]:
    stored = queries.annotation(project.live, annotation)
    if stored is None:
        raise RuntimeError(f"annotation {annotation} was written and is not there")
    return Outcome(stored, Touched.passages([stored]), verb)
