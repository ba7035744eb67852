# SPDX-License-Identifier: MIT
"""What the reader has chosen about an import so far: ticks, corrections, copies, and how the files are read.

Rows are remembered by their file and name, so that a choice outlives reading everything anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.domain.model import NO_ATTRIBUTES
from annotator.exchange.articles.reading_options import ReadingOptions
from annotator.operations import ArticleChoices, ArticlePreview, ImportVerdict, NearChoice, PreviewRow
from annotator.ui.intake.wordings import META_FIELDS

Key = str


def key_of(row: PreviewRow) -> Key:
    """Name a row by its file and its name there."""
    return f"{row.file}\n{row.name}"


@dataclass
class IntakeBook:
    """Mutable; one per choice of files. ``repeated_passages``: whether these are proposed as excluded.

    ``called`` gives the titles of the project's articles, by their identities and by the hashes of their texts.
    """

    choices: ArticleChoices = field(default_factory=lambda: ArticleChoices(reading=ReadingOptions(guess=True)))
    called: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    repeated_passages: bool = False
    near_of_all: NearChoice = NearChoice.KEEP
    left_out: set[Key] = field(default_factory=set)
    near: dict[Key, NearChoice] = field(default_factory=dict)
    corrections: dict[Key, dict[str, str]] = field(default_factory=dict)

    def read_by(self, **changed: Any) -> None:  # the fields of ArticleChoices, each with its own type
        """Choose otherwise how files are read."""
        self.choices = replace(self.choices, **changed)

    def read_file_by(self, file: str, encoding: str) -> None:
        """Choose the encoding of one file; empty takes the choice back."""
        others = {name: each for name, each in self.choices.encodings.items() if name != file}
        self.read_by(encodings=others | ({file: encoding} if encoding else {}))

    def is_taken(self, row: PreviewRow) -> bool:
        """Whether a row would come in as an article."""
        return row.verdict is ImportVerdict.NEW and key_of(row) not in self.left_out

    def leave_out(self, row: PreviewRow, *, out: bool) -> None:
        """Leave a row out, or take it."""
        (self.left_out.add if out else self.left_out.discard)(key_of(row))

    def near_of(self, row: PreviewRow) -> NearChoice:
        """Give what becomes of a near-identical article."""
        return self.near.get(key_of(row), self.near_of_all)

    def choose_near(self, row: PreviewRow, choice: NearChoice) -> None:
        """Choose it for one row."""
        self.near[key_of(row)] = choice

    def choose_near_of_all(self, choice: NearChoice) -> None:
        """Choose it for all rows, those too that had a choice of their own."""
        self.near_of_all = choice
        self.near.clear()

    def value(self, row: PreviewRow, name: str) -> str:
        """Give a value as it would be stored: what was corrected, else what the file says."""
        corrected = self.corrections.get(key_of(row), {})
        if name in corrected:
            return corrected[name]
        return row.title if name == "title" else row.metadata.get(name, "")

    def correct(self, row: PreviewRow, name: str, value: str) -> None:
        """Correct a value; the one of the file takes the correction back."""
        several = self.corrections.setdefault(key_of(row), {})
        several.pop(name, None)
        if value != self.value(row, name):
            several[name] = value

    def coming(self, preview: ArticlePreview) -> list[PreviewRow]:
        """Give the rows that would become articles."""
        taken = [row for row in preview.rows if self.is_taken(row)]
        places = {row.place for row in taken}
        coming = []
        for row in taken:
            is_near = any(each.document is not None or each.row in places for each in row.near)
            if is_near and self.near_of(row) is NearChoice.SKIP:
                places.discard(row.place)
                continue
            coming.append(row)
        return coming

    def keep(self, preview: ArticlePreview) -> set[int]:
        """Give the places to take; texts that are known come along for their other names."""
        return {
            row.place
            for row in preview.rows
            if row.article is not None and (self.is_taken(row) or row.verdict is not ImportVerdict.NEW)
        }

    def near_by_place(self, preview: ArticlePreview) -> Mapping[int, NearChoice]:
        """Give the choices about copies by the places of the preview."""
        return {row.place: self.near_of(row) for row in preview.rows if row.near}

    def metadata_by_place(self, preview: ArticlePreview) -> Mapping[int, Mapping[str, str]]:
        """Give the corrections by the places of the preview."""
        found = ((row.place, self.corrections.get(key_of(row))) for row in preview.rows)
        return {place: dict(several) for place, several in found if several}

    def first_fault(self, coming: Iterable[PreviewRow]) -> tuple[PreviewRow, str] | None:
        """Give the first of these rows with a value that could not be stored as it stands, and the field's name."""
        for row in coming:
            said = row.metadata.keys() | self.corrections.get(key_of(row), {}).keys()
            for name in META_FIELDS:
                if name in said and fault_of(name, self.value(row, name)):
                    return row, name
        return None


def fault_of(name: str, value: str) -> str:
    """Say in a sentence what is wrong with a value of a field that every article has."""
    from annotator.operations.metadata_rules import tidied, value_fault

    fault = value_fault((), name, tidied(value))
    return f"{fault}." if fault else ""
