# SPDX-License-Identifier: MIT
"""A small study with words known beforehand: its articles, its people, who marks what; and reading it from its file."""

import csv
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator import operations
from annotator.agreement.result import Result
from annotator.domain import Annotation, CoderId
from annotator.merging.adjudication_queue import Queue
from annotator.operations import AgreementChoice, Board, Finding, Overview

LEAD = "Mara Lindqvist"
CODERS = ("Ana Petrović", "Bo Marchetti", "Cem Yıldız")
TRUST, MISTRUST = "1", "2"
"""The keys of the first two codes of a new codebook."""

Mark = tuple[str, str]
ARTICLES = {
    "port.txt": "The port of two sisters\n\nThe council trusts its engineers with every key. Nobody has asked for a "
    "receipt in years.\n\nMost captains believe the lights will hold. They may go dark one day.\n",
    "rail.txt": "A railway between neighbours\n\nBoth cities rely on one timetable. The drivers check it twice, for "
    "they were misled before.\n\n“Our word is enough,” said the station master.\n",
    "mill.txt": "The mill below the dam\n\nThe millers sleep soundly below the dam. Its keeper has never lied to "
    "them.\n\nThe insurers doubt every page of his book.\n",
    "fair.txt": "The fair of the three valleys\n\nStrangers lend each other horses at the fair. No paper is signed.\n\n"
    "Yet the sheriff counts the horses at night, and his deputy counts them again.\n",
}
MARKED: dict[str, tuple[tuple[Mark, ...], ...]] = {
    "port.txt": (
        (("trusts its engineers with every key", TRUST), ("They may go dark", MISTRUST), ("lights will hold", TRUST)),
        (("trusts its engineers", TRUST), ("They may go dark", MISTRUST)),
        (("council trusts its engineers", TRUST), ("They may go dark", MISTRUST), ("Nobody has asked", TRUST)),
    ),
    "rail.txt": (
        (("rely on one timetable", TRUST), ("check it twice", MISTRUST), ("Our word is enough", TRUST)),
        (("Both cities rely on one timetable", TRUST), ("they were misled before", MISTRUST)),
        (("rely on one timetable", TRUST), ("drivers check it twice", MISTRUST), ("misled before", MISTRUST)),
    ),
    "mill.txt": (
        (("sleep soundly", TRUST), ("has never lied", TRUST), ("doubt every page", MISTRUST)),
        (("millers sleep soundly below the dam", TRUST), ("insurers doubt", MISTRUST)),
        (("sleep soundly below the dam", TRUST), ("has never lied to them", TRUST), ("doubt every page", MISTRUST)),
    ),
    "fair.txt": (
        (("lend each other horses", TRUST), ("No paper is signed", TRUST), ("counts them again", MISTRUST)),
        (("Strangers lend each other horses", TRUST), ("No paper is signed", TRUST), ("sheriff counts", MISTRUST)),
        (("lend each other", TRUST), ("counts the horses at night", MISTRUST), ("counts them again", MISTRUST)),
    ),
}
"""By article, what each of the coders marks if the article comes to them: words and the key of a code."""

Figure = tuple[str, str, str, float | None, tuple[float, float] | None]


def marks_of(article: str, name: str) -> tuple[Mark, ...]:
    return MARKED[article][CODERS.index(name)]


def write_articles(folder: Path) -> Path:
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_bytes(text.encode())
    return folder


def figures(results: tuple[Result, ...]) -> list[Figure]:
    """What the figures say, without what they were computed from."""
    return [
        (each.measure, str(each.code), each.status.value, each.value,
         (each.interval.low, each.interval.high) if each.interval is not None else None)
        for each in results
    ]  # fmt: skip


@dataclass(frozen=True)
class Study:
    """What is in the lead's file."""

    overview: Overview
    board: Board
    annotations: dict[str, Annotation]
    figures: list[Figure]
    queue: Queue
    findings: list[Finding]

    def name_of(self, coder: CoderId) -> str:
        return self.overview.coder(coder).name


def read_study(path: Path, *, choice: AgreementChoice | None = None) -> Study:
    """Read a project that no window has open."""
    project = operations.open_project(path)
    overview = operations.overview(project)
    found = [
        annotation
        for summary in overview.documents
        for annotation in operations.article(project, document=summary.document.id).annotations
    ]
    study = Study(
        overview,
        operations.board(project),
        {each.id: each for each in found},
        figures(operations.measure_agreement(project, choice=choice).results),
        operations.adjudication(project),
        operations.check(project),
    )
    operations.close_project(project)
    return study


def table(path: Path) -> list[dict[str, str]]:
    """Give the rows of a table that was exported."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def told_by(path: Path, words: set[str]) -> set[str]:
    """Which of these words a file tells: in its bytes or, as SQLite cuts long values, in all that it says."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as reader:
        said = "\n".join(reader.iterdump()).encode()
    parts = (path.read_bytes(), said)
    encodings = ("utf-8", "utf-16-le", "utf-16-be")
    return {word for word in words for part in parts if any(word.encode(encoding) in part for encoding in encodings)}
