# SPDX-License-Identifier: MIT
"""All tables of the statistics export of a project, as chosen, and what holds for them together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from annotator import __version__
from annotator.domain import UsageError
from annotator.domain.tables import Cell, Row, StatisticsSet, StatisticsTable
from annotator.operations.agreement import measure_agreement
from annotator.operations.agreement_choice import AgreementChoice
from annotator.operations.consensus_tables import consensus_tables
from annotator.operations.decisions import decisions_of
from annotator.operations.export_choice import ExportChoice, policies
from annotator.operations.projects import Project
from annotator.operations.pseudonymised import pseudonymised_study, pseudonymised_table
from annotator.operations.pseudonyms import pseudonyms
from annotator.operations.statistics_gathering import gather_study
from annotator.reports import agreement_table, excluded_regions
from annotator.reports.statistics import articles, codebook, coders, described
from annotator.reports.statistics.annotations_long import annotations_long
from annotator.reports.statistics.article_code import article_code
from annotator.reports.statistics.attribute_columns import attribute_columns
from annotator.reports.statistics.chosen_columns import without_notes
from annotator.reports.statistics.study import Study
from annotator.reports.statistics.units_wide import units_wide
from annotator.store import queries
from annotator.text.boundaries import SEGMENTER_VERSION

_Rows = Callable[[], Iterable[Sequence[Cell]]]


def statistics_set(project: Project, *, choice: ExportChoice, names_state: bool = True) -> StatisticsSet:
    """Give the chosen tables of a project; they belong to its thread and may be read while it is open.

    Without ``names_state`` the digest and the time of the journal are left empty: the whole journal is read for them.
    Raises UsageError for a coder, code, round or attribute that does not exist.
    """
    study = gather_study(project, choice=choice)
    _require_attributes(study, choice)
    name = queries.project_name_and_lead(project.live, project.project_id)[0] or project.path.stem
    state = queries.snapshot(project.live) if names_state else None
    hidden = pseudonyms(project) if choice.pseudonyms else None
    shown = pseudonymised_study(study, hidden) if hidden else study
    tables = (*_of_study(shown, choice), *_of_project(project, study, choice))
    if not choice.memos or hidden:
        tables = tuple(map(without_notes, tables))
    if hidden:
        tables = tuple(pseudonymised_table(table, hidden) for table in tables)
    return StatisticsSet(
        project="" if hidden else name,
        tables=tables,
        policies=policies(choice, left_out=len(study.left_out), segmenter=SEGMENTER_VERSION),
        digest=state.digest if state else "",
        modified=state.latest if state and not hidden else "",
        application=f"Discourse Annotator {__version__}",
    )


def _require_attributes(study: Study, choice: ExportChoice) -> None:
    known = {each.attribute for each in attribute_columns(study.codebook, values=study.attribute_values)}
    for name in choice.attributes:
        if name not in known:
            names = ", ".join(sorted(known)) or "none"
            raise UsageError(f"No code has an attribute “{name[:80]}”. The attributes are: {names}.")


def _of_study(study: Study, choice: ExportChoice) -> Iterator[StatisticsTable]:
    made: dict[str, Callable[[], tuple[StatisticsTable, ...]]] = {
        "annotations_long": lambda: (annotations_long(study),),
        "units_wide": lambda: units_wide(study),
        "article_code": lambda: (article_code(study),),
        "articles": lambda: (articles.articles(study, with_texts=choice.texts),),
        "coders": lambda: (coders.coders(study),),
        "completion": lambda: (coders.completion(study),),
        "codebook": lambda: (codebook.codebook(study),),
        "attributes": lambda: (codebook.attributes(study),),
        "attribute_values": lambda: (codebook.attribute_values(study),),
    }
    for name, tables in made.items():
        if choice.wants(name):
            yield from tables()


def _of_project(project: Project, study: Study, choice: ExportChoice) -> Iterator[StatisticsTable]:
    """Give the other tables. Where nothing was decided there is no consensus to show, unless it is asked for."""
    if choice.wants("excluded_regions"):
        yield described.regions_table(lambda: _region_rows(project))
    if choice.wants("agreement"):
        yield described.agreement_as_table(lambda: _agreement_rows(project, choice))
    settled = {name for name in ("consensus", "decisions", "accuracy") if choice.wants(name)}
    if settled and (choice.tables or decisions_of(project)):
        for table in described.consensus_tables(*(_settled_rows(project, study, place) for place in range(3))):
            if table.name in settled:
                yield _of_chosen(table, study)


def _region_rows(project: Project) -> Iterator[Sequence[Cell]]:
    live = project.live
    return excluded_regions.region_rows(
        queries.regions(live), documents=queries.documents(live), coders=queries.coders(live)
    )


def _settled_rows(project: Project, study: Study, place: int) -> _Rows:
    return lambda: consensus_tables(project, round_names=study.rounds)[place].rows


def _of_chosen(table: StatisticsTable, study: Study) -> StatisticsTable:
    """Keep the rows of the chosen codes and, where they name a coder, of the chosen coders."""
    wanted: dict[str, set[str]] = {"code": {code.short_name for code in study.codes}}
    if "coder_id" in table.columns:
        wanted["coder_id"] = {coder.id for coder in study.coders}
    places = [(table.columns.index(name), values) for name, values in wanted.items()]
    return replace(
        table, rows=lambda: (row for row in table.rows() if all(row[place] in values for place, values in places))
    )


def _agreement_rows(project: Project, choice: ExportChoice) -> Iterator[Row]:
    for name in choice.rounds or (AgreementChoice().round,):
        asked = AgreementChoice(coders=choice.coders, codes=choice.codes, round=name)
        answer = measure_agreement(project, choice=asked)
        records = agreement_table.agreement_records(
            answer.results,
            code_names={code.id: code.short_name for code in answer.codebook.codes},
            coder_names={coder.id: coder.name for coder in answer.coders},
        )
        for record in records:
            yield name, *record
