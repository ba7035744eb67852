# SPDX-License-Identifier: MIT
"""What a page of the history costs in a journal of 100,000 changes.

    pytest tests/benchmarks/bench_history.py -s

Not part of the ordinary run. Each annotation is coded, recoded and described, each in an action of its
own. Budget: the first page of 50 entries in 100 ms, as every page after it and every slice of a search
for what is nowhere.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator import operations
from annotator.domain import Change, Span, new_uuid
from annotator.domain.change import payload
from annotator.operations import HistoryFilter
from annotator.operations.passages import passage
from annotator.store import journal, projection

ANNOTATIONS, REPEATS, PAGE_MS = 33_400, 7, 100.0
TEXT = "Beijing trusts Moscow, or so it says. Nobody can know that yet.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[operations.Project]:
    """Make a project and write its journal in one transaction."""
    folder: Path = tmp_path_factory.mktemp("history")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    me = operations.remember_me("Mara Lindqvist")
    made = operations.new_project(folder / "study.annotator", lead=me)
    (document,) = operations.import_texts(made, author=me.id, paths=[folder / "a.txt"]).value.added
    first, second = (code.id for code in operations.default_codebook().codes[:2])
    changes: list[Change] = []
    for number in range(ANNOTATIONS):
        entity, heads = new_uuid(), []
        place = passage(TEXT, Span.of(number % 40, number % 40 + 9))
        coded = {"document": document.id, "coder": me.id, "code": first, "round": "main", "span": place}
        for verb, fields in (("annotate", coded), ("recode", {"code": second}), ("describe", {"memo": "m"})):
            replica, sequence, reading = made.next_stamp()
            changes.append(
                Change.made(
                    replica=replica, seq=sequence, time=reading, author=me.id, action=new_uuid(), verb=verb,
                    entity=entity, payload=payload("annotation", fields), prev=heads if verb == "recode" else [],
                )
            )  # fmt: skip
            heads = [changes[-1].id]
    with made.transaction():
        journal.insert_many(made.live, changes)
        projection.fold(made.live, made.texts, dict.fromkeys(change.entity for change in changes))
    yield made
    operations.close_project(made)


def milliseconds(act: Callable[[], object]) -> float:
    taken = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return min(taken)  # what else the machine does only adds to it


@pytest.mark.parametrize(
    "wanted",
    [
        HistoryFilter(),
        HistoryFilter(verb="recode"),
        HistoryFilter(verb="create project"),
        HistoryFilter(text="nowhere"),
    ],
    ids=["newest", "frequent", "rare", "nowhere"],
)
def test_a_page(project: operations.Project, wanted: HistoryFilter) -> None:
    first = operations.history_page(project, wanted=wanted)
    pages = {"first page": "", "next page": first.next}
    for name, before in pages.items():
        taken = milliseconds(lambda place=before: operations.history_page(project, wanted=wanted, before=place))
        print(f"\n{name}: {taken:.1f} ms (budget {PAGE_MS:.0f})")
        assert taken < PAGE_MS
