# SPDX-License-Identifier: MIT
"""``annotator agreement``: figures between 0 and 1, and words where there is none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import CODINGS, Answer

Call = Callable[..., Answer]

FIELDS = {"measure", "code", "unit", "coders", "documents", "n", "value", "status", "reason", "interval", "settings"}
MEASURES = {"percent", "cohen_kappa", "fleiss_kappa", "krippendorff_alpha_nominal"}


def _by(results: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(each["measure"], each["code"]): each for each in results}


@pytest.mark.parametrize("unit", ["character", "sentence"])
def test_json_is_a_list_of_results(unit: str, coded: Path, call: Call) -> None:
    results = call("agreement", coded, "--unit", unit, "--json").json
    assert {each["measure"] for each in results} >= MEASURES
    for each in results:
        assert set(each) == FIELDS
        assert each["unit"] == unit
        assert not each["measure"].startswith("char")
        if each["status"] == "ok":
            assert -1 <= each["value"] <= 1
        else:
            assert each["value"] is None
            assert each["reason"]


def test_codes_and_people_are_named(coded: Path, call: Call) -> None:
    result = _by(call("agreement", coded, "--json").json)["percent", "trust"]
    assert result["coders"] == ["Trial 1", "Trial 2"]
    assert len(result["documents"]) == 3
    assert 0.5 < result["value"] < 1


def test_character_and_sentence_differ(coded: Path, call: Call) -> None:
    by_character = _by(call("agreement", coded, "--json").json)
    by_sentence = _by(call("agreement", coded, "--unit", "sentence", "--json").json)
    key = ("krippendorff_alpha_nominal", "trust")
    assert by_character[key]["value"] != by_sentence[key]["value"]
    assert by_character[key]["n"] > by_sentence[key]["n"]


def test_excluded_regions_leave_the_count(coded: Path, call: Call) -> None:
    counted = {
        exclude: _by(call("agreement", coded, "--exclude", exclude, "--json").json)["percent", "trust"]["n"]
        for exclude in ("none", "accepted", "any")
    }
    # Nobody has accepted a proposal yet.
    assert counted["none"] == counted["accepted"] > counted["any"]


def test_coders_can_be_chosen(coded: Path, call: Call) -> None:
    call("annotations", "import", coded, CODINGS[0], "--coder", "Third", "--finished", "--as", "Mara")
    arguments = ("--coder", "Trial 1", "--coder", "Third", "--json")
    result = _by(call("agreement", coded, *arguments).json)["cohen_kappa", "trust"]
    assert result["coders"] == ["Trial 1", "Third"]
    assert result["value"] == pytest.approx(1)


def test_unfinished_articles_do_not_count(project: Path, call: Call) -> None:
    call("annotations", "import", project, CODINGS[0], "--coder", "Jonas", "--finished", "--as", "Mara")
    call("annotations", "import", project, CODINGS[1], "--coder", "Ines", "--as", "Mara")
    results = call("agreement", project, "--coder", "Jonas", "--coder", "Ines", "--json").json
    assert {each["status"] for each in results} == {"no_shared_documents"}


def test_unknown_coder_is_wrong_usage(coded: Path, call: Call) -> None:
    answer = call("agreement", coded, "--coder", "Nobody", "--json")
    assert answer.code == 2
    assert "Nobody" in answer.error["error"]


def test_figures_are_not_kept_under_an_empty_name(coded: Path, call: Call) -> None:
    answer = call("agreement", coded, "--measure", "percent", "--keep", "")
    assert answer.code == 2
    assert "kept under a name" in answer.err
    assert not answer.out


def test_unknown_unit_is_wrong_usage(coded: Path, call: Call) -> None:
    assert call("agreement", coded, "--unit", "syllable").code == 2


def test_table_for_people(coded: Path, call: Call) -> None:
    answer = call("agreement", coded)
    assert (answer.code, answer.err) == (0, "")
    for word in ("trust", "mistrust", "speculation", "expert_quote", "Trial 1"):
        assert word in answer.out


def test_nothing_to_compare_is_said_in_words(project: Path, call: Call) -> None:
    answer = call("agreement", project)
    assert answer.code == 1
    assert "Nothing can be compared: undefined (no shared articles" in answer.err
    assert "nan" not in answer.out.lower()
    assert "None" not in answer.out


def test_every_figure_says_why_it_is_not_there_before_the_command_is_refused(project: Path, call: Call) -> None:
    answer = call("agreement", project, "--json")
    assert answer.code == 1
    assert {each["status"] for each in answer.json} == {"no_shared_documents"}
    assert answer.error["where"] == str(project)


def test_one_article_has_figures_without_an_interval_and_says_so(coded: Path, call: Call) -> None:
    found = call("agreement", coded, "--by", "document", "--measure", "percent", "--json").json
    assert all(each["interval"] is None for each in found)
    assert all("no interval: fewer than two articles" in each["reason"] for each in found)
