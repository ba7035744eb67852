# SPDX-License-Identifier: MIT
"""What a foreign corpus holds and what became of it, in words and as JSON."""

from collections.abc import Iterable

from annotator import operations
from annotator.cli.output import counted, say
from annotator.domain import Json
from annotator.exchange.findings import Finding
from annotator.operations import CorpusImportReport, CorpusPreview

_MOST_SHOWN = 20
_NEW = "new"


def describe_preview(preview: CorpusPreview) -> None:
    """Say what would come."""
    there = len(preview.documents) - len(preview.new_documents)
    say(f"{preview.path.name} ({preview.kind.value}): {counted(len(preview.new_documents), 'new article')}, "
        f"{there:,} already there.")  # fmt: skip
    for coder in preview.coders:
        say(f"Coder {coder.foreign.name}: {_as(coder.how.value, coder.coder.name)}")
    for code in preview.codes:
        say(f"Code {code.foreign.name}: {_as(code.how.value, code.code.short_name)}")
    for word, number in sorted(preview.tally.items()):
        say(f"{number:,} {_TALLY.get(word, word)}.")
    for each in preview.misplaced[:_MOST_SHOWN]:
        where = ", ".join(f"{place.start} to {place.end}" for place in each.found.places) or "nowhere"
        sure = " (sure)" if each.is_sure else ""
        say(f"Not where the file says, {each.key}: “{each.annotation.quote[:60]}” stands at {where}{sure}")
    if len(preview.misplaced) > _MOST_SHOWN:
        say(f"... and {len(preview.misplaced) - _MOST_SHOWN:,} more.")
    _say_findings(preview.findings)
    for sample in preview.samples:
        words = f"{sample.before[-20:]}[{sample.quote[:80]}]{sample.after[:20]}".replace("\n", " ")
        say(f"  {sample.code}, {sample.coder}: {words}")
    say(f"It cannot be taken in as it is: {preview.fault}" if preview.fault else "Nothing was written.")


def describe_import(report: CorpusImportReport) -> None:
    """Say what was taken in."""
    taken = f"{counted(report.annotations, 'annotation')} and {counted(report.regions, 'excluded region')}"
    say(f"Took in {taken}, {counted(len(report.documents), 'article')}, {counted(len(report.codes), 'code')} and "
        f"{counted(len(report.coders), 'coder')}.")  # fmt: skip
    for number, words in (
        (report.updated, "changed since the last import"),
        (report.already_there, "already there"),
        (report.left_deleted, "deleted here since the last import and left so"),
        (report.moved, "put where their words stand"),
    ):
        if number:
            say(f"{number:,} {words}.")
    for key in (*report.left_out, *report.open):
        say(f"Left out: {key}")
    _say_findings(report.findings)


def report_as_json(preview: CorpusPreview, report: CorpusImportReport | None) -> dict[str, Json]:
    """Give the whole of it for a program; ``misplaced`` can be filled in and given back with --answers."""
    said: dict[str, Json] = {
        "file": preview.path.name, "format": preview.kind.value, "fault": preview.fault,
        "documents": [
            {"id": each.document.id, "name": each.document.name, "new": each.known is None}
            for each in preview.documents
        ],
        "coders": [
            {"name": each.foreign.name, "here": each.coder.name, "how": each.how.value} for each in preview.coders
        ],
        "codes": [
            {"name": each.foreign.name, "here": each.code.short_name, "how": each.how.value} for each in preview.codes
        ],
        "annotations": dict(preview.tally),
        "misplaced": operations.misplaced_as_json(preview.misplaced),
        "findings": _findings_as_json(preview.findings if report is None else report.findings),
        "written": report is not None,
    }  # fmt: skip
    if report is not None:
        said |= {
            "added": report.annotations, "regions": report.regions, "updated": report.updated,
            "already_there": report.already_there, "left_deleted": report.left_deleted, "moved": report.moved,
            "left_out": [*report.left_out, *report.open],
        }  # fmt: skip
    return said


_TALLY = {
    "annotation": "annotations are new", "region": "excluded regions are new", "updated": "would be changed",
    "already there": "are already there", "left deleted": "were deleted here and stay so",
}  # fmt: skip


def _as(how: str, name: str) -> str:
    return "new" if how == _NEW else f"{name} (by {how})"


def _say_findings(findings: Iterable[Finding]) -> None:
    for each in findings:
        places = f": {', '.join(each.places[:3])}" if each.places else ""
        say(f"{each.sentence} ({each.count:,}{places})")


def _findings_as_json(findings: Iterable[Finding]) -> list[Json]:
    return [
        {"kind": each.kind.value, "sentence": each.sentence, "count": each.count, "places": list(each.places)}
        for each in findings
    ]
