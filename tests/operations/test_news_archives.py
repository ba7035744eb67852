# SPDX-License-Identifier: MIT
"""The user's own rules go before those that come along, and one with a fault spoils nothing."""

import json

import pytest

from annotator.domain import Refused, UsageError
from annotator.operations import news_archives

OWN = json.dumps({"name": "Own archive", "about": "Ours.", "ends": ["-- end {number} --"]})


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))


def keys():
    return [each.key for each in news_archives.archive_rules()]


def test_a_rule_of_the_users_own_comes_first_and_goes_again() -> None:
    shipped = keys()
    assert "factiva_tags" in shipped
    path = news_archives.save_archive_rule(key="own", text=OWN)
    assert path.parent == news_archives.own_rules_folder()
    assert keys() == ["own", *shipped]
    assert news_archives.archive_rule("own") == news_archives.archive_rule("OWN ARCHIVE")
    assert news_archives.archive_rule_text(key="own") == OWN
    news_archives.forget_archive_rule(key="own")
    assert keys() == shipped


def test_a_rule_under_a_name_that_came_along_stands_in_its_place() -> None:
    before = keys()
    news_archives.save_archive_rule(key="factiva_tags", text=OWN)
    assert sorted(keys()) == sorted(before)
    assert news_archives.archive_rule("factiva_tags").name == "Own archive"


def test_a_rule_with_a_fault_is_not_kept_and_one_that_lies_there_is_listed_with_it() -> None:
    with pytest.raises(Refused, match="neither how an article starts"):
        news_archives.save_archive_rule(key="bad", text='{"name": "x"}')
    assert "bad" not in keys()
    (news_archives.own_rules_folder() / "bad.json").write_text("{", "utf-8")
    bad = news_archives.archive_rules()[0]
    assert (bad.key, bad.rule, bad.is_own) == ("bad", None, True)
    assert bad.error is not None
    with pytest.raises(Refused, match="no valid JSON"):
        news_archives.archive_rule("bad")


def test_a_name_that_nothing_bears_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="factiva_tags"):
        news_archives.archive_rule("nonsense")
    with pytest.raises(UsageError, match="nonsense"):
        news_archives.archive_rule_text(key="nonsense")


def test_a_file_is_added_under_its_name(tmp_path) -> None:
    (tmp_path / "mine.json").write_text(OWN, "utf-8")
    assert news_archives.add_archive_rule(path=tmp_path / "mine.json") == "mine"
    assert keys()[0] == "mine"
