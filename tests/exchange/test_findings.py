# SPDX-License-Identifier: MIT
from annotator.exchange.findings import MOST_PLACES, Finding, FindingKind, Findings


def test_the_same_thing_many_times_is_one_line_with_its_first_places() -> None:
    findings = Findings()
    for line in range(100):
        findings.add(FindingKind.DROPPED, "A relation is not taken.", place=f"line {line}")
    (found,) = findings
    assert found.count == 100
    assert found.places == tuple(f"line {line}" for line in range(MOST_PLACES))


def test_the_weightiest_kind_comes_first_and_within_it_the_first_said() -> None:
    findings = Findings()
    findings.add(FindingKind.NOTED, "b")
    findings.add(FindingKind.GUESSED, "z")
    findings.add(FindingKind.GUESSED, "a", count=3)
    findings.add(FindingKind.DROPPED, "c")
    assert [each.sentence for each in findings] == ["c", "z", "a", "b"]
    assert findings.counts == {FindingKind.NOTED: 1, FindingKind.GUESSED: 4, FindingKind.DROPPED: 1}


def test_a_finding_without_a_place_names_none() -> None:
    findings = Findings()
    findings.add(FindingKind.NOTED, "x")
    assert list(findings) == [Finding(FindingKind.NOTED, "x", 1)]
