# SPDX-License-Identifier: MIT
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Refused
from annotator.exchange.articles.news_archive_rules import group_of, parsed_archive_rule, read_archive_rule
from annotator.resources import resource

GOOD = {"name": "Own", "starts": ["{number} of {total} ARTICLES"], "words": ["{count} words"]}


def rule(**parts):
    return parsed_archive_rule(json.dumps(GOOD | parts).encode(), name="own.json")


def test_every_rule_that_comes_along_can_be_read_and_has_words_for_a_person() -> None:
    paths = sorted(resource("news_archives").glob("*.json"))
    assert len(paths) >= 7
    rules = [read_archive_rule(path) for path in paths]
    assert len({each.name for each in rules}) == len(rules)
    assert all(each.about for each in rules)


def test_a_shape_takes_any_white_space_and_either_case() -> None:
    found = rule().start_line.match("   12  OF 1,204   articles ")
    assert found is not None
    assert (group_of(found, "number"), group_of(found, "total")) == ("12", "1,204")
    assert rule().start_line.match("12 of many ARTICLES") is None


def test_what_stands_in_a_shape_is_words_and_no_expression() -> None:
    own = rule(ends=["(.*"])
    assert own.end_line.match("(.*")
    assert own.end_line.match("anything") is None


def test_a_keyword_stands_before_a_colon_and_a_tag_before_a_gap() -> None:
    own = rule(fields={"BY LINE": "author"}, feet=["LOADED"])
    found = own.field_line.match("  by  line :  Jane")
    assert found is not None
    assert found["value"] == "Jane"
    assert own.field_line.match("BY LINE Jane") is None
    tagged = rule(fields={"HD": "title"}, bodies=["TD"], tags=True)
    for line, value in (("HD  Words", "Words"), ("HD\tWords", "Words"), ("HD", ""), ("TD | Words", "Words")):
        found = tagged.field_line.match(line)
        assert found is not None
        assert found["value"] == value
    assert tagged.field_line.match("HD Words") is None
    assert tagged.field_line.match("hd  words") is None


def test_a_month_goes_by_every_spelling_and_by_its_number() -> None:
    months = [f"Month{number}|M{number}" for number in range(1, 13)]
    own = rule(months=months)
    assert [own.month_number(each) for each in ("month3", "M12", "07", "13", "May")] == [3, 12, 7, None, None]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"name": " "}, "no name"),
        ({"starts": []}, "neither how an article starts nor"),
        ({"start": ["x"]}, "'start'"),
        ({"starts": "x"}, '"starts" must be a list'),
        ({"starts": [""]}, '"starts"'),
        ({"starts": ["x" * 201]}, "at most 200"),
        ({"starts": ["{nonsense} x"]}, "unknown or stands twice"),
        ({"starts": ["{number} {number}"]}, "unknown or stands twice"),
        ({"words": ["many words"]}, "lacks {count}"),
        ({"dates": ["{month} {day}"]}, "lacks {year}"),
        ({"months": ["January"]}, "twelve months"),
        ({"months": ["x"] * 11 + ["|"]}, "no name"),
        ({"fields": ["BYLINE"]}, '"fields"'),
        ({"fields": {"BYLINE": ""}}, '"fields"'),
        ({"fields": {"": "author"}}, "keyword"),
        ({"order": "date"}, '"order"'),
        ({"tags": "yes"}, '"tags"'),
        ({"about": 1}, '"about"'),
    ],
)
def test_a_rule_with_a_fault_is_refused_with_its_place(parts, said) -> None:
    with pytest.raises(Refused) as refused:
        rule(**parts)
    assert said in refused.value.sentence
    assert refused.value.where == "own.json"


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_refused(data) -> None:
    with pytest.raises(Refused) as refused:
        parsed_archive_rule(data, name="x")
    assert refused.value.where == "x"


def test_a_file_with_a_mark_and_crlf_is_read(tmp_path) -> None:
    path = tmp_path / "own.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD, indent=1).replace("\n", "\r\n").encode())
    assert read_archive_rule(path).name == "Own"
