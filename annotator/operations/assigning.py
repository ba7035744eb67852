# SPDX-License-Identifier: MIT
"""Assignments: who codes which articles in a round, by hand, by rule, or from a table.

As long as nobody is assigned anything in a round, everybody codes every article in it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Assignment, CoderId, Document, DocumentId, Json, Refused, UsageError
from annotator.domain.team import assignment_id
from annotator.exchange.incoming_tables import Row, Table, read_table, shown_cell
from annotator.operations.assignment_rule import AssignmentRule, assigned_by_rule
from annotator.operations.coding_rounds import chosen_round
from annotator.operations.outcome import NOTHING, Outcome, Touched
from annotator.operations.passages import require_lead
from annotator.operations.people import person_named
from annotator.operations.projects import Project
from annotator.store import queries, team_queries

COLUMNS = ("document", "coder")
EVENT = "assignment by rule"


@dataclass(frozen=True, slots=True)
class Assigned:
    """What was asked to be assigned (or taken away) in a round, and how many of these pairs changed by it.

    ``seed`` is that of a rule, else None.
    """

    round: str
    assignments: tuple[Assignment, ...]
    new: int
    seed: int | None = None

    @property
    def loads(self) -> Mapping[CoderId, int]:
        """How many articles each coder has in it."""
        return Counter(each.coder for each in self.assignments)

    @property
    def overlap(self) -> tuple[DocumentId, ...]:
        """The articles that two coders or more have in it."""
        coders = Counter(each.document for each in self.assignments)
        return tuple(document for document, number in coders.items() if number > 1)


def assignments(project: Project, *, round_name: str | None = None) -> tuple[Assignment, ...]:
    """Give who was assigned what in a round (None: the one in which this file is coded)."""
    return team_queries.assignments(project.live, chosen_round(project, round_name).name)


def assigned_documents(project: Project, *, coder: CoderId, round_name: str | None = None) -> tuple[DocumentId, ...]:
    """Give what a coder has to code in a round, in the order of the articles; all of them where nobody has any."""
    own = team_queries.assigned_to(project.live, coder, chosen_round(project, round_name).name)
    return tuple(each.id for each in queries.documents(project.live) if own is None or each.id in own)


def assign(
    project: Project,
    *,
    author: CoderId,
    coders: Sequence[CoderId],
    documents: Sequence[DocumentId],
    round_name: str | None = None,
    dry_run: bool = False,
) -> Outcome[Assigned]:
    """Assign each of these articles to each of these coders, as the lead; what is assigned already stays.

    With ``dry_run``, here and below, nothing is written: the value says what would be.
    """
    _require_known(project, coders, documents)
    name = chosen_round(project, round_name).name
    wanted = [Assignment(coder, document, name) for document in documents for coder in coders]
    return _written(project, author, wanted, round_name=name, dry_run=dry_run)


def unassign(
    project: Project,
    *,
    author: CoderId,
    coders: Sequence[CoderId],
    documents: Sequence[DocumentId],
    round_name: str | None = None,
    dry_run: bool = False,
) -> Outcome[Assigned]:
    """Take articles away from coders, as the lead; what they did in them stays.

    Raises Refused in a round where everybody codes everything because nobody is assigned anything.
    """
    _require_known(project, coders, documents)
    name = chosen_round(project, round_name).name
    if not team_queries.assignments(project.live, name):
        raise Refused(
            f"Nobody is assigned anything in the round “{name}”, so everybody codes everything; assign first."
        )
    wanted = [Assignment(coder, document, name) for document in documents for coder in coders]
    return _written(project, author, wanted, round_name=name, assigned=False, dry_run=dry_run)


def assign_by_rule(
    project: Project,
    *,
    author: CoderId,
    rule: AssignmentRule,
    round_name: str | None = None,
    dry_run: bool = False,
) -> Outcome[Assigned]:
    """Assign articles at random by a rule, as the lead; what is assigned already counts, and nothing is taken away.

    The rule and its seed are kept in this file's records. Raises UsageError for a rule that cannot be met.
    """
    documents = rule.documents or tuple(each.id for each in queries.documents(project.live))
    _require_known(project, rule.coders, documents)
    name = chosen_round(project, round_name).name
    present = team_queries.assignments(project.live, name)
    wanted = assigned_by_rule(rule, documents=documents, present=present, round_name=name)
    return _written(project, author, wanted, round_name=name, rule=rule, dry_run=dry_run)


def assign_from_csv(
    project: Project, *, author: CoderId, path: Path, round_name: str | None = None, dry_run: bool = False
) -> Outcome[Assigned]:
    """Assign what a table with the columns document and coder says, as the lead: all of it or nothing.

    A document is named by its name, another name of it, its SHA-256 or its identity; a coder by name or
    identity. Raises Refused with file and line for what the project does not know, or knows twice.
    """
    name = chosen_round(project, round_name).name
    table = read_table(path, undone="nothing was assigned")
    places = table.places(COLUMNS)
    documents = _by_any_name(queries.documents(project.live))
    wanted = [_assignment(project, table, row, places, documents, round_name=name) for row in table.rows]
    if not wanted:
        raise table.refusal(table.header_line, "There is no line below the header")
    return _written(project, author, list(dict.fromkeys(wanted)), round_name=name, dry_run=dry_run)


def document_named(project: Project, *, name: str) -> Document:
    """Give the article of this name, other name, SHA-256 or identity; UsageError where there is none, or several."""
    found = _by_any_name(queries.documents(project.live)).get(name, [])
    if len(found) != 1:
        what = f"{len(found)} articles are called" if found else "There is no article"
        raise UsageError(f"{what} “{name[:200]}” in the project.")
    return found[0]


def _assignment(
    project: Project,
    table: Table,
    row: Row,
    places: Sequence[int],
    documents: Mapping[str, list[Document]],
    *,
    round_name: str,
) -> Assignment:
    document, coder = (row.cells[place] for place in places)
    found = documents.get(document, [])
    if len(found) != 1:
        what = f"{len(found)} articles of the project are" if found else "No article of the project is"
        raise table.refusal(row.line, f"{what} called {shown_cell(document)}")
    try:
        person = person_named(project, name=coder)
    except UsageError as error:
        raise table.refusal(row.line, error.sentence.rstrip(".")) from error
    return Assignment(person.id, found[0].id, round_name)


def _by_any_name(documents: Iterable[Document]) -> dict[str, list[Document]]:
    named: dict[str, list[Document]] = {}
    for each in documents:
        for word in dict.fromkeys((each.id, each.text_sha256, each.name, *each.other_names)):
            named.setdefault(word, []).append(each)
    return named


def _require_known(project: Project, coders: Sequence[CoderId], documents: Sequence[DocumentId]) -> None:
    people = {each.id for each in queries.coders(project.live)}
    if any(each not in people for each in coders):
        raise Refused("One of these coders is not in the project; nothing was changed.")
    texts = {each.id for each in queries.documents(project.live)}
    if any(each not in texts for each in documents):
        raise Refused("One of these articles is not in the project; nothing was changed.")


def _written(
    project: Project,
    author: CoderId,
    wanted: Sequence[Assignment],
    *,
    round_name: str,
    assigned: bool = True,
    rule: AssignmentRule | None = None,
    dry_run: bool = False,
) -> Outcome[Assigned]:
    """Write those of the wanted assignments that do not stand yet, in one action."""
    require_lead(project, author, what="assigns articles")
    present = set(team_queries.assignments(project.live, round_name))
    fresh = [each for each in dict.fromkeys(wanted) if (each in present) is not assigned]
    made = Assigned(round_name, tuple(wanted), len(fresh), rule.seed if rule else None)
    if dry_run or not fresh:
        return Outcome(made)
    verb = "assign" if assigned else "unassign"
    with project.action(author=author, verb=verb) as action:
        for each in fresh:
            for coder in (each.coder,) if assigned else team_queries.assigned_as(project.live, each):
                fields: dict[str, Json] = {
                    "coder": coder, "document": each.document, "round": each.round, "assigned": assigned,
                }  # fmt: skip
                action.write("assignment", assignment_id(coder, each.document, each.round), fields)
        if rule is not None:
            project.note_event(EVENT, {"round": round_name, "action": action.id, **rule.as_json()})
    return Outcome(made, _touched(fresh), verb)


def _touched(assigned: Sequence[Assignment]) -> Touched:
    return Touched(documents=frozenset(each.document for each in assigned)) if assigned else NOTHING
