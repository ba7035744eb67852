# SPDX-License-Identifier: MIT
"""What is known of articles beside their texts: fields of the project's own, and values, typed, all in the journal.

The lead says which fields there are and what they hold. A value may be corrected at any time and the
correction undone; the text of an article never changes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain import CoderId, Document, DocumentId, Json, Refused, UsageError
from annotator.domain.fields import METADATA_PREFIX
from annotator.domain.metadata import BUILT_IN, MetadataField, metadata_field_id
from annotator.merging import DELETED, resolve
from annotator.operations.metadata_rules import field_called, field_fault, register_of, shortened, tidied, value_fault
from annotator.operations.outcome import EVERYTHING, Outcome
from annotator.operations.passages import document_of, require_lead
from annotator.operations.projects import Project
from annotator.store import journal, metadata_queries, queries
from annotator.store.project_file import Action

_DEFINE, _REMOVE, _REORDER, _SET = "define field", "remove field", "reorder fields", "set metadata"

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MetadataChange:
    """One value of one article, before and after; ``field`` is a built-in name or that of a field of the project."""

    document: DocumentId
    field: str
    before: str
    after: str


def metadata_fields(project: Project) -> tuple[MetadataField, ...]:
    """Give the fields that the project keeps of its articles beside those that every article has."""
    return queries.metadata_fields(project.live)


def metadata_field(project: Project, *, name: str) -> MetadataField:
    """Give the project's own field of this name or label; raises UsageError where there is none."""
    fields = metadata_fields(project)
    wanted = field_called(fields, name)
    found = next((each for each in fields if each.name == wanted), None)
    if found is not None:
        return found
    if wanted in BUILT_IN:
        raise UsageError(f"Every article has the field “{BUILT_IN[wanted]}”; it is not one of the project's own.")
    known = ", ".join(each.name for each in fields) or "none"
    raise UsageError(f"There is no field “{shortened(name)}” of articles. The project's own fields are: {known}.")


def define_metadata_field(project: Project, *, author: CoderId, field: MetadataField) -> Outcome[MetadataField]:
    """Add a field at the end, or give the one of this name (whatever its case) a label, kind and choices.

    Its ``position`` is given here. Values that were set stay, those too that the field would not take any
    more: ``check`` lists them. Raises Refused for a name or label that is missing, taken or built in.
    """
    require_lead(project, author, what="says what is kept of the articles")
    fields = metadata_fields(project)
    known = next((each for each in fields if each.name.casefold() == field.name.casefold()), None)
    if known is not None:
        made = replace(field, position=known.position)
    else:
        made = replace(field, position=1 + max((each.position for each in fields), default=-1))
    if fault := field_fault([each for each in fields if each is not known], made):
        raise Refused(fault)
    if made == known:
        return Outcome(made)
    with project.action(author=author, verb=_DEFINE) as action:
        write_field(project, action, made)
    return Outcome(made, EVERYTHING, _DEFINE)


def write_field(project: Project, action: Action, field: MetadataField) -> None:
    """Write what is new of a field that :func:`field_fault` has nothing against, as a part of an action."""
    entity = metadata_field_id(field.name)
    wanted: dict[str, Json] = {
        "name": field.name, "label": field.label, "kind": field.kind.value, "choices": list(field.choices),
        "position": field.position,
    }  # fmt: skip
    changes = journal.changes_of(project.live, entity)
    state = resolve(changes) if changes else None
    if state is None or state.deleted:
        action.write("metadata_field", entity, wanted)
    else:
        changed = {name: value for name, value in wanted.items() if state.values.get(name) != value}
        action.write("metadata_field", entity, changed)


def remove_metadata_field(project: Project, *, author: CoderId, name: str) -> Outcome[MetadataField]:
    """Take a field away from the articles; its values stay in the file and are there again when it comes back."""
    require_lead(project, author, what="says what is kept of the articles")
    found = metadata_field(project, name=name)
    with project.action(author=author, verb=_REMOVE) as action:
        action.write("metadata_field", metadata_field_id(found.name), {DELETED: True})
    return Outcome(found, EVERYTHING, _REMOVE)


def reorder_metadata_fields(
    project: Project, *, author: CoderId, names: Sequence[str]
) -> Outcome[tuple[MetadataField, ...]]:
    """Put the fields into this order; those that are not named follow in the order that they have."""
    require_lead(project, author, what="says what is kept of the articles")
    first = tuple(dict.fromkeys(metadata_field(project, name=name) for name in names))
    former = metadata_fields(project)
    order = [*first, *(each for each in former if each not in first)]
    moved = [(place, each) for place, each in enumerate(order) if each.position != place]
    if not moved:
        return Outcome(former)
    with project.action(author=author, verb=_REORDER) as action:
        for place, each in moved:
            action.write("metadata_field", metadata_field_id(each.name), {"position": place})
    return Outcome(metadata_fields(project), EVERYTHING, _REORDER)


def set_metadata(
    project: Project, *, author: CoderId, document: DocumentId, values: Values
) -> Outcome[tuple[MetadataChange, ...]]:
    """Set values of one article: see :func:`set_metadata_of`."""
    return set_metadata_of(project, author=author, values={document: values})


def set_metadata_of(
    project: Project, *, author: CoderId, values: Mapping[DocumentId, Values]
) -> Outcome[tuple[MetadataChange, ...]]:
    """Set values of articles as one action; gives what changed. The empty string takes a value away.

    Fields are named by name or label: title, outlet, author, date and url of every article, and the
    project's own. White space at the ends of a value is dropped, line ends become LF. Raises Refused,
    naming article, field and value, for a field that there is not and for a value that it does not take;
    nothing is then written.
    """
    require_lead(project, author, what="says what is known of the articles")
    changes = tuple(_wanted(project, values))
    if not changes:
        return Outcome(())
    with project.action(author=author, verb=_SET) as action:
        write_changes(project, action, changes)
    return Outcome(changes, EVERYTHING, _SET)


def _wanted(project: Project, values: Mapping[DocumentId, Values]) -> Iterator[MetadataChange]:
    fields = metadata_fields(project)
    for document, several in values.items():
        known = document_of(project, document)
        checked: dict[str, str] = {}
        for word, given in several.items():
            name = field_called(fields, word)
            if not name:
                raise Refused(
                    f"“{known.heading}”: there is no field “{shortened(word)}” of articles; add it first. Nothing was "
                    "written."
                )
            checked[name] = tidied(given)
            if fault := value_fault(fields, name, checked[name]):
                raise Refused(f"“{known.heading}”: {fault}; nothing was written.")
        yield from changes_to(known, checked)


def changes_to(document: Document, values: Values) -> Iterator[MetadataChange]:
    """Go through what differs from what is known of an article; ``values`` are tidied."""
    for name, value in values.items():
        before = value_of(document, name)
        if tidied(before) != value:
            yield MetadataChange(document.id, name, before, value)


def value_of(document: Document, name: str) -> str:
    """Give what an article has in a field, which is built in or the project's own; "" where that is not set."""
    return str(getattr(document, name)) if name in BUILT_IN else document.metadata.get(name, "")


def write_changes(project: Project, action: Action, changes: Sequence[MetadataChange]) -> None:
    """Write values that :func:`value_fault` has nothing against, as a part of an action."""
    by_document: dict[DocumentId, dict[str, Json]] = {}
    for each in changes:
        fields = by_document.setdefault(each.document, {})
        if each.field not in BUILT_IN:
            fields |= dict.fromkeys(_other_spellings(project, each), "")
        fields[register_of(each.field)] = each.after
    for document, fields in by_document.items():
        action.write("document", document, fields)


def _other_spellings(project: Project, change: MetadataChange) -> list[str]:
    """List the fields of the journal in which an article holds this value under the name in another case."""
    stored, folded = metadata_queries.stored_names(project.live, change.document), change.field.casefold()
    return [METADATA_PREFIX + name for name in stored if name != change.field and name.casefold() == folded]
