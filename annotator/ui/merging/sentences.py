# SPDX-License-Identifier: MIT
"""What the page that merges says. Pure functions over plain values; times are this computer's."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from annotator.merging.preview import CoderPlan, DifferenceKind, FilePlan, Recognised
from annotator.merging.questions import (
    AlarmDetail,
    CodeDetail,
    PersonDetail,
    PlaceDetail,
    Question,
    QuestionKind,
    ReanchorDetail,
)
from annotator.operations import MergePreview, MergeResult
from annotator.ui import words

NOTHING_WRITTEN = "This is a preview. Nothing has been written yet."
_MOST_NOTES = 3
FIGURES = ("new", "changed", "deleted", "already_there")


def of(name: str) -> str:
    """Say that something belongs to somebody."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def moment(written: str) -> datetime:
    """Read a time as the store writes it."""
    return datetime.fromisoformat(written).astimezone()


def day(written: str, *, now: datetime) -> str:
    """Say a day without its time."""
    then = moment(written)
    return f"{then.day} {then:%B}" if then.year == now.year else f"{then.day} {then:%B %Y}"


def between(first: str, last: str, *, now: datetime) -> str:
    """Say when something was done: at one time of a day, between two, or between two days."""
    begin, end = moment(first), moment(last)
    if begin.date() != end.date():
        return f"between {day(first, now=now)} and {day(last, now=now)}"
    if f"{begin:%H:%M}" == f"{end:%H:%M}":
        return f"on {day(first, now=now)} at {begin:%H:%M}"
    return f"on {day(first, now=now)} between {begin:%H:%M} and {end:%H:%M}"


def alarm_title(detail: AlarmDetail) -> str:
    """Say how many annotations are gone; those that are new in the file make up for some."""
    fewer = detail.before - detail.after
    if fewer <= 0:
        return f"{of(detail.coder_name)} file deletes {words.counted(len(detail.deleted), 'annotation')}"
    return f"{of(detail.coder_name)} file holds {words.counted(fewer, 'annotation')} fewer than this project"


def alarm_story(detail: AlarmDetail, *, now: datetime) -> str:
    """Say who deleted how many, when and where."""
    number, when = len(detail.deleted), between(detail.first, detail.last, now=now)
    said = f"{detail.coder_name} deleted {number:,} {when}"
    if not detail.articles:
        return f"{said}."
    _, name, most = detail.articles[0]
    return f"{said}, all of them in “{name}”." if most == number else f"{said}, {most:,} of them in “{name}”."


def before_words(detail: AlarmDetail, *, now: datetime) -> str:
    """Name the upper bar."""
    when = f" at last merge, {day(detail.last_merge, now=now)}" if detail.last_merge else " in this project"
    return f"{detail.before:,}{when}"


def missing_words(missing: Sequence[Question]) -> str:
    """Say which answers are missing, by what they are about."""
    if not missing:
        return ""
    verb = "answer is" if len(missing) == 1 else "answers are"
    more = f" and {len(missing) - 2:,} more" if len(missing) > 2 else ""
    named = [about(each) for each in missing[:2]]
    joined = ", ".join(named) + more if more else words.listed(named)
    return f"{len(missing):,} {verb} missing: {joined}"


def about(question: Question) -> str:
    """Say in a few words what a question is about."""
    detail = question.detail
    if isinstance(detail, AlarmDetail):
        return f"{of(detail.coder_name)} deletions"
    if isinstance(detail, ReanchorDetail):
        return f"the text of “{words.short_quote(detail.source_name, longest=40)}”"
    if isinstance(detail, PlaceDetail):
        return f"the place of “{words.short_quote(detail.quote, longest=30)}”"
    if isinstance(detail, CodeDetail | PersonDetail):
        return f"“{detail.source_name}”"
    return question.title


def title(preview: MergePreview) -> str:
    """Head the page."""
    return f"Merge {words.counted(len(preview.files) + len(preview.refused), 'file')}"


def moved(coder: CoderPlan) -> int:
    """Count what a file brings of a coder that is not here."""
    return coder.new + coder.changed + coder.deleted


def total(preview: MergePreview, *, left_out: Iterable[str] = ()) -> str:
    """Add up what the files that go in would bring together."""
    out = frozenset(left_out)
    plans = [plan for plan in preview.files if plan.name not in out]
    new, changed, deleted, known = (
        sum(getattr(coder, name) for plan in plans for coder in plan.coders) for name in FIGURES
    )
    noun = "annotation is" if new == 1 else "annotations are"
    return (
        f"{words.counted(len(plans), 'file')}: {new:,} {noun} new, {changed:,} changed, {deleted:,} deleted, "
        f"{known:,} already there."
    )


def decisions(preview: MergePreview) -> str:
    """Say what becomes of what was decided already."""
    if not preview.review_again:
        return "No decision of yours is touched."
    verb = "decision will" if preview.review_again == 1 else "decisions will"
    return f"No decision of yours is undone; {preview.review_again:,} {verb} be marked to review again."


def text_lines(preview: MergePreview) -> list[tuple[str, str, int, str]]:
    """Say how articles were recognised: (icon, head, number, explanation) per way."""
    matches = [(plan, match) for plan in preview.files for match in plan.documents]
    of_way = {way: [pair for pair in matches if pair[1].recognised is way] for way in Recognised}
    same = of_way[Recognised.SAME_TEXT] + of_way[Recognised.OTHER_NAME]
    lines = []
    if same:
        lines.append(
            ("tick", "Same text", len({match.document for _, match in same}),
             f"Recognised by content, not by file name.{_other_names(of_way[Recognised.OTHER_NAME])}")
        )  # fmt: skip
    lines.extend(
        ("question", "Nearly the same text", 1,
         f"“{match.name}” of {plan.name} is nearly “{match.near_name}”: "
         f"{found_again(match.sure, match.asked, match.lost)}")
        for plan, match in of_way[Recognised.NEARLY]
    )  # fmt: skip
    if new := of_way[Recognised.NEW]:
        names = list(dict.fromkeys(match.name for _, match in new))
        more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
        lines.append(("plus", "New articles", len(names), f"{', '.join(names[:3])}{more}"))
    return lines


def found_again(sure: int, asked: int, lost: int) -> str:
    """Say how many passages were found again on another text."""
    parts = [f"{words.counted(sure, 'passage')} found again for sure"]
    parts += [f"{asked:,} to look at"] if asked else []
    parts += [f"{lost:,} not found, which stay on their own text"] if lost else []
    return ", ".join(parts) + "."


def _other_names(found: Sequence[tuple[FilePlan, object]]) -> str:
    if not found:
        return ""
    files = list(dict.fromkeys(plan.name for plan, _ in found))
    verb = "carries another name" if len(found) == 1 else "carry other names"
    return f" {len(found):,} {verb} in {words.listed(files)}."


def settled_lines(preview: MergePreview) -> list[tuple[str, str, int, str]]:
    """Say what needed no answer: (icon, head, number, explanation); a number of 0 is not shown."""
    lines = []
    twice = [plan for plan in preview.files if plan.conflicts]
    if number := sum(plan.conflicts for plan in twice):
        where = words.listed([plan.name for plan in twice])
        lines.append(
            ("tick", "Edited twice", number, f"Changed on two computers ({where}). Both versions are kept, the later "
             "one is shown.")
        )  # fmt: skip
    lines.append(("tick", "Codebook", 0, _codebook(preview)))
    notes = dict.fromkeys(f"{plan.name}: {note}" for plan in preview.files for note in plan.notes)
    if notes:
        more = f" And {len(notes) - _MOST_NOTES:,} more of this kind." if len(notes) > _MOST_NOTES else ""
        lines.append(("info", "Good to know", len(notes), " ".join([*notes][:_MOST_NOTES]) + more))
    return lines


def _codebook(preview: MergePreview) -> str:
    added = [(plan, each) for plan in preview.files for each in plan.codebook if each.kind is DifferenceKind.ADDED]
    asked = {each.code for plan in preview.files for each in plan.codebook if each.kind is not DifferenceKind.ADDED}
    parts = []
    if added:
        names = list(dict.fromkeys(f"“{each.name}”" for _, each in added))
        parts.append(f"New: {words.listed(names[:4])}.")
    if asked:
        parts.append(f"{words.counted(len(asked), 'code')} asked about above.")
    return " ".join(parts) or "The same codes in all files."


def merged_words(result: MergeResult) -> str:
    """Say what a merge has brought."""
    plans = result.preview.files
    if not result.added_changes:
        return "Everything in these files was here already. Nothing was written."
    return f"{words.counted(len(plans), 'file')} merged, {words.counted(result.added_changes, 'change')} written."


def kinds_of(questions: Iterable[Question]) -> frozenset[QuestionKind]:
    """Give the kinds that are asked."""
    return frozenset(each.kind for each in questions)
