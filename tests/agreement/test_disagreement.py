# SPDX-License-Identifier: MIT
import subprocess
import sys

import pytest

from annotator.agreement.disagreement import Difference, Kind, KindCounts, PairDifference, passages_behind


def passage(document: str, code: str, *pairs: PairDifference, kind: Kind = Kind.MISSED) -> Difference:
    return Difference(
        document=document,
        code=code,
        kind=kind,
        start=0,
        end=9,
        marked=("A",),
        unmarked=("B",),
        spans=(("A", 0, 9),),
        other_codes=(),
        characters=KindCounts(missed=sum(pair.characters for pair in pairs)),
        pairs=pairs,
    )


SHORT = passage("d1", "trust", PairDifference("A", "B", Kind.MISSED, 3))
LONG = passage("d1", "trust", PairDifference("A", "B", Kind.BOUNDARY, 2), PairDifference("A", "C", Kind.MISSED, 9))
OTHER = passage("d2", "mistrust", PairDifference("B", "C", Kind.OTHER_CODE, 3), kind=Kind.OTHER_CODE)
ALL = [SHORT, LONG, OTHER]


def test_without_a_choice_all_come_longest_first() -> None:
    assert passages_behind(ALL) == [LONG, SHORT, OTHER]
    assert passages_behind(ALL, longest_first=False) == ALL


def test_passages_are_chosen_by_code_document_and_kind() -> None:
    assert passages_behind(ALL, code="trust") == [LONG, SHORT]
    assert passages_behind(ALL, document="d2") == [OTHER]
    assert passages_behind(ALL, kind=Kind.OTHER_CODE) == [OTHER]
    assert passages_behind(ALL, kind=Kind.BOUNDARY) == []
    assert passages_behind(ALL, code="mistrust", document="d1") == []


def test_of_two_coders_only_their_own_difference_counts() -> None:
    assert passages_behind(ALL, coders=("B", "A")) == [SHORT, LONG]
    assert passages_behind(ALL, coders=("A", "B"), kind=Kind.BOUNDARY) == [LONG]
    assert passages_behind(ALL, coders=("A", "D")) == []


def test_counts_know_their_kinds() -> None:
    counts = KindCounts(missed=1, boundary=2, other_code=5)
    assert [counts.of(kind) for kind in Kind] == list(counts)
    assert counts.total == 8
    assert counts.share(Kind.BOUNDARY) == pytest.approx(0.25)
    assert KindCounts().share(Kind.MISSED) is None


def test_the_plain_data_load_no_numpy() -> None:
    program = "import sys, annotator.agreement.disagreement; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
