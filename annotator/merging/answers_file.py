# SPDX-License-Identifier: MIT
"""Questions and answers as JSON: what a dry run writes a person fills in, and the merge reads.

    {"questions": [{"id": "person:...", "choices": [{"id": "same", ...}, ...], "answer": "apart", ...}, ...]}

``answer`` comes filled with the default where there is one that needs no second look; an empty one
is no answer. The short form {"answers": {"person:...": "same"}} is read too.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict

from annotator.domain import UsageError
from annotator.merging.questions import Question

_SENTENCE = "The answers are no JSON that a dry run writes: {}. Nothing was merged."


def questions_as_json(questions: Iterable[Question]) -> list[dict[str, object]]:
    """Give questions as values that JSON can hold, each with an ``answer`` to be changed."""
    return [
        {
            "id": each.id,
            "kind": each.kind.value,
            "question": each.title,
            "explanation": each.explanation,
            "files": list(each.files),
            "choices": [{"id": choice.id, "label": choice.label} for choice in each.choices],
            "default": each.default,
            "required": each.required,
            "answer": "" if each.required else each.default,
            "detail": asdict(each.detail) if each.detail is not None else {},
        }
        for each in questions
    ]


def read_answers(text: str) -> dict[str, str]:
    """Read answers by question; raises UsageError with one sentence where they cannot be understood."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(_SENTENCE.format("it cannot be read")) from error
    if not isinstance(value, dict):
        raise UsageError(_SENTENCE.format("it is no object"))
    given = value.get("answers")
    if given is None:
        given = _filled_in(value.get("questions"))
    if not isinstance(given, dict) or not all(isinstance(choice, str) for choice in given.values()):
        raise UsageError(_SENTENCE.format("“answers” holds something else than words"))
    return {question: choice for question, choice in given.items() if choice}


def _filled_in(questions: object) -> dict[str, object]:
    if not isinstance(questions, list):
        raise UsageError(_SENTENCE.format("it holds neither “questions” nor “answers”"))
    found: dict[str, object] = {}
    for each in questions:
        if not isinstance(each, dict) or not isinstance(each.get("id"), str):
            raise UsageError(_SENTENCE.format("a question has no “id”"))
        if each["id"] in found:
            raise UsageError(_SENTENCE.format("a question stands there twice"))
        found[each["id"]] = each.get("answer", "")
    return found
