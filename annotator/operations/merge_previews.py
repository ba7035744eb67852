# SPDX-License-Identifier: MIT
"""What a merge would do, as JSON: what a dry run says and a window saves, and what an answers file is made from."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from annotator.exchange.outgoing_files import replacing
from annotator.merging.answers_file import questions_as_json
from annotator.merging.preview import FilePlan
from annotator.operations.export_report import ExportedFile
from annotator.operations.merge_questions import MergePreview
from annotator.operations.merging import MergeResult

_NO_ANSWERS: Mapping[str, str] = {}


def preview_as_json(
    preview: MergePreview, *, result: MergeResult | None = None, answers: Mapping[str, str] = _NO_ANSWERS
) -> dict[str, object]:
    """Give a preview as values that JSON can hold; ``result`` is what came of it, ``answers`` are filled in."""
    questions = questions_as_json(preview.questions)
    for each in questions:
        each["answer"] = answers.get(str(each["id"]), each["answer"])
    return {
        "dry_run": result is None,
        "new_changes": preview.new_changes,
        "added_changes": result.added_changes if result else 0,
        "backup": str(result.backup) if result and result.backup else "",
        "number": result.number or 0 if result else 0,
        "review_again": preview.review_again,
        "files": [_file_as_json(file) for file in preview.files],
        "questions": questions,
        "refused": [{"name": each.name, "sentence": each.sentence} for each in preview.refused],
        "warnings": list(preview.warnings),
    }


def export_merge_preview(
    preview: MergePreview, *, path: Path, answers: Mapping[str, str] = _NO_ANSWERS
) -> ExportedFile:
    """Write a preview with the answers so far; raises NotSaved where the disk refuses."""
    with replacing(path) as file:
        text = json.dumps(preview_as_json(preview, answers=answers), ensure_ascii=False, indent=2)
        file.write(f"{text}\n".encode())
    return ExportedFile(path, len(preview.files))


def _file_as_json(file: FilePlan) -> dict[str, object]:
    coders = [
        {name: value for name, value in asdict(coder).items() if name not in ("coder", "name")}
        | {"coder": coder.name, "id": coder.coder}
        for coder in file.coders
    ]
    return asdict(file) | {"coders": coders}
