# SPDX-License-Identifier: MIT
"""``annotator adjudicate``."""

from collections import Counter
from pathlib import Path

import click

from annotator import operations
from annotator.cli.options import acting, acting_option, json_option, opened, project_argument
from annotator.cli.output import counted, say, say_json
from annotator.domain import UsageError
from annotator.merging.adjudication_queue import Entry, Progress, Queue
from annotator.merging.adjudication_rules import Boundary, Left, MergeRule
from annotator.merging.blinding import blinded
from annotator.merging.judging_figures import Followed, followed, reason_counts
from annotator.operations import PreMerge
from annotator.reports.terminal import printable

_WHY_LEFT = {
    Left.WAITING: "too few coders have finished the article",
    Left.TOO_FEW: "too few coders say so",
    Left.TIE: "as many coders say one thing as another",
    Left.EMPTY: "no characters would be left",
    Left.BROKEN_UP: "it would fall into pieces",
}


@click.command()
@project_argument
@click.option("--round", "round_name", metavar="NAME", help="The round; else the one in which this file is coded.")
@click.option("--rule", "at_least", type=click.IntRange(min=1), metavar="K", help="Decide what K coders agree on.")
@click.option(
    "--boundary",
    type=click.Choice([each.value for each in Boundary]),
    help="With --rule: which characters are taken where boundaries differ; exact unless said otherwise.",
)
@click.option(
    "--again",
    is_flag=True,
    help="With --rule: decide anew what a rule has decided before, where it comes out otherwise.",
)
@click.option("--dry-run", is_flag=True, help="With --rule: only say what would be decided.")
@acting_option
@json_option
def adjudicate(
    project: Path,
    round_name: str | None,
    at_least: int | None,
    boundary: str | None,
    acting_name: str | None,
    as_json: bool,
    **how: bool,
) -> None:
    """Show where coders compete and how much is decided; with --rule decide what needs no judge.

    A rule fills in what nobody has decided, in one step that can be undone. It never touches a
    decision of a person, nor an article that too few coders have finished. Before the first decision of
    a round the figures of agreement are kept: "annotator agreement PROJECT --kept".
    """
    if at_least is None and (boundary or any(how.values())):
        raise UsageError("--boundary, --again and --dry-run say how a rule is applied: add --rule K.")
    with opened(project) as handle:
        merged = None
        if at_least is not None:
            owed = None if how["dry_run"] else operations.figures_owed(handle, round_name=round_name)
            merged = operations.pre_merge(
                handle,
                judge=acting(acting_name, handle).id,
                rule=MergeRule(at_least, Boundary(boundary or Boundary.EXACT.value)),
                round_name=round_name,
                again=how["again"],
                dry_run=how["dry_run"],
            ).value
            if owed is not None and merged.taken:
                results = operations.figures_before_judging(owed)
                operations.keep_before_judging(handle, asked=owed, results=results)
        queue = operations.adjudication(handle, round_name=round_name)
        seed = operations.blind_seed(handle, round_name=round_name)
    shown = queue if seed is None else blinded(queue, seed=seed)
    if as_json:
        say_json(_as_json(shown, merged, is_dry=how["dry_run"]))
    else:
        _describe(shown, merged, is_dry=how["dry_run"])


def _describe(queue: Queue, merged: PreMerge | None, *, is_dry: bool) -> None:
    if merged is not None:
        would = "would decide" if is_dry else "decided"
        say(f"The rule {would} {counted(len(merged.taken), 'cluster')}.")
        if merged.kept:
            say(f"  {counted(merged.kept, 'decision')} of this rule would come out the same and stay as they are")
        for why, number in sorted(merged.left.items()):
            say(f"  left to a person: {number:,}, because {_WHY_LEFT[why]}")
    names = " (names are hidden)" if queue.is_blind else ""
    say(f"Round {printable(queue.round.name)}{names}: {_progress(queue.progress)}")
    say(f"{queue.articles_decided:,} of {counted(len(queue.articles), 'article')} decided.")
    for article in queue.articles:
        words = _progress(article.progress)
        if article.is_waiting:
            words += f"; waiting, {len(article.finished)} of {counted(article.needed, 'coder')} finished"
        say(f"  {printable(article.document.heading)}: {words}; {article.disagreement:.2%} disagreement")
    short = {code.id: code.short_name for code in queue.codes}
    for row in reason_counts(queue):
        say(f"  {printable(short.get(row.code, row.code))}, {row.reason.value}: {row.count:,}")
    for each in _followed(queue):
        name = printable(queue.name_of(each.coder))
        say(f"  {name} was followed in {each.followed:,} of {counted(each.decided, 'decision')} of a person.")
    coded_too = sum(entry.judge_coded for entry in queue.entries)
    if coded_too:
        say(f"  {counted(coded_too, 'decision')} by a judge who has coded the article too.")


def _followed(queue: Queue) -> list[Followed]:
    """Give how often coders were followed, once there is anything to say and nobody is hidden."""
    return [] if queue.is_blind else [each for each in followed(queue) if each.decided]


def _progress(progress: Progress) -> str:
    parts = {
        "accepted": progress.accepted, "rejected": progress.rejected, "deferred": progress.deferred,
        "to review": progress.to_review, "waiting": progress.waiting, "undecided": progress.undecided,
    }  # fmt: skip
    said = ", ".join(f"{number:,} {word}" for word, number in parts.items() if number)
    return f"{progress.decided:,} of {counted(progress.total, 'cluster')} decided" + (f" ({said})" if said else "")


def _as_json(queue: Queue, merged: PreMerge | None, *, is_dry: bool) -> dict[str, object]:
    answer: dict[str, object] = {
        "round": queue.round.name,
        "blind": queue.is_blind,
        "progress": _progress_as_json(queue.progress),
        "documents": [
            {
                "id": article.document.id,
                "name": article.document.name,
                "finished": len(article.finished),
                "needed": article.needed,
                "decided": article.is_decided,
                "disagreement": article.disagreement,
                "progress": _progress_as_json(article.progress),
            }
            for article in queue.articles
        ],
        "clusters": [_entry_as_json(entry, queue) for entry in queue.entries],
        "reasons": [
            {"code": _short(queue, row.code), "reason": row.reason.value, "count": row.count}
            for row in reason_counts(queue)
        ],
        "followed": [
            {"coder": queue.name_of(each.coder), "followed": each.followed, "decisions": each.decided}
            for each in _followed(queue)
        ],
    }
    if merged is not None:
        left = Counter({why.value: number for why, number in merged.left.items()})
        answer["rule"] = {
            "at_least": merged.rule.at_least,
            "boundary": merged.rule.boundary.value,
            "dry_run": is_dry,
            "decided": len(merged.taken),
            "kept": merged.kept,
            "left": dict(sorted(left.items())),
        }
    return answer


def _progress_as_json(progress: Progress) -> dict[str, int]:
    return {
        "total": progress.total,
        "decided": progress.decided,
        "accepted": progress.accepted,
        "by_rule": progress.by_rule,
        "rejected": progress.rejected,
        "deferred": progress.deferred,
        "to_review": progress.to_review,
        "waiting": progress.waiting,
        "undecided": progress.undecided,
    }


def _entry_as_json(entry: Entry, queue: Queue) -> dict[str, object]:
    labels = {lane.coder: lane.label for lane in queue.article(entry.document).lanes}
    return {
        "document": entry.document,
        "code": _short(queue, entry.code),
        "start": entry.start,
        "end": entry.end,
        "kind": entry.kind.value,
        "state": entry.state.value,
        "conflict": entry.has_conflict,
        "quote": entry.quote,
        "versions": {
            labels[version.coder]: [[span.start, span.end] for span in version.spans] for version in entry.versions
        },
        "unmarked": [labels[coder] for coder in entry.silent],
        "judge_coded": entry.judge_coded,
        "decision": entry.decision.id if entry.decision else None,
        "verdict": entry.decision.verdict.value if entry.decision else None,
        "result": [[span.start, span.end] for span in entry.decision.spans] if entry.decision else [],
    }


def _short(queue: Queue, code: str) -> str:
    return next((each.short_name for each in queue.codes if each.id == code), code)
