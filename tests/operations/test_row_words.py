# SPDX-License-Identifier: MIT
import pytest
from operations.replicas import MARA

from annotator import operations
from annotator.domain import Refused
from annotator.operations.row_words import RowWords, refused_at


def test_articles_and_codes_are_found_by_any_of_their_words(project, documents, codes):
    words = RowWords(project, round_name="main")
    plain = documents["plain.txt"]
    assert {words.document(word, "").id for word in (plain.name, plain.id, plain.text_sha256)} == {plain.id}
    assert words.code("TRUST", "").id == codes["trust"]
    for wrong in (words.document, words.code):
        with pytest.raises(Refused, match="nothing was written") as said:
            wrong("nothing", "line 3")
        assert said.value.where == "line 3"


def test_a_code_that_may_not_be_applied_is_refused_at_its_line(project, codes):
    operations.map_code(project, author=MARA.id, source=codes["mistrust"], target=codes["trust"])
    with pytest.raises(Refused, match="counts as"):
        RowWords(project, round_name="main").code("mistrust", "line 3")


def test_equal_rows_are_told_apart_and_come_out_the_same_again(project):
    one, other = (RowWords(project, round_name="main") for _ in range(2))
    said = ("annotation", "coder", "document", "code", "0", "7")
    first = [one.identity(*said), one.identity(*said)]
    assert len(set(first)) == 2
    assert [other.identity(*said), other.identity(*said)] == first
    assert RowWords(project, round_name="second").identity(*said) not in first


def test_a_refusal_inside_gains_its_place():
    with pytest.raises(Refused) as said, refused_at("line 9"):
        raise Refused("No.")
    assert str(said.value) == "line 9: No; nothing was written."
