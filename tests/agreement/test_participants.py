# SPDX-License-Identifier: MIT
"""Who takes part, and in which documents."""

from agreement.made import document

from annotator.agreement.participants import finished_by_all, shared_documents, taking_part

DOCUMENTS = [
    document({}, name="d1", finished="AB"),
    document({}, name="d2", finished="ABC"),
    document({}, name="d3", finished="D"),
]


def test_documents_of_two_coders_or_more() -> None:
    assert [each.document for each in shared_documents(DOCUMENTS, coders="ABCD")] == ["d1", "d2"]
    assert shared_documents(DOCUMENTS, coders="CD") == ()


def test_who_finished_nothing_that_is_shared_takes_no_part() -> None:
    assert taking_part(shared_documents(DOCUMENTS, coders="DCBA"), coders="DCBA") == ("C", "B", "A")
    assert taking_part((), coders="CD") == ("C", "D")


def test_documents_of_all_coders() -> None:
    assert [each.document for each in finished_by_all(DOCUMENTS, coders="ABC")] == ["d2"]
