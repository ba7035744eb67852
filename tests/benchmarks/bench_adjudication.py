# SPDX-License-Identifier: MIT
"""How fast the queue of a large round is read, and how soon one decision is there and seen.

    python -m pytest tests/benchmarks/bench_adjudication.py -s

Not part of the ordinary run. Four coders with 5,000 annotations each over 100 articles. Budgets: the
whole queue in 3 seconds; a decision together with reading its article anew in 200 ms (median).
"""

import time
from statistics import median

from benchmarks.bench_merge import begin, code_by

from annotator import operations
from annotator.domain import Coder, CoderId, Verdict
from annotator.domain.identifiers import derived_uuid
from annotator.merging.adjudication_rules import Boundary, MergeRule

CODERS, DECISIONS = 4, 40
QUEUE_SECONDS, DECISION_SECONDS = 3.0, 0.2


def seconds(work):
    begun = time.perf_counter()
    made = work()
    return time.perf_counter() - begun, made


def test_queue_and_decisions(tmp_path):
    project = operations.open_project(begin(tmp_path))
    lead = operations.overview(project).lead
    for number in range(CODERS):
        code_by(project, Coder(CoderId(derived_uuid("coder", str(number))), f"Coder {number}"), number)
    reading, queue = seconds(lambda: operations.adjudication(project))
    ruling, merged = seconds(
        lambda: operations.pre_merge(project, judge=lead, rule=MergeRule(CODERS - 1, Boundary.UNION)).value
    )
    took = []
    for entry in [each for each in queue.entries if each.versions][-DECISIONS:]:
        found = operations.adjudication(project, documents=[entry.document])
        fresh = next(each for each in found.entries if each.ref.members == entry.ref.members)
        judgement = operations.Judgement(Verdict.UNION)
        spent, _ = seconds(
            lambda fresh=fresh, judgement=judgement: (
                operations.decide(project, judge=lead, ref=fresh.ref, judgement=judgement),
                operations.adjudication(project, documents=[fresh.document]),
            )
        )
        took.append(spent)
    operations.close_project(project)
    print(
        f"\n{len(queue.entries):,} clusters read in {reading:.2f} s; a rule decided {len(merged.taken):,} in "
        f"{ruling:.2f} s; a decision and its article anew in {1000 * median(took):.0f} ms"
    )
    assert reading < QUEUE_SECONDS
    assert median(took) < DECISION_SECONDS
