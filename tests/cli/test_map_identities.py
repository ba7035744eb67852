# SPDX-License-Identifier: MIT
"""``annotator map``: previewed, written, listed, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Answer

Call = Callable[..., Answer]
MARA = ("--as", "Mara")


def counts(call: Call, project: Path) -> tuple[dict[str, int], dict[str, int]]:
    told = call("info", project, "--json").json
    return told["by_code"], told["by_coder"]


def test_a_code_is_mapped_and_taken_back(coded: Path, call: Call) -> None:
    before = counts(call, coded)
    preview = call("map", coded, "--code", "speculation", "mistrust", "--dry-run")
    assert f"{before[0]['speculation']:,} annotations" in preview.out
    assert "Nothing is mapped" in preview.out
    answer = call("map", coded, "--code", "speculation", "mistrust", *MARA)
    assert (answer.code, answer.err) == (0, "")
    by_code = counts(call, coded)[0]
    assert "speculation" not in by_code
    assert by_code["mistrust"] == before[0]["mistrust"] + before[0]["speculation"]
    [listed] = call("map", coded, "--json").json
    assert (listed["of"], listed["from"], listed["to"]) == ("code", "speculation", "mistrust")
    assert call("map", coded, "--undo", "speculation", "--dry-run").code == 0
    assert call("map", coded, "--undo", "speculation", *MARA).code == 0
    assert counts(call, coded) == before


def test_two_coders_become_one_person_and_agreement_has_no_pair(coded: Path, call: Call) -> None:
    before = counts(call, coded)
    preview = call("map", coded, "--coder", "Trial 2", "Trial 1", "--dry-run").out
    assert "are they one person?" in preview
    assert call("map", coded, "--coder", "Trial 2", "Trial 1", *MARA).code == 0
    by_coder = counts(call, coded)[1]
    assert by_coder == {"Trial 1": sum(before[1].values())}
    assert call("map", coded, "--undo", "Trial 2", *MARA).code == 0
    assert counts(call, coded) == before


def test_a_table_maps_all_at_once(coded: Path, call: Call, tmp_path: Path) -> None:
    table = tmp_path / "map.csv"
    table.write_text("from;to\nspeculation;mistrust\nexpert_quote;trust\n", encoding="utf-8")
    assert call("map", coded, "--from", table, "--dry-run").out.count("would count as") == 2
    assert call("map", coded, "--from", table, *MARA).code == 0
    assert len(call("map", coded, "--json").json) == 2


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("--code", "speculation", "speculation", *MARA), 1),
        (("--code", "speculation", "unheard", *MARA), 2),
        (("--code", "speculation", "trust", "--as", "Trial 1"), 1),
        (("--code", "speculation", "trust", "--undo", "trust"), 2),
        (("--coder", "Mara", "Trial 1", *MARA), 1),
        (("--undo", "trust", *MARA), 2),
        (("--from", "none.csv", *MARA), 1),
    ],
)
def test_refusals_are_one_sentence_and_write_nothing(
    coded: Path, call: Call, wrong: tuple[str, ...], code: int
) -> None:
    before = call("info", coded, "--json").json["journal_digest"]
    answer = call("map", coded, *wrong)
    assert (answer.code, len(answer.err.splitlines())) == (code, 1)
    assert call("info", coded, "--json").json["journal_digest"] == before
