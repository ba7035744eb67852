# SPDX-License-Identifier: MIT
"""How fast twenty coders' files are merged, against a bare loop that inserts as many rows.

    python -m pytest tests/benchmarks/bench_merge.py -s

Not part of the ordinary run. Twenty copies of one project, each with 5,000 annotations of its own
coder over 100 articles, are previewed and merged into the first, as the window does: the merge takes
what the preview has read and verified where the files' bytes are still the same. A second copy of the
project takes them in without a preview, as the command line does. The limit inserts the same changes
into a bare table of the same columns and index, in one transaction, and commits. Budget: 5 seconds for the
preview and 5 for the merge. Files are read by two workers where the program may start them, hence
``python -m``.
"""

import platform
import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from annotator import operations
from annotator.domain import Coder, CoderId, document_id
from annotator.domain.identifiers import completion_id, derived_uuid
from annotator.store import journal, queries
from annotator.store.project_file import Action, ProjectFile

FILES, ANNOTATIONS, ARTICLES = 20, 5000, 100
BUDGET_SECONDS = 5.0
WORDS = ("Beijing", "trusts", "Moscow", "nobody", "knows", "北京", "信任", "maybe", "experts", "say", "👍", "and")


def text(number: int) -> str:
    chance = random.Random(number)
    return " ".join(chance.choice(WORDS) for _ in range(1400))


def begin(folder: Path) -> Path:
    lead = Coder(CoderId(derived_uuid("coder", "lead")), "Lead")
    project = operations.new_project(folder / "lead.annotator", lead=lead)
    with project.action(author=lead.id, verb="import texts") as action:
        for number in range(ARTICLES):
            body = text(number)
            sha256 = project.texts.add(body)
            fields = {"name": f"{number}.txt", "text_sha256": sha256, "length": len(body), "position": number}
            action.write("document", document_id(sha256), fields)
    operations.close_project(project)
    return folder / "lead.annotator"


def code_by(project: ProjectFile, coder: Coder, seed: int) -> None:
    """Write this coder's annotations article by article, each as the change that a coder at work would write."""
    chance = random.Random(seed)
    codes = [code.id for code in queries.codebook(project.live).codes]
    operations.set_active_coder(project, coder=coder)
    for document in queries.documents(project.live):
        body = project.texts.body(document.text_sha256)
        with project.action(author=coder.id, verb="annotate") as action:
            for number in range(ANNOTATIONS // ARTICLES):
                _annotate(action, coder, document.id, body, chance, (codes[number % len(codes)], number))
            whole = {"coder": coder.id, "document": document.id, "round": "main", "state": "finished"}
            action.write("completion", completion_id(coder.id, document.id, "main"), whole)


def _annotate(action: Action, coder: Coder, document: str, body: str, chance: random.Random, what: tuple) -> None:
    code, number = what
    start = chance.randrange(len(body) - 60)
    end = start + chance.randrange(5, 60)
    span = {
        "start": start, "end": end, "quote": body[start:end], "before": body[max(0, start - 32) : start],
        "after": body[end : end + 32],
    }  # fmt: skip
    fields = {
        "document": document, "coder": coder.id, "code": code, "round": "main", "span": span,
        "codebook_revision": "0" * 64, "memo": "as in the interview" if number % 10 == 0 else "",
    }  # fmt: skip
    action.write("annotation", derived_uuid("bench", coder.id, document, str(number)), fields)


@pytest.fixture(scope="module")
def lead(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    folder = tmp_path_factory.mktemp("merge")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANNOTATOR_HOME", str(folder / "home"))
        path = begin(folder)
        files = []
        for number in range(FILES):
            project = operations.open_project(path)
            copy = operations.send_copy(project, path=folder / f"coder{number}.annotator")
            operations.close_project(project)
            theirs = operations.open_project(copy)
            code_by(theirs, Coder(CoderId(derived_uuid("coder", str(number))), f"Coder {number}"), number)
            operations.close_project(theirs)
            files.append(copy)
    return path, files


def bare(changes: list, target: Path) -> float:
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute(
        "CREATE TABLE change (arrival INTEGER PRIMARY KEY, id TEXT UNIQUE, replica, seq, time, author, action, verb, "
        "entity, payload, prev)"
    )
    connection.execute("CREATE INDEX change_entity ON change (entity)")
    begun = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for change in changes:
        connection.execute("INSERT INTO change VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", journal.as_row(change))
    connection.execute("COMMIT")
    seconds = time.perf_counter() - begun
    connection.close()
    return seconds


def without_preview(path: Path, files: list[Path]) -> float:
    project = operations.open_project(path)
    begun = time.perf_counter()
    operations.merge(project, author=operations.overview(project).lead, paths=files)
    seconds = time.perf_counter() - begun
    operations.close_project(project)
    return seconds


def test_twenty_files_are_merged_in_time(lead: tuple[Path, list[Path]], tmp_path: Path) -> None:
    path, files = lead
    shutil.copy(path, tmp_path / "second.annotator")
    project = operations.open_project(path)
    author = operations.overview(project).lead
    begun = time.perf_counter()
    preview = operations.preview_merge(project, paths=files)
    previewed = time.perf_counter() - begun
    begun = time.perf_counter()
    result = operations.merge(project, author=author, paths=files).value
    merged = time.perf_counter() - begun
    limit = bare(list(journal.all_changes(project.live)), tmp_path / "bare.db")
    begun = time.perf_counter()
    assert operations.merge(project, author=author, paths=files).value.added_changes == 0
    again = time.perf_counter() - begun
    operations.close_project(project)
    unseen = without_preview(tmp_path / "second.annotator", files)
    assert preview.new_changes == result.added_changes
    assert sum(coder.new for file in result.preview.files for coder in file.coders) == FILES * ANNOTATIONS
    print(
        f"\n{platform.processor() or platform.machine()}, Python {platform.python_version()}, SQLite "
        f"{sqlite3.sqlite_version}: {FILES} files of {ANNOTATIONS:,} annotations, {result.added_changes:,} changes\n"
        f"preview {previewed:.2f} s, merge {merged:.2f} s, without a preview {unseen:.2f} s, "
        f"a second time {again:.2f} s, bare inserts {limit:.2f} s: ratio {merged / limit:.1f}"
    )
    assert previewed < BUDGET_SECONDS
    assert merged < BUDGET_SECONDS
    assert again < BUDGET_SECONDS
    assert unseen < BUDGET_SECONDS
