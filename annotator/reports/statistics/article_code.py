# SPDX-License-Identifier: MIT
"""``article_code``: one row per article, coder, round and code: how often, how much of the text, whether at all."""

from collections.abc import Iterator

from annotator.domain import CodeId, CoderId
from annotator.domain.tables import Row, StatisticsTable
from annotator.reports.statistics import variables as of
from annotator.reports.statistics.study import Place, Study, union_length

NAME = "article_code"


def article_code(study: Study) -> StatisticsTable:
    """Build the table: documents in their order, in each by round, coder and code."""
    return StatisticsTable(
        name=NAME,
        title="Articles by code",
        description=(
            "One row per article, coder, round and code. Where the coder finished the article under a codebook "
            "with the code, silence is 0; else all counts are empty. n follows the policy on duplicates; "
            "characters, share and present describe the text and leave no duplicate out."
        ),
        variables=(
            of.DOCUMENT_ID,
            of.DOCUMENT,
            of.CODER_ID,
            of.CODER,
            of.ROUND,
            of.CODE_ID,
            of.code(study.codebook),
            of.state("completion", "how far the coder is with the article in this round"),
            of.count("n", "Annotations", "annotations that count; empty where nobody can say"),
            of.count("characters", "Characters coded", "characters outside excluded regions that any of them covers"),
            of.number("share", "Share of the text", "characters coded as a part of all that are not excluded"),
            of.coded("present", "Coded at all", "1 where the article holds an annotation, 0 where it holds none"),
        ),
        rows=lambda: _rows(study),
        key_columns=("document_id", "coder_id", "round", "code_id"),
    )  # fmt: skip


def _rows(study: Study) -> Iterator[Row]:
    codes = [(code.id, code.short_name) for code in study.codes]
    for document in study.documents:
        excluded = study.excluded(document.id)
        countable = document.length - excluded.length
        numbers: dict[tuple[str, CoderId, CodeId], int] = {}
        spans: dict[tuple[str, CoderId, CodeId], list[tuple[int, int]]] = {}
        for each in study.marks_of(document.id):
            key = each.round, each.coder, each.code
            numbers[key] = numbers.get(key, 0) + each.counts
            spans.setdefault(key, []).append((excluded.close(each.start), excluded.close(each.end)))
        for name in study.rounds:
            place = Place(document, name)
            for coder in study.coders:
                state = study.completion(coder.id, place).state.value
                head = document.id, document.name or None, coder.id, coder.name, name
                for code, word in codes:
                    if not study.gives_value(coder.id, place, code):
                        yield *head, code, word, state, None, None, None, None
                        continue
                    here = spans.get((name, coder.id, code), ())
                    covered = union_length(here) if here else 0
                    share = covered / countable if countable else None
                    yield (
                        *head,
                        code,
                        word,
                        state,
                        numbers.get((name, coder.id, code), 0),
                        covered,
                        share,
                        int(bool(here)),
                    )
