# SPDX-License-Identifier: MIT
import pytest

from annotator.domain import Annotation, Document, Span


def test_an_article_is_called_by_its_title_else_by_its_name():
    assert Document("i", "a.txt", "h", 3).heading == "a.txt"
    assert Document("i", "a.txt", "h", 3, title="T").heading == "T"


def test_values_do_not_change():
    made = Annotation("i", "d", "c", "k", Span.of(0, 1), "x")
    with pytest.raises(AttributeError):
        made.memo = "y"  # type: ignore[misc]  # the point of the test
    assert dict(made.attributes) == {}
    with pytest.raises(TypeError):
        made.attributes["holder"] = "china"  # type: ignore[index]  # the point of the test
