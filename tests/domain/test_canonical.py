# SPDX-License-Identifier: MIT
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import canonical_json

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    texts | st.booleans() | st.integers(-(2**53), 2**53),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_a_value_has_one_spelling_and_comes_back(value):
    spelled = canonical_json(value)
    assert json.loads(spelled) == value
    assert canonical_json(json.loads(spelled)) == spelled


@given(st.dictionaries(texts, st.integers(0, 9), min_size=2, max_size=6))
def test_the_order_of_keys_does_not_matter(value):
    assert canonical_json(dict(reversed(value.items()))) == canonical_json(value)


def test_nothing_is_escaped_that_json_does_not_ask_for():
    assert canonical_json({"b": "Пекин 北京 é", "a": 'say "hi"\n'}) == '{"a":"say \\"hi\\"\\n","b":"Пекин 北京 é"}'


@pytest.mark.parametrize("value", [1.5, None, 2**53 + 1, {1: "x"}, "\ud800", {"a": [None]}, {"\udfff": 1}, {1, 2}])
def test_what_has_no_single_spelling_is_refused(value):
    with pytest.raises(ValueError, match=r".+"):
        canonical_json(value)
