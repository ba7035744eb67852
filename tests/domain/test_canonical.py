# SPDX-License-Identifier: MIT
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import canonical_json
from annotator.domain.canonical import are_canonical, is_canonical

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    texts | st.booleans() | st.integers(-(2**53), 2**53),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)

separators = st.sampled_from([(",", ":"), (",", ":"), (", ", ":"), (",", ": ")])


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


@given(st.lists(st.dictionaries(texts, values, max_size=3), max_size=4), st.data())
def test_many_spellings_are_judged_at_once_as_they_are_one_by_one(objects, data):
    spelled = [
        json.dumps(each, ensure_ascii=False, sort_keys=data.draw(st.booleans()), separators=data.draw(separators))
        for each in objects
    ]
    one_by_one = all(is_canonical(text, each) for text, each in zip(spelled, objects, strict=True))
    assert are_canonical(spelled, objects) is one_by_one


def test_one_spelling_does_not_make_up_for_another():
    one, other = {"a": 1}, {"b": 2}
    assert are_canonical(['{"a":1}', '{"b":2}'], [one, other])
    assert not are_canonical(['{"a":1},{"b":2}'], [one, other])
    assert not are_canonical(['{"a":1}', ' {"b":2}'], [one, other])
    assert not are_canonical(['{"b":2}', '{"a":1}'], [one, other])
