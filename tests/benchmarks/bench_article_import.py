# SPDX-License-Identifier: MIT
"""How fast articles are taken in from a folder, against bare reading, hashing and inserting of the same files.

    pytest tests/benchmarks/bench_article_import.py -s

Not part of the ordinary run. 10,000 made plain-text articles of about 8 kB in one folder. The limit reads
each file, decodes it strictly, hashes it and inserts hash and text into a bare table, all in one durable
transaction. Against it stand preview and import together, without and with the search for near-identical
articles (every tenth is a changed version of the one before it), and an import of the same folder again.
All are measured three times in turn, and the shortest of each are compared: other programs only ever add.
The aim is three times the limit. Measured on two shared cores: four to five times, a third of it the
journal and its fold; seven to eight with the search. The budgets leave room for a busy machine.
"""

import gc
import hashlib
import platform
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from annotator import operations
from annotator.domain import Coder, CoderId
from annotator.domain.identifiers import derived_uuid

ARTICLES, WORDS, ROUNDS = 10_000, 1_150, 3
TIMES_OF_LIMIT = 6.0
TIMES_WITH_COMPARING = 10.0
LEAD = Coder(CoderId(derived_uuid("coder", "lead")), "Lead")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    for number, text in enumerate(_articles()):
        (made / f"article {number}.txt").write_text(text, encoding="utf-8")
    return made


def _articles() -> Iterator[str]:
    draw = random.Random(1)
    words = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(2, 10))) for _ in range(30_000)]
    often = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    body: list[str] = []
    for place in range(ARTICLES):
        fresh = draw.choices(words, cum_weights=often, k=WORDS)
        body = body[300:] + fresh[:300] if place % 10 == 1 else fresh
        yield "\n\n".join(" ".join(body[start : start + 60]) for start in range(0, len(body), 60))


def _bare(folder: Path, target: Path) -> None:
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("CREATE TABLE text (sha256 TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO text VALUES (?, ?)", (_row(path) for path in sorted(folder.iterdir())))
    connection.execute("COMMIT")
    connection.close()


def _row(path: Path) -> tuple[str, str]:
    data = path.read_bytes()
    return hashlib.sha256(data).hexdigest(), data.decode()


def _begun(path: Path) -> Path:
    operations.close_project(operations.new_project(path, lead=LEAD))
    return path


def _taken_in(folder: Path, target: Path, *, compares: bool) -> None:
    project = operations.open_project(target)
    choices = operations.ArticleChoices(compares=compares)
    preview = operations.preview_articles(project, paths=[folder], choices=choices)
    report = operations.import_articles(project, author=LEAD.id, preview=preview).value
    assert len(report.added) == ARTICLES
    assert sum(bool(row.near) for row in preview.rows) == (ARTICLES // 10 if compares else 0)
    operations.close_project(project)


def _again(folder: Path, target: Path) -> None:
    project = operations.open_project(target)
    preview = operations.preview_articles(project, paths=[folder])
    assert operations.import_articles(project, author=LEAD.id, preview=preview).value.added == ()
    operations.close_project(project)


def _seconds(work: Callable[[], None]) -> float:
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def test_ten_thousand_articles(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    limits, plain, compared, again = [], [], [], []
    for number in range(ROUNDS):
        first, second = (_begun(tmp_path / f"{word} {number}.annotator") for word in ("plain", "compared"))
        limits.append(_seconds(lambda: _bare(folder, tmp_path / f"{number}.db")))  # noqa: B023  # called at once
        plain.append(_seconds(lambda: _taken_in(folder, first, compares=False)))  # noqa: B023  # called at once
        compared.append(_seconds(lambda: _taken_in(folder, second, compares=True)))  # noqa: B023  # called at once
        again.append(_seconds(lambda: _again(folder, second)))  # noqa: B023  # called at once
    limit = min(limits)
    print(
        f"\n{platform.processor() or platform.machine()}, Python {platform.python_version()}: {ARTICLES:,} articles\n"
        f"bare {limit:.2f} s; taken in {min(plain):.2f} s, ratio {min(plain) / limit:.1f}; near-identical ones named "
        f"{min(compared):.2f} s, ratio {min(compared) / limit:.1f}; again {min(again):.2f} s"
    )
    assert min(plain) < TIMES_OF_LIMIT * limit
    assert min(compared) < TIMES_WITH_COMPARING * limit
