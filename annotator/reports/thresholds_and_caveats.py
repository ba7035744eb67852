# SPDX-License-Identifier: MIT
"""How the figures may be read: conventions, never a verdict, and the cautions that apply to these very codings."""

from collections.abc import Iterator

from annotator.agreement.result import Result
from annotator.reports.number_words import coefficient, count, listed, percent
from annotator.reports.report_blocks import Listing, Section, Words
from annotator.reports.report_source import ALPHA, PERCENT, ReportSource, of_code

CONVENTION = (
    "Krippendorff calls figures with alpha of at least .800 reliable and draws tentative conclusions only between .667 "
    "and .800. These are conventions, not tests. Compare the lower end of the interval with them, not the value; P is "
    "the share of bootstrap samples below. What is enough depends on what a wrong conclusion would cost."
)
RARE = 0.1
FEW_CLUSTERS = 10


def reading_section(source: ReportSource) -> Section:
    """Give the convention and what has to be borne in mind here."""
    return Section("reading", "How to read these figures", (Words(CONVENTION), Listing(tuple(caveats(source)))))


def caveats(source: ReportSource) -> Iterator[str]:
    """Give the cautions that apply, each a paragraph."""
    yield from _rare_codes(source)
    yield from _unit(source)
    yield from _few_articles(source)
    yield from _unstable(source)
    yield from _machine_made(source)
    if len(source.codes) > 1:
        yield (
            "Report every code by itself, not only a pooled figure: a code on which coders agree hides one on which "
            "they do not. Methodologists also ask for the size and choice of the sample, the number and training of "
            "the coders, and where the codebook can be read (Lombard, Snyder-Duch and Bracken 2002)."
        )
    yield (
        "The articles coded twice should be drawn at random from those the study speaks of, and drawn in strata where "
        "codes are rare. How these were chosen the program cannot know: say it in the paper."
    )
    if not source.excluded_characters:
        yield (
            "No text is excluded. A repeated pull quote that one coder marks here and the other there is a "
            "disagreement about nothing: settle it in the codebook, or exclude the repetition."
        )


def _rare_codes(source: ReportSource) -> Iterator[str]:
    examples = []
    for code in source.codes:
        prevalence = source.usage_of(code).prevalence
        found, alpha = (of_code(source.figures.results, name, code=code) for name in (PERCENT, ALPHA))
        if prevalence is None or not 0 < prevalence < RARE or not _stands(found) or not _stands(alpha):
            continue
        examples.append((prevalence, source.code_name(code), found, alpha))
    if not examples:
        return
    prevalence, name, found, alpha = min(examples, key=lambda each: each[0])
    if found is None or found.value is None or alpha is None or alpha.value is None:
        return
    yield (
        f"Text without a code counts as agreement on “not this code”. {name} stands on {percent(prevalence)} of the "
        f"{source.unit}s, so percent agreement is high ({percent(found.value)}) whatever happens, and so are "
        f"coefficients such as AC1 and S, while alpha is {coefficient(alpha.value)}. Percent alone says little about "
        "a rare code."
    )


def _stands(result: Result | None) -> bool:
    return result is not None and result.value is not None


def _unit(source: ReportSource) -> Iterator[str]:
    beside = ""
    if source.beside is not None:
        beside = f" Both are shown: by {source.unit} and by {source.noun(source.beside)}."
    yield (
        "The unit changes the number: the same codings give one alpha by character and another by sentence or "
        f"paragraph (Campbell et al. 2013; Krippendorff et al. 2016).{beside} Name the unit with every figure."
    )


def clusters(source: ReportSource) -> int:
    """Count what is drawn: shared articles, those that are versions of one text together as one."""
    shared = {document.id for document in source.shared}
    together = sum(max(0, len(shared.intersection(group)) - 1) for group in source.groups)
    return len(shared) - together


def _few_articles(source: ReportSource) -> Iterator[str]:
    number = clusters(source)
    noun = "articles" if number == len(source.shared) else "clusters of articles"
    if 1 < number < FEW_CLUSTERS and source.figures.question.resamples:
        yield (
            f"The intervals rest on {number} {noun} only. Drawing again from so few articles shows too "
            "little of how articles differ, and intervals come out too narrow: read them as the least that is "
            "uncertain."
        )


def _unstable(source: ReportSource) -> Iterator[str]:
    said = []
    for code in source.codes:
        alpha = of_code(source.figures.results, ALPHA, code=code)
        undefined = alpha.interval.undefined if alpha is not None and alpha.interval is not None else 0
        if undefined:
            drawn = count(source.figures.question.resamples)
            said.append(f"{source.code_name(code)} {count(undefined)} of {drawn}")
    if said:
        yield (
            "Some bootstrap samples gave no alpha, since nobody used the code in them, and are left out of its "
            f"interval: {listed(said)}."
        )


def _machine_made(source: ReportSource) -> Iterator[str]:
    made = [coder for coder in source.coders if coder.machine_made and coder.id in source.taking_part]
    if made:
        names = listed([source.coder_name(coder.id) for coder in made])
        yield f"A program made the annotations of {names}. Agreement with a program is not agreement between people."
