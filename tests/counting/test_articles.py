# SPDX-License-Identifier: MIT
from counting.coded_articles import CODERS, CODES

from annotator.counting.articles import Basis, CodedArticle, Frame
from annotator.domain import Document


def test_silence_is_a_zero_only_where_the_code_was_there():
    article = CodedArticle(
        document=Document("d", "d", "", 1),
        finished={("anna", "main"): frozenset(("trust",)), ("ben", "x"): frozenset()},
    )
    assert list(article.silent("trust")) == ["anna"]
    assert list(article.silent("doubt")) == []


def test_voices_are_coders_or_all_of_them():
    each, mean = (Frame(codes=CODES, coders=CODERS, basis=basis) for basis in (Basis.PER_CODER, Basis.MEAN))
    assert list(each.voices) == [("anna",), ("ben",)]
    assert list(mean.voices) == [("anna", "ben")]
    assert (each.named(("ben",)), mean.named(CODERS)) == ("ben", "")
