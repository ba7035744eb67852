# SPDX-License-Identifier: MIT
"""``annotator codebook``: listed, taken in, written out."""

from collections.abc import Callable
from pathlib import Path

from cli.conftest import Answer

Call = Callable[..., Answer]


def test_codes_are_listed(project: Path, call: Call) -> None:
    answer = call("codebook", "list", project)
    assert answer.code == 0
    assert answer.out.splitlines()[0].startswith("trust: ")
    assert "key 1" in answer.out
    assert {each["short_name"] for each in call("codebook", "list", project, "--json").json} >= {"trust"}


def test_a_codebook_goes_out_and_comes_back(project: Path, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    assert "Wrote" in call("codebook", "export", project, path).out
    path.write_text(path.read_text(encoding="utf-8") + ",hope,5,Hope,,,,,,,,,,,\n", encoding="utf-8")
    trial = call("codebook", "import", project, path, "--dry-run")
    assert (trial.code, "Would add 1 code." in trial.out) == (0, True)
    before = len(call("codebook", "list", project, "--json").json)
    taken = call("codebook", "import", project, path, "--as", "Mara", "--json").json
    assert [each["short_name"] for each in taken["new"]] == ["hope"]
    assert len(call("codebook", "list", project, "--json").json) == before + 1
    again = call("codebook", "import", project, path, "--as", "Mara")
    assert "Added 0 codes." in again.out


def test_what_differs_is_shown_and_changed_on_request(project: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "codes.md").write_text("## Trust\n- Short name: trust\n- Key: 9\n", encoding="utf-8")
    left = call("codebook", "import", project, tmp_path / "codes.md", "--dry-run")
    assert "Left as they are here: 1 code" in left.out
    changed = call("codebook", "import", project, tmp_path / "codes.md", "--update", "--as", "Mara")
    assert 'shortcut: "1" here, "9" there' in changed.out
    codes = {each["short_name"]: each for each in call("codebook", "list", project, "--json").json}
    assert codes["trust"]["shortcut"] == "9"


def test_what_the_form_cannot_carry_is_said(project: Path, call: Call, tmp_path: Path) -> None:
    answer = call("codebook", "export", project, tmp_path / "codes.qdc")
    assert "A .qdc file has no place for keys of codes." in answer.out
    assert "A .qdc file has no place for patterns of codes." in answer.out
    assert call("codebook", "export", project, tmp_path / "codes.qdc", "--json").json["findings"]


def test_what_is_no_codebook_is_told(project: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "codes.qdc").write_bytes(b"<!DOCTYPE x><CodeBook/>")
    assert call("codebook", "import", project, tmp_path / "codes.qdc", "--as", "Mara").code == 1
    assert call("codebook", "import", project, tmp_path / "codes.odd", "--as", "Mara").code == 2
    assert call("codebook", "export", project, tmp_path / "codes.odd").code == 2
