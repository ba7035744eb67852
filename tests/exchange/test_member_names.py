# SPDX-License-Identifier: MIT
from exchange.made_corpora import CODERS

from annotator.domain import Document
from annotator.domain.identifiers import document_id
from annotator.exchange.member_names import coder_names, document_names, unlike_names


def test_no_two_names_are_alike_on_any_system() -> None:
    assert unlike_names(["a b", "A_B", "a/b", "../..", "con", ""], fallback="x") == [
        "a_b", "A_B_2", "a_b_3", "_", "_con", "x",
    ]  # fmt: skip
    assert list(coder_names(CODERS).values()) == ["Anna", "anna_2", "\u674e_\U0001f600"]


def test_documents_lose_the_ending_that_they_came_with() -> None:
    documents = [
        Document(document_id(str(number)), name, "", 1, title="T")
        for number, name in enumerate(["a.txt", "A.HTML", "v1.2", ""])
    ]
    assert list(document_names(documents).values()) == ["a", "A_2", "v1.2", "T"]
