# SPDX-License-Identifier: MIT
"""Where misplaced annotations belong, as JSON: a dry run writes it, a person fills it in, the import reads it.

    {"misplaced": [{"key": "line 2", ..., "answer": {"start": 6, "end": 12}}, {..., "answer": "leave out"}]}

``answer`` comes filled in where a place is beyond doubt; an empty one is no answer. The short form
{"answers": {"line 2": {"start": 6, "end": 12}}} is read too.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from annotator.domain import Json, Span, UsageError
from annotator.exchange.incoming_files import opened, shown_name
from annotator.exchange.json_objects import Fault, parsed_object
from annotator.operations.corpus_import_choice import Answers
from annotator.operations.corpus_placing import Misplaced

LEAVE_OUT = "leave out"
_LARGEST_BYTES = 100_000_000
_LARGEST_POSITION = 2**53


def misplaced_as_json(several: Iterable[Misplaced]) -> list[Json]:
    """Give misplaced annotations as values that JSON can hold, each with an ``answer`` to be changed."""
    return [_as_json(each) for each in several]


def read_corpus_answers(path: Path) -> Answers:
    """Read answers by key; raises UsageError, naming the file, where they cannot be understood."""
    with opened(path, maximum_bytes=_LARGEST_BYTES) as file:
        data = file.read()
    try:
        value = parsed_object(data)
        given = value["answers"] if "answers" in value else _filled_in(value.get("misplaced"))
        if not isinstance(given, dict):
            raise Fault("“answers” is no object")
        return {key: _span(key, answer) for key, answer in given.items() if answer not in ("", None)}
    except Fault as fault:
        raise UsageError(
            f"The answers are none that a dry run with --json writes: {fault}. Nothing was done.",
            where=shown_name(path),
        ) from fault


def _as_json(each: Misplaced) -> Json:
    annotation = each.annotation
    places: list[Json] = [{"start": place.start, "end": place.end, "score": place.score} for place in each.found.places]
    best = each.found.places[0] if each.is_sure else None
    return {
        "key": each.key, "document": annotation.document, "start": int(annotation.span.start),
        "end": int(annotation.span.end), "before": annotation.before, "quote": annotation.quote,
        "after": annotation.after, "places": places, "sure": each.is_sure,
        "answer": {"start": best.start, "end": best.end} if best else "",
    }  # fmt: skip


def _filled_in(several: object) -> dict[str, object]:
    if not isinstance(several, list):
        raise Fault("it holds neither “misplaced” nor “answers”")
    found: dict[str, object] = {}
    for each in several:
        if not isinstance(each, dict) or not isinstance(each.get("key"), str):
            raise Fault("one of “misplaced” has no “key”")
        if each["key"] in found:
            raise Fault(f"“{each['key'][:80]}” stands there twice")
        found[each["key"]] = each.get("answer", "")
    return found


def _span(key: str, answer: object) -> Span | None:
    if answer == LEAVE_OUT:
        return None
    if isinstance(answer, Mapping) and answer.keys() == {"start", "end"}:
        start, end = answer["start"], answer["end"]
        if type(start) is int and type(end) is int and 0 <= start < end <= _LARGEST_POSITION:
            return Span.of(start, end)
    raise Fault(f"the answer to “{key[:80]}” is neither a start and an end nor “{LEAVE_OUT}”")
