# SPDX-License-Identifier: MIT
from annotator.operations import ExportCount
from annotator.ui.exporting import sentences
from annotator.ui.exporting.wanted import ExportWanted


def test_what_will_be_written_is_said_with_numbers() -> None:
    count = ExportCount(1204, 2, 5, 5, 3)
    assert sentences.will_write(count, ExportWanted()) == "1,204 annotations of 2 coders in 5 articles."
    without = sentences.will_write(count, ExportWanted(memos=False))
    assert without == "1,204 annotations of 2 coders in 5 articles; 3 memos left out."
    hidden = sentences.will_write(count, ExportWanted(format="qdpx", pseudonyms=True))
    assert hidden.endswith("; 3 memos left out.")


def test_duplicates_and_articles_without_any_are_said() -> None:
    said = sentences.will_write(ExportCount(7, 1, 1, 3, 1, duplicates=2), ExportWanted(memos=False))
    assert said == "7 annotations of 1 coder in 1 article; 2 duplicates, 1 memo left out. 2 articles without any."


def test_nothing_is_said_as_nothing() -> None:
    assert sentences.will_write(ExportCount(0, 0, 0, 4, 0), ExportWanted()) == "No annotation is among what is chosen."


def test_sizes() -> None:
    assert sentences.file_words(0) == "0.0 kB"
    assert sentences.file_words(1234) == "1.2 kB"
    assert sentences.file_words(12_345_678) == "12.3 MB"
