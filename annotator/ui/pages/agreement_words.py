# SPDX-License-Identifier: MIT
"""What the page says in sentences: what was compared, what a row holds, what is listed; never a verdict."""

from datetime import datetime

from annotator.agreement.result import Result
from annotator.domain import MAIN_ROUND
from annotator.operations import AgreementAnswer
from annotator.ui import words
from annotator.ui.models import agreement_figures as figures
from annotator.ui.models.agreement import (
    ALPHA,
    BELOW_HIGH,
    BELOW_LOW,
    COHEN,
    PERCENT,
    POSITIVE,
    PREVALENCE,
    SPAN_F1,
    AgreementLine,
)
from annotator.ui.models.agreement_measured import Measured
from annotator.ui.models.agreement_selection import Selection
from annotator.ui.models.unit_words import UNIT_BY_NAME
from annotator.ui.pages.agreement_cards.kinds import KIND_WORDS

CONVENTION = (
    "Alpha: Krippendorff, nominal, coded or not coded, pooled over articles; 1 is full agreement, 0 what chance alone "
    "would give. The lines in the plot, .667 and .800, are conventions, not tests: look at the interval's lower end."
)
MACHINE = "* This coding is machine-made, for demonstration."


def title(answer: AgreementAnswer) -> str:
    """Name the page, and the round where it is not the only one."""
    return "Agreement" if answer.choice.round == MAIN_ROUND else f"Agreement in round {answer.choice.round}"


def subtitle(answer: AgreementAnswer, *, now: datetime) -> str:
    """Define the number: coders, articles, unit, what is cut out, and which state of the project it is of."""
    coders, articles = words.counted(len(answer.coders), "coder"), words.counted(len(answer.shared), "article")
    two = "both" if len(answer.coders) == 2 else "two or more of them"
    unit = UNIT_BY_NAME[answer.unit].one
    gone = answer.excluded_characters
    cut = f", {words.counted(gone, 'character')} of excluded regions cut out" if gone else ", no region cut out"
    state = f" State of {when(answer.snapshot.taken, now=now)}." if answer.snapshot.taken else ""
    return f"{coders}, {articles} finished by {two}, {unit} by {unit}{cut}.{state}"


def when(moment: str, *, now: datetime) -> str:
    """Say a moment given in UTC by the reader's clock; as it stands where it is none."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    said = words.day(local, today=now)
    return said if "today" in said else f"{said}, {local:%H:%M}"


def notes(answer: AgreementAnswer) -> str:
    """Give what belongs below the table: the convention, why there is no interval, machine-made coding."""
    said = [CONVENTION]
    alphas = [result for result in answer.results if result.measure == ALPHA]
    said += dict.fromkeys(why for result in alphas if (why := figures.why_no_interval(result)))
    if any(coder.machine_made for coder in answer.coders):
        said.append(MACHINE)
    trivial = [result.reason for result in answer.results if result.value is not None and result.reason]
    said += [words.sentence(reason).rstrip(".") + "." for reason in dict.fromkeys(trivial)]
    return " ".join(said)


def in_words(line: AgreementLine, answer: AgreementAnswer) -> str:
    """Say a whole row, also what a narrow table has no room for; an undefined alpha with its reason."""
    unit = UNIT_BY_NAME[answer.unit].one
    names: dict[str, str] = {coder.id: words.coder_name(coder) for coder in answer.coders}
    spans = words.listed([f"{names[coder]} {number:,}" for coder, number in line.spans.items() if coder in names])
    said = [f"Passages: {spans}." if spans else ""]
    if prevalence := line.words(PREVALENCE):
        said.append(f"The code stands on {prevalence} of the {unit}s, over all coders.")
    percent = line.results.get(PERCENT)
    if percent is not None and percent.value is not None:
        said.append(f"They agree on {line.words(PERCENT)} of {words.counted(percent.n, unit)}.")
    said.append(_alpha_in_words(line))
    said.append(_others_in_words(line, unit))
    return " ".join(part for part in said if part)


def _alpha_in_words(line: AgreementLine) -> str:
    alpha = line.alpha
    if alpha is None or alpha.value is None:
        return f"Alpha is {line.undefined}."
    said = f"Corrected for chance, alpha is {figures.value(alpha)}"
    if alpha.interval is None:
        return f"{said}. {figures.why_no_interval(alpha)}"
    level, drawn = figures.level(alpha.interval.level), words.counted(alpha.interval.resamples or 0, "sample")
    lost = f" ({alpha.interval.undefined:,} more gave no alpha)" if alpha.interval.undefined else ""
    return (
        f"{said}, {level} interval {figures.interval(alpha.interval)} from {drawn} of articles{lost}. The share of "
        f"them below .667 is {line.words(BELOW_LOW)}, below .800 {line.words(BELOW_HIGH)}."
    )


def _others_in_words(line: AgreementLine, unit: str) -> str:
    said = []
    for column, name in ((POSITIVE, "positive agreement"), (COHEN, "Cohen's kappa"), (SPAN_F1, "span F1 (IoU .5)")):
        if (result := line.results.get(column)) is not None:
            said.append(f"{name} {_value_or_reason(result)}")
    told = f"{words.sentence(words.listed(said))}." if said else ""
    if line.needed is not None and line.needed.needed:
        low, high = (line.needed.needed[limit] for limit in sorted(line.needed.needed))
        told += f" A sample for alpha of .667 needs {low:,} {unit}s, for .800 {high:,}; there are {line.needed.have:,}."
    return told.strip()


def _value_or_reason(result: Result) -> str:
    return figures.value(result) if result.value is not None else result.reason


def listed(measured: Measured, selection: Selection, number: int, *, longest_first: bool) -> str:
    """Say what is listed below the cards."""
    if selection.cell is not None:
        one, two = (code_or_nothing(measured, code) for code in selection.cell)
        about = f"{one} by both coders" if one == two else f"{one} by one, {two} by the other"
    else:
        code = measured.code(selection.code)
        about = code.name if code is not None else "All codes"
        if selection.coders is not None:
            about += f", {words.listed([figures.short_name(measured.name_of(coder)) for coder in selection.coders])}"
        if selection.coder:
            about += f", {figures.short_name(measured.name_of(selection.coder))} and any other"
        if selection.batch:
            about += f", in {selection.batch}"
        if selection.kind is not None:
            about += f", {KIND_WORDS[selection.kind].lower()}"
        if selection.document:
            about += f", in “{heading(measured, selection.document)}”"
    order = "longest first" if longest_first else "in the order of the text"
    return f"{about}: {words.counted(number, 'passage')}, {order}"


def code_or_nothing(measured: Measured, code: str | None) -> str:
    """Name a code, or nothing."""
    found = measured.code(code) if code is not None else None
    return found.name if found is not None else "no code"


def heading(measured: Measured, document: str) -> str:
    """Name an article."""
    return next((each.heading for each in measured.answer.shared if each.id == document), "an article that is gone")
