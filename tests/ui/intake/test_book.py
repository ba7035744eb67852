# SPDX-License-Identifier: MIT
"""What was chosen about an import holds for the row it was chosen for, and for nothing else."""

from ui.intake.incoming import near, preview, refused, row

from annotator.domain import DocumentId
from annotator.operations import ImportVerdict, NearChoice
from annotator.ui.intake.book import IntakeBook, fault_of

KNOWN = DocumentId("d" * 32)


def test_ticks_outlive_another_reading() -> None:
    book, first, second = IntakeBook(), row(0), row(1)
    book.leave_out(first, out=True)
    again = preview(row(0, body="read otherwise"), row(1))
    assert [each.place for each in book.coming(again)] == [1]
    book.leave_out(first, out=False)
    assert [each.place for each in book.coming(preview(first, second))] == [0, 1]


def test_known_texts_come_along_for_their_names_but_are_no_articles() -> None:
    book, known = IntakeBook(), row(1, verdict=ImportVerdict.KNOWN)
    shown = preview(row(0), known, refused(2))
    assert [each.place for each in book.coming(shown)] == [0]
    assert book.keep(shown) == {0, 1}


def test_copies_are_settled_one_by_one_or_all_at_once() -> None:
    book, copy, chained = IntakeBook(), near(0, of=KNOWN), near(1, of=0)
    shown = preview(copy, chained)
    assert book.near_by_place(shown) == {0: NearChoice.KEEP, 1: NearChoice.KEEP}
    book.choose_near(chained, NearChoice.SKIP)
    assert [each.place for each in book.coming(shown)] == [0]
    book.leave_out(copy, out=True)
    assert [each.place for each in book.coming(shown)] == [1], "what it is near to does not come in"
    book.leave_out(copy, out=False)
    book.choose_near_of_all(NearChoice.SKIP)
    assert [each.place for each in book.coming(shown)] == [1], "as the import does it: the first is not there"
    book.choose_near_of_all(NearChoice.GROUP)
    assert book.near_of(chained) is NearChoice.GROUP


def test_corrections_go_before_what_the_file_says() -> None:
    book, each = IntakeBook(), row(0, metadata={"title": "As said", "date": "yesterday"})
    assert book.value(each, "title") == "As said"
    assert book.first_fault([row(1), each]) == (each, "date")
    book.correct(each, "date", "2024-05")
    assert book.first_fault([each]) is None
    assert book.metadata_by_place(preview(each)) == {0: {"date": "2024-05"}}
    book.correct(each, "date", "yesterday")
    assert book.metadata_by_place(preview(each)) == {}
    assert book.value(row(1, body="\n\nFirst line\nsecond"), "title") == "First line"


def test_an_encoding_is_for_one_file() -> None:
    book = IntakeBook()
    assert book.choices.reading.guess
    book.read_file_by("a.txt", "cp1251")
    book.read_file_by("b.txt", "big5")
    assert book.choices.encodings == {"a.txt": "cp1251", "b.txt": "big5"}
    book.read_file_by("a.txt", "")
    assert book.choices.encodings == {"b.txt": "big5"}


def test_a_fault_is_a_sentence() -> None:
    assert fault_of("date", "2024-02-30").startswith("“Date” takes a date such as")
    assert fault_of("title", "x" * 20_000_000).startswith("“Title” takes at most")
    assert fault_of("date", " 2024-02 ") == ""
