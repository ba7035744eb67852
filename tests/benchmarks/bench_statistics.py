# SPDX-License-Identifier: MIT
"""How fast 300,000 annotations are written as a table, against a bare loop over csv.writer with the same rows.

    pytest tests/benchmarks/bench_statistics.py -s

Not part of the ordinary run. A project of 1,000 articles, each coded by three coders in 100 passages,
is exported as ``annotations_long.csv``: read, ordered, placed in sentences, written, flushed. The limit is the
smallest program that writes such a file: it has the very same rows in memory already and gives them to
csv.writer one by one. Budget: 2.5 times that, each at its best of three. Both are measured in processor
time, so that what else the machine does has no part in it.
"""

import csv
import platform
import random
import time
from pathlib import Path

from annotator import operations
from annotator.domain import Coder, CoderId, document_id
from annotator.domain.identifiers import completion_id, derived_uuid
from annotator.operations.statistics_tables import statistics_set
from annotator.store import queries
from annotator.store.project_file import ProjectFile

ARTICLES, CODERS, EACH = 1000, 3, 100
LIMIT_RATIO = 2.5
ROUNDS = 3
WORDS = (
    "Beijing",
    "trusts",
    "Moscow,",
    "nobody",
    "knows.",
    "北京",
    "信任",
    "maybe",
    "experts",
    "say",
    "👍",
    "and",
    "“so”",
)
CHOICE = operations.ExportChoice(tables=("annotations_long",))


def text(number: int) -> str:
    chance = random.Random(number)
    return " ".join(chance.choice(WORDS) for _ in range(1400))


def make(folder: Path) -> ProjectFile:
    lead = Coder(CoderId(derived_uuid("coder", "lead")), "Lead")
    project = operations.new_project(folder / "study.annotator", lead=lead)
    coders = [Coder(CoderId(derived_uuid("coder", name)), name) for name in ("Anna", "Jonas", "Zoë")]
    for coder in coders[:CODERS]:
        operations.add_coder(project, author=lead.id, coder=coder)
    with project.action(author=lead.id, verb="import texts") as action:
        for number in range(ARTICLES):
            body = text(number)
            sha256 = project.texts.add(body)
            fields = {"name": f"{number}.txt", "text_sha256": sha256, "length": len(body), "position": number}
            action.write("document", document_id(sha256), fields)
    for seed, coder in enumerate(coders[:CODERS]):
        code_by(project, coder, seed)
    return project


def code_by(project: ProjectFile, coder: Coder, seed: int) -> None:
    chance = random.Random(seed)
    codebook = queries.codebook(project.live)
    codes = [code.id for code in codebook.codes]
    with project.action(author=coder.id, verb="annotate") as action:
        for document in queries.documents(project.live):
            body = project.texts.body(document.text_sha256)
            made = (annotation((coder.id, document.id), codes, body, chance, number) for number in range(EACH))
            action.write_new("annotation", dict(made))
            action.write(
                "completion", completion_id(coder.id, document.id, "main"),
                {"coder": coder.id, "document": document.id, "round": "main", "state": "finished", "codes": codes},
            )  # fmt: skip


def annotation(
    of: tuple[str, str], codes: list[str], body: str, chance: random.Random, number: int
) -> tuple[str, dict[str, object]]:
    coder, document = of
    start = chance.randrange(len(body) - 100)
    end = start + chance.randrange(5, 100)
    span = {
        "start": start, "end": end, "quote": body[start:end], "before": body[max(0, start - 32) : start],
        "after": body[end : end + 32],
    }  # fmt: skip
    return derived_uuid("bench", coder, document, str(number)), {
        "document": document, "coder": coder, "code": codes[number % len(codes)], "round": "main", "span": span,
        "codebook_revision": "0" * 64, "memo": "as in the interview" if number % 10 == 0 else "",
        **({"attribute.speaker": f"Speaker {number % 7}"} if number % 3 == 0 else {}),
    }  # fmt: skip


def bare(path: Path, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> float:
    began = time.process_time()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow(row)
    return time.process_time() - began


def test_a_table_of_all_annotations_costs_little_more_than_writing_it(tmp_path: Path) -> None:
    project = make(tmp_path)
    path = tmp_path / "tables" / "annotations_long.csv"
    ours = []
    for _ in range(ROUNDS):
        began = time.process_time()
        report = operations.export_statistics(project, directory=path.parent, choice=CHOICE, formats=("csv",))
        ours.append(time.process_time() - began)
    (table,) = statistics_set(project, choice=CHOICE).tables
    rows = list(table.rows())
    assert report.written[0].rows == len(rows) == ARTICLES * CODERS * EACH
    limits = [bare(tmp_path / "bare.csv", table.columns, rows) for _ in range(ROUNDS)]
    operations.close_project(project)
    ratio = min(ours) / min(limits)
    print(
        f"\n{platform.machine()}, {platform.python_version()}: {len(rows):,} annotations, "
        f"{path.stat().st_size / 1e6:,.0f} MB: {min(ours):.2f} s, bare csv.writer {min(limits):.2f} s, "
        f"ratio {ratio:.2f} (at most {LIMIT_RATIO})"
    )
    assert ratio <= LIMIT_RATIO
