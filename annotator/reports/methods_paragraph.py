# SPDX-License-Identifier: MIT
"""The paragraph for the methods part of a paper: everything that another person needs to get the same figures."""

from collections.abc import Iterator

from annotator.reports import number_words
from annotator.reports.number_words import coefficient, count, level, listed, percent
from annotator.reports.report_blocks import Listing, Section, Tone, Words
from annotator.reports.report_source import ALPHA, KAPPA, PERCENT, POSITIVE, ReportSource, of_code
from annotator.reports.thresholds_and_caveats import clusters

PROGRAM = "Discourse Annotator"
REFERENCES = {
    PERCENT: "Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, "
    "76(5), 378–382. (percent agreement over pairs)",
    ALPHA: "Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.",
    POSITIVE: "Cicchetti, D. V., & Feinstein, A. R. (1990). High agreement but low kappa: II. Resolving the paradoxes. "
    "Journal of Clinical Epidemiology, 43(6), 551–558. (positive agreement)",
    KAPPA: "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological "
    "Measurement, 20(1), 37–46.",
    "bootstrap": "Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman & Hall. (percentile "
    "interval)",
}  # fmt: skip
_UNITS = {
    "character": "single character (Unicode code point), coded or not coded by a code",
    "word": "word",
    "sentence": "sentence",
    "paragraph": "paragraph",
    "article": "article, coded by a code where it holds at least one passage with it",
}  # fmt: skip


def methods_section(source: ReportSource) -> Section:
    """Give the paragraph, and the works that it names."""
    references = [REFERENCES[PERCENT], REFERENCES[ALPHA], REFERENCES[POSITIVE]]
    if len(source.taking_part) == 2:
        references.append(REFERENCES[KAPPA])
    if source.figures.question.resamples:
        references.append(REFERENCES["bootstrap"])
    return Section(
        "methods",
        "Methods paragraph",
        (
            Words("To copy; what stands in square brackets only you can say.", Tone.ASIDE),
            Words(methods_paragraph(source), Tone.COPY),
            Listing(tuple(sorted(references))),
        ),
    )


def methods_paragraph(source: ReportSource) -> str:
    """Write the paragraph."""
    return " ".join((*_about(source), *_counting(source), *_coefficients(source), *_values(source)))


def _about(source: ReportSource) -> Iterator[str]:
    people = [source.coder_name(coder) for coder in source.taking_part]
    everything = len(source.shared) + len(source.left_out)
    whom = "both" if len(people) == 2 else "at least two of them"
    yield (
        f"{count(len(people), 'coder').capitalize()} ({listed(people)}) [how trained, whether independent] marked "
        f"passages; agreement rests on the {count(len(source.shared), 'article')}, of {everything:,} in the project, "
        f"that {whom} finished in round “{source.round}” [how these articles were drawn]."
    )
    until = f" of {source.snapshot.latest[:10]}" if source.snapshot.latest else ""
    yield (
        f"Figures were computed with {PROGRAM} {source.version} on the frozen state{until} "
        f"({count(source.snapshot.position, 'change')}, SHA-256 {source.snapshot.digest[:16]}…)."
    )


def _counting(source: ReportSource) -> Iterator[str]:
    question = source.figures.question
    rule = ""
    if source.unit in ("word", "sentence", "paragraph"):
        half = "where passages with it cover at least half of its characters"
        touched = "as soon as a passage with it touches it"
        rule = f", coded by a code {half if question.rule.value == 'half' else touched} (segmenter {source.segmenter})"
    yield f"The unit of analysis was the {_UNITS[source.unit]}{rule}."
    if source.excluded == "none":
        yield "No text was excluded."
    else:
        kind = (
            "accepted as excluded by the lead" if source.excluded == "accepted" else "proposed or accepted as excluded"
        )
        gone = count(source.excluded_characters, "character").capitalize()
        what = " [what these were: web furniture, captions …]" if source.excluded_characters else ""
        yield f"{gone} in regions {kind}{what} were left out of every count."
    yield (
        "Every code was a question of its own, so codes may overlap; overlapping passages of one coder with one "
        "code were joined. An article that a coder did not finish counts as missing, a finished one without a "
        "passage as not coded."
    )


def _coefficients(source: ReportSource) -> Iterator[str]:
    question = source.figures.question
    names = ["percent agreement (Fleiss 1971)", "Krippendorff's alpha (nominal, binary per code; Krippendorff 2011)"]
    names.append("positive specific agreement (Cicchetti and Feinstein 1990)")
    if len(source.taking_part) == 2:
        names.append("Cohen's kappa (Cohen 1960)")
    yield f"Coefficients are {listed(names)}, from sums pooled over articles."
    if not question.resamples:
        yield "No intervals were computed."
        return
    together = len(source.shared) - clusters(source)
    as_one = ", near-identical articles drawn together" if together else ""
    undefined = [
        (code, alpha.interval.undefined)
        for code in source.codes
        if (alpha := of_code(source.figures.results, ALPHA, code=code)) is not None and alpha.interval is not None
    ]
    lost = [f"{source.code_name(code)} {count(number)}" for code, number in undefined if number]
    without = f"; samples without a value were left out ({listed(lost)})" if lost else "; every sample gave a value"
    yield (
        f"{level(question.level)} intervals are percentile intervals from {count(question.resamples)} bootstrap "
        f"samples of {count(clusters(source), 'cluster')} of articles{as_one} (Efron and Tibshirani 1993; seed "
        f"{question.seed}, numpy {source.numpy}){without if undefined else ''}."
    )


def _values(source: ReportSource) -> Iterator[str]:
    for code in source.codes:
        alpha = of_code(source.figures.results, ALPHA, code=code)
        share = of_code(source.figures.results, PERCENT, code=code)
        prevalence = source.usage_of(code).prevalence
        if alpha is None or alpha.value is None:
            reason = alpha.reason if alpha is not None else "not measured"
            yield f"{source.code_name(code)}: alpha {reason}."
            continue
        ends = f" {number_words.interval(alpha.interval)}" if alpha.interval is not None else " (no interval)"
        words = [f"alpha {coefficient(alpha.value)}{ends}"]
        if share is not None and share.value is not None:
            words.append(f"agreement {percent(share.value)}")
        if prevalence is not None:
            words.append(f"prevalence {percent(prevalence)}")
        yield f"{source.code_name(code)}: {', '.join(words)}."
