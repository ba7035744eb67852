# SPDX-License-Identifier: MIT
"""``annotator agreement``: of a project, of a reliability matrix, or of spans in a table."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from annotator import operations
from annotator.agreement.catalogue import MEASURES
from annotator.agreement.question import Question, Rule
from annotator.agreement.result import Result, Status
from annotator.cli.agreement_options import agreement_options
from annotator.cli.options import ANY_PATH, json_option, opened
from annotator.cli.output import counted, say, say_json
from annotator.domain import Refused, UsageError
from annotator.operations import AgreementAnswer, AgreementChoice, AgreementInput, KeptFigures, Project
from annotator.reports.agreement_table import agreement_in_words
from annotator.reports.results_list import results_in_words

DEFAULT = ("percent", "cohen_kappa", "fleiss_kappa", "krippendorff_alpha_nominal", "positive_specific_agreement")
"""What is shown of a project where nothing is named."""

_PROJECT, _MATRIX, _SPANS = "a project", "--matrix", "--spans"
_NOT_MATRIX = (_PROJECT, _SPANS)
_GOES_WITH = {
    "metric": (_MATRIX,),
    "categories": (_MATRIX,),
    "scale": (_MATRIX,),
    "na": (_MATRIX,),
    "lengths": (_SPANS,),
    "excluded": (_SPANS,),
    "units": (_SPANS,),
    "silent": (_SPANS,),
    "exclude": (_PROJECT,),
    "round_name": (_PROJECT,),
    "retest": (_PROJECT,),
    "keep": (_PROJECT,),
    "as_kept": (_PROJECT,),
    "batch": (_PROJECT,),
    "separate_duplicates": (_PROJECT,),
    "unit": _NOT_MATRIX,
    "rule": _NOT_MATRIX,
    "coders": _NOT_MATRIX,
    "codes": _NOT_MATRIX,
    "by": _NOT_MATRIX,
}
"""What an option can be asked of. An option left as it is asks for nothing, so it goes with everything."""


@click.command()
@click.argument("project", type=ANY_PATH, required=False)
@agreement_options
@json_option
def agreement(project: Path | None, as_json: bool, as_list: bool, **given: Any) -> None:
    """Show how far the coders of PROJECT agree, per code, over the articles that they finished.

    With --matrix or --spans no project is needed. Values lie between -1 and 1; where there is none the
    reason stands in its place.
    """
    if as_list:
        list_measures(as_json=as_json)
        return
    source = _source(project, given)
    if source == _MATRIX:
        found, where = _of_matrix(given), given["matrix"]
        _show(found, as_json=as_json)
    elif source == _SPANS:
        found, where = _of_spans(given), given["spans"]
        _show(found, as_json=as_json)
    else:
        found, where = _of_project(project or Path(), given, as_json=as_json), project
    _require_anything_shared(found, where=str(where))


def _require_anything_shared(results: Sequence[Result], *, where: str) -> None:
    """Refuse what no two coders have in common, after every figure has said so: a script must not take it for done."""
    nothing = (Status.NO_SHARED_DOCUMENTS, Status.NO_UNITS)
    if results and all(result.status in nothing and not result.n for result in results):
        raise Refused(f"Nothing can be compared: {results[0].reason}.", where=where)


def _source(project: Path | None, given: Mapping[str, Any]) -> str:
    """Say what is measured; raises UsageError for none, for several, and for options of another one."""
    named = [
        name for name, there in ((_PROJECT, project), (_MATRIX, given["matrix"]), (_SPANS, given["spans"])) if there
    ]
    if len(named) != 1:
        what = " and ".join(named) if named else "none of them"
        raise UsageError(f"Name one of a project, --matrix FILE or --spans FILE; this names {what}.")
    [source] = named
    _require_fitting(source, given)
    if source == _SPANS and not given["lengths"]:
        raise UsageError("With --spans the lengths of the documents are needed as well: --lengths FILE.csv.")
    return source


def _require_fitting(source: str, given: Mapping[str, Any]) -> None:
    """Refuse an option that would change nothing in what is measured: whoever gave it expects that it does."""
    for option in click.get_current_context().command.params:
        homes = _GOES_WITH.get(option.name or "", (source,))
        if source not in homes and given[option.name or ""] not in (option.default, None, (), False):
            raise UsageError(f"{option.opts[-1]} goes with {' or '.join(homes)}, not with {source}.")
    if source == _SPANS and given["by"] == "batch":
        raise UsageError("Batches are made from when articles were finished, which only a project knows.")


def _of_matrix(given: Mapping[str, Any]) -> Sequence[Result]:
    measures: Sequence[str] | None = None if given["everything"] else given["measures"]
    return operations.matrix_results(
        given["matrix"],
        metric=given["metric"],
        measures=measures,
        categories=given["categories"] or 0,
        scale=[word.strip() for word in given["scale"].split(",")] if given["scale"] else (),
        na=given["na"] or "",
        drawn=operations.Drawn(given["interval"] or "gwet", given["level"], given["resamples"], given["seed"]),
    )


def _of_spans(given: Mapping[str, Any]) -> Sequence[Result]:
    choice = _choice(given)
    files = operations.SpanFiles(given["spans"], given["lengths"], given["excluded"], given["units"])
    found = operations.spans_codings(files, unit=choice.unit, silent=given["silent"])
    unknown = [name for name in choice.coders if name not in found.coders]
    if unknown:
        raise UsageError(f"Nobody in the spans is called “{unknown[0]}”. Its coders are: {', '.join(found.coders)}.")
    question = Question(
        coders=choice.coders or found.coders,
        codes=choice.codes or found.codes,
        unit=choice.unit,
        rule=Rule(choice.rule),
        resamples=choice.resamples,
        level=choice.level,
        seed=choice.seed,
    )
    return operations.measure_compared(operations.Compared(found.codings, question), wanted=_wanted(given))


def _of_project(project: Path, given: Mapping[str, Any], *, as_json: bool) -> Sequence[Result]:
    choice = _choice(given)
    with opened(project) as handle:
        if given["as_kept"]:
            show_kept(operations.kept_figures(handle), as_json=as_json)
            return ()
        asked = operations.gather(handle, choice=choice)
        found = operations.with_names(_measured(handle, asked, given), asked=asked)
        if given["keep"] is not None:
            operations.keep_figures(handle, name=given["keep"], snapshot=asked.snapshot, results=found)
    as_table = not (given["measures"] or given["everything"] or given["retest"]) and given["by"] == "together"
    if as_table and not as_json:
        describe_agreement(operations.compute(asked))
    else:
        _show(found, as_json=as_json)
    return found


def _measured(handle: Project, asked: AgreementInput, given: Mapping[str, Any]) -> Sequence[Result]:
    if not given["retest"]:
        return operations.measure_by_name(asked, wanted=_wanted(given))
    twice = operations.measure_retest(handle, choice=asked.choice, second=given["retest"], wanted=_wanted(given))
    return [result for each in twice for result in each.results]


def _choice(given: Mapping[str, Any]) -> AgreementChoice:
    return AgreementChoice(
        unit=given["unit"],
        rule=given["rule"],
        exclude=given["exclude"],
        coders=tuple(dict.fromkeys(given["coders"])),
        codes=tuple(dict.fromkeys(given["codes"])),
        round=given["round_name"],
        batch=given["batch"],
        resamples=given["resamples"],
        level=given["level"],
        seed=given["seed"],
        clusters=not given["separate_duplicates"],
    )


def _wanted(given: Mapping[str, Any]) -> operations.Wanted:
    names = tuple(measure.name for measure in MEASURES) if given["everything"] else given["measures"] or DEFAULT
    return operations.Wanted(measures=tuple(names), by=given["by"], intervals=given["interval"] or "documents")


def _show(results: Sequence[Result], *, as_json: bool) -> None:
    if as_json:
        say_json([result.as_json() for result in results])
    else:
        say(results_in_words(results))


def show_kept(kept: Sequence[KeptFigures], *, as_json: bool) -> None:
    """List kept figures; every number only in JSON."""
    if as_json:
        say_json([each.as_json() for each in kept])
    elif not kept:
        say("No figures were kept in this project yet; --keep NAME keeps them.")
    else:
        for each in kept:
            number = counted(len(each.results), "figure")
            say(f"{each.kept_at}  {each.name}: {number}, on change {each.snapshot.position:,} of the journal")


def list_measures(*, as_json: bool) -> None:
    """Name every measure, with what it says and where it comes from."""
    if as_json:
        say_json([
            {"measure": each.name, "label": each.label, "family": each.family.value, "explanation": each.explanation,
             "reference": each.reference}
            for each in MEASURES
        ])  # fmt: skip
        return
    for each in MEASURES:
        say(f"{each.name}\n    {each.label}. {each.explanation} ({each.reference})")


def describe_agreement(answer: AgreementAnswer) -> None:
    """Print the table per code with what it is about."""
    names: dict[str, str] = {code.id: code.short_name for code in answer.codebook.codes}
    people: dict[str, str] = {coder.id: coder.name for coder in answer.coders}
    shown = [result for result in answer.results if result.measure in DEFAULT]
    say(agreement_in_words(shown, code_names=names, coder_names=people))
    say("")
    compared, left_out = len(answer.shared), len(answer.left_out)
    if left_out:
        say(f"{counted(left_out, 'article')} left out: not finished by two of the coders.")
    if answer.excluded_characters:
        gone = counted(answer.excluded_characters, "character")
        say(f"{gone} in excluded regions left out ({answer.choice.exclude}).")
    if answer.groups:
        say(f"{counted(len(answer.groups), 'group')} of near-identical articles, each drawn as one for the intervals.")
    say(f"{counted(compared, 'article')} compared.")
