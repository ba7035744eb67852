# SPDX-License-Identifier: MIT
"""What leaves under pseudonyms: a list of what may, so that whatever is added to a table later stays here.

Documents, passages, codes and pseudonyms may. Names, notes, times, files and identities of people's
work do not; of attributes and of a project's own fields those do in which nobody wrote freely.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from annotator.domain import Annotation, AnnotationId, Coder, CoderId, Completion, DocumentId, Region, RegionId
from annotator.domain.tables import Cell, Row, StatisticsTable, Variable, VariableKind
from annotator.operations.pseudonyms import Pseudonyms
from annotator.reports.statistics.attribute_columns import attribute_columns
from annotator.reports.statistics.chosen_columns import only
from annotator.reports.statistics.study import Mark, Study
from annotator.reports.statistics.units_wide import PREFIX

_ARTICLE = "document_id title outlet author date text_sha256"
_CODED = "document_id coder_id coder round code"
_SETTLED = "document_id text_sha256 round code start_char end_char offset_unit quote"

_ALLOWED: Mapping[str, frozenset[str]] = MappingProxyType({
    name: frozenset(columns.split())
    for name, columns in {
        "annotations_long": (
            f"annotation_id layer {_ARTICLE} {_CODED} coder_machine_made code_name category start_char end_char length "
            "length_counted offset_unit sentence_first sentence_last quote before after certainty codebook_revision "
            "completion_state"
        ),
        "article_code": f"{_CODED} completion n characters share present",
        "articles": (
            f"{_ARTICLE} url characters excluded_characters units excluded_units duplicate_group raw_sha256 encoding "
            "text"
        ),
        "coders": "coder_id coder column machine_made finished annotations",
        "completion": "document_id coder_id coder round state codebook_revision",
        "codebook": "code name category definition counts does_not examples retired counts_as units_wide revision",
        "attributes": "code attribute label kind choices column",
        "attribute_values": f"annotation_id {_CODED} attribute value",
        "excluded_regions": "region_id document_id text_sha256 state start_char end_char offset_unit quote",
        "consensus": f"{_SETTLED} provenance state difference votes voters cluster_code verdict reason certainty blind",
        "decisions": "document_id text_sha256 round code result spans state source verdict reason certainty blind",
        "accuracy": (
            "round coder_id coder code documents character_precision character_recall character_f1 characters_marked "
            "characters_standing passage_precision passage_recall passage_f1 passages_marked passages_standing"
        ),
        "agreement": "round measure code unit coders documents n value status",
    }.items()
})  # fmt: skip
"""By table, the columns that may leave; a table that is not here does not."""

_CLOSED = (VariableKind.CHOICE, VariableKind.NUMBER, VariableKind.YES_NO, VariableKind.DATE)
_OPEN_COLUMNS = {"annotations_long": "attribute_", "articles": ""}
"""The tables whose columns a project adds to, and how the names of such columns begin."""


def pseudonymised_study(study: Study, hidden: Pseudonyms) -> Study:
    """Give a study in which people, annotations and regions have pseudonyms and nothing written freely is left."""
    return _Hiding(study, hidden).study()


class _Hiding:
    """The pseudonyms of one study, worked out once. The consensus is nobody, so it keeps its name."""

    def __init__(self, study: Study, hidden: Pseudonyms) -> None:
        self._study, self._hidden = study, hidden
        self._closed = _closed_attributes(study)
        self._people = {each: self._person(coder) for each, coder in study.people.items()}
        self._places = {code.id: place for place, code in enumerate(study.codebook.codes)}

    def study(self) -> Study:
        study = self._study
        return replace(
            study,
            coders=tuple(sorted((self._people[each.id] for each in study.coders), key=lambda coder: coder.name)),
            people={each.id: each for each in self._people.values()},
            states={
                (self._coder(coder), document, name): self._completion(each)
                for (coder, document, name), each in study.states.items()
            },
            regions={document: tuple(map(self._region, found)) for document, found in study.regions.items()},
            attribute_values={
                name: values for name, values in study.attribute_values.items() if name in self._closed
            },
            left_out=frozenset(AnnotationId(self._hidden.annotation(each)) for each in study.left_out),
            annotations_of=self._annotations_of,
            marks_of=self._marks_of,
            created_of=lambda _: {},
        )  # fmt: skip

    def _person(self, coder: Coder) -> Coder:
        if coder.id == self._study.consensus:
            return coder
        pseudonym = self._hidden.coder(coder.id)
        return Coder(CoderId(pseudonym), pseudonym, coder.machine_made)

    def _coder(self, coder: CoderId) -> CoderId:
        known = self._people.get(coder)
        return known.id if known else CoderId(self._hidden.coder(coder))

    def _completion(self, completion: Completion) -> Completion:
        return replace(completion, coder=self._coder(completion.coder), reason="", reopened_at="")

    def _region(self, region: Region) -> Region:
        return replace(
            region, id=RegionId(self._hidden.region(region.id)), coder=self._coder(region.coder), memo=""
        )  # fmt: skip

    def _annotations_of(self, document: DocumentId) -> Sequence[Annotation]:
        """Give the annotations in an order of their own: that of the names would tell something of the names."""
        return sorted(map(self._annotation, self._study.annotations_of(document)), key=self._order)

    def _annotation(self, annotation: Annotation) -> Annotation:
        attributes = {name: value for name, value in annotation.attributes.items() if name in self._closed}
        return replace(
            annotation, id=AnnotationId(self._hidden.annotation(annotation.id)), coder=self._coder(annotation.coder),
            original_coder=CoderId(""), memo="", attributes=attributes,
        )  # fmt: skip

    def _order(self, annotation: Annotation) -> tuple[int, int, int, str, str]:
        span = annotation.span
        return (
            span.start,
            -span.end,
            self._places.get(annotation.code, len(self._places)),
            annotation.coder,
            annotation.id,
        )

    def _marks_of(self, document: DocumentId) -> Sequence[Mark]:
        return [each._replace(coder=self._coder(each.coder)) for each in self._study.marks_of(document)]


def _closed_attributes(study: Study) -> frozenset[str]:
    """Give the attributes in which nobody writes freely, whatever code has them."""
    columns = attribute_columns(study.codebook, values=study.attribute_values)
    return frozenset(each.attribute for each in columns if each.variable.kind in _CLOSED)


def pseudonymised_table(table: StatisticsTable, hidden: Pseudonyms) -> StatisticsTable:
    """Keep of a table what may leave, with pseudonyms for the identities that it has not from the study."""
    if table.name.startswith(PREFIX):
        return table
    change = _CHANGES.get(table.name)
    if change is not None:
        table = _changed(table, lambda cells: change(cells, hidden))
    if table.name == "accuracy":
        table = _by_pseudonym(table)
    return only(table, [variable.name for variable in table.variables if _may_leave(table.name, variable)])


_Cells = dict[str, Cell]


def _changed(table: StatisticsTable, change: Callable[[_Cells], _Cells]) -> StatisticsTable:
    def rows() -> Iterator[Row]:
        for row in table.rows():
            cells = dict(zip(table.columns, row, strict=True))
            yield tuple((cells | change(cells)).values())

    return replace(table, rows=rows)


def _by_pseudonym(table: StatisticsTable) -> StatisticsTable:
    """Put the coders of each round in the order of their pseudonyms: that of their names would tell some."""
    of_round, of_coder = (itemgetter(table.columns.index(name)) for name in ("round", "coder"))

    def rows() -> Iterator[Row]:
        for _, together in groupby(table.rows(), key=of_round):
            yield from sorted(together, key=of_coder)

    return replace(table, rows=rows)


def _of_accuracy(cells: _Cells, hidden: Pseudonyms) -> _Cells:
    pseudonym = hidden.coder(str(cells["coder_id"]))
    return {"coder_id": pseudonym, "coder": pseudonym}


def _of_agreement(cells: _Cells, hidden: Pseudonyms) -> _Cells:
    return {"coders": json.dumps(sorted(map(hidden.coder, json.loads(str(cells["coder_ids"])))), separators=(",", ":"))}


def _of_regions(cells: _Cells, hidden: Pseudonyms) -> _Cells:
    return {"region_id": hidden.region(str(cells["region_id"]))}


_CHANGES: Mapping[str, Callable[[_Cells, Pseudonyms], _Cells]] = MappingProxyType({
    "accuracy": _of_accuracy,
    "agreement": _of_agreement,
    "excluded_regions": _of_regions,
})  # fmt: skip


def _may_leave(table: str, variable: Variable) -> bool:
    if variable.name in _ALLOWED[table]:
        return True
    start = _OPEN_COLUMNS.get(table)
    is_own = start is not None and variable.name.startswith(start)
    return is_own and variable.kind in _CLOSED
