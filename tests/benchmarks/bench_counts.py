# SPDX-License-Identifier: MIT
"""How fast 100,000 annotations are retrieved and counted, against a bare loop over the same rows in SQL.

    pytest tests/benchmarks/bench_counts.py -s

Not part of the ordinary run. A project of 1,000 articles, each coded by three coders in 34 passages. The first
page of quotes, in each order, must be there within 100 ms of the processor. Frequencies are held against the smallest
program that counts annotations, articles and characters from the same table: one query and Counters, which knows
nothing of excluded regions, mapped people, completions or selections. Budget: 8 times that.
"""

import platform
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks import bench_statistics

from annotator import operations
from annotator.operations import CountChoice, CountKind, QuoteOrder
from annotator.store.project_file import ProjectFile

ARTICLES, EACH = 1000, 34
FIRST_PAGE = 0.1
LIMIT_RATIO = 8.0
ROUNDS = 5


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ProjectFile:
    monkeypatch.setattr(bench_statistics, "ARTICLES", ARTICLES)
    monkeypatch.setattr(bench_statistics, "EACH", EACH)
    return bench_statistics.make(tmp_path)


def fastest(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def bare(project: ProjectFile) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]], dict[object, set[str]]]:
    annotations: Counter[tuple[str, str]] = Counter()
    characters: Counter[tuple[str, str]] = Counter()
    articles: dict[object, set[str]] = {}
    rows = project.live.execute(
        "SELECT id, document, coder, code, start, end, quote, before, after, attributes, memo, certainty, round "
        "FROM annotation ORDER BY document, start, id"
    )
    for row in rows:
        key = row[2], row[3]
        annotations[key] += 1
        characters[key] += row[5] - row[4]
        articles.setdefault(key, set()).add(row[1])
    return annotations, characters, articles


def test_the_first_page_of_quotes_is_there_at_once(project: ProjectFile) -> None:
    print(f"\n{platform.machine()}, {platform.python_version()}: first page of 50 among {3 * ARTICLES * EACH:,}")
    for order in QuoteOrder:
        taken = fastest(lambda order=order: operations.retrieve(project, order=order).page())  # type: ignore[misc]  # bound now
        print(f"  by {order}: {taken * 1000:.0f} ms (at most {FIRST_PAGE * 1000:.0f})")
        assert taken <= FIRST_PAGE
    operations.close_project(project)


def test_counting_costs_little_more_than_reading_the_rows(project: ProjectFile) -> None:
    choice = CountChoice(kind=CountKind.FREQUENCIES)
    counts = operations.count(project, choice=choice)
    annotations, _, _ = bare(project)
    assert sum(row.passages for row in counts.rows) == sum(annotations.values()) == 3 * ARTICLES * EACH
    limit, ours = fastest(lambda: bare(project)), fastest(lambda: operations.count(project, choice=choice))
    print(
        f"\n{platform.machine()}, {platform.python_version()}: frequencies {ours:.2f} s, bare query and Counters "
        f"{limit:.2f} s, ratio {ours / limit:.1f} (at most {LIMIT_RATIO})"
    )
    for kind in CountKind:
        found = operations.gather_counts(project, choice=CountChoice(kind=kind))
        print(f"  {kind}: counted in {fastest(lambda found=found: operations.compute_counts(found)):.2f} s")  # type: ignore[misc]  # bound now
    operations.close_project(project)
    assert ours / limit <= LIMIT_RATIO
