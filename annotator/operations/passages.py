# SPDX-License-Identifier: MIT
"""What coding, regions and imports share: a span of a document as the journal holds it, and who may change it."""

from annotator.domain import (
    Annotation,
    AnnotationId,
    Code,
    Codebook,
    CodeId,
    CoderId,
    CompletionState,
    Document,
    DocumentId,
    Json,
    Refused,
    Span,
)
from annotator.domain.fields import LONGEST_NAME, LONGEST_TEXT
from annotator.domain.identifiers import completion_id
from annotator.operations.projects import Project
from annotator.store import identities, queries
from annotator.store.project_file import Action
from annotator.text.quotation import context, quote


def passage(text: str, span: Span) -> dict[str, Json]:
    """Give a span with its quote and context; raises Refused where it reaches beyond the text."""
    if span.end > len(text):
        raise Refused(f"The passage ends at {span.end}, beyond the text of {len(text)} characters.")
    if not quote(text, span).strip():
        raise Refused("The passage holds nothing but white space.")
    before, after = context(text, span)
    return {"start": span.start, "end": span.end, "quote": quote(text, span), "before": before, "after": after}


def document_of(project: Project, document: DocumentId) -> Document:
    """Give a document of the project; raises Refused where it is not there."""
    found = queries.document(project.live, document)
    if found is None:
        raise Refused("This article is not in the project.", where=document)
    return found


def text_of(project: Project, document: DocumentId) -> str:
    """Give a document's text, verified against its hash."""
    return project.texts.body(document_of(project, document).text_sha256)


def usable_code(codebook: Codebook, code: CodeId) -> Code:
    """Give a code that may be applied; raises Refused for one that is unknown or retired."""
    found = codebook.by_id(code)
    if found is None:
        raise Refused("This code is not in the codebook.", where=code)
    if found.retired:
        raise Refused(f"The code “{found.name}” is retired; choose another.")
    if found.counts_as:
        target = codebook.by_id(found.counts_as)
        raise Refused(f"The code “{found.name}” counts as “{target.name if target else ''}”; choose that one.")
    return found


def own_annotation(project: Project, coder: CoderId, annotation: AnnotationId) -> Annotation:
    """Give a coder's own annotation in an article that is open to them in its round; raises Refused otherwise."""
    found = queries.annotation(project.live, annotation)
    if found is None:
        raise Refused("This annotation is no longer there.")
    if found.coder != identities.load(project.live).coder(coder):
        raise Refused("This annotation is another coder's; only its coder can change it.")
    require_open(project, coder, found.document, round_name=found.round)
    return found


def round_of(project: Project, name: str | None) -> str:
    """Give a round's name; None stands for the round in which this file is coded."""
    return project.state().active_round if name is None else name


def require_lead(project: Project, author: CoderId, *, what: str) -> None:
    """Raise Refused where this is not the lead of the project; ``what`` is what only the lead does."""
    _, lead = queries.project_name_and_lead(project.live, project.project_id)
    if author != lead:
        raise Refused(f"Only the lead of the project {what}.")


def require_open(project: Project, coder: CoderId, document: DocumentId, *, round_name: str | None = None) -> None:
    """Raise Refused where the coder has finished this document: what was counted must not move unseen."""
    if state_of(project, coder, document, round_name=round_name) is CompletionState.FINISHED:
        raise Refused("You have finished this article. Reopen it to change its coding.")


def state_of(
    project: Project, coder: CoderId, document: DocumentId, *, round_name: str | None = None
) -> CompletionState:
    """Give how far a coder is with a document in a round."""
    found = queries.completion(project.live, coder, document, round_of(project, round_name))
    return CompletionState.NOT_STARTED if found is None else found.state


def begin(project: Project, action: Action, coder: CoderId, document: DocumentId, *, round_name: str) -> None:
    """Note in the same action that the coder has begun this document, where it was not begun."""
    if state_of(project, coder, document, round_name=round_name) is CompletionState.NOT_STARTED:
        begun: dict[str, Json] = {"state": CompletionState.IN_PROGRESS.value}
        write_completion(action, coder, document, begun, round_name=round_name)


def write_completion(
    action: Action, coder: CoderId, document: DocumentId, fields: dict[str, Json], *, round_name: str
) -> None:
    """Write fields of the completion of a coder and document in a round."""
    whole: dict[str, Json] = {"coder": coder, "document": document, "round": round_name}
    action.write("completion", completion_id(coder, document, round_name), whole | fields)


def checked_round(name: str) -> str:
    """Give the name of a round that can be stored; raises Refused for one that is empty, too long or untidy."""
    if not 0 < len(name) <= LONGEST_NAME or name != " ".join(name.split()) or is_unstorable(name):
        raise Refused(f"A round has a name of 1 to {LONGEST_NAME} characters, without spaces at its ends.")
    return name


def checked_memo(memo: str) -> str:
    """Give a memo that can be stored; raises Refused for one that is too long or holds half a character."""
    if len(memo) > LONGEST_TEXT:
        raise Refused(f"A memo has at most {LONGEST_TEXT:,} characters.")
    if is_unstorable(memo):
        raise Refused("The memo holds a NUL or half of a character, which cannot be stored; type it anew.")
    return memo


def is_unstorable(word: str) -> bool:
    """Whether a text holds a NUL, which ends it for many readers, or a lone surrogate, which no UTF-8 can spell."""
    if "\0" in word:
        return True
    try:
        word.encode()
    except UnicodeEncodeError:
        return True
    return False


def require_unlike(annotations: list[Annotation], coder: CoderId, code: Code, span: Span, *, round_name: str) -> None:
    """Raise Refused where the coder has applied this code to exactly this span in this round."""
    for each in annotations:
        if coder in (each.coder, each.coder_as_made) and (each.code, each.span, each.round) == (
            code.id, span, round_name,
        ):  # fmt: skip
            raise Refused(f"You have already coded exactly this passage as “{code.name}”.")
