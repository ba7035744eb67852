# SPDX-License-Identifier: MIT
"""Rows of what a file's codes and coders are here, each with what else they may be."""

from annotator.domain import Codebook, Coder
from annotator.operations import CorpusPreview
from annotator.operations.corpus_matching import AS_NEW, CodeMatch, CoderMatch, Match
from annotator.ui import words
from annotator.ui.incoming.mapping_card import MappingRow

NEW = AS_NEW


def code_rows(preview: CorpusPreview, codebook: Codebook) -> list[MappingRow]:
    """Give a row for each code of a file: the project's codes, and a new one unless it is the very same code."""
    return [_code_row(each, codebook) for each in preview.codes]


def coder_rows(preview: CorpusPreview, coders: tuple[Coder, ...]) -> list[MappingRow]:
    """Give a row for each coder of a file: the project's people, and a new one."""
    return [_coder_row(each, coders) for each in preview.coders]


def _code_row(match: CodeMatch, codebook: Codebook) -> MappingRow:
    foreign = match.foreign
    known = tuple((str(code.id), code.name) for code in codebook.codes if not code.counts_as)
    is_same = codebook.by_id(foreign.id) is not None
    new = () if is_same else ((NEW, f"New: {foreign.name or foreign.short_name}"),)
    chosen = NEW if match.how is Match.NEW else str(match.code.id)
    return MappingRow(foreign.id, foreign.name or foreign.short_name, (*new, *known), chosen)


def _coder_row(match: CoderMatch, coders: tuple[Coder, ...]) -> MappingRow:
    foreign = match.foreign
    known = tuple((str(each.id), words.coder_name(each)) for each in coders)
    is_known = any(each.id == foreign.id for each in coders)
    taken = {each.name.casefold() for each in coders}
    name = foreign.name if foreign.name.casefold() not in taken else f"{foreign.name} (2)"
    new = () if is_known else ((name, f"New: {name}"),)
    chosen = name if match.how is Match.NEW else str(match.coder.id)
    return MappingRow(foreign.id, foreign.name, (*new, *known), chosen)
