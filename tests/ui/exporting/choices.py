# SPDX-License-Identifier: MIT
"""Choices for an export: as usual, narrowed in every way, with pseudonyms."""

from pathlib import Path

from annotator import operations
from annotator.operations import Overview
from annotator.ui.exporting.wanted import ExportWanted


def look(path: Path) -> Overview:
    project = operations.open_project(path)
    found = operations.overview(project)
    operations.close_project(project)
    return found


def choices(overview: Overview) -> list[ExportWanted]:
    codes, coders = overview.codebook.codes, overview.coders
    narrowed = ExportWanted(
        codes=(codes[0].id, codes[1].id), coders=(coders[-1].id,), states=("in_progress", "not_started"),
        documents=(overview.documents[0].document.id,), tables=("annotations_long", "articles", "codebook"),
        duplicates="document", attributes=("holder",), unit="paragraph", rule="half", texts=True,
        for_spreadsheets=True, compressed=True, per_coder=True, crlf=True, cas_json=True, speaker="holder",
        holder="holder", target="target", codebook_form=".md", memos=False,
    )  # fmt: skip
    hidden = ExportWanted(pseudonyms=True, layer="both", rounds=("main",))
    return [ExportWanted(), narrowed, hidden]
