# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.codings.webanno_annotation import Tag, Target, iri_of, many, own_word, types_of, web_annotation

AT = {"source": "s", "selector": {"type": "TextPositionSelector", "start": 1, "end": 3}}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from([
            "type", "@type", "id", "body", "target", "selector", "items", "source", "value", "purpose", "motivation",
            "creator", "name", "tag", "properties", "system", "user", "catma_markupauthor", "start", "end", "exact",
        ]),
        inner, max_size=6,
    ),
    max_leaves=30,
)  # fmt: skip


@given(
    st.dictionaries(st.sampled_from(["id", "type", "body", "target", "creator", "motivation", "bodyValue"]), anything)
)
def test_nothing_is_an_error(value: dict[str, object]) -> None:
    web_annotation(value)


@pytest.mark.parametrize(
    ("body", "motivation", "tags", "memo"),
    [
        ({"type": "TextualBody", "value": "claim", "purpose": "tagging"}, None, [Tag("", "claim", "claim")], ""),
        ({"value": "claim"}, "tagging", [Tag("", "claim", "claim")], ""),
        ({"value": "claim"}, ["oa:tagging", "other"], [Tag("", "claim", "claim")], ""),
        ("https://x.org/codes#claim", "classifying", [Tag("https://x.org/codes#claim", "claim", "")], ""),
        ({"id": "u/claim", "purpose": "tagging", "value": "A claim", "annotator:short_name": "claim"}, None,
         [Tag("u/claim", "claim", "A claim")], ""),
        ({"type": "SpecificResource", "source": "u/claim", "purpose": "tagging"}, None,
         [Tag("u/claim", "claim", "")], ""),
        ({"value": "a remark", "purpose": "commenting"}, "tagging", [], "a remark"),
        ({"value": "a remark"}, None, [], "a remark"),
        (3, "tagging", [], ""),
    ],
)  # fmt: skip
def test_bodies(body: object, motivation: object, tags: list[Tag], memo: str) -> None:
    found = web_annotation({"body": body, "motivation": motivation, "target": AT})
    assert (list(found.tags), found.memo) == (tags, memo)
    assert list(found.targets) == [Target("s", [(1, 3)])]


def test_catma() -> None:
    body = {
        "tag": "https://x/T/CATMA_1",
        "properties": {
            "system": {"catma_markupauthor": ["anna"], "catma_markuptimestamp": ["2026"]},
            "user": {"P": ["a", "b"]},
        },
    }
    found = web_annotation({"body": body, "target": {"type": "List", "items": [AT, AT]}})
    assert list(found.tags) == [Tag("https://x/T/CATMA_1", "CATMA_1", "")]
    assert (found.creator, found.created, found.attributes) == ("anna", "2026", {"P": "a; b"})
    assert list(found.targets) == [Target("s", [(1, 3), (1, 3)])]


def test_targets_and_creators() -> None:
    found = web_annotation({
        "target": ["https://x", {"id": "y"}, {**AT, "selector": [AT["selector"], {"type": "RangeSelector"}]}],
        "creator": [{"@id": "https://x/people/li"}],
    })  # fmt: skip
    assert [each.source for each in found.targets] == ["https://x", "y", "s"]
    assert (found.creator_iri, found.creator, found.targets[2].others) == ("https://x/people/li", "li", 1)


def test_small_words() -> None:
    assert types_of({"@type": ["oa:Annotation", 3]}) == {"Annotation"}
    assert (list(many(None)), list(many(1)), list(many([1]))) == ([], [1], [1])
    assert (iri_of({"@id": "x"}), iri_of(3), own_word({"a": 1}, "a")) == ("x", "", "")
