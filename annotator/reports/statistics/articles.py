# SPDX-License-Identifier: MIT
"""``articles``: one row per article with all that is known of it, and how much of it is excluded."""

from collections.abc import Callable, Iterator
from math import isfinite

from annotator.domain import Document
from annotator.domain.metadata import MetadataField, MetadataKind
from annotator.domain.tables import NO_LABELS, Cell, Measure, Row, StatisticsTable, Variable, VariableKind
from annotator.domain.variable_names import variable_names
from annotator.reports.statistics import variables as of
from annotator.reports.statistics.study import Study
from annotator.reports.statistics.units_wide import countable_units

NAME = "articles"


def articles(study: Study, *, with_texts: bool = False) -> StatisticsTable:
    """Build the table, in the order of the project; the texts are read only where they are asked for."""
    own = _own_columns(study)
    texts = (of.text("text", "Text", "the whole text, exactly as positions count in it"),) if with_texts else ()
    return StatisticsTable(
        name=NAME,
        title="Articles",
        description="One row per article: what is known of it, how long it is, how much of it is excluded.",
        variables=(*_BEFORE, *(variable for _, variable, _ in own), *_after(study), *texts),
        rows=lambda: _rows(study, own, with_texts=with_texts),
        key_columns=("document_id",),
    )


_BEFORE = (*of.OF_DOCUMENT[:-1], of.text("url", "Address", "address (URL) of the article; empty where none is known"))
_OwnColumn = tuple[str, Variable, Callable[[str], Cell]]


def _after(study: Study) -> tuple[Variable, ...]:
    return (
        of.TEXT_SHA256,
        of.count("characters", "Characters", "Unicode code points of the text"),
        of.count("excluded_characters", "Excluded characters", "characters in accepted excluded regions"),
        of.count("units", "Units", f"how many {study.unit}s the text has"),
        of.count("excluded_units", "Excluded units", f"how many {study.unit}s lie wholly in accepted excluded regions"),
        of.text("duplicate_group", "Near-identical articles", "the same for near-identical articles; empty: none"),
        of.text("raw_sha256", "SHA-256 of the file", "SHA-256 of the file that the article came in"),
        of.text("encoding", "Encoding", "encoding of that file"),
    )


def _own_columns(study: Study) -> tuple[_OwnColumn, ...]:
    """Give the project's own fields: name in the project, variable, and what makes a cell of a value."""
    taken = [variable.name for variable in (*_BEFORE, *_after(study))] + ["text"]
    names = variable_names((each.name for each in study.fields), taken=taken, fallback="field")
    return tuple(_own_column(study, each, name) for each, name in zip(study.fields, names, strict=True))


def _own_column(study: Study, field: MetadataField, name: str) -> _OwnColumn:
    sentence = f"the project's field “{field.name}”; empty where it is not set"
    occurring = {each.metadata.get(field.name, "") for each in study.documents} - {""}
    if field.kind is MetadataKind.NUMBER and all(field.accepts(each) and isfinite(float(each)) for each in occurring):
        variable = Variable(name, field.heading, VariableKind.NUMBER, sentence, NO_LABELS, Measure.SCALE)
        return field.name, variable, lambda value: float(value) if value else None
    if field.kind is MetadataKind.CHOICE:
        words: dict[int | str, str] = {each: each for each in field.choices}
        words |= {each: each for each in sorted(occurring - words.keys())}
        return field.name, Variable(name, field.heading, VariableKind.CHOICE, sentence, words), _word
    is_date = field.kind is MetadataKind.DATE and all(map(field.accepts, occurring))
    kind = VariableKind.DATE if is_date else VariableKind.TEXT
    return field.name, Variable(name, field.heading, kind, sentence), _word


def _word(value: str) -> Cell:
    return value or None


def _rows(study: Study, own: tuple[_OwnColumn, ...], *, with_texts: bool) -> Iterator[Row]:
    for document in study.documents:
        excluded = study.excluded(document.id)
        bounds = study.units_of(document)
        left = len(countable_units(bounds, excluded)) if excluded.starts else len(bounds)
        yield (
            *of.document_cells(document)[:-1], document.url or None,
            *(cell(document.metadata.get(name, "")) for name, _, cell in own),
            document.text_sha256, document.length, excluded.length, len(bounds), len(bounds) - left,
            *_origin(document), *((study.text_of(document),) if with_texts else ()),
        )  # fmt: skip


def _origin(document: Document) -> Row:
    return document.duplicate_group or None, document.raw_sha256 or None, document.encoding or None
