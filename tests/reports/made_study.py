# SPDX-License-Identifier: MIT
"""A made-up study for the tests of reports: four coders, six articles, names that files could bring along."""

from dataclasses import replace
from functools import cache

from annotator.agreement.bootstrap import Drawing
from annotator.agreement.data import DocumentCodings
from annotator.agreement.disagreement import passages_behind
from annotator.agreement.figures import Figures, figures, sample_need
from annotator.agreement.measuring import results, usage
from annotator.agreement.offsets import summaries
from annotator.agreement.question import Question
from annotator.agreement.swept import sweep
from annotator.domain import Code, Codebook, CodeId, Coder, CoderId, Document, DocumentId, Snapshot
from annotator.reports.agreement_report import agreement_report
from annotator.reports.report_blocks import Report
from annotator.reports.report_source import OtherUnit, Quoted, ReportSource

CODERS = (
    Coder(CoderId("n"), "Novák"),
    Coder(CoderId("o"), "Okafor"),
    Coder(CoderId("h"), "Haddad"),
    Coder(CoderId("m"), "Trial coder", machine_made=True),
)
CODES = (
    Code(CodeId("trust"), "Evidence of trust", "trust"),
    Code(CodeId("mistrust"), "Evidence of mistrust", "mistrust"),
    Code(CodeId("quote"), "Expert quote", "quote"),
    Code(CodeId("solidarity"), "Solidarity in crisis", "solidarity"),
)
HOSTILE = "<b>R&D</b> | 50 % \\input{x} `$x$` \x1b[31m _a_ \u202eevil ![p](http://x)\nnext"
"""A name with markup of every format, a control character, a turn of direction and a line's end."""

LENGTH = 1200
ARTICLES = tuple(
    Document(DocumentId(f"d{number}"), f"{number}.txt", f"{number:064d}", LENGTH, title=f"Article number {number}")
    for number in range(1, 8)
)
SPANS = {
    "trust": ((40, 180), (400, 520), (900, 980)),
    "mistrust": ((200, 260), (610, 700)),
    "quote": ((40, 300), (700, 880)),
}
"""What one would mark in every article; each coder sees it a little differently."""
TEXT = ("The minister said that both sides keep their word, and that nobody doubts it any longer. " * 20)[:LENGTH]
SENTENCES = tuple((start, start + 100) for start in range(0, LENGTH, 100))


def codings(*, units: tuple[tuple[int, int], ...] | None = None) -> tuple[DocumentCodings, ...]:
    """Give what the coders marked: edges drift with the coder and the article, some passages are missed."""
    return tuple(_codings(number, document, units) for number, document in enumerate(ARTICLES))


def _codings(number: int, document: Document, units: tuple[tuple[int, int], ...] | None) -> DocumentCodings:
    spans = {}
    for place, coder in enumerate(CODERS):
        for code, laid in SPANS.items():
            seen = [
                (start + 7 * place * (number % 3), end + 5 * place - 3 * number)
                for index, (start, end) in enumerate(laid)
                if (index + number + place * (code != "quote")) % 5 != 4
            ]
            other = "mistrust" if code == "trust" and place == 2 and number == 3 else code
            spans.setdefault((coder.id, other), []).extend(seen)
    finished = {coder.id for coder in CODERS[: 1 if number == 6 else 3 if number == 5 else 4]}
    return DocumentCodings(document.id, LENGTH, frozenset(finished), spans, ((1000, 1050),), units)


def question(*, unit: str = "character") -> Question:
    """Ask about everything, with few samples."""
    return Question(
        coders=tuple(coder.id for coder in CODERS),
        codes=tuple(code.id for code in CODES),
        unit=unit,
        resamples=400,
        clusters={"d1": "d1", "d2": "d1"},
    )


@cache
def measured() -> Figures:
    """Compute the figures of the study, in two batches."""
    return figures(
        codings(), question(), batches={"2026 week 10": ("d1", "d2", "d3"), "2026 week 11": ("d4", "d5", "d6")}
    )


@cache
def beside() -> OtherUnit:
    """Compute the same by sentence."""
    asked = question(unit="sentence")
    swept = sweep(codings(units=SENTENCES), coders=asked.coders, codes=asked.codes, unit=asked.unit)
    used = tuple(usage(swept))
    return OtherUnit(
        question=asked,
        results=tuple(results(swept, drawing=Drawing.of(asked))),
        usage=used,
        needed=tuple(sample_need(each, coders=len(asked.coders)) for each in used),
    )


def source(**changed: object) -> ReportSource:
    """Give what the report of the study is built from; ``changed`` replaces fields."""
    found = measured()
    whom = {"coders": found.question.coders, "codes": found.question.codes}
    made = ReportSource(
        figures=found,
        coders=CODERS,
        codebook=Codebook(CODES),
        shared=ARTICLES[:6],
        left_out=ARTICLES[6:],
        missing={"n": 0, "o": 1, "h": 1, "m": 2},
        snapshot=Snapshot(position=412, digest="ab" * 32, taken="2026-04-01T00:00:00Z", latest="2026-03-14T09:26:53Z"),
        round="main",
        excluded="accepted",
        excluded_characters=300,
        groups=(("d1", "d2"),),
        version="1.2.3",
        segmenter="1",
        numpy="9.9",
        beside=beside(),
        offsets=tuple(summaries(found.offsets or (), **whom)),
        quoted=tuple(
            Quoted(each, TEXT[each.start : each.end]) for each in passages_behind(found.differences.passages)[:4]
        ),
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # the fields are typed in ReportSource


def report(**changed: object) -> Report:
    """Build the report of the study."""
    return agreement_report(source(**changed))


def hostile_source() -> ReportSource:
    """Give the study with every name and quote turned against the formats."""
    found = source()
    return replace(
        found,
        coders=tuple(replace(coder, name=f"{coder.name} {HOSTILE}") for coder in CODERS),
        codebook=Codebook(tuple(replace(code, name=f"{code.name} {HOSTILE}") for code in CODES)),
        shared=tuple(replace(document, title=f"{document.title} {HOSTILE}") for document in ARTICLES[:6]),
        left_out=tuple(replace(document, title=HOSTILE) for document in ARTICLES[6:]),
        quoted=tuple(replace(each, quote=HOSTILE) for each in found.quoted),
        round=HOSTILE,
    )
