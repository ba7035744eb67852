# SPDX-License-Identifier: MIT
"""``annotations_long``: one row per annotation with everything needed to place, check and count it."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from annotator.domain import Annotation, CodeId, CoderId, CompletionState, Document
from annotator.domain.tables import OFFSET_UNIT, Cell, Row, StatisticsTable, Variable
from annotator.reports.statistics import variables as of
from annotator.reports.statistics.attribute_columns import AttributeColumn, attribute_columns
from annotator.reports.statistics.study import Bounds, Study

NAME = "annotations_long"
CODERS, CONSENSUS = "coder", "consensus"


_OF_CODER = (
    of.CODER_ID,
    of.CODER,
    of.text(
        "coder_original", "Coder as written",
        "name under which it was made, where the lead declared two identities one person; else empty",
    ),
    of.yes_no(
        "coder_machine_made", "Made by a program", "true where a program made the coder's annotations, else false"
    ),
)  # fmt: skip
_OF_PASSAGE = (
    of.START,
    of.END,
    of.count("length", "Length", "characters of the passage: end_char - start_char"),
    of.count("length_counted", "Counted length", "characters of the passage outside accepted excluded regions"),
    of.UNIT_OF_OFFSETS,
    of.count("sentence_first", "First sentence", "number of the first sentence touched, from 1; empty: none"),
    of.count("sentence_last", "Last sentence", "number of the last sentence touched, from 1; empty: none"),
    of.text("quote", "Passage", "the passage itself: text[start_char:end_char]"),
    of.text("before", "Text before", "up to 32 characters of the text before the passage"),
    of.text("after", "Text after", "up to 32 characters of the text after the passage"),
)


def annotations_long(study: Study) -> StatisticsTable:
    """Build the table: documents in their order, in each by start, -end, order of the codes, coder and id."""
    columns = attribute_columns(study.codebook, values=study.attribute_values)
    return StatisticsTable(
        name=NAME,
        title="Annotations",
        description="One row per annotation: who marked which passage of which article with which code.",
        variables=_variables(study, columns),
        rows=lambda: _rows(study, columns),
        key_columns=("annotation_id",),
    )


def _variables(study: Study, columns: tuple[AttributeColumn, ...]) -> tuple[Variable, ...]:
    layers = {CODERS: "made by a coder", CONSENSUS: "settled between the coders"}
    return (
        of.ANNOTATION_ID,
        of.choice("layer", "Layer", "coder: made by a coder; consensus: what was settled", words=layers),
        *of.OF_DOCUMENT,
        *_OF_CODER,
        of.ROUND,
        of.CODE_ID,
        of.code(study.codebook),
        of.text("code_name", "Name of the code", "name of the code as the codebook shows it"),
        of.text(
            "code_original", "Code as applied",
            "short name of the code as it was applied, where the lead mapped it to another; else empty",
        ),
        of.text("category", "Category of the code", "category of the code; empty where it has none"),
        *_OF_PASSAGE,
        of.CERTAINTY,
        of.text("memo", "Memo", "the coder's note on this annotation; of the consensus: the judge's"),
        of.yes_no("ask_lead", "Question to the lead", "true where the coder asks the lead about it, else false"),
        of.text("attributes", "Attributes", "all attributes that are set, as one JSON object with their names"),
        *(each.variable for each in columns),
        of.CODEBOOK_REVISION,
        of.state("completion_state", "how far the coder is with the article: only finished ones count for agreement"),
        of.text("created", "Created", "when it was made, ISO 8601 in UTC; empty where that is not known"),
    )  # fmt: skip


def _rows(study: Study, columns: tuple[AttributeColumn, ...]) -> Iterator[Row]:
    lookups = _Lookups(study, columns)
    for document in study.documents:
        annotations = study.counted(document.id)
        if annotations:
            yield from lookups.rows(document, annotations)


class _Lookups:
    """What is the same for many rows, worked out once."""

    def __init__(self, study: Study, columns: tuple[AttributeColumn, ...]) -> None:
        self._study = study
        self._columns = tuple((each.attribute, each.cell) for each in columns)
        self._not_set: Row = (None,) * len(columns)
        self._codes: dict[tuple[CodeId, CodeId], Row] = {}
        self._coders: dict[tuple[CoderId, CoderId], Row] = {}

    def rows(self, document: Document, annotations: Sequence[Annotation]) -> Iterator[Row]:
        """Give the rows of one document."""
        cells = of.document_cells(document)
        created = self._study.created_of(document.id)
        starts, ends = _edges(self._study.sentences_of(document))
        excluded = self._study.excluded(document.id)
        shared: dict[tuple[str, ...], tuple[Row, str]] = {}
        for each in annotations:
            key = each.coder, each.original_coder, each.round, each.code, each.original_code
            if key not in shared:
                shared[key] = self._head(each, cells), self._state(each, document)
            head, state = shared[key]
            start, end = each.span.start, each.span.end
            length = end - start
            first, last = bisect_right(ends, start) + 1, bisect_left(starts, end)
            is_in_one = first <= last
            attributes = each.attributes
            yield (
                each.id, *head, start, end, length,
                excluded.left_of(start, end) if excluded.starts else length, OFFSET_UNIT,
                first if is_in_one else None, last if is_in_one else None,
                each.quote, each.before or None, each.after or None, str(each.certainty) or None, each.memo or None,
                each.ask_lead, _as_json(attributes) if attributes else "{}",
                *(self._of_attributes(attributes) if attributes else self._not_set),
                each.codebook_revision or None, state, created.get(each.id),
            )  # fmt: skip

    def _head(self, annotation: Annotation, cells: Row) -> Row:
        """Give the cells from the layer to the category of the code."""
        layer = CONSENSUS if annotation.coder == self._study.consensus else CODERS
        return (layer, *cells, *self._of_coder(annotation), annotation.round, *self._of_code(annotation))

    def _of_coder(self, annotation: Annotation) -> Row:
        key = annotation.coder, annotation.original_coder
        if key not in self._coders:
            people = self._study.people
            coder, original = people.get(annotation.coder), people.get(annotation.original_coder)
            self._coders[key] = (
                annotation.coder,
                coder.name if coder else None,
                (original.name if original else annotation.original_coder) or None,
                coder.machine_made if coder else False,
            )
        return self._coders[key]

    def _of_code(self, annotation: Annotation) -> Row:
        key = annotation.code, annotation.original_code
        if key not in self._codes:
            codebook = self._study.codebook
            code, original = codebook.by_id(annotation.code), codebook.by_id(annotation.original_code)
            self._codes[key] = (
                annotation.code,
                code.short_name if code else None,
                code.name if code else None,
                (original.short_name if original else annotation.original_code) or None,
                (code.category or None) if code else None,
            )
        return self._codes[key]

    def _of_attributes(self, attributes: Mapping[str, str]) -> Iterator[Cell]:
        return (cell(attributes[name]) if name in attributes else None for name, cell in self._columns)

    def _state(self, annotation: Annotation, document: Document) -> str:
        """Give the recorded state; without a record, an annotation itself says that coding has begun."""
        known = self._study.states.get((annotation.coder, document.id, annotation.round))
        found = known.state if known else CompletionState.NOT_STARTED
        begun = found in (CompletionState.NOT_STARTED, CompletionState.NOT_ASSIGNED)
        return (CompletionState.IN_PROGRESS if begun else found).value


def _edges(sentences: Bounds) -> tuple[list[int], list[int]]:
    return [start for start, _ in sentences], [end for _, end in sentences]


_encoded = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def _as_json(attributes: Mapping[str, str]) -> str:
    return _encoded(dict(attributes))
